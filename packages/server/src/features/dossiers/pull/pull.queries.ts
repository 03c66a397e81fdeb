import type { Sql } from '../../../app/sql.ts';
import type { SourceMode } from '../sources/sources.queries.ts';
import type { Cursor, FoundFile } from './connector.ts';
import type { RunParams, RunResult } from './reading-failure.ts';

/** What is set beside the address, as far as a mode asks for it. */
export interface PullSettings {
  /** The day from which on a first reading goes. */
  from?: string;
  pageSize?: number;
  overlapMinutes?: number;
  service?: string;
  /** What a reading of the whole no longer has is gone. */
  wholeSaysGone?: boolean;
}

/** How a source is fetched from, and where that stands; never with what signs in there. */
export interface PullRow {
  id: number;
  mode: SourceMode;
  address: string | null;
  username: string | null;
  organisation: string | null;
  hostKey: string | null;
  hasSecret: boolean;
  settings: PullSettings;
  everyMinutes: number | null;
  wholeEveryDays: number | null;
  cursor: Cursor | null;
  cursorVersion: number;
  nextAt: Date | null;
  lastWholeAt: Date | null;
  failures: number;
  openUntil: Date | null;
  stopAsked: boolean;
}

/** The same for whoever reads it. */
export interface PullSource extends PullRow {
  name: string;
  unitId: number;
  accountId: number;
  secret: Buffer | null;
  enabled: boolean;
  version: number;
  askedBy: number | null;
  /** The whole is to be read again. */
  isWholeDue: boolean;
  isDue: boolean;
}

const PULL = `s.id, s.mode, s.address, s.username, s.organisation, s.host_key as "hostKey", s.secret is not null as "hasSecret", s.settings,
  s.every_minutes as "everyMinutes", s.whole_every_days as "wholeEveryDays", s.cursor, s.cursor_version as "cursorVersion",
  s.next_at as "nextAt", s.last_whole_at as "lastWholeAt", s.failures, s.open_until as "openUntil", s.stop_asked as "stopAsked"`;

export function pullRow(sql: Sql, id: number): Promise<PullRow | null> {
  return sql.row<PullRow>(`select ${PULL} from dossier_source s where s.id = $1 and s.removed_at is null`, [id]);
}

export function pullSource(sql: Sql, provinceId: number, id: number): Promise<PullSource | null> {
  return sql.row<PullSource>(
    `select ${PULL}, s.name, s.unit_id as "unitId", s.account_id as "accountId", s.secret, s.enabled, s.version, s.asked_by as "askedBy",
            coalesce(s.last_whole_at, '-infinity') < now() - make_interval(days => s.whole_every_days) as "isWholeDue", s.enabled and s.mode <> 'PUSH' and coalesce(s.next_at <= now(), false) as "isDue"
       from dossier_source s where s.id = $2 and s.province_id = $1 and s.removed_at is null`,
    [provinceId, id],
  );
}

/** Held, with the source's number, while it is being read: by one of all the servers that use this database. */
const READING_LOCK = 793_020;

/** Takes the lock of a source for the connection; false where somebody reads it. It ends with the connection, whatever becomes of the process. */
export async function tryReadingLock(sql: Sql, id: number): Promise<boolean> {
  const row = await sql.row<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [READING_LOCK, id]);
  return row?.got ?? false;
}

export async function endReadingLock(sql: Sql, id: number): Promise<void> {
  await sql.run('select pg_advisory_unlock($1, $2)', [READING_LOCK, id]);
}

const IS_BEING_READ = `exists (select from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 2
  and l.classid = ${READING_LOCK} and l.objid = s.id::text::oid and l.database = (select d.oid from pg_database d where d.datname = current_database()))`;

/** Whether some server is reading it at this moment. */
export async function isBeingRead(sql: Sql, id: number): Promise<boolean> {
  const row = await sql.row<{ is: boolean }>(`select ${IS_BEING_READ} as is from dossier_source s where s.id = $1`, [
    id,
  ]);
  return row?.is ?? false;
}

