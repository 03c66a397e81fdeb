import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { temporaryFolder } from '../../../test/backups.ts';
import { cloneDatabase, type TestDatabase } from '../../../test/database.ts';
import { Room } from '../../app/room.ts';
import type { RecordBackup } from './backup-events.ts';
import { backupFolder, keptBackups } from './backup-folder.ts';
import { BackupSchedule, type ScheduleOptions } from './backup-schedule.ts';
import { readHead } from './read-backup.ts';
import { takeBackup } from './take-backup.ts';

const HOUR = 3_600_000;
let database: TestDatabase;
let folder: string;
let remove: () => void;
let told: string[];
let recorded: string[];
let now: number;

beforeAll(async () => {
  database = await cloneDatabase('base');
});
afterAll(() => database.drop());

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  told = [];
  recorded = [];
  now = Date.now();
});
afterEach(() => remove());

const log = {
  info: (_facts: object, text: string) => void told.push(text),
  error: (_facts: object, text: string) => void told.push(`error: ${text}`),
};

function schedule(more: Partial<ScheduleOptions> = {}): BackupSchedule {
  const record: RecordBackup = async (made) => void recorded.push(made === null ? 'failed' : basename(made.file));
  const options = { url: database.url, folder, everyHours: 24, keep: 3, log, record, now: () => new Date(now) };
  return new BackupSchedule({ ...options, ...more });
}

const files = () => keptBackups(folder).map(({ file }) => basename(file));

describe('a running server', () => {
  it('makes a backup when there is none, and the next when that one is old enough', async () => {
    const backups = schedule();
    await backups.look();
    expect([files().length, told]).toEqual([1, ['backup made']]);
    now += 23 * HOUR;
    await backups.look();
    expect(files()).toHaveLength(1);
    now += 2 * HOUR;
    await backups.look();
    expect([files().length, told]).toEqual([2, ['backup made', 'backup made']]);
  });

  it('counts a backup that somebody made by command, also when it was started later', async () => {
    await takeBackup({ url: database.url, folder, origin: 'command' });
    await schedule().look();
    expect(files()).toHaveLength(1);
  });

  it('is not put off by a backup of a time to come', async () => {
    writeFileSync(join(folder, 'chi-tieu-29990101-000000.ctb'), '');
    await schedule().look();
    expect(files()).toHaveLength(2);
  });

  it('makes one at a time, however often it looks', async () => {
    const backups = schedule();
    await Promise.all([backups.look(), backups.look(), backups.look()]);
    expect(files()).toHaveLength(1);
  });

  it('looks again and again without being asked, and does not keep the process alive for it', async () => {
    const awake = () => process.getActiveResourcesInfo().filter((what) => what === 'Timeout').length;
    const before = awake();
    const backups = schedule();
    backups.start(5);
    expect(awake()).toBe(before);
    while (files().length < 1) await sleep(5);
    now += 25 * HOUR;
    while (files().length < 2) await sleep(5);
    await backups.stop();
    now += 25 * HOUR;
    await sleep(50);
    expect(files()).toHaveLength(2);
  });

  it('makes none where it is told so', async () => {
    const backups = schedule({ everyHours: 0 });
    backups.start();
    await backups.look();
    await backups.stop();
    expect(files()).toEqual([]);
  });

  it('says when it cannot, and tries again after an hour', async () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, 'no folder');
    const backups = schedule({ folder: taken });
    await backups.look();
    expect(told).toEqual(['error: backup failed, next try in an hour']);
    rmSync(taken);
    now += 0.9 * HOUR;
    await backups.look();
    expect(told).toHaveLength(1);
    now += 0.2 * HOUR;
    await backups.look();
    expect(told.slice(1)).toEqual(['backup made']);
  });

  it('does not begin on a disk that is nearly full, and does not try again before an hour is over', async () => {
    const backups = schedule({ room: new Room(folder, Infinity) });
    await backups.look();
    now += 0.9 * HOUR;
    await backups.look();
    expect([readdirSync(folder), told]).toEqual([[], ['error: backup failed, next try in an hour']]);
    now += 0.2 * HOUR;
    await backups.look();
    expect(told).toHaveLength(2);
  });

  it('tries again at the next look where only the database was away', async () => {
    const away = new URL(database.url);
    away.port = '1';
    const backups = schedule({ url: away.href });
    await backups.look();
    await backups.look();
    expect(told).toEqual(Array.from({ length: 2 }, () => 'error: backup failed, next try in some minutes'));
  });

  it('records each backup that it made and each that failed', async () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, 'no folder');
    await schedule({ folder: taken }).look();
    await schedule().look();
    expect(recorded).toEqual(['failed', ...files()]);
  });

  it('ends what it is making when it is stopped, and begins nothing more', async () => {
    const backups = schedule();
    const looking = backups.look();
    await backups.stop();
    await looking;
    await backups.look();
    expect([readdirSync(folder), told, recorded]).toEqual([[], [], []]);
  });
});

