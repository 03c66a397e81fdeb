import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';
import { afterReports, type SaidReport } from '../sources/said-progress.queries.ts';
import type { SaidContent, SaidWord } from './standing.queries.ts';
import { takenFor } from './taken-rows.queries.ts';

/** A report of progress that was taken, and how far its source is believed; of one that is gone nobody knows. */
export interface TakenReport extends SaidReport {
  codeKey: string;
  sourceId: number;
  rank: number | null;
  takenAt: Date;
}

/** The reports under all codes that are taken for a dossier now, by the lines of their sources. */
export async function reportsOf(sql: Sql, provinceId: number, key: string): Promise<TakenReport[]> {
  const found = await sql.rows<TakenReport>(
    `with recursive code as (
       select $2::text as key
       union select l.code_key from dossier_identity l join code c on c.key = l.dossier_key
        where l.province_id = $1 and l.withdrawn_by is null)
     select w.code_key as "codeKey", w.source_id as "sourceId", case when s.removed_at is null then s.rank end as rank,
            s.nine_is_finished as "nineIsFinished", w.at, w.status, w.due_at as "dueAt", w.finished_at as "finishedAt",
            w.returned_at as "returnedAt", m.at as "takenAt"
       from code c join progress_said w on w.province_id = $1 and w.code_key = c.key
       join dossier_source s on s.id = w.source_id join moment m on m.id = w.taken_by`,
    [provinceId, key],
  );
  const mine: TakenReport[] = [];
  for (const [sourceId, reports] of groupBy(found, (report) => report.sourceId)) {
    const taken = await takenFor(sql, provinceId, sourceId, [...new Set(reports.map(({ codeKey }) => codeKey))]);
    mine.push(...reports.filter(({ codeKey }) => (taken.get(codeKey) ?? codeKey) === key));
  }
  return mine;
}

/**
 * A word about a dossier with the reports that came after it, of sources that are no less believed. The newest of all is what the dossier shows
 * from now on: an older one changes nothing.
 */
export async function withReports(tx: Writer, provinceId: number, key: string, word: SaidWord): Promise<SaidWord> {
  const all = await reportsOf(tx, provinceId, key);
  const reports = all.filter(({ rank }) => rank === null || word.rank === null || rank <= word.rank);
  const isBefore = ({ takenAt }: TakenReport) => takenAt.getTime() < word.at.getTime();
  const since = reports.filter((report) => !isBefore(report));
  const after = afterReports({ ...progressIn(word.content), progressAt: newest(reports.filter(isBefore)) }, since);
  await showReport(tx, provinceId, key, reports);
  if (since.length === 0) return word;
  const { status, dueAt, finishedAt, returnedAt } = after;
  const finishedDay = finishedAt && dayInVietnam(finishedAt);
  const told = { status, due_at: dueAt, finished_at: finishedAt, returned_at: returnedAt, finished_day: finishedDay };
  return { ...word, content: { ...word.content, ...told } };
}

const newest = (reports: readonly TakenReport[]): Date | null =>
  reports.reduce<Date | null>((last, { at }) => (last !== null && last >= at ? last : at), null);

function progressIn(content: SaidContent) {
  const instant = (name: string) => {
    const written = content[name];
    return typeof written === 'string' ? new Date(written) : null;
  };
  return {
    status: Number(content['status']),
    receivedAt: instant('received_at') ?? new Date(0),
    dueAt: instant('due_at'),
    finishedAt: instant('finished_at'),
    returnedAt: instant('returned_at'),
  };
}

/** Has a dossier show the newest of its reports; without any it shows none. */
async function showReport(tx: Writer, provinceId: number, key: string, reports: readonly TakenReport[]): Promise<void> {
  const last = newest(reports);
  const shown = reports.find(({ at }) => at === last);
  await tx.run('delete from dossier_progress where province_id = $1 and code_key = $2', [provinceId, key]);
  if (shown)
    await tx.run(
      'insert into dossier_progress (province_id, code_key, at, status, source_id) values ($1, $2, $3, $4, $5)',
      [provinceId, key, shown.at, shown.status, shown.sourceId],
    );
}
