import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { Writer } from '../../../app/database.ts';
import { Booking } from '../../rates/booking.queries.ts';
import { readProcedureAliases } from '../desk/procedure-alias.queries.ts';
import { overtakeHeld } from '../held/hold.queries.ts';
import { believe, keepPersonsWord } from '../sources/believe.queries.ts';
import { applyReports } from '../sources/waiting.queries.ts';
import { CONTENT, content, VALUES, values } from './content.ts';
import { takeForOthers } from '../identity/taken-rows.queries.ts';
import { resolveRows, turnBad } from './resolve.queries.ts';
import { splitRows } from './split.queries.ts';
import { looselyNamed, type LooselyNamed } from './unit-names.queries.ts';

/** What became of the rows of a body. `received` is their sum. */
export interface Outcome {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** What became of staged rows, and which of them were taken for a unit by a name that is its own but for marks. */
export interface Merged extends Outcome {
  loose: LooselyNamed[];
}

/** Looks at what would be written (`fresh`, `changed`) before anything is: true holds the batch, and nothing of it counts. */
export interface Watch {
  holds(): Promise<boolean>;
}

/** What sorting and joining may hold in memory before it goes to files: one merge runs at a time, and a body may have a million rows. */
const WORK_MEMORY = '64MB';

const HELD: Merged = { received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, loose: [] };

/**
 * Turns the staged rows into dossiers, versions and figures, by the units and procedures known inside this transaction.
 * The caller holds the dossier lock. Bad rows are left in `staged` with their problem. A batch that is held changes nothing. What is
 * no news (`isNews`) was said before, and comes only now.
 */
export async function mergeStaged(
  tx: Writer,
  provinceId: number,
  { id: batchId, sourceId, isNews }: { id: string; sourceId: number | null; isNews: boolean },
  within: Within,
  watch: Watch | null = null,
): Promise<Merged> {
  await tx.run(`set local work_mem = '${WORK_MEMORY}'`);
  await tx.run('analyze staged (organisation, unit_name_key, unit_name_marked, procedure_code, problem)');
  await readProcedureAliases(tx, provinceId);
  await resolveRows(tx, provinceId, sourceId, within);
  await takeForOthers(tx, provinceId, sourceId);
  if (within !== null) await refuseBeyond(tx, provinceId, within.units);
  await tx.run('analyze incoming (row_no, code_key, loose_alias)');
  const loose = await looselyNamed(tx);
  // What is held is not believed either, and what waits for it goes on waiting.
  if (watch) await tx.run('savepoint before_held');
  if (isNews) await overtakeHeld(tx, provinceId, sourceId);
  if (sourceId === null) await keepPersonsWord(tx, provinceId, batchId);
  else await believe(tx, provinceId, { batchId, sourceId });
  const moreUpdates = await dropRepeatedRows(tx, provinceId);
  await applyReports(tx, provinceId, { sourceId, isNews });
  await splitRows(tx, provinceId);
  if (await watch?.holds()) {
    await tx.run('rollback to savepoint before_held');
    await tx.run('drop table if exists incoming, known, unit_name');
    return HELD;
  }
  const booking = await Booking.open(tx, provinceId);
  const updated = await updateDossiers(tx, provinceId, batchId, booking);
  const created = await insertDossiers(tx, provinceId, batchId, booking);
  await booking.close();
  const totals = await tx.row<{ good: number; bad: number }>(
    'select count(*) filter (where problem is null)::int as good, count(*) filter (where problem is not null)::int as bad from staged',
  );
  const good = totals?.good ?? 0;
  const bad = totals?.bad ?? 0;
  await tx.run('drop table if exists incoming, known, changed, fresh, unit_name');
  const written = { created, updated: updated + moreUpdates };
  return {
    received: good + bad,
    rejected: bad,
    ...written,
    unchanged: good - written.created - written.updated,
    loose,
  };
}

/**
 * Rows of units that the sender may not send for become bad ones, and so do rows of a dossier that such a unit has: before
 * anything is compared, so that nobody learns what is stored of it.
 */
async function refuseBeyond(tx: Writer, provinceId: number, units: readonly number[]): Promise<void> {
  const stored = `exists (select 1 from dossier d where d.province_id = $1 and d.code_key = i.code_key and not d.unit_id = any ($2))`;
  await tx.run(
    `create temporary table beyond on commit drop as
    select row_no from incoming i where not i.unit_id = any ($2) or ${stored}`,
    [provinceId, units],
  );
  await turnBad(tx, 'i.row_no in (select row_no from beyond)', { field: `'MaHoSo'`, problem: `'BEYOND_REACH'` });
  await tx.run('drop table beyond');
}

/**
 * Codes that stand more than once in the body: each row is compared with the one before it, the last one counts. Drops the
 * rows before the last. Returns how many updates there were beyond those that writing the last rows will count.
 */
async function dropRepeatedRows(tx: Writer, provinceId: number): Promise<number> {
  await tx.run(`create temporary table repeated on commit drop as
    select code_key, max(row_no) as last_row from incoming group by code_key having count(*) > 1`);
  const counts = await tx.row<{ beyond: number }>(
    `select (count(*) filter (where is_update) - count(*) filter (where is_last and last_is_written))::int as beyond
       from (select i.row_no = r.last_row as is_last,
                    case when row_number() over w > 1 then ${content('i')} is distinct from (${CONTENT.map((c) => `lag(i.${c}) over w`).join(', ')})
                         else d.id is not null and ${content('i')} is distinct from ${content('d')} end as is_update,
                    d.id is not null and ${content('i')} is distinct from ${content('d')} as last_is_written
               from repeated r join incoming i on i.code_key = r.code_key
               left join dossier d on d.province_id = $1 and d.code_key = i.code_key
             window w as (partition by i.code_key order by i.row_no)) x`,
    [provinceId],
  );
  await tx.run('delete from incoming i using repeated r where i.code_key = r.code_key and i.row_no < r.last_row');
  await tx.run('drop table repeated');
  return counts?.beyond ?? 0;
}

/**
 * Keeps the earlier version of each dossier of `changed`, writes the new one and books both sides; those that `turns` because they are
 * gone, or are there again, by that cause.
 */
export async function updateDossiers(
  tx: Writer,
  provinceId: number,
  batchId: string,
  booking: Booking,
): Promise<number> {
  const before = (which: string) =>
    `(select d.* from dossier d join changed c on c.dossier_id = d.id where d.province_id = $1 and ${which}) d`;
  const some = await tx.row<{ n: number; turned: number }>(
    'select count(*)::int as n, count(*) filter (where turns)::int as turned from changed',
  );
  if (!some?.n) return 0;
  await booking.take('CORRECTED', -1, before('not c.turns'));
  if (some.turned > 0) await booking.take('GONE', -1, before('c.turns'));
  await tx.run(
    `insert into dossier_version (province_id, dossier_id, ${VALUES.join(', ')}, version, recorded_by, batch_id, superseded_by)
     select d.province_id, d.id, ${values('d')}, d.version, d.recorded_by, d.batch_id, $2 from ${before('true')}`,
    [provinceId, tx.moment],
  );
  const changed = await tx.run(
    `update dossier d set ${VALUES.map((column) => `${column} = c.${column}`).join(', ')},
            version = d.version + 1, recorded_by = $2, batch_id = $3
       from changed c where d.province_id = $1 and d.id = c.dossier_id`,
    [provinceId, tx.moment, batchId],
  );
  await booking.take('CORRECTED', 1, '(select * from changed where not turns) d');
  if (some.turned > 0) await booking.take('GONE', 1, '(select * from changed where turns) d');
  return changed;
}

/** Writes the dossiers of `fresh` and books them. */
export async function insertDossiers(
  tx: Writer,
  provinceId: number,
  batchId: string,
  booking: Booking,
): Promise<number> {
  const created = await tx.run(
    `insert into dossier (province_id, ${VALUES.join(', ')}, version, recorded_by, batch_id)
     select $1, ${values('f')}, 1, $2, $3 from fresh f`,
    [provinceId, tx.moment, batchId],
  );
  if (created > 0) await booking.take('NEW', 1, 'fresh d');
  return created;
}