/** Those that are to be read and that nobody reads. */
export async function dueSources(sql: Sql, provinceId: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `select id from dossier_source s where province_id = $1 and removed_at is null and enabled and mode <> 'PUSH' and next_at <= now()
        and not ${IS_BEING_READ} order by next_at`,
    [provinceId],
  );
  return rows.map(({ id }) => id);
}

export interface PullFacts {
  mode: SourceMode;
  address: string | null;
  username: string | null;
  organisation: string | null;
  hostKey: string | null;
  settings: PullSettings;
  everyMinutes: number | null;
  wholeEveryDays: number | null;
}

/** Writes how a source is fetched from; it is read soon. Another place is another source: where the reading stood is forgotten. */
export async function savePull(sql: Sql, id: number, facts: PullFacts, isElsewhere: boolean): Promise<void> {
  await sql.run(
    `update dossier_source
        set mode = $2, address = $3, username = $4, organisation = $5, host_key = $6, settings = $7, every_minutes = $8,
            whole_every_days = $9, version = version + 1, failures = 0, open_until = null, stop_asked = false,
            next_at = case when $2 = 'PUSH' then null else now() end,
            secret = case when $2 in ('PUSH', 'FOLDER') then null else secret end,
            cursor = case when $10 then null else cursor end, cursor_version = cursor_version + 1
      where id = $1`,
    [
      id,
      facts.mode,
      facts.address,
      facts.username,
      facts.organisation,
      facts.hostKey,
      JSON.stringify(facts.settings),
      facts.everyMinutes,
      facts.wholeEveryDays,
      isElsewhere,
    ],
  );
  await endOpenRun(sql, id);
  if (isElsewhere) await sql.run('delete from source_file where source_id = $1', [id]);
}

export async function saveSecret(sql: Sql, id: number, secret: Buffer): Promise<void> {
  await sql.run('update dossier_source set secret = $2 where id = $1', [id, secret]);
}

/** What a reading that was overtaken was about is over; whoever still reads finds the cursor moved. */
async function endOpenRun(sql: Sql, id: number): Promise<void> {
  await sql.run(
    `update source_run set ended_at = now(), result = 'CHANGED' where source_id = $1 and ended_at is null`,
    [id],
  );
}

/** The next reading is due at once. */
export async function askNow(sql: Sql, id: number, by: number): Promise<void> {
  await sql.run('update dossier_source set next_at = now(), asked_by = $2, stop_asked = false where id = $1', [id, by]);
}

export async function askStop(sql: Sql, id: number): Promise<void> {
  await sql.run('update dossier_source set stop_asked = true where id = $1', [id]);
}

/** It is read again from a day on, or all of it; files too. What is being read just now is overtaken. */
export async function askAgain(sql: Sql, id: number, { from, by }: { from: string | null; by: number }): Promise<void> {
  await sql.run(
    `update dossier_source set cursor = $2, cursor_version = cursor_version + 1, next_at = now(), asked_by = $3,
            stop_asked = false, failures = 0, open_until = null
      where id = $1`,
    [id, from === null ? null : JSON.stringify({ from }), by],
  );
  await endOpenRun(sql, id);
  await sql.run(
    `delete from source_file where source_id = $1 and ($2::date is null or modified_at >= $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`,
    [id, from],
  );
}

/** Moves the cursor from where the reader found it; false where somebody else moved it meanwhile. */
export async function moveCursor(
  sql: Sql,
  { id, cursorVersion }: Pick<PullRow, 'id' | 'cursorVersion'>,
  cursor: Cursor | null,
): Promise<boolean> {
  const changed = await sql.run(
    `update dossier_source set cursor = $3, cursor_version = cursor_version + 1
      where id = $1 and cursor_version = $2 and removed_at is null`,
    [id, cursorVersion, cursor === null ? null : JSON.stringify(cursor)],
  );
  return changed === 1;
}

