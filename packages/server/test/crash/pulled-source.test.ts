import { afterEach, beforeEach, expect, it } from 'vitest';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../src/app/embedded-binaries.ts';
import { prepareJobs } from '../../src/features/dossiers/pull/jobs-schema.ts';
import { openApi, type Api } from '../api.ts';
import { amendList, dossierRow, figure, nameUnits, saveProcedures } from '../factories.ts';
import { FakePortal } from '../portal.ts';
import { buildPulled, portalInput, pullOf } from '../pulls.ts';
import { TEST_KEY } from '../second-factor.ts';
import { ADMIN } from '../test-config.ts';
import { differences } from '../verifying.ts';
import { builtServer } from './product.ts';

const MINUTES = 60_000;
const patient = { timeout: 2 * MINUTES, interval: 100 };
const MANY = 60;

let api: Api;
let portal: FakePortal;
let folder: string;
let children: ChildProcess[];

beforeEach(async () => {
  api = await openApi({ config: { secretsKey: TEST_KEY, pullPrivateHosts: ['127.0.0.1'] } });
  portal = new FakePortal();
  folder = mkdtempSync(join(tmpdir(), 'chi-tieu-pulled-'));
  children = [];
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
  for (let n = 1; n <= MANY; n += 1)
    portal.put(
      dossierRow({ MaHoSo: `H55.164.3-220301-${String(n).padStart(4, '0')}` }),
      new Date(Date.now() - (MANY + 20 - n) * 600_000),
    );
}, 2 * MINUTES);

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await portal.close();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The server as it is shipped, on the database of the test. */
async function serve(): Promise<ChildProcess> {
  const dist = await builtServer();
  const env = {
    PATH: process.env['PATH'],
    PORT: '0',
    DATABASE_URL: api.databaseUrl,
    DATA_DIR: folder,
    SEED: 'base',
    ADMIN_PASSWORD: ADMIN.password,
    BACKUP_EVERY_HOURS: '0',
    SECRETS_KEY: TEST_KEY.toString('base64'),
    PULL_PRIVATE_HOSTS: '127.0.0.1',
  };
  const { command, args } = launch(process.execPath, [join(dist, 'main.js')], null, 'KILL');
  const child = spawn(command, args, { env, cwd: dist, stdio: 'ignore' });
  children.push(child);
  return child;
}

it(
  'a server killed while it takes a page leaves the reading to the next one, which goes on from the cursor; nothing counts twice',
  async () => {
    await prepareJobs(api.databaseUrl);
    const from = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const id = await buildPulled(api, portalInput(await portal.listen(), { from }));
    // The third page is under way, its answer half sent, when the server dies.
    let hold: (() => void) | null = null;
    portal.before = (page) => (page === 3 ? new Promise<void>((done) => (hold = done)) : undefined);
    const first = await serve();
    await expect.poll(() => hold !== null, patient).toBe(true);
    const ended = new Promise<void>((done) => first.once('exit', () => done()));
    first.kill('SIGKILL');
    await ended;
    const before = await api.db.query<{ n: number }>('select count(*)::int as n from dossier');
    expect(before.rows[0]?.n).toBe(20);
    portal.before = () => undefined;
    portal.asked.length = 0;
    await serve();
    await expect.poll(() => figure(api, '05503'), patient).toBe(`${MANY}/${MANY}`);
    await expect.poll(async () => (await pullOf(api, id)).state, patient).toBe('IDLE');
    expect(portal.asked[0]?.page).toBe(3);
    const { runs } = await pullOf(api, id);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ result: 'DONE', received: MANY, created: MANY, unchanged: 0 });
    // None has an earlier version: none was written twice.
    const { rows } = await api.db.query<{ n: number }>('select count(*)::int as n from dossier_version');
    expect(rows[0]?.n).toBe(0);
    expect(await differences(api)).toEqual([]);
  },
  5 * MINUTES,
);
