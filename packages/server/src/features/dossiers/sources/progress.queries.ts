import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { aliasKey } from '@chi-tieu/shared/domain/organisation';
import type { Progress, ProgressStep } from '@chi-tieu/shared/domain/progress';
import type { Writer } from '../../../app/database.ts';
import { Booking } from '../../rates/booking.queries.ts';
import { VALUES } from '../ingest/content.ts';
import { updateDossiers } from '../ingest/merge.queries.ts';
import { isOutranked } from './believe.queries.ts';

/** A dossier that reports are about. */
export interface ReportedDossier extends Progress {
  id: string;
  codeKey: string;
  unitId: number;
  /** Another source of a higher rank has spoken of it. */
  isOutranked: boolean;
}

/** The dossiers of some codes as they stand; those that nobody sent are left out. Hold the dossier lock. */
export function dossiersReported(
  tx: Writer,
  provinceId: number,
  sourceId: number,
  keys: readonly string[],
): Promise<ReportedDossier[]> {
  return tx.rows<ReportedDossier>(
    `select d.id::text, d.code_key as "codeKey", d.unit_id as "unitId", d.status, d.received_at as "receivedAt", d.due_at as "dueAt",
            d.finished_at as "finishedAt", d.returned_at as "returnedAt", p.at as "progressAt", ${isOutranked('d.code_key')} as "isOutranked"
       from dossier d left join dossier_progress p on p.province_id = d.province_id and p.code_key = d.code_key
      where d.province_id = $1 and d.code_key = any ($3)`,
    [provinceId, sourceId, keys],
  );
}

/** Writes new versions of dossiers whose reports changed them, and books both sides; how many there were. */
export async function writeProgress(
  tx: Writer,
  provinceId: number,
  batchId: string,
  changed: readonly (Progress & { id: string })[],
): Promise<number> {
  if (changed.length === 0) return 0;
  const told: Record<string, string> = {
    status: 'x.status',
    due_at: 'x."dueAt"',
    finished_at: 'x."finishedAt"',
    returned_at: 'x."returnedAt"',
    finished_day: 'x."finishedDay"',
  };
  const columns = VALUES.map((column) => `${told[column] ?? `d.${column}`} as ${column}`).join(', ');
  await tx.run(
    `create temporary table changed on commit drop as
     select d.id as dossier_id, ${columns}, false as turns
       from jsonb_to_recordset($2::jsonb) as x (id bigint, status smallint, "dueAt" timestamptz, "finishedAt" timestamptz,
              "returnedAt" timestamptz, "finishedDay" date)
       join dossier d on d.province_id = $1 and d.id = x.id`,
    [provinceId, JSON.stringify(changed.map(withDay))],
  );
  const booking = await Booking.open(tx, provinceId);
  const updated = await updateDossiers(tx, provinceId, batchId, booking);
  await booking.close();
  await tx.run('drop table changed');
  return updated;
}

const withDay = (one: Progress) => ({ ...one, finishedDay: one.finishedAt && dayInVietnam(one.finishedAt) });

/** The units that organisations name, by what the source calls them, else by the aliases of everybody. */
export async function unitsOfOrganisations(
  tx: Writer,
  provinceId: number,
  sourceId: number,
  organisations: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.rows<{ key: string; unitId: number }>(
    `select k.key, coalesce(c.unit_id, a.unit_id) as "unitId" from unnest($3::text[]) as k (key)
       left join source_code c on c.source_id = $2 and c.kind = 'UNIT' and c.key = k.key
       left join (select distinct key, unit_id from unit_alias where province_id = $1 and key not like 'name:%') a on a.key = k.key
      where coalesce(c.unit_id, a.unit_id) is not null`,
    [provinceId, sourceId, organisations.map(aliasKey)],
  );
  return new Map(rows.map(({ key, unitId }) => [key, unitId]));
}

/** How many reports of a source wait. */
export async function countWaitingReports(tx: Writer, provinceId: number, sourceId: number): Promise<number> {
  const row = await tx.row<{ n: number }>(
    'select count(*)::int as n from progress_waiting where province_id = $1 and source_id = $2',
    [provinceId, sourceId],
  );
  return row?.n ?? 0;
}

export type WaitingReport = ProgressStep & { unitId: number | null };

/** Keeps reports until their dossiers come; the same one waits once. */
export async function keepWaiting(
  tx: Writer,
  provinceId: number,
  { sourceId, batchId }: { sourceId: number; batchId: string },
  reports: readonly WaitingReport[],
): Promise<void> {
  if (reports.length === 0) return;
  await tx.run(
    `insert into progress_waiting (province_id, source_id, code_key, at, status, finished_at, returned_at, due_at, unit_id, recorded_by, batch_id)
     select $1, $2, x."codeKey", x.at, x.status, x."finishedAt", x."returnedAt", x."dueAt", x."unitId", $3, $4
       from jsonb_to_recordset($5::jsonb) as x ("codeKey" text, at timestamptz, status smallint, "finishedAt" timestamptz,
              "returnedAt" timestamptz, "dueAt" timestamptz, "unitId" int)
     on conflict do nothing`,
    [provinceId, sourceId, tx.moment, batchId, JSON.stringify(reports.map(({ code: _code, ...kept }) => kept))],
  );
}
