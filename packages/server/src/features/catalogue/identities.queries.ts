import type { Sql } from '../../app/sql.ts';

/** A procedure's code and how many steps have touched it. */
export interface Identity {
  id: number;
  code: string;
  version: number;
}

/** The identities of national codes; codes that nobody ever used are left out. */
export function identities(sql: Sql, provinceId: number, codes: string[]): Promise<Identity[]> {
  return sql.rows<Identity>('select id, code, version from procedure where province_id = $1 and code = any ($2)', [
    provinceId,
    codes,
  ]);
}

/** The codes of procedures by their ids. */
export async function codesOf(sql: Sql, ids: number[]): Promise<Map<number, string>> {
  const rows = await sql.rows<{ id: number; code: string }>('select id, code from procedure where id = any ($1)', [
    ids,
  ]);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
