import type { Writer } from '../../../app/database.ts';
import { Booking } from '../../rates/booking.queries.ts';
import { SAID, VALUES, values } from '../ingest/content.ts';
import { REPORT } from '../sources/said-progress.queries.ts';
import type { LeftRows } from './mends.queries.ts';

/** What taking a decision back came to. */
export interface Undone {
  /** Dossiers that are gone again, and such that are what they were before. */
  removed: number;
  restored: number;
  /** Rows that wait again. */
  reopened: number;
  /** Rows that stay as they are, and why. */
  left: LeftRows[];
}

/**
 * Finds what a decision made and nobody changed since: rows that it had taken, each with its dossier, in the temporary table
 * `undone`. What came of the same code later stands.
 */
export async function findUndone(tx: Writer, provinceId: number, mendId: string): Promise<void> {
  await tx.run(
    `create temporary table undone on commit drop as
     select q.id as row_id, q.code_key, d.id as dossier_id, d.version, d.recorded_by as made_by
       from quarantine q join cause_mend_step s on s.mend_id = $2::uuid and s.moment_id = q.closed_by
       join cause_mend_step own on own.mend_id = $2::uuid
       join dossier d on d.province_id = $1 and d.code_key = q.code_key and d.recorded_by = own.moment_id
      where q.province_id = $1 and q.closed_as = 'MENDED'
        -- One for which rows of another code are taken is not the decision's alone.
        and not exists (select from dossier_identity x where x.province_id = $1 and x.dossier_key = d.code_key and x.withdrawn_by is null)`,
    [provinceId, mendId],
  );
  await tx.run('analyze undone');
}

/**
 * Rows that a decision had taken and that are not in `undone`, by why they stay as they are: what was merged is taken apart by a step of
 * its own, what changed since is somebody else's word.
 */
export function leftRows(tx: Writer, provinceId: number, mendId: string): Promise<LeftRows[]> {
  const isMerged = `d.gone = 'MERGED' or exists (select from dossier_identity x
    where x.province_id = $1 and x.withdrawn_by is null and q.code_key in (x.code_key, x.dossier_key))`;
  return tx.rows<LeftRows>(
    `select reason, count(*)::int as count from (
       select case when ${isMerged} then 'MERGED'
                   when d.id is null or (select at from moment where id = d.recorded_by) > (select at from moment where id = q.closed_by) then 'CHANGED'
                   else 'UNCHANGED' end as reason
         from quarantine q join cause_mend_step s on s.mend_id = $2::uuid and s.moment_id = q.closed_by
         left join dossier d on d.province_id = $1 and d.code_key = q.code_key
        where q.province_id = $1 and q.closed_as = 'MENDED' and not exists (select from undone u where u.row_id = q.id)) x
      group by reason order by count desc, reason`,
    [provinceId, mendId],
  );
}

const undoneDossiers = (which: string) =>
  `(select d.* from dossier d join undone u on u.dossier_id = d.id where d.province_id = $1 and ${which}) d`;
const THESE = undoneDossiers('true');
/** What was not there before; the rest becomes again what it was. */
const MADE = undoneDossiers('u.version = 1');
const CHANGED = undoneDossiers('u.version > 1');

/** Takes out what is in `undone`, or makes it what it was before, and books both sides. `batchId` is of this moment. */
export async function takeBack(
  tx: Writer,
  provinceId: number,
  batchId: string,
): Promise<Pick<Undone, 'removed' | 'restored'>> {
  const booking = await Booking.open(tx, provinceId);
  await booking.take('GONE', -1, MADE);
  await booking.take('CORRECTED', -1, CHANGED);
  await tx.run(
    `insert into dossier_version (province_id, dossier_id, ${VALUES.join(', ')}, version, recorded_by, batch_id, superseded_by)
     select d.province_id, d.id, ${values('d')}, d.version, d.recorded_by, d.batch_id, $2 from ${THESE}`,
    [provinceId, tx.moment],
  );
  // The second wall lets nobody delete a dossier who does not say so.
  await tx.run(`select set_config('app.undoing', 'on', true)`);
  const removed = await tx.run(
    'delete from dossier d using undone u where d.province_id = $1 and d.id = u.dossier_id and u.version = 1',
    [provinceId],
  );
  await takeStatementsBack(tx, provinceId);
  await haveReportsWait(tx, provinceId);
  await tx.run(`select set_config('app.undoing', '', true)`);
  const restored = await tx.run(
    `update dossier d set ${VALUES.map((column) => `${column} = v.${column}`).join(', ')},
            version = d.version + 1, recorded_by = $2, batch_id = $3
       from undone u join dossier_version v on v.province_id = $1 and v.dossier_id = u.dossier_id and v.version = u.version - 1
      where d.province_id = $1 and d.id = u.dossier_id`,
    [provinceId, tx.moment, batchId],
  );
  if (restored > 0) await booking.take('CORRECTED', 1, CHANGED);
  await booking.close();
  return { removed, restored };
}

