import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pg from 'pg';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { FakePortal } from '../../../../test/portal.ts';
import { buildPulled, portalInput, pullOf, readQuickly, setPull } from '../../../../test/pulls.ts';
import { TEST_KEY } from '../../../../test/second-factor.ts';
import type { App } from '../../../app/context.ts';
import { openServerRole } from '../../../app/server-role.ts';
import { JOBS_SCHEMA, prepareJobs } from './jobs-schema.ts';
import { PullJobs } from './pull-jobs.ts';

let api: Api;
let portal: FakePortal;
let jobs: PullJobs[];
const QUICK = { followEveryMs: 100, pollSeconds: 0.5, lookEveryMs: 20 };
const patient = { timeout: 20_000, interval: 50 };

beforeEach(async () => {
  api = await openApi({ config: { secretsKey: TEST_KEY, pullPrivateHosts: ['127.0.0.1'] } });
  readQuickly(api);
  portal = new FakePortal();
  jobs = [];
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
  for (let n = 1; n <= 40; n += 1)
    portal.put(
      dossierRow({ MaHoSo: `H55.164.3-220301-${String(n).padStart(4, '0')}` }),
      new Date(Date.now() - (50 - n) * 600_000),
    );
});
afterEach(async () => {
  for (const one of jobs) await one.stop();
  await portal.close();
  await api.close();
});

async function start(app: App = api.app): Promise<PullJobs> {
  const one = new PullJobs(app, QUICK);
  jobs.push(one);
  await one.start();
  return one;
}
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const build = async () => buildPulled(api, portalInput(await portal.listen(), { from: yesterday() }));

describe('the queue', () => {
  it('is made by the owner, who may do so again and again; the server owns nothing of it', async () => {
    await prepareJobs(api.databaseUrl);
    await prepareJobs(api.databaseUrl);
    await openServerRole(api.databaseUrl, 'ASSUMED');
    const { rows } = await api.db.query<{ owner: string }>(
      `select distinct pg_get_userbyid(c.relowner) as owner from pg_class c where relnamespace = '${JOBS_SCHEMA}'::regnamespace`,
    );
    const { rows: me } = await api.db.query<{ me: string }>('select current_user as me');
    expect(rows.map(({ owner }) => owner)).toEqual([me[0]?.me]);
  });

  it('reads what is due, also what is set up or asked for while it runs', async () => {
    await prepareJobs(api.databaseUrl);
    await start();
    const id = await build();
    await expect.poll(() => figure(api, '05503'), patient).toBe('40/40');
    await expect.poll(async () => (await pullOf(api, id)).state, patient).toBe('IDLE');
    portal.put(dossierRow({ MaHoSo: 'H55.164.3-220301-0099' }), new Date(Date.now() - 60_000));
    await api.ask('mutation ($id: ID!) { runSource(source: $id) { id } }', { id });
    await expect.poll(() => figure(api, '05503'), patient).toBe('41/41');
  });

  it('leaves what it was reading to the next server when it ends, who goes on from the page that was taken last', async () => {
    await prepareJobs(api.databaseUrl);
    const id = await build();
    let hold: () => void = () => undefined;
    const held = new Promise<void>((done) => (hold = done));
    portal.before = (page) => (page === 3 ? held : undefined);
    const first = await start();
    await expect.poll(() => portal.asked.some(({ page }) => page === 3), patient).toBe(true);
    await first.stop();
    hold();
    portal.before = () => undefined;
    const before = portal.asked.length;
    await start();
    await expect.poll(() => figure(api, '05503'), patient).toBe('40/40');
    await expect.poll(async () => (await pullOf(api, id)).state, patient).toBe('IDLE');
    expect(portal.asked[before]?.page).toBe(3);
    expect((await pullOf(api, id)).runs).toHaveLength(1);
    expect((await pullOf(api, id)).runs[0]).toMatchObject({ result: 'DONE', received: 40, created: 40 });
  });

  it('lets one of two servers read a source, and each source be read', async () => {
    await prepareJobs(api.databaseUrl);
    const id = await build();
    const second: App = { ...api.app };
    readQuickly({ app: second } as Api);
    await start();
    await start(second);
    await expect.poll(async () => (await pullOf(api, id)).state, patient).toBe('IDLE');
    expect((await pullOf(api, id)).runs).toHaveLength(1);
    expect(new Set(portal.asked.map(({ from, page }) => `${from} ${page}`)).size).toBe(portal.asked.length);
  });

  it('lost with all its jobs is made anew, and what is due is read', async () => {
    await prepareJobs(api.databaseUrl);
    await build();
    const owner = new pg.Client({ connectionString: api.databaseUrl });
    await owner.connect();
    await owner.query(`drop schema ${JOBS_SCHEMA} cascade`);
    await owner.end();
    await prepareJobs(api.databaseUrl);
    await start();
    await expect.poll(() => figure(api, '05503'), patient).toBe('40/40');
  });

  it('does not touch a source that is stopped', async () => {
    await prepareJobs(api.databaseUrl);
    const id = await build();
    await setPull(api, id, { mode: 'PUSH' });
    await start();
    await new Promise((done) => setTimeout(done, 700));
    expect(portal.asked).toEqual([]);
  });
});
