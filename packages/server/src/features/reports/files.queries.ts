import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

export const REPORT_FORMS = ['docx', 'pdf', 'xlsx'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** A file of a published report, without its content. */
export interface ReportFileRow {
  form: ReportForm;
  sha256: string;
  bytes: number;
}

/** The files of a report within sight. */
export function filesOfReport(sql: Sql, reportId: string): Promise<ReportFileRow[]> {
  return sql.rows<ReportFileRow>(
    'select form, sha256, octet_length(content) as bytes from report_file where report_id = $1 order by form',
    [reportId],
  );
}

/** One of them, as it was made when the report was published. */
export async function contentOfFile(sql: Sql, reportId: string, form: ReportForm): Promise<Buffer | null> {
  const row = await sql.row<{ content: Buffer }>('select content from report_file where report_id = $1 and form = $2', [
    reportId,
    form,
  ]);
  return row?.content ?? null;
}

export async function insertReportFile(
  tx: Writer,
  reportId: string,
  { form, content, sha256 }: { form: ReportForm; content: Buffer; sha256: string },
): Promise<void> {
  await tx.run('insert into report_file (report_id, form, content, sha256) values ($1, $2, $3, $4)', [
    reportId,
    form,
    content,
    sha256,
  ]);
}
