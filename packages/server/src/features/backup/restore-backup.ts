import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { MIGRATION_LOCK, MIGRATION_TABLE, readMigrations, type Migration } from '../../app/migrate.ts';
import { FORMAT, type BackupHead, type BackupRecord, type TableHead, type TableSum } from './backup-format.ts';
import { onOwnConnection, type OwnConnection } from './connection.ts';
import { BackupLines, checkWhole, damaged, readHead, unpack } from './read-backup.ts';
import { changingTriggers, storedTables, whatIsThere, type StoredTrigger } from './stored.queries.ts';
import { countLines, MIGRATION_TABLE_NAME } from './take-backup.ts';

/** A backup that was looked at: whole, and of a version that this one understands. */
export interface CheckedBackup {
  file: string;
  head: BackupHead;
  /** The migrations that the backup names, in its order. */
  migrations: Migration[];
}

/**
 * Looks at every byte of a backup before any database is touched. Throws an Error with one plain sentence (Vietnamese,
 * English) where it is damaged or was made by a newer version.
 */
export async function checkBackup(file: string, known: Migration[] = readMigrations()): Promise<CheckedBackup> {
  await checkWhole(file);
  const head = await readHead(file);
  if (head.format > FORMAT) throw newer(head, `định dạng / format ${head.format}`);
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  const migrations = head.migrations.map(({ name, checksum }) => {
    const migration = byName.get(name);
    if (!migration) throw newer(head, name);
    if (migration.checksum !== checksum) throw changed(name);
    return migration;
  });
  return { file, head, migrations };
}

function newer({ product }: BackupHead, what: string): Error {
  return new Error(
    `Bản sao lưu do phiên bản mới hơn (${product}) tạo ra: hãy khôi phục bằng phiên bản đó. ` +
      `The backup was made by a newer version (${product}; ${what}): restore it with that version.`,
  );
}

function changed(name: string): Error {
  return new Error(
    `Bước ${name} trong bản sao lưu khác với bước cùng tên của phiên bản này. ` +
      `The backup was made with another text of migration ${name} than this version has.`,
  );
}

export interface RestoreOptions {
  url: string;
  /** Ends it; the database stays empty. */
  signal?: AbortSignal | undefined;
  /** Told before the rows of each table. */
  progress?: (table: string) => void;
}

export interface Restored {
  tables: number;
  rows: number;
}

/**
 * Fills an empty database with a backup, in one transaction: the migrations that it names, its rows, where its sequences
 * stood. Later migrations follow at the next start. Throws an Error with one plain sentence where the database holds
 * anything; whatever fails leaves it empty.
 */
