import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { afterProgress, type Progress, type ReportedTimes } from '@chi-tieu/shared/domain/progress';
import type { Writer } from '../../../app/database.ts';

/** A report that waits, beside the dossier that comes in. */
interface WaitingRow extends ReportedTimes {
  rowNo: number;
  codeKey: string;
  sourceId: number;
  nineIsFinished: boolean;
  stands: Progress;
}

/**
 * Reports of progress of dossiers that nobody had sent are applied to the rows of `incoming` that bring them, the oldest first, and
 * wait no longer. A report counts that the same source sends, or that was sent for the very unit of the dossier by one that is no
 * less believed.
 */
export async function applyWaiting(tx: Writer, provinceId: number, sourceId: number | null): Promise<void> {
  const some = await tx.row('select from progress_waiting where province_id = $1 limit 1', [provinceId]);
  if (some === null) return;
  const waiting = await tx.rows<WaitingRow>(
    `select i.row_no as "rowNo", w.code_key as "codeKey", w.source_id as "sourceId", s.nine_is_finished as "nineIsFinished", w.at,
            w.status, w.due_at as "dueAt", w.finished_at as "finishedAt", w.returned_at as "returnedAt",
            json_build_object('status', i.status, 'receivedAt', i.received_at, 'dueAt', i.due_at, 'finishedAt', i.finished_at,
              'returnedAt', i.returned_at) as stands
       from progress_waiting w join incoming i on i.code_key = w.code_key
       join dossier_source s on s.id = w.source_id
       left join dossier_source mine on mine.id = $2::int
      where w.province_id = $1 and (w.source_id is not distinct from $2::int
        or (w.unit_id = i.unit_id and s.rank <= coalesce(mine.rank, s.rank)))
      order by i.row_no, w.at, w.status`,
    [provinceId, sourceId],
  );
  const changed = [...groupBy(waiting, ({ rowNo }) => rowNo).values()].map(standingOf);
  await tx.run(
    `update incoming i set status = x.status, due_at = x."dueAt", finished_at = x."finishedAt", returned_at = x."returnedAt",
            finished_day = x."finishedDay"
       from jsonb_to_recordset($1::jsonb) as x ("rowNo" int, status smallint, "dueAt" timestamptz, "finishedAt" timestamptz,
              "returnedAt" timestamptz, "finishedDay" date)
      where i.row_no = x."rowNo"`,
    [JSON.stringify(changed)],
  );
  await keepProgress(tx, provinceId, changed);
  await tx.run(
    'delete from progress_waiting w using (select distinct code_key from incoming) i where w.province_id = $1 and w.code_key = i.code_key',
    [provinceId],
  );
}

function standingOf(rows: readonly WaitingRow[]) {
  const [first] = rows;
  if (!first) throw new RangeError('a group of none');
  const { stands, nineIsFinished, rowNo, codeKey, sourceId } = first;
  const after = afterProgress(asProgress(stands), rows, { nineIsFinished });
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
