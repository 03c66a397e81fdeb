import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { MIGRATION_LOCK } from '../../app/migrate.ts';
import { latestMoment, passSeal } from '../../app/moments.ts';
import type { Room } from '../../app/room.ts';
import { productVersion } from '../../app/version.ts';
import { beginDraft } from './backup-folder.ts';
import { END_OF_ROWS, FORMAT, lineOf, sealOf, type BackupHead, type Origin, type TableSum } from './backup-format.ts';
import { onOwnConnection, type OwnConnection } from './connection.ts';
import { loadOrder } from './load-order.ts';
import {
  appliedMigrations,
  promptReferences,
  sequenceStates,
  storedTables,
  type StoredTable,
} from './stored.queries.ts';

export interface BackupOptions {
  url: string;
  /** Where the file goes; made where it is missing. */
  folder: string;
  origin: Origin;
  /** Where the folder lies on the disk of the embedded PostgreSQL: it is begun and written on only while there is room there. */
  room?: Room | undefined;
  /** Ends it; nothing is left of it. */
  signal?: AbortSignal | undefined;
  /** Told before the rows of each table, with how many are done of how many; waited for. */
  progress?: (table: string, at: { done: number; of: number }) => void | Promise<void>;
}

export interface BackupMade {
  file: string;
  bytes: number;
  rows: number;
  takenAt: Date;
}

/**
 * Everybody signs in again; failed tries are forgotten after an hour anyway, and ways to a single sign-on sooner. Migrations
 * stand in the head.
 */
export const LEFT_OUT = ['session', 'sign_in_failure', 'second_factor_failure', 'sign_on_journey'];
/** What app/migrate.ts keeps for itself. */
export const MIGRATION_TABLE_NAME = 'migration';

/**
 * Writes everything that the database holds at one moment into a new file of the folder, while others go on writing. Memory
 * stays flat. Throws an Error with one plain sentence where there is nothing to be backed up, UNAVAILABLE where the disk is nearly
 * full; whatever fails leaves no file.
 */
export async function takeBackup(options: BackupOptions): Promise<BackupMade> {
  const { url, signal, room } = options;
  await room?.requireForBackup();
  return onOwnConnection({ url, name: 'chi-tieu backup', signal }, async (own) => {
    const { head, tables } = await openSnapshot(own, options.origin);
    const draft = await beginDraft(options.folder);
    try {
      const sums: TableSum[] = [];
      const bytes = await writeSealed(draft.handle, content(own, head, tables, sums, options), { signal, room });
      const takenAt = new Date(head.takenAt);
      return { file: await draft.finish(takenAt), bytes, rows: totalRows(sums), takenAt };
    } finally {
      await draft.discard();
    }
  });
}

interface Opened {
  head: BackupHead;
  tables: StoredTable[];
}

/**
 * Opens the snapshot and holds on to its tables: a migration of a newer version may neither be half in it nor change them
 * under way. Writers and readers are not held up.
 */
async function openSnapshot(own: OwnConnection, origin: Origin): Promise<Opened> {
  await own.run('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK]);
  await passSeal(own);
  await own.run('begin isolation level repeatable read read only');
  const stored = await storedTables(own);
  if (!stored.some(({ name }) => name === MIGRATION_TABLE_NAME))
    throw new Error('Cơ sở dữ liệu còn trống. The database is empty.');
  const names = stored.map(({ name }) => pg.escapeIdentifier(name));
  await own.run(`lock table ${names.join(', ')} in access share mode`);
  await own.run('select pg_advisory_unlock_shared($1)', [MIGRATION_LOCK]);
  const tables = await inLoadOrder(own, stored);
  return { tables, head: await headOf(own, origin, tables) };
}

async function inLoadOrder(own: OwnConnection, stored: StoredTable[]): Promise<StoredTable[]> {
  const copied = stored.filter(({ name }) => name !== MIGRATION_TABLE_NAME && !LEFT_OUT.includes(name));
  const order = loadOrder(
    copied.map(({ name }) => name),
    await promptReferences(own),
  );
  return copied.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

async function headOf(own: OwnConnection, origin: Origin, tables: StoredTable[]): Promise<BackupHead> {
  const snapshot = await own.row<{ at: Date }>('select now() as at');
  if (!snapshot) throw new Error('The database did not tell its time.');
  return {
    record: 'backup',
    format: FORMAT,
    product: productVersion(),
    origin,
    takenAt: snapshot.at.toISOString(),
    knownAt: (await latestMoment(own))?.toISOString() ?? null,
    migrations: await appliedMigrations(own),
    tables: tables.map(({ name }) => name),
    leftOut: LEFT_OUT,
    sequences: await sequenceStates(own, pg.escapeIdentifier),
  };
}

/** The lines of the file, packed by nobody yet; fills `sums` on the way. */
async function* content(
  own: OwnConnection,
  head: BackupHead,
  tables: StoredTable[],
  sums: TableSum[],
  { progress }: BackupOptions,
): AsyncGenerator<Buffer> {
  yield Buffer.from(lineOf(head));
  for (const [done, { name, columns }] of tables.entries()) {
    await progress?.(name, { done, of: tables.length });
    yield Buffer.from(lineOf({ record: 'table', name, columns }));
    const sum = yield* copyOut(own, name, columns);
    sums.push(sum);
    yield Buffer.from(END_OF_ROWS + lineOf(sum));
  }
  yield Buffer.from(lineOf({ record: 'end', tables: tables.length, rows: totalRows(sums) }));
}

async function* copyOut(own: OwnConnection, name: string, columns: string[]): AsyncGenerator<Buffer, TableSum> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  // Asked as a question: the same for a table that is made of parts.
  const rows = own.client.query(copyTo(`copy (select ${list} from ${pg.escapeIdentifier(name)}) to stdout`));
  // A connection that is cut after nobody reads any more would be an error without a listener.
  rows.on('error', () => undefined);
  const hash = createHash('sha256');
  let count = 0;
  for await (const part of rows as AsyncIterable<Buffer>) {
    hash.update(part);
    count += countLines(part);
    yield part;
  }
  return { record: 'rows', name, rows: count, sha256: hash.digest('hex') };
}

const NEW_LINE = 10;

/** Each row is a line: a line break within a value is written as `\n`. */
export function countLines(part: Buffer): number {
  let count = 0;
  for (let at = part.indexOf(NEW_LINE); at >= 0; at = part.indexOf(NEW_LINE, at + 1)) count += 1;
  return count;
}

function totalRows(sums: TableSum[]): number {
  return sums.reduce((total, { rows }) => total + rows, 0);
}

/** Packs the content into the file and seals it; gives its length in bytes. */
async function writeSealed(
  handle: FileHandle,
  lines: AsyncIterable<Buffer>,
  { signal, room }: Pick<BackupOptions, 'signal' | 'room'>,
): Promise<number> {
  const hash = createHash('sha256');
  let bytes = 0;
  const append = async (part: Buffer) => {
    await room?.requireForBackup();
    await handle.appendFile(part);
    bytes += part.length;
  };
  const packed = async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      hash.update(part);
      await append(part);
    }
  };
  await pipeline(lines, createGzip({ chunkSize: 256 * 1024 }), packed, signal === undefined ? {} : { signal });
  await append(Buffer.from(sealOf(hash.digest('hex'))));
  return bytes;
}
