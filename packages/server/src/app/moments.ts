import { prepared, type Sql } from './sql.ts';

/**
 * How the system's own clock is kept (docs/ARCHITECTURE.md, "Two clocks"). A moment is opened first in a writing
 * transaction and sealed last: everything recorded at or before T is committed before anyone can be answered about T.
 */

/** Held by a writer from giving its moment a time until it is committed; passed through by readers. */
const SEAL_LOCK = 793_001;
/** Held by whoever changes dossiers, or what classifies them. */
const DOSSIER_LOCK = 793_002;

/**
 * What moments are for that change no answer, and no stand of the data: nobody is answered from what is being computed
 * (migration 0084 says the same word).
 */
export const TEACHES_NOTHING = 'computeDefinition';

/** Changes of what is said to units, and by which rules: as known after them every figure is what it was before. */
export const URGING = ['lookAtRules', 'actOnReminder', 'saveUrgeRule', 'saveContact', 'releaseMessages'] as const;
export type UrgingPurpose = (typeof URGING)[number];

/** What units say of what keeps them, and what is done about it. */
const DIFFICULTIES = ['reportDifficulty', 'stepOfDifficulty', 'joinDifficulties', 'partDifficulties'] as const;

/** Changes of inspections: what is looked at there is no fact that figures are made of. */
const INSPECTING = ['planInspection', 'moveInspection', 'workOnInspection', 'saveChecklist'] as const;

/** How units are drawn. */
const DRAWING = ['saveBoundaries', 'removeBoundaries'] as const;

/** Which connected systems there are, when they were down and what happened to them. */
const CONNECTED = ['keepSystems', 'recordOutage', 'recordIncident'] as const;

/** Reports to the chairman, and the words that they are drawn up with. */
const REPORTING = [
  'drawReport',
  'wordReport',
  'moveReport',
  'saveReportTemplate',
  'saveReportSchedule',
  'deleteReportSchedule',
  'deliverReport',
  'receiveReport',
] as const;

/** Guidance, measures and directions: what is told, planned and decided changes no figure. */
const MATTERS = ['giveGuidance', 'askAboutGuidance', 'keepMeasure', 'giveDirection'] as const;

/** What moments are for at which nothing is learned of dossiers: citing, closing, computing, urging, inspecting, reporting and what is said change no figure. */
export const LEARNS_NOTHING: readonly string[] = [
  'citeFigure',
  'closePeriod',
  'reopenPeriod',
  'switchPublicPage',
  TEACHES_NOTHING,
  ...URGING,
  ...DIFFICULTIES,
  ...INSPECTING,
  ...MATTERS,
  ...REPORTING,
  ...DRAWING,
  ...CONNECTED,
  'readNews',
];

/** Opens the moment of a writing transaction; its time is infinity until it is sealed. */
export async function openMoment(sql: Sql, accountId: number | null, purpose: string): Promise<string> {
  const row = await sql.row<{ id: string }>('insert into moment (account_id, purpose) values ($1, $2) returning id', [
    accountId,
    purpose,
  ]);
  if (!row) throw new Error('The database gave no moment.');
  return row.id;
}

/** Says that a moment is for something else than it was opened for. */
export async function renameMoment(sql: Sql, moment: string, purpose: string): Promise<void> {
  await sql.run('update moment set purpose = $2 where id = $1', [moment, purpose]);
}

/**
 * Gives the moment its time, the next whole millisecond, and waits until the clock is past it, so that whoever hears of
 * the commit can only name a later or equal instant. Nothing may be written after this in the transaction.
 */
export async function sealMoment(sql: Sql, moment: string): Promise<void> {
  await sql.run('select pg_advisory_xact_lock($1)', [SEAL_LOCK]);
  const row = await sql.row<{ wait: number }>(
    `update moment set at = greatest(
         date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond',
         (select max(at) + interval '1 millisecond' from moment where at < 'infinity'))
     where id = $1
     returning extract(epoch from at - clock_timestamp())::float8 as wait`,
    [moment],
  );
  // A clock that was set back may leave the last moment ahead of it: order is kept, and no one waits for hours.
  const wait = Math.min(Math.max(row?.wait ?? 0, 0), 0.05);
  if (wait > 0) await sql.run('select pg_sleep($1)', [wait]);
}

/** Lets every writer that has already named its time finish; call before a snapshot is taken. */
export async function passSeal(sql: Sql): Promise<void> {
  await sql.run('select pg_advisory_lock_shared($1), pg_advisory_unlock_shared($1)', [SEAL_LOCK]);
}

/** The same as a transaction of its own, to be sent before the statements that open a snapshot. */
export const PASS_SEAL: readonly string[] = [
  'begin',
  `select pg_advisory_lock_shared(${SEAL_LOCK}), pg_advisory_unlock_shared(${SEAL_LOCK})`,
  'commit',
];

/** Until where the snapshot shows what was written; of two with the same stand every fact is the same. */
export const LAST_STAND = 'select last_stand() as stand';

const STAND_AFTER_SEAL = prepared('stand', 'select stand_after_seal() as stand');

/** Until where a snapshot would show what was written that was opened now. */
export async function standNow(sql: Sql): Promise<string> {
  return (await sql.row<{ stand: string }>(STAND_AFTER_SEAL))?.stand ?? '';
}

/** From here to the end of the transaction nobody else changes dossiers or what classifies them. */
export async function lockDossiers(sql: Sql): Promise<void> {
  await sql.run('select pg_advisory_xact_lock($1)', [DOSSIER_LOCK]);
}

/** The last moment that this snapshot shows: asked again with it as `knownAt`, every figure is the same. */
export async function latestMoment(sql: Sql): Promise<Date | null> {
  const row = await sql.row<{ at: Date | null }>("select max(at) as at from moment where at < 'infinity'");
  return row?.at ?? null;
}
