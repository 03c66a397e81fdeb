import type { Jump } from '@chi-tieu/shared/domain/jumps/jumps';
import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';

/** Of what a batch is a part: the day of a source that pushes, or a reading, which may have begun with one that was broken off. */
export interface TallyOf {
  sourceId: number;
  /** The reading with which it began; null: it was pushed. */
  reading: string | null;
}

/** How a tally is called: the reading, or the day in Vietnam. */
const NAME = `coalesce($2::text, (now() at time zone 'Asia/Ho_Chi_Minh')::date::text)`;

/** What was taken of a reading before the page that is looked at. */
export interface ReadSoFar {
  changed: number;
  withdrawn: number;
}

export const NOTHING_YET: ReadSoFar = { changed: 0, withdrawn: 0 };

/** How many dossiers a reading has changed and withdrawn so far. What is pushed is judged by each body: many small ones change many in a day. */
export async function readSoFar(tx: Writer, { sourceId, reading }: TallyOf): Promise<ReadSoFar> {
  if (reading === null) return NOTHING_YET;
  const row = await tx.row<ReadSoFar>(
    `select coalesce(sum(changed), 0)::int as changed, coalesce(sum(withdrawn), 0)::int as withdrawn from source_run
      where source_id = $1 and (id = $2::uuid or first_run = $2::uuid)`,
    [sourceId, reading],
  );
  return row ?? NOTHING_YET;
}

/** Tallied months of the batch that is looked at, as a table `t` of `unit_id`, `month` and `added`, by `$1` and `$2` of `tallyParams`. */
export const TALLIED = `(select unit_id, month, added from jump_tally where source_id = $1::int and tally = ${NAME})`;

export const tallyParams = (of: TallyOf | null): [number | null, string | null] => [
  of?.sourceId ?? null,
  of?.reading ?? null,
];

/** Adds what is taken of a batch, told from `fresh`, to its tally. Those of days that are over go. */
export async function addToTally(tx: Writer, of: TallyOf, { changed, withdrawn }: ReadSoFar): Promise<void> {
  await tx.run(
    `insert into jump_tally (source_id, tally, unit_id, month, added)
     select $1, ${NAME}, unit_id, date_trunc('month', received_day)::date, count(*)::int from fresh group by 3, 4
     on conflict (source_id, tally, unit_id, month) do update set added = jump_tally.added + excluded.added`,
    tallyParams(of),
  );
  if (of.reading === null)
    await tx.run(
      `delete from jump_tally where source_id = $1 and length(tally) = 10 and tally <> ${NAME}`,
      tallyParams(of),
    );
  else
    await tx.run(
      `update source_run set changed = changed + $3, withdrawn = withdrawn + $4
        where source_id = $1 and (id = $2::uuid or first_run = $2::uuid) and ended_at is null`,
      [of.sourceId, of.reading, changed, withdrawn],
    );
}

/** Somebody has looked at what came of a reading, or it is over: what comes of it later is judged from zero. */
export async function resetTally(sql: Sql, sourceId: number, reading: string): Promise<void> {
  await sql.run('delete from jump_tally where source_id = $1 and tally = $2', [sourceId, reading]);
  await sql.run(
    'update source_run set changed = 0, withdrawn = 0 where source_id = $1 and (id = $2::uuid or first_run = $2::uuid)',
    [sourceId, reading],
  );
}

/** Another reading begins: what was tallied of those before says nothing of it. */
export async function forgetTallies(sql: Sql, sourceId: number): Promise<void> {
  await sql.run('delete from jump_tally where source_id = $1 and length(tally) > 10', [sourceId]);
}

/** What was held last of a reading, and what somebody said to it; null where nothing of it was. */
export interface HeldOfReading {
  id: string;
  settledAs: 'RELEASED' | 'DISCARDED' | null;
  /** How many dossiers would change by it. */
  changed: number;
  jumps: Jump[];
}

export async function lastHeldOf(tx: Writer, reading: string): Promise<HeldOfReading | null> {
  return tx.row<HeldOfReading>(
    `select h.batch_id as id, h.settled_as as "settledAs", h.changed, h.jumps from held_batch h join moment m on m.id = h.recorded_by
      where h.reading = $1::uuid order by m.at desc limit 1`,
    [reading],
  );
}
