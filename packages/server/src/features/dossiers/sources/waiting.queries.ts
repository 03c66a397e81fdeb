import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Progress } from '@chi-tieu/shared/domain/progress';
import type { Writer } from '../../../app/database.ts';
import { afterReports, besideRow, REPORT, saidSinceBad, type ReportBeside } from './said-progress.queries.ts';

/**
 * Reports of progress are applied to the rows of `incoming` that bring their dossiers, the oldest first: those that waited, which wait no
 * longer, and where rows lay in the quarantine (`isNews` is false) those that came since. A report counts that the same source sends, or
 * that was sent for the very unit of the dossier by one that is no less believed.
 */
export async function applyReports(
  tx: Writer,
  provinceId: number,
  { sourceId, isNews }: { sourceId: number | null; isNews: boolean },
): Promise<void> {
  const since = isNews ? [] : await saidSinceBad(tx, provinceId, sourceId);
  const some = await tx.row('select from progress_waiting where province_id = $1 limit 1', [provinceId]);
  const waiting = some === null ? [] : await reportsThatWait(tx, provinceId, sourceId);
  const changed = [...groupBy([...waiting, ...since], ({ rowNo }) => rowNo).values()].map(standingOf);
  if (changed.length > 0) {
    await tx.run(
      `update incoming i set status = x.status, due_at = x."dueAt", finished_at = x."finishedAt", returned_at = x."returnedAt",
              finished_day = x."finishedDay"
         from jsonb_to_recordset($1::jsonb) as x ("rowNo" int, status smallint, "dueAt" timestamptz, "finishedAt" timestamptz,
                "returnedAt" timestamptz, "finishedDay" date)
        where i.row_no = x."rowNo"`,
      [JSON.stringify(changed)],
    );
    await keepProgress(tx, provinceId, changed);
  }
  if (some !== null) await waitNoLonger(tx, provinceId);
}

function reportsThatWait(tx: Writer, provinceId: number, sourceId: number | null): Promise<ReportBeside[]> {
  return tx.rows<ReportBeside>(
    `select ${besideRow('w')}, null as "progressAt"
       from progress_waiting w join incoming i on i.code_key = w.code_key
       join dossier_source s on s.id = w.source_id
       left join dossier_source mine on mine.id = $2::int
      where w.province_id = $1 and (w.source_id is not distinct from $2::int
        or (w.unit_id = i.unit_id and s.rank <= coalesce(mine.rank, s.rank)))`,
    [provinceId, sourceId],
  );
}

/** Reports whose dossiers have come are kept as taken: where the dossier is taken back, they wait again. */
async function waitNoLonger(tx: Writer, provinceId: number): Promise<void> {
  await tx.run(
    `with over as (
       delete from progress_waiting w using (select distinct code_key from incoming) i
        where w.province_id = $1 and w.code_key = i.code_key returning w.*)
     insert into progress_said (${REPORT}, taken_by) select ${REPORT}, $2::bigint from over on conflict do nothing`,
    [provinceId, tx.moment],
  );
}

function standingOf(rows: readonly ReportBeside[]) {
  const [first] = rows;
  if (!first) throw new RangeError('a group of none');
  const { stands, progressAt, rowNo, codeKey, sourceId } = first;
  const after = afterReports({ ...asProgress(stands), progressAt }, rows);
  return { ...after, rowNo, codeKey, sourceId, finishedDay: after.finishedAt && dayInVietnam(after.finishedAt) };
}

const instant = (at: Date | string | null) => (at === null ? null : new Date(at));

/** Instants within JSON come as texts. */
function asProgress({ status, receivedAt, dueAt, finishedAt, returnedAt }: Progress): Progress {
  return {
    status,
    receivedAt: new Date(receivedAt),
    dueAt: instant(dueAt),
    finishedAt: instant(finishedAt),
    returnedAt: instant(returnedAt),
    progressAt: null,
  };
}

/** Keeps of dossiers when the newest report was made that they show. */
export async function keepProgress(
  tx: Writer,
  provinceId: number,
  changed: readonly { codeKey: string; sourceId: number; status: number; progressAt: Date | null }[],
): Promise<void> {
  const shown = changed.filter(({ progressAt }) => progressAt !== null);
  if (shown.length === 0) return;
  await tx.run(
    `insert into dossier_progress (province_id, code_key, at, status, source_id)
     select $1, x."codeKey", x."progressAt", x.status, x."sourceId"
       from jsonb_to_recordset($2::jsonb) as x ("codeKey" text, "progressAt" timestamptz, status smallint, "sourceId" int)
     on conflict (province_id, code_key) do update set at = excluded.at, status = excluded.status, source_id = excluded.source_id`,
    [provinceId, JSON.stringify(shown)],
  );
}