/**
 * What a source said in these rows it has not said: nobody gives way to it, and said again it is news. What it had said of a dossier before is
 * its word again.
 */
async function takeStatementsBack(tx: Writer, provinceId: number): Promise<void> {
  const theirs = `s.province_id = $1 and s.code_key = u.code_key and s.recorded_by = u.made_by`;
  await tx.run(
    `update dossier_statement s set ${SAID.map((column) => `${column} = v.${column}`).join(', ')},
            recorded_by = v.recorded_by, batch_id = v.batch_id
       from undone u join dossier_version v on v.province_id = $1 and v.dossier_id = u.dossier_id
      where ${theirs} and v.version = (
        select max(w.version) from dossier_version w join ingest_batch b on b.id = w.batch_id and b.kind <> 'PROGRESS'
         where w.province_id = $1 and w.dossier_id = u.dossier_id and w.version < u.version and b.source_id = s.source_id)`,
    [provinceId],
  );
  await tx.run(`delete from dossier_statement s using undone u where ${theirs}`, [provinceId]);
}

/** Reports of dossiers that are gone again wait for them as before, whether they had waited or came since and changed nothing. */
async function haveReportsWait(tx: Writer, provinceId: number): Promise<void> {
  const gone = `w.province_id = $1 and w.code_key = u.code_key and u.version = 1`;
  await tx.run(
    `with back as (delete from progress_said w using undone u where ${gone} returning w.*)
     insert into progress_waiting (${REPORT}) select ${REPORT} from back on conflict do nothing`,
    [provinceId],
  );
  await tx.run(`delete from dossier_progress w using undone u where ${gone}`, [provinceId]);
}

/** Has the rows of `undone` wait again, but where one of the same code waits already. */
export function reopenUndone(tx: Writer, provinceId: number): Promise<number> {
  return tx.run(
    `update quarantine q set closed_by = null, closed_as = null
       from (select max(row_id) as row_id from undone group by code_key) u
      where q.id = u.row_id and not exists (select from quarantine o where o.province_id = $1 and o.code_key = q.code_key and o.closed_by is null)`,
    [provinceId],
  );
}

/** Has rows wait again that a decision had put aside, but where their code came again since: these are left. */
export async function reopenDiscarded(
  tx: Writer,
  provinceId: number,
  momentId: string,
): Promise<Pick<Undone, 'reopened' | 'left'>> {
  const reopened = await tx.run(
    `update quarantine q set closed_by = null, closed_as = null
      where q.province_id = $1 and q.closed_by = $2::bigint and q.closed_as = 'DISCARDED'
        and (q.code_key is null or (
              not exists (select from quarantine o where o.province_id = $1 and o.code_key = q.code_key and o.id > q.id)
          and not exists (select from dossier d where d.province_id = $1 and d.code_key = q.code_key and d.recorded_by > q.recorded_by)))`,
    [provinceId, momentId],
  );
  const rest = await tx.row<{ n: number }>(
    `select count(*)::int as n from quarantine where province_id = $1 and closed_by = $2::bigint and closed_as = 'DISCARDED'`,
    [provinceId, momentId],
  );
  const count = rest?.n ?? 0;
  return { reopened, left: count > 0 ? [{ reason: 'CHANGED', count }] : [] };
}
