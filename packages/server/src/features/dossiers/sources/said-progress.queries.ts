import { afterProgress, type Progress, type ProgressStep, type ReportedTimes } from '@chi-tieu/shared/domain/progress';
import type { Writer } from '../../../app/database.ts';

/** The columns of a report, whether it waits or was taken. */
export const REPORT =
  'province_id, source_id, code_key, at, status, finished_at, returned_at, due_at, unit_id, recorded_by, batch_id';

/** A report with what the nines of its source mean. */
export type SaidReport = ReportedTimes & { nineIsFinished: boolean };

/** A report beside the row of `incoming` that it is applied to. */
export interface ReportBeside extends SaidReport {
  rowNo: number;
  codeKey: string;
  sourceId: number;
  stands: Progress;
  /** The newest report that the row shows already. */
  progressAt: Date | null;
}

/** The columns of a report beside a row `i`, by a source `s`. */
export const besideRow = (
  w: string,
): string => `i.row_no as "rowNo", i.code_key as "codeKey", ${w}.source_id as "sourceId",
  s.nine_is_finished as "nineIsFinished", ${w}.at, ${w}.status, ${w}.due_at as "dueAt", ${w}.finished_at as "finishedAt", ${w}.returned_at as "returnedAt",
  json_build_object('status', i.status, 'receivedAt', i.received_at, 'dueAt', i.due_at, 'finishedAt', i.finished_at,
    'returnedAt', i.returned_at) as stands`;

/** A dossier after reports of several sources, the oldest first. */
export function afterReports(stands: Progress, reports: readonly SaidReport[]): Progress {
  const ordered = reports.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.status - b.status);
  return ordered.reduce((now, report) => afterProgress(now, [report], report), stands);
}

/** Keeps reports of dossiers that are known, under the codes that were sent; one that was said before is kept as it was. */
export async function keepSaid(
  tx: Writer,
  provinceId: number,
  { sourceId, batchId }: { sourceId: number; batchId: string },
  reports: readonly (ProgressStep & { sentKey: string; unitId: number | null })[],
): Promise<void> {
  if (reports.length === 0) return;
  const rows = reports.map(({ code: _code, codeKey: _key, ...kept }) => kept);
  await tx.run(
    `insert into progress_said (province_id, source_id, code_key, at, status, finished_at, returned_at, due_at, unit_id, recorded_by, batch_id, taken_by)
     select $1, $2, x."sentKey", x.at, x.status, x."finishedAt", x."returnedAt", x."dueAt", x."unitId", $3, $4, $3
       from jsonb_to_recordset($5::jsonb) as x ("sentKey" text, at timestamptz, status smallint, "finishedAt" timestamptz,
              "returnedAt" timestamptz, "dueAt" timestamptz, "unitId" int)
     on conflict do nothing`,
    [provinceId, sourceId, tx.moment, batchId, JSON.stringify(rows)],
  );
}

/**
 * Rows of `incoming` that lay in the quarantine, with the reports of their codes that came after them: what was said later stands, also
 * where a bad row of before is mended afterwards. Reports that came before the row tell how new one has to be (`progressAt`).
 */
export function saidSinceBad(tx: Writer, provinceId: number, sourceId: number | null): Promise<ReportBeside[]> {
  return tx.rows<ReportBeside>(
    `select ${besideRow('w')}, (select max(b.at) from progress_said b join moment x on x.id = b.taken_by
              where b.province_id = $1 and b.code_key = i.sent_key and x.at <= came.at) as "progressAt"
       from incoming i join staged t on t.row_no = i.row_no
       join quarantine q on q.id = t.quarantine_id join moment came on came.id = q.recorded_by
       join progress_said w on w.province_id = $1 and w.code_key = i.sent_key
       join moment said on said.id = w.taken_by and said.at > came.at
       join dossier_source s on s.id = w.source_id
       left join dossier_source mine on mine.id = $2::int
      where w.source_id is not distinct from $2::int or s.rank <= coalesce(mine.rank, s.rank)`,
    [provinceId, sourceId],
  );
}
