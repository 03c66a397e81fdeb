import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { restoreFile, temporaryFolder } from '../../../test/backups.ts';
import { bareDatabase } from '../../../test/database.ts';
import { buildAccount } from '../../../test/factories.ts';
import { THE_PROCESS } from '../../app/audit/event.ts';
import { MIGRATION_LOCK } from '../../app/migrate.ts';
import { Room } from '../../app/room.ts';
import { backupRecorder } from './backup-events.ts';
import { BackupSchedule } from './backup-schedule.ts';
import { backupFolder, keptBackups } from './backup-folder.ts';
import { backupEnded } from './asked-backup.ts';
import { checksEnded } from './checked-backups.ts';
import { runningBackup, takeOne } from './running-backup.ts';

let api: Api;
const { folder, remove } = temporaryFolder();
const into = backupFolder(folder);

beforeAll(async () => {
  api = await openApi({ config: { dataDir: folder } });
});
afterAll(async () => {
  await api.close();
  remove();
});

interface State {
  count: number;
  nextAt: string | null;
  running: { origin: string; done: number; of: number } | null;
  files: {
    name: string;
    takenAt: string;
    bytes: number;
    origin: string | null;
    product: string | null;
    check: string | null;
  }[];
}
const FIELDS = 'count nextAt running { origin done of } files { name takenAt bytes origin product check }';
const state = async () => (await api.ask<{ backups: State }>(`{ backups { ${FIELDS} } }`)).backups;
const check = (name: string) =>
  api.gql<{ checkBackup: State }>(`mutation ($name: String!) { checkBackup(name: $name) { ${FIELDS} } }`, { name });
/** What is told of the check of a file. */
const checkOf = ({ files }: State, wanted: string) => files.find(({ name }) => name === wanted)?.check;

it('shows an empty folder and that the next one is due now', async () => {
  const { nextAt, ...rest } = await state();
  expect(rest).toEqual({ count: 0, running: null, files: [] });
  expect(new Date(nextAt ?? 0).getTime()).toBeLessThanOrEqual(Date.now());
});

it('makes one that can be restored, one at a time, and leaves an event of who asked', async () => {
  const answers = await Promise.all(
    Array.from({ length: 3 }, () =>
      api.gql<{ startBackup: State }>(`mutation { startBackup { ${FIELDS} } }`, {}, { 'accept-language': 'en' }),
    ),
  );
  const started = answers.filter(({ data }) => data !== null);
  expect(started.map(({ data }) => data?.startBackup.running?.origin)).toEqual(['CONSOLE']);
  expect(answers.filter(({ code }) => code === 'CONFLICT').map(({ errors }) => errors[0]?.message)).toEqual([
    'A backup is being made: wait until it is done.',
    'A backup is being made: wait until it is done.',
  ]);
  await backupEnded(api.app);
  const { files, running, count } = await state();
  expect([running, count]).toEqual([null, 1]);
  expect(files[0]).toMatchObject({ origin: 'CONSOLE', product: '0.1.0' });
  const { auditTrail } = await api.ask<{ auditTrail: { nodes: object[] } }>(
    '{ auditTrail(act: "BACKUP_MADE") { nodes { aboutId actorName text } } }',
  );
  const name = files[0]?.name ?? '';
  expect(auditTrail.nodes).toEqual([
    { aboutId: name, actorName: 'Quản trị hệ thống', text: `Quản trị hệ thống sao lưu vào tệp ${name}.` },
  ]);
  const other = await bareDatabase();
  await restoreFile(join(into, name), other.url);
  await other.drop();
});

