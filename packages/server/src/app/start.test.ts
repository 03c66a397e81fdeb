import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_CONFIG } from '../../test/test-config.ts';
import { postmasterState } from './postmaster.ts';
import { start, type Running } from './start.ts';

const quiet = pino({ level: 'silent' });
let dataDir: string;
let running: Running;
let isOver: boolean;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'chi-tieu-start-'));
  running = await start({ ...TEST_CONFIG, seed: 'none', dataDir }, quiet);
  isOver = false;
});

afterEach(async () => {
  if (!isOver) await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What has been heard of the database by now. */
function heard(): Promise<string> {
  return Promise.race([running.databaseLost.then(() => 'lost'), sleep(50).then(() => 'nothing')]);
}

describe('a running server', () => {
  it('tells when its own PostgreSQL ended unasked, and not before', async () => {
    expect(await heard()).toBe('nothing');
    process.kill(postmasterState(join(dataDir, 'postgres', 'data'))?.pid ?? NaN, 'SIGKILL');
    await running.databaseLost;
    expect(await heard()).toBe('lost');
  });

  it('does not take its own stop for that', async () => {
    await running.stop();
    isOver = true;
    expect(await heard()).toBe('nothing');
  });
});
