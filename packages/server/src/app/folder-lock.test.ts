import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';
import { processIdentity } from './process-identity.ts';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'chi-tieu-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lets one at a time in, and the next one after that', async () => {
  const first = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
  first.release();
  const second = await lockFolder(folder);
  first.release();
  expect(readdirSync(folder)).toEqual(['server.lock']);
  second.release();
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['a process that is gone', { pid: 1_999_999_999, identity: 'boot/1' }],
  ['another process that got the same number later', { pid: process.ppid, identity: 'boot/1' }],
  ['nothing readable', 'half a li'],
])('takes over a lock that names %s', async (_, left) => {
  writeFileSync(join(folder, 'server.lock'), JSON.stringify(left));
  (await lockFolder(folder)).release();
  expect(readdirSync(folder)).toEqual([]);
});

it('says that it cannot read a lock instead of waiting for ever', async () => {
  // What nobody may read is read by root; a folder in its place by nobody.
  mkdirSync(join(folder, 'server.lock'));
  await expect(lockFolder(folder)).rejects.toThrow(
    /^Không đọc được khóa .*EISDIR.* The lock .* cannot be read .*DATA_DIR\.$/,
  );
});

it('says that it cannot write to the folder', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  for (const nowhere of [file, join(file, 'below')])
    await expect(lockFolder(nowhere)).rejects.toThrow(/^Không ghi được .* The data folder .* DATA_DIR\.$/);
});

it.skipIf(process.platform === 'win32')('lets nobody else read who holds it', async () => {
  const lock = await lockFolder(folder);
  expect(statSync(join(folder, 'server.lock')).mode & 0o777).toBe(0o600);
  lock.release();
});

it('lets only one of many in that find the same stale lock', async () => {
  writeFileSync(join(folder, 'server.lock'), JSON.stringify({ pid: 1_999_999_999, identity: 'gone' }));
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('tells a living process from none', () => {
  expect(processIdentity(process.pid)).not.toBeNull();
  expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
  expect(processIdentity(1_999_999_999)).toBeNull();
});
