import type { Checklist } from '@chi-tieu/shared/domain/inspection/checklist';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** A version of a checklist with who kept it, and when. */
export interface KeptChecklist extends Checklist {
  by: string | null;
  at: Date | null;
}

const SELECT = `c.code, c.version, c.name, c.items, account_name(c.account_id) as by, m.at
  from checklist_version c join moment m on m.id = c.recorded_by`;

/** The latest version of every checklist, by code. */
export function latestChecklists(sql: Sql, provinceId: number): Promise<KeptChecklist[]> {
  return sql.rows<KeptChecklist>(
    `select distinct on (c.code) ${SELECT} where c.province_id = $1 order by c.code, c.version desc`,
    [provinceId],
  );
}

/** All versions of one, the latest first. */
export function versionsOfChecklist(sql: Sql, provinceId: number, code: string): Promise<KeptChecklist[]> {
  return sql.rows<KeptChecklist>(`select ${SELECT} where c.province_id = $1 and c.code = $2 order by c.version desc`, [
    provinceId,
    code,
  ]);
}

/** Keeps a version of a checklist; gives false where it is there already. */
export async function insertChecklist(tx: Writer, provinceId: number, checklist: Checklist): Promise<boolean> {
  const { code, version, name, items } = checklist;
  const rows = await tx.run(
    `insert into checklist_version (province_id, code, version, name, items, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [provinceId, code, version, name, JSON.stringify(items), tx.accountId, tx.moment],
  );
  return rows > 0;
}
