import type { Checklist } from '@chi-tieu/shared/domain/inspection/checklist';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** The latest version of every checklist, by code. */
export function latestChecklists(sql: Sql, provinceId: number): Promise<Checklist[]> {
  return sql.rows<Checklist>(
    `select distinct on (code) code, version, name, items from checklist_version where province_id = $1 order by code, version desc`,
    [provinceId],
  );
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