/** Holds something back in the database until it is let go. */
async function hold(text: string): Promise<() => Promise<void>> {
  const client = await api.db.connect();
  await client.query(`begin; ${text}`);
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

const eventsOf = async (act: string) =>
  (await api.db.query<{ kind: string }>('select actor_kind as kind from audit_event where what = $1', [act])).rows;

it('ends the one that is being made, also when the one before is recorded only then', async () => {
  // Signed in before: that is an event, too.
  await api.headers();
  const before = (await eventsOf('BACKUP_MADE')).length;
  const releaseTrail = await hold('lock table audit_event in exclusive mode');
  await api.ask('mutation { startBackup { count } }');
  await expect.poll(() => runningBackup(into)).toBeNull();
  const releaseStart = await hold(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await api.ask('mutation { startBackup { count } }');
  await releaseTrail();
  await expect.poll(async () => (await eventsOf('BACKUP_MADE')).length).toBe(before + 1);
  await backupEnded(api.app, { end: true });
  expect(runningBackup(into)).toBeNull();
  await releaseStart();
  const [made] = keptBackups(into);
  rmSync(made?.file ?? '');
});

it('that is there is not recorded as one that failed where the trail takes no event of it', async () => {
  await api.db.query(`
    create function no_event() returns trigger language plpgsql as $$
      begin raise exception 'no event' using errcode = '55000'; end $$;
    create trigger no_event before insert on audit_event for each row when (new.what = 'BACKUP_MADE')
      execute function no_event()`);
  const count = keptBackups(into).length;
  await api.ask('mutation { startBackup { count } }');
  await backupEnded(api.app);
  await api.db.query('drop function no_event cascade');
  const [made, ...others] = keptBackups(into);
  expect([others.length, await eventsOf('BACKUP_FAILED')]).toEqual([count, []]);
  expect(api.logged.some((line) => line.includes('could not be recorded'))).toBe(true);
  rmSync(made?.file ?? '');
});

it('of the server itself is recorded as the work of the server', async () => {
  const backups = new BackupSchedule({
    url: api.databaseUrl,
    folder: backupFolder(join(folder, 'scheduled')),
    everyHours: 24,
    keep: 1,
    log: api.app.log,
    record: backupRecorder(api.app, THE_PROCESS),
    now: () => new Date(),
  });
  await backups.look();
  expect((await eventsOf('BACKUP_MADE')).at(-1)).toEqual({ kind: 'PROCESS' });
});

it('is not begun on a disk that is nearly full', async () => {
  api.app.room = new Room(folder, Infinity);
  expect((await api.gql('mutation { startBackup { count } }')).code).toBe('UNAVAILABLE');
  delete api.app.room;
  expect(runningBackup(into)).toBeNull();
});

it('is CONFLICT while the schedule makes one into the same folder', async () => {
  const making = takeOne({ url: api.databaseUrl, folder: into, origin: 'schedule' });
  expect((await api.gql('mutation { startBackup { count } }')).code).toBe('CONFLICT');
  expect((await state()).running).toMatchObject({ origin: 'SCHEDULE' });
  await making;
  expect((await state()).files.map(({ origin }) => origin)).toEqual(['SCHEDULE', 'CONSOLE']);
});

it('finds a changed byte, and lists a file that is none with what it knows of it', async () => {
  const [whole] = keptBackups(into);
  const bytes = readFileSync(whole?.file ?? '');
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(join(into, 'chi-tieu-20200101-000000.ctb'), bytes);
  writeFileSync(join(into, 'chi-tieu-20200101-000001.ctb'), 'x');
  const good = basename(whole?.file ?? '');
  const bad = ['chi-tieu-20200101-000000.ctb', 'chi-tieu-20200101-000001.ctb'];
  expect(checkOf(await state(), good)).toBeNull();
  for (const name of [good, ...bad]) expect((await check(name)).code).toBeUndefined();
  await checksEnded(api.app);
  const checked = await state();
  expect([good, ...bad].map((name) => checkOf(checked, name))).toEqual(['WHOLE', 'DAMAGED', 'DAMAGED']);
  const events = await api.db.query<{ id: string; result: string }>(
    `select about_id as id, body::jsonb -> 'after' ->> 'result' as result from audit_event where what = 'BACKUP_CHECKED' order by seq`,
  );
  expect(events.rows).toEqual([good, ...bad].map((id) => ({ id, result: id === good ? 'WHOLE' : 'DAMAGED' })));
  const odd = (await state()).files.find(({ name }) => name === 'chi-tieu-20200101-000001.ctb');
  expect(odd).toMatchObject({ bytes: 1, origin: null, product: null });
});

it('checks in the background: the answer does not wait for it, and an end of the server breaks it off', async () => {
  const [newest] = keptBackups(into);
  const name = 'chi-tieu-20200101-000002.ctb';
  copyFileSync(newest?.file ?? '', join(into, name));
  // One after the other: the second waits until the first is recorded.
  const release = await hold('lock table audit_event in exclusive mode');
  await check(basename(newest?.file ?? ''));
  const begun = await check(name);
  expect(begun.data && checkOf(begun.data.checkBackup, name)).toBe('CHECKING');
  const ended = checksEnded(api.app, { end: true });
  await release();
  await ended;
  expect(checkOf(await state(), name)).toBeNull();
});

it('opens no file again that is as it was, and forgets what it knew of one that has changed', async () => {
  const file = join(into, 'chi-tieu-20200101-000002.ctb');
  const changed = new Date('2022-03-01');
  utimesSync(file, changed, changed);
  const toldOf = async () => (await state()).files.find(({ name }) => name === basename(file));
  expect(await toldOf()).toMatchObject({ origin: 'SCHEDULE', product: '0.1.0' });
  writeFileSync(file, Buffer.alloc(statSync(file).size));
  utimesSync(file, changed, changed);
  expect(await toldOf()).toMatchObject({ origin: 'SCHEDULE', product: '0.1.0' });
  utimesSync(file, changed, new Date('2022-03-02'));
  expect(await toldOf()).toMatchObject({ origin: null, product: null });
  rmSync(file);
});

describe('a name that is none in the folder', () => {
  mkdirSync(into, { recursive: true });
  writeFileSync(join(folder, 'chi-tieu-20200102-000000.ctb'), 'beyond the folder');
  writeFileSync(join(into, 'secret.txt'), 'within the folder');
  it.each([
    '../chi-tieu-20200102-000000.ctb',
    '..\\chi-tieu-20200102-000000.ctb',
    `${folder}/chi-tieu-20200102-000000.ctb`,
    './chi-tieu-20200101-000000.ctb',
    'chi-tieu-20200101-000000.ctb/../secret.txt',
    '%2e%2e/chi-tieu-20200102-000000.ctb',
    'secret.txt',
    '../../../../etc/passwd',
    'chi-tieu-20990101-000000.ctb',
    '.',
    '',
  ])('%o is NOT_FOUND, and nothing of any path is told', async (name) => {
    const { code, errors } = await check(name);
    expect([code, errors[0]?.message]).toEqual(['NOT_FOUND', 'Không có bản sao lưu này.']);
  });
});

it('says in log and trail that a backup failed, and can be asked again', async () => {
  const broken = await openApi({ config: { dataDir: join(folder, 'secret.txt', 'no-folder') } });
  writeFileSync(join(folder, 'secret.txt'), '');
  expect((await broken.gql('mutation { startBackup { count } }')).code).toBeUndefined();
  await backupEnded(broken.app);
  expect(broken.logged.some((line) => line.includes('backup failed'))).toBe(true);
  const asked = await broken.ask<{ auditTrail: { nodes: object[] } }>(
    '{ auditTrail(act: "BACKUP_FAILED") { nodes { aboutId } } }',
  );
  expect(asked.auditTrail.nodes).toEqual([{ aboutId: null }]);
  expect((await broken.gql('mutation { startBackup { count } }')).code).toBeUndefined();
  await backupEnded(broken.app);
  await broken.close();
});

it.each([
  '{ backups { count } }',
  'mutation { checkBackup(name: "x") { count } }',
  'mutation { startBackup { count } }',
])('%s is for who operates the system', async (query) => {
  const auditor = api.as(await buildAccount(api, { role: 'AUDITOR' }));
  expect((await auditor.gql(query)).code).toBe('FORBIDDEN');
});
