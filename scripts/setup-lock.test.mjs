import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './project.mjs';
import { alone, removeStale } from './setup-lock.mjs';

let folder;
let lock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chi-tieu-setup-'));
  lock = join(folder, 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Of many pieces of work: how many ran, and how many at the same time at most. */
function counting() {
  const seen = { now: 0, most: 0, all: 0 };
  const work = async () => {
    seen.all += 1;
    seen.most = Math.max(seen.most, (seen.now += 1));
    await sleep(120);
    seen.now -= 1;
  };
  return { seen, work };
}

describe('installing and building', () => {
  it.each([
    ['nothing', null],
    ['a process that is gone', '1999999999'],
    ['an earlier process of the same number', `${process.pid} 0123456789ab`],
    ['nothing readable', ''],
  ])('is done by one at a time where the lock names %s', async (_what, left) => {
    if (left !== null) writeFileSync(lock, left);
    const { seen, work } = counting();
    await Promise.all(Array.from({ length: 3 }, () => alone(work, lock)));
    expect(seen).toEqual({ now: 0, most: 1, all: 3 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is done by one process at a time, of many that find the same stale lock', async () => {
    writeFileSync(lock, '1999999999');
    const program = `import { alone } from '${pathToFileURL(join(root, 'scripts', 'setup-lock.mjs')).href}';
      import { rmSync, writeFileSync } from 'node:fs';
      import { setTimeout as sleep } from 'node:timers/promises';
      await alone(async () => {
        writeFileSync(process.argv[2], '', { flag: 'wx' });
        await sleep(100);
        rmSync(process.argv[2]);
      }, process.argv[1]);`;
    const args = ['--input-type=module', '-e', program, lock, join(folder, 'at-work')];
    const ends = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      return new Promise((done) => child.once('close', done));
    });
    expect(await Promise.all(ends)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('waits for a living process, and no longer than anybody could take', async () => {
    writeFileSync(lock, String(process.ppid));
    const { seen, work } = counting();
    const waiting = alone(work, lock);
    await sleep(500);
    expect(seen.all).toBe(0);
    const longAgo = Date.now() / 1000 - 16 * 60;
    utimesSync(lock, longAgo, longAgo);
    await waiting;
    expect(seen.all).toBe(1);
  });

  it('leaves the lock alone that somebody renewed after it was judged, and gives back only its own', async () => {
    writeFileSync(lock, '1 fresh');
    removeStale(lock, '1999999999');
    expect(readFileSync(lock, 'utf8')).toBe('1 fresh');
    removeStale(lock, '1 fresh');
    expect(existsSync(lock)).toBe(false);
    await alone(async () => writeFileSync(lock, '1 theirs'), lock);
    expect(readFileSync(lock, 'utf8')).toBe('1 theirs');
    expect(readdirSync(folder)).toEqual(['setup.lock']);
  });
});