describe('of old backups', () => {
  it('only the newest of those stay that a schedule made; what people made, and other files, stay all', async () => {
    const byHand = await takeBackup({ url: database.url, folder, origin: 'command' });
    const others = ['chi-tieu-20200101-000000.ctb', 'notes.txt'];
    for (const name of others) writeFileSync(join(folder, name), 'theirs');
    const earlier = ['20220101', '20220102', '20220103'].map((day) => `chi-tieu-${day}-120000.ctb`);
    for (const name of earlier) {
      const { file } = await takeBackup({ url: database.url, folder: join(folder, 'made'), origin: 'schedule' });
      renameSync(file, join(folder, name));
    }
    rmSync(join(folder, 'made'), { recursive: true });
    const before = readdirSync(folder);
    now += 25 * HOUR;
    await schedule({ keep: 2 }).look();
    const [fresh, ...more] = readdirSync(folder).filter((name) => !before.includes(name));
    expect(more).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual([...others, basename(byHand.file), earlier[2], fresh].sort());
    expect((await readHead(join(folder, fresh!))).origin).toBe('schedule');
    expect(told).toEqual(['backup made', 'old backup removed', 'old backup removed']);
  });

  it('what an ended process left half-written goes, what one is writing stays', async () => {
    const [stale, fresh] = [join(folder, 'chi-tieu.1-aa.part'), join(folder, 'chi-tieu.2-bb.part')];
    for (const part of [stale, fresh]) writeFileSync(part, 'half');
    utimesSync(stale, new Date(now - 2 * HOUR), new Date(now - 2 * HOUR));
    await schedule().look();
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([basename(fresh)]);
  });
});

describe('the metric of the last backup', () => {
  let api: Api;

  beforeEach(async () => {
    api = await openApi({ config: { dataDir: folder } });
  });
  afterEach(() => api.close());

  async function metric(): Promise<string | undefined> {
    const { body } = await api.raw({ method: 'GET', url: '/metrics' });
    return /^backup_last_success_timestamp_seconds (.+)$/m.exec(body)?.[1];
  }

  it('is 0 before there is one, then its moment, whoever made it', async () => {
    expect(await metric()).toBe('0');
    const { takenAt } = await takeBackup({ url: database.url, folder: backupFolder(folder), origin: 'command' });
    expect(await metric()).toBe(String(Math.floor(takenAt.getTime() / 1000)));
  });

  it('does not count one that is not whole yet', async () => {
    mkdirSync(backupFolder(folder));
    writeFileSync(join(backupFolder(folder), 'chi-tieu.1-aa.part'), 'half');
    expect(await metric()).toBe('0');
  });
});

it('keeps both of two backups that were made in one second, in folders for their owner only', async () => {
  const into = join(folder, 'new', 'backups');
  const two = [1, 2].map(() => takeBackup({ url: database.url, folder: into, origin: 'command' }));
  const made = await Promise.all(two);
  expect(new Set(made.map(({ file }) => file)).size).toBe(2);
  expect(keptBackups(into)).toHaveLength(2);
  expect(statSync(into).mode & 0o777).toBe(0o700);
});
