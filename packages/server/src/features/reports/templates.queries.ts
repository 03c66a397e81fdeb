import type { ReportKind } from '@chi-tieu/shared/domain/report/facts';
import type { ReportTemplate } from '@chi-tieu/shared/domain/report/template';
import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

export interface ReportTemplateRow {
  version: number;
  words: ReportTemplate;
  at: Date;
  by: string | null;
}

/** The latest words of a kind of report; null where nobody wrote any. */
export function latestTemplate(sql: Sql, provinceId: number, kind: ReportKind): Promise<ReportTemplateRow | null> {
  return sql.row<ReportTemplateRow>(
    `select t.version, t.words, m.at, account_name(t.account_id) as by
       from report_template t join moment m on m.id = t.recorded_by
      where t.province_id = $1 and t.kind = $2 order by t.version desc limit 1`,
    [provinceId, kind],
  );
}

export async function insertReportTemplate(
  tx: Writer,
  provinceId: number,
  { kind, version, words }: { kind: ReportKind; version: number; words: ReportTemplate },
): Promise<void> {
  await tx.run(
    `insert into report_template (province_id, kind, version, words, account_id, recorded_by) values ($1, $2, $3, $4, $5, $6)`,
    [provinceId, kind, version, JSON.stringify(words), tx.accountId, tx.moment],
  );
}