export async function restoreBackup(backup: CheckedBackup, options: RestoreOptions): Promise<Restored> {
  const { url, signal } = options;
  return onOwnConnection({ url, name: 'chi-tieu restore', signal }, async (own) => {
    // A server that is started meanwhile waits, and finds a whole database.
    await own.run('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseFull(own);
    await own.run('begin');
    const asleep = await makeTables(own, backup);
    const sums = await loadAll(own, backup, options);
    for (const { name, last, isCalled } of backup.head.sequences)
      await own.run('select setval($1::regclass, $2, $3)', [pg.escapeIdentifier(name), last, isCalled]);
    await compareCounts(own, sums, backup.file);
    await switchTriggers(own, asleep, 'enable');
    await holdUnsent(own);
    await own.run('commit');
    // Only makes the first questions fast; where it cannot be done the database does it by itself later.
    await own.run(`vacuum (analyze) ${listOf(backup.head.tables)}`).catch(() => undefined);
    return { tables: sums.length, rows: sums.reduce((total, { rows }) => total + rows, 0) };
  });
}

/**
 * What was unsent when the backup was made may have been sent since: nothing of it goes out before somebody says so. The one thing that
 * is not as it was.
 */
async function holdUnsent(own: OwnConnection): Promise<void> {
  const there = await own.row<{ is: boolean }>(`select to_regclass('outbox') is not null as is`);
  if (there?.is)
    await own.run(`update outbox set state = 'HELD', lease = null, lease_until = null where state = 'QUEUED'`);
}

async function refuseFull(own: OwnConnection): Promise<void> {
  const there = await whatIsThere(own);
  if (there.length === 0) return;
  const some = there.slice(0, 3).join(', ') + (there.length > 3 ? ', …' : '');
  throw new Error(
    `Cơ sở dữ liệu không trống (${some}): chỉ khôi phục vào cơ sở dữ liệu trống. ` +
      `The database is not empty (${some}): a backup is restored into an empty one only.`,
  );
}

/**
 * The tables as they were when the backup was made, empty: what migrations put into them is in the backup too. Gives the triggers
 * that sleep until all rows are there: rows come as they were, none is numbered, chained or refused once more. Only who owns
 * the tables can do that, and nobody sees it before it is undone.
 */
async function makeTables(own: OwnConnection, { head, migrations, file }: CheckedBackup): Promise<StoredTrigger[]> {
  await own.run(MIGRATION_TABLE);
  for (const [n, { name, text, checksum }] of migrations.entries()) {
    await own.run(text);
    const appliedAt = head.migrations[n]?.appliedAt;
    await own.run('insert into migration (name, checksum, applied_at) values ($1, $2, $3)', [
      name,
      checksum,
      appliedAt,
    ]);
  }
  const made = (await storedTables(own)).map(({ name }) => name).filter((name) => name !== MIGRATION_TABLE_NAME);
  const named = [...head.tables, ...head.leftOut.filter((name) => made.includes(name))];
  if (made.join() !== named.sort().join()) throw damaged(file);
  const triggers = await changingTriggers(own);
  await own.run('set constraints all immediate');
  await switchTriggers(own, triggers, 'disable');
  await own.run(`truncate ${listOf(made)}; set constraints all deferred`);
  return triggers;
}

async function switchTriggers(own: OwnConnection, triggers: StoredTrigger[], how: 'disable' | 'enable'): Promise<void> {
  for (const { table, name } of triggers)
    await own.run(`alter table ${pg.escapeIdentifier(table)} ${how} trigger ${pg.escapeIdentifier(name)}`);
}

function listOf(tables: readonly string[]): string {
  return tables.map((name) => pg.escapeIdentifier(name)).join(', ');
}

async function loadAll(
  own: OwnConnection,
  { file, head }: CheckedBackup,
  { progress }: RestoreOptions,
): Promise<TableSum[]> {
  const parts = await unpack(file);
  const lines = new BackupLines(parts, file);
  const sums: TableSum[] = [];
  try {
    expectRecord(await lines.record(), 'backup', file);
    for (const name of head.tables) {
      progress?.(name);
      sums.push(await loadTable(own, lines, name, file));
    }
    const end = expectRecord(await lines.record(), 'end', file);
    if (end.tables !== sums.length) throw damaged(file);
    return sums;
  } finally {
    parts.destroy();
  }
}

/** Loads the rows that come next and compares them with their sum. */
async function loadTable(own: OwnConnection, lines: BackupLines, name: string, file: string): Promise<TableSum> {
  const head: TableHead = expectRecord(await lines.record(), 'table', file);
  if (head.name !== name) throw damaged(file);
  const hash = createHash('sha256');
  let rows = 0;
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const part of lines.rows()) {
      hash.update(part);
      rows += countLines(part);
      yield part;
    }
  }
  await pipeline(
    Readable.from(hashed(), { objectMode: true, highWaterMark: 1 }),
    own.client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${listOf(head.columns)}) from stdin`)),
  );
  const sum = expectRecord(await lines.record(), 'rows', file);
  if (sum.name !== name || sum.rows !== rows || sum.sha256 !== hash.digest('hex')) throw damaged(file);
  return sum;
}

function expectRecord<R extends BackupRecord['record']>(
  record: BackupRecord,
  wanted: R,
  file: string,
): Extract<BackupRecord, { record: R }> {
  if (record.record !== wanted) throw damaged(file);
  return record as Extract<BackupRecord, { record: R }>;
}

/** What is in the tables now, whatever the database made of what it was given. */
async function compareCounts(own: OwnConnection, sums: TableSum[], file: string): Promise<void> {
  for (const { name, rows } of sums) {
    const found = await own.row<{ rows: string }>(`select count(*) as rows from ${pg.escapeIdentifier(name)}`);
    if (found?.rows !== String(rows))
      throw new Error(
        `Bảng ${name} có ${found?.rows ?? 'không'} dòng thay vì ${rows} dòng của ${file}. ` +
          `Table ${name} holds ${found?.rows ?? 'no'} rows instead of ${rows}.`,
      );
  }
}
