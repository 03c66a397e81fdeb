import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/backups.ts';
import { ADMIN, TEST_CONFIG } from '../../../test/test-config.ts';
import { start, type Running } from '../../app/start.ts';
import { openToBackUp, openToRestore } from './backup-database.ts';
import { backupFolder, keptBackups } from './backup-folder.ts';
import { checkBackup, restoreBackup } from './restore-backup.ts';
import { takeBackup, type BackupMade } from './take-backup.ts';

const silent = pino({ level: 'silent' });
const log = { info: () => undefined, warn: () => undefined };
let home: string;
let remove: () => void;
const running: Running[] = [];

beforeEach(() => {
  ({ folder: home, remove } = temporaryFolder());
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  remove();
});

const place = (name: string) => ({ databaseUrl: null, dataDir: join(home, name) });

async function serve(name: string, seed: 'base' | 'demo' = 'base'): Promise<Running> {
  const server = await start({ ...TEST_CONFIG, ...place(name), seed }, silent);
  running.push(server);
  return server;
}

async function stop(server: Running): Promise<void> {
  running.splice(running.indexOf(server), 1);
  await server.stop();
}

async function backUp(name: string): Promise<BackupMade> {
  const database = await openToBackUp(place(name), log);
  const folder = backupFolder(place(name).dataDir);
  return takeBackup({ url: database.url, folder, origin: 'command' }).finally(() => database.stop());
}

async function restore(file: string, name: string): Promise<void> {
  const backup = await checkBackup(file);
  const database = await openToRestore(place(name), log);
  await restoreBackup(backup, { url: database.url }).finally(() => database.stop());
}

async function signIn(server: Running): Promise<number> {
  const response = await server.server.inject({ method: 'POST', url: '/auth/login', payload: ADMIN });
  return response.statusCode;
}

it('is backed up beside the running server and without one, restored into an empty folder, and served from there', async () => {
  const server = await serve('first');
  const beside = await backUp('first');
  expect(await signIn(server)).toBe(200);
  await stop(server);
  const without = await backUp('first');
  expect(without.rows).toBeGreaterThan(beside.rows - 5);
  expect(readdirSync(place('first').dataDir).sort()).toEqual(['backups', 'postgres']);
  await restore(without.file, 'second');
  const restored = await serve('second', 'demo');
  // It began with the base data and stays so, and its administrator is the one who was there.
  expect([restored.firstPassword, await signIn(restored)]).toEqual([null, 200]);
  expect(await restored.app.db.query('select distinct is_made from ingest_batch')).toEqual([]);
});

it('is not restored under a running server, nor over its data afterwards', async () => {
  const server = await serve('first');
  const { file } = await backUp('first');
  await expect(restore(file, 'first')).rejects.toThrow('in use by another server');
  await stop(server);
  await expect(restore(file, 'first')).rejects.toThrow('The database is not empty');
  expect(await signIn(await serve('first'))).toBe(200);
});

it('is not made for a backup where there is none', async () => {
  await expect(backUp('nothing')).rejects.toThrow('There is no data in');
  expect(existsSync(place('nothing').dataDir)).toBe(false);
});

it('is backed up by the running server itself, until that stops', async () => {
  const server = await serve('first');
  await server.backups.look();
  const folder = backupFolder(place('first').dataDir);
  const [made, ...more] = keptBackups(folder);
  expect(more).toEqual([]);
  await stop(server);
  rmSync(made!.file);
  await server.backups.look();
  expect(readdirSync(folder)).toEqual([]);
});
