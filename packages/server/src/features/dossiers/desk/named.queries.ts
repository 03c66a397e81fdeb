import type { Sql } from '../../../app/sql.ts';

/** A procedure's code by its number. */
export async function findProcedureCode(sql: Sql, id: number | null): Promise<string | null> {
  const row = await sql.row<{ code: string }>('select code from procedure where id = $1', [id]);
  return row?.code ?? null;
}

/** The code that a unit bore last. */
export async function findUnitCode(sql: Sql, id: number): Promise<string | null> {
  const row = await sql.row<{ code: string }>(
    'select code from unit_version where unit_id = $1 and superseded_by is null order by valid desc limit 1',
    [id],
  );
  return row?.code ?? null;
}
