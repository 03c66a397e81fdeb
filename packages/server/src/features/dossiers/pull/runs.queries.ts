import type { Sql } from '../../../app/sql.ts';
import { forgetTallies } from '../held/tally.queries.ts';
import { isBeginning, type PullSource } from './pull.queries.ts';
import { forgetReadCodes } from './read-codes.queries.ts';
import type { RunParams, RunResult } from './reading-failure.ts';

/** One reading of a source. */
export interface RunRow {
  id: string;
  sourceId: number;
  /** The one with which it began, where it goes on with what was broken off; else itself. */
  firstRun: string;
  /** Its files are read from the newest to the oldest. */
  newestFirst: boolean;
  by: string | null;
  whole: boolean;
  startedAt: Date;
  endedAt: Date | null;
  pages: number;
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  refused: number;
  missing: number;
  place: string | null;
  result: RunResult | null;
  params: RunParams;
}

const RUN = `r.id, r.source_id as "sourceId", coalesce(r.first_run, r.id) as "firstRun", r.newest_first as "newestFirst", account_name(r.asked_by) as "by", r.whole, r.started_at as "startedAt", r.ended_at as "endedAt",
  r.pages, r.received, r.created, r.updated, r.unchanged, r.rejected, r.refused, r.missing, r.place, r.result, r.params`;

/** The reading that has not ended; null where there is none. */
export function openRun(sql: Sql, sourceId: number): Promise<RunRow | null> {
  return sql.row<RunRow>(`select ${RUN} from source_run r where r.source_id = $1 and r.ended_at is null`, [sourceId]);
}

/** The last readings, newest first. */
export function lastRuns(sql: Sql, sourceId: number, most: number): Promise<RunRow[]> {
  return sql.rows<RunRow>(
    `select ${RUN} from source_run r where r.source_id = $1 order by r.started_at desc limit $2`,
    [sourceId, most],
  );
}

/** The receipts of some readings, in their order. */
export function batchesOfRuns(sql: Sql, runs: readonly string[]): Promise<{ runId: string; batchId: string }[]> {
  return sql.rows(
    `select x.run_id as "runId", x.batch_id as "batchId" from source_run_batch x join ingest_batch b on b.id = x.batch_id
      where x.run_id = any ($1::uuid[]) order by b.recorded_by`,
    [runs],
  );
}

/** The last reading, where that was broken off and is gone on with; null: it came to its end. */
export async function brokenRun(sql: Sql, { id, cursor }: Pick<PullSource, 'id' | 'cursor'>): Promise<RunRow | null> {
  if (isBeginning(cursor)) return null;
  const last = await sql.row<RunRow>(
    `select ${RUN} from source_run r where r.source_id = $1 and r.ended_at is not null order by r.started_at desc limit 1`,
    [id],
  );
  return last && last.result !== 'DONE' && last.result !== 'NOTHING_NEW' ? last : null;
}

/** How many rows of a reading were held when they came; nothing where none was. */
export async function heldOfRun(sql: Sql, id: string): Promise<{ held?: number }> {
  const row = await sql.row<{ n: number }>(
    `select coalesce(sum(b.held_rows), 0)::int as n from source_run_batch x join ingest_batch b on b.id = x.batch_id where x.run_id = $1`,
    [id],
  );
  return row && row.n > 0 ? { held: row.n } : {};
}

/** Whether anything of a source was ever taken. */
export async function hasBroughtEver(sql: Sql, sourceId: number): Promise<boolean> {
  return (await sql.row('select from source_day where source_id = $1 limit 1', [sourceId])) !== null;
}

interface NewRun {
  whole: boolean;
  by: number | null;
  /** With which one that goes on, where it was broken off. */
  goesOnWith: string | null;
  newestFirst: boolean;
}

export async function beginRun(
  sql: Sql,
  sourceId: number,
  { whole, by, goesOnWith, newestFirst }: NewRun,
): Promise<RunRow> {
  await sql.run(
    'insert into source_run (source_id, whole, asked_by, first_run, newest_first) values ($1, $2, $3, $4, $5)',
    [sourceId, whole, by, goesOnWith, newestFirst],
  );
  if (goesOnWith === null) {
    await forgetTallies(sql, sourceId);
    await forgetReadCodes(sql, sourceId);
  }
  const run = await openRun(sql, sourceId);
  if (!run) throw new Error('the reading that was just begun is gone');
  return run;
}

/** What a page or a refused file adds to a reading. */
export interface Step {
  place: string;
  counts?: { received: number; created: number; updated: number; unchanged: number; rejected: number };
  batch?: string;
  refused?: number;
  missing?: number;
  /** So much of it nobody can tell: rows without a code, stretches without a total or that go on moving, files that are being written. */
  unsure?: number;
}

const NOTHING = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };

export async function addToRun(sql: Sql, id: string, { place, counts = NOTHING, batch, ...step }: Step): Promise<void> {
  const { received, created, updated, unchanged, rejected } = counts;
  await sql.run(
    `update source_run set pages = pages + 1, place = $2, received = received + $3, created = created + $4, updated = updated + $5,
            unchanged = unchanged + $6, rejected = rejected + $7, refused = refused + $8, missing = missing + $9, unsure = unsure + $10 where id = $1`,
    [
      id,
      place,
      received,
      created,
      updated,
      unchanged,
      rejected,
      step.refused ?? 0,
      step.missing ?? 0,
      step.unsure ?? 0,
    ],
  );
  if (batch) await sql.run('insert into source_run_batch (run_id, batch_id) values ($1, $2)', [id, batch]);
}

const KEPT_DAYS = 30;

/** Ends a reading. Those that found nothing are forgotten after a while. */
export async function endRun(sql: Sql, run: RunRow, result: RunResult, params: RunParams): Promise<RunRow | null> {
  await sql.run('update source_run set ended_at = now(), result = $2, params = $3 where id = $1 and ended_at is null', [
    run.id,
    result,
    JSON.stringify(params),
  ]);
  await sql.run(
    `delete from source_run r where r.source_id = $1 and r.received = 0 and r.ended_at < now() - interval '${KEPT_DAYS} days'`,
    [run.sourceId],
  );
  if (result === 'DONE' || result === 'NOTHING_NEW') await forgetReadCodes(sql, run.sourceId);
  return sql.row<RunRow>(`select ${RUN} from source_run r where r.id = $1`, [run.id]);
}
