import type { MinutesFacts } from '@chi-tieu/shared/domain/inspection/minutes';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** Minutes that were made out. */
export interface PaperRow {
  reference: string;
  inspectionId: string;
  unitId: number;
  content: MinutesFacts;
  sha256: string;
  figure: string | null;
  by: string | null;
  at: Date;
}

const SELECT = `select p.reference, p.inspection_id::text as "inspectionId", p.unit_id as "unitId", p.content, p.sha256, p.figure,
    account_name(p.account_id) as by, m.at
  from inspection_paper p join moment m on m.id = p.recorded_by`;

/** The minutes within sight of some inspections, the latest first. */
export function papersOfInspections(sql: Sql, provinceId: number, ids: readonly string[]): Promise<PaperRow[]> {
  return sql.rows<PaperRow>(
    `${SELECT} where p.province_id = $1 and p.inspection_id = any ($2::bigint[]) order by p.recorded_by desc`,
    [provinceId, ids],
  );
}

export function paperByReference(sql: Sql, provinceId: number, reference: string): Promise<PaperRow | null> {
  return sql.row<PaperRow>(`${SELECT} where p.province_id = $1 and p.reference = $2`, [provinceId, reference]);
}

/** Keeps minutes; gives false where the same are there already. */
export async function insertPaper(
  tx: Writer,
  provinceId: number,
  paper: Omit<PaperRow, 'by' | 'at'>,
): Promise<boolean> {
  const { reference, inspectionId, unitId, content, sha256, figure } = paper;
  const rows = await tx.run(
    `insert into inspection_paper (reference, province_id, inspection_id, unit_id, content, sha256, figure, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (reference) do nothing`,
    [reference, provinceId, inspectionId, unitId, JSON.stringify(content), sha256, figure, tx.accountId, tx.moment],
  );
  return rows > 0;
}