/** Whether a reading begins there: it goes on with none that was broken off. */
export const isBeginning = (cursor: Cursor | null): boolean => cursor === null || Object.keys(cursor).join() === 'from';

/**
 * Whether the last reading was of the whole and did not come to its end: it goes on from where it stands, or a line that breaks
 * now and then would begin at the beginning for ever.
 */
export async function isWholeBroken(sql: Sql, { id, cursor }: PullSource): Promise<boolean> {
  // Somebody asked for all from a day on: that is another reading.
  if (isBeginning(cursor)) return false;
  const last = await sql.row<{ broken: boolean }>(
    `select whole and result not in ('DONE', 'NOTHING_NEW') as broken from source_run
      where source_id = $1 and ended_at is not null order by started_at desc limit 1`,
    [id],
  );
  return last?.broken ?? false;
}

/**
 * The whole is read again: where the reading stood is forgotten, and which files could not be read. Files that were taken and are what
 * they were say nothing new; they are read again only where what is in none of them is gone.
 */
export async function askedAnew(sql: Sql, source: PullSource): Promise<PullSource> {
  await moveCursor(sql, source, null);
  await sql.run('delete from source_file where source_id = $1 and (problem is not null or $2)', [
    source.id,
    source.settings.wholeSaysGone ?? false,
  ]);
  return { ...source, cursor: null, cursorVersion: source.cursorVersion + 1 };
}

/** What the row says while it is being read: whether to go on. */
export function wishOf(sql: Sql, id: number): Promise<{ version: number; stopAsked: boolean } | null> {
  return sql.row(
    `select version, stop_asked as "stopAsked" from dossier_source where id = $1 and removed_at is null and enabled`,
    [id],
  );
}

/** When it is asked next, and how its breaker stands; nothing where somebody asked for something else meanwhile. */
export async function saveEnd(
  sql: Sql,
  { id, cursorVersion }: Pick<PullRow, 'id' | 'cursorVersion'>,
  end: { result: RunResult; params: RunParams; failures: number; minutes: number; isWhole: boolean; isOpen: boolean },
): Promise<void> {
  await sql.run(
    `update dossier_source
        set last_result = $2, last_params = $3, failures = $4, next_at = now() + make_interval(secs => $5::float8 * 60),
            open_until = case when $7 then now() + make_interval(secs => $5::float8 * 60) end,
            last_whole_at = case when $6 then now() else last_whole_at end,
            stop_asked = false, asked_by = null
      where id = $1 and cursor_version = $8`,
    [id, end.result, JSON.stringify(end.params), end.failures, end.minutes, end.isWhole, end.isOpen, cursorVersion],
  );
}

export interface FileRow extends FoundFile {
  /** SHA-256 of its bytes as they lay there; null where it could not be read. */
  checksum: string | null;
  problem: string | null;
}

export async function filesOf(sql: Sql, sourceId: number): Promise<FileRow[]> {
  const rows = await sql.rows<Omit<FileRow, 'size'> & { size: string }>(
    `select path, size, modified_at as "modifiedAt", checksum, problem from source_file where source_id = $1`,
    [sourceId],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

export async function saveFile(
  sql: Sql,
  sourceId: number,
  { path, size, modifiedAt }: FoundFile,
  { checksum = null, problem = null }: { checksum?: string | null; problem?: string | null },
): Promise<void> {
  await sql.run(
    `insert into source_file (source_id, path, size, modified_at, checksum, problem) values ($1, $2, $3, $4, $5, $6)
     on conflict (source_id, path) do update set size = excluded.size, modified_at = excluded.modified_at,
       checksum = excluded.checksum, problem = excluded.problem, taken_at = now()`,
    [sourceId, path, size, modifiedAt, checksum, problem],
  );
}
