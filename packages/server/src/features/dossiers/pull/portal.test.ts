import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { FakePortal, FAULTS } from '../../../../test/portal.ts';
import {
  buildPulled,
  lastRun,
  portalInput,
  pullOf,
  read,
  readAgain,
  readQuickly,
  setPull,
  standOf,
} from '../../../../test/pulls.ts';
import { TEST_KEY } from '../../../../test/second-factor.ts';
import { differences } from '../../../../test/verifying.ts';
import { isPrivate } from './addresses.ts';
import { stampAt, stampOf } from './stamps.ts';

let api: Api;
let portal: FakePortal;
let address = '';
let count = 0;
const HOUR = 3_600_000;

beforeAll(async () => {
  api = await openApi({ config: { secretsKey: TEST_KEY, pullPrivateHosts: ['127.0.0.1'] } });
  readQuickly(api);
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815', '2.000816');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
});
afterAll(() => api.close());
beforeEach(async () => {
  portal = new FakePortal();
  address = await portal.listen();
  await startOver();
  return () => portal.close();
});

const startOver = () =>
  api.db.query(
    'truncate month_standing, booked_moment, dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, source_day, quarantine, ingest_batch, ledger, day_total, month_total, service_ledger, service_total',
  );

const key = (n: number) => `H55.164.3-220301-${String(n).padStart(4, '0')}`;
const rowOf = (n: number, status = '10') => dossierRow({ MaHoSo: key(n), TrangThaiHoSo: status });
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
const daysAgo = (days: number) =>
  ago(24 * days)
    .toISOString()
    .slice(0, 10);
/** Some dossiers that changed one after the other over the last two days, some of them at the same time. */
const fill = (many: number) => {
  for (let n = 1; n <= many; n += 1) portal.put(rowOf(n), ago(40 - Math.floor(n / 3) * ((38 * 3) / many)));
};
const source = (more: Record<string, unknown> = {}) =>
  buildPulled(api, portalInput(address, { from: daysAgo(2), ...more }), { name: `Cổng ${(count += 1)}` });

describe('a portal', () => {
  it('is read to its end page by page, and afterwards only what changed, less what overlaps', async () => {
    fill(65);
    const id = await source();
    expect(await read(api, id)).toBe('ENDED');
    expect(await lastRun(api, id)).toMatchObject({
      result: 'DONE',
      whole: true,
      received: 65,
      created: 65,
      rejected: 0,
    });
    expect(await figure(api, '05503')).toBe('65/65');
    portal.put(rowOf(1, '4'), ago(0.1));
    portal.put(rowOf(66), ago(0.05));
    portal.asked.length = 0;
    expect(await readAgain(api, id)).toMatchObject({ result: 'DONE', whole: false, created: 1, updated: 1 });
    expect(stampAt(portal.asked[0]?.from)?.getTime()).toBeGreaterThan(ago(6).getTime());
    expect(await differences(api)).toEqual([]);
  });

  it('gives each page a receipt that names the source', async () => {
    fill(25);
    const id = await source();
    await read(api, id);
    const { receipts } = await lastRun(api, id);
    expect(receipts.reduce((sum, { received }) => sum + received, 0)).toBe(25);
    expect(new Set(receipts.map((receipt) => receipt.source))).toEqual(new Set([`Cổng ${count}`]));
  });

  it.each(Object.keys(FAULTS))('gives the figures of a clean run whatever goes wrong once: %s', async (name) => {
    fill(25);
    const clean = await source();
    await read(api, clean);
    const wanted = await standOf(api);
    await startOver();
    const fault = FAULTS[name] ?? null;
    const id = await source();
    portal.faults = [null, fault, null, fault, fault];
    await read(api, id);
    await readAgain(api, id);
    expect(await standOf(api)).toEqual(wanted);
    expect(await pullOf(api, id)).toMatchObject({ failures: 0, state: 'IDLE' });
  });

  it('gives the figures of a clean run after any faults in any order, however often it is asked', async () => {
    fill(25);
    await read(api, await source());
    const wanted = await standOf(api);
    const names = Object.keys(FAULTS);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('', ...names), { maxLength: 8 }), async (line) => {
        await startOver();
        const id = await source();
        portal.faults = line.map((name) => FAULTS[name] ?? null);
        await read(api, id);
        portal.faults = [];
        await readAgain(api, id);
        expect(await standOf(api)).toEqual(wanted);
      }),
      { numRuns: 5 },
    );
  }, 90_000);

  it('misses nothing where dossiers change while their list is read, and slip from page to page', async () => {
    fill(60);
    const id = await source();
    portal.before = (page) => {
      // What was on an earlier page is later now: all that follow move up by one.
      if (page === 2 && portal.asked.length < 8) portal.put(rowOf(portal.asked.length, '4'), new Date());
    };
    await read(api, id);
    await readAgain(api, id);
    const { rows } = await api.db.query<{ n: number }>('select count(*)::int as n from dossier');
    expect(rows[0]?.n).toBe(60);
  });

  it('ends where the same page comes without an end, and is read from the beginning once that is mended', async () => {
    fill(45);
    const id = await source();
    portal.isEndless = true;
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'ENDLESS' });
    portal.isEndless = false;
    expect(await readAgain(api, id)).toMatchObject({ result: 'DONE' });
    expect(await figure(api, '05503')).toBe('45/45');
  });

  it('knows the last page of a portal that says no total by that there is none after it', async () => {
    fill(40);
    portal.saysTotal = false;
    const id = await source();
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'DONE', created: 40 });
  });

  it('is not led astray by a dossier from the future, nor by data that jump back', async () => {
    fill(20);
    const id = await source();
    await read(api, id);
    portal.clock = () => ago(-30);
    portal.put(rowOf(90), ago(-20));
    await readAgain(api, id);
    portal.clock = () => new Date();
    portal.dossiers = portal.dossiers.filter(({ row }) => row['MaHoSo'] !== key(90));
    portal.put(rowOf(91), ago(0.5));
    await readAgain(api, id);
    const { rows } = await api.db.query('select 1 from dossier where code_key = $1', [key(91)]);
    expect(rows).toHaveLength(1);
  });

  it('keeps what stays wrong to itself: the next reading waits, and after five the breaker is open until somebody tries', async () => {
    fill(5);
    const id = await source();
    const bad = Array.from({ length: 30 }, () => FAULTS['a fault of the server'] ?? null);
    portal.faults = bad;
    await read(api, id);
    expect(await pullOf(api, id)).toMatchObject({ failures: 1, state: 'WAITING' });
    expect(await read(api, id)).toBe('NONE');
    for (let n = 2; n <= 5; n += 1) await readAgain(api, id);
    expect(await pullOf(api, id)).toMatchObject({ failures: 5, state: 'OPEN' });
    expect(await read(api, id)).toBe('NONE');
    portal.faults = [];
    await readAgain(api, id);
    expect(await pullOf(api, id)).toMatchObject({ failures: 0, state: 'IDLE' });
    expect(await figure(api, '05503')).toBe('5/5');
  });

  it('is told who signs in by what is sealed, which nobody reads: not the API, not the log, not the trail', async () => {
    fill(3);
    const id = await source();
    await read(api, id);
    const { rows } = await api.db.query<{ text: string }>(
      `select coalesce(encode(secret, 'escape'), '') || (select string_agg(body, ' ') from audit_event) as text from dossier_source where id = $1`,
      [id],
    );
    expect(`${rows[0]?.text} ${api.logged.join(' ')}`).not.toContain('Mật khẩu cổng');
    await setPull(api, id, portalInput(address, { secret: 'sai' }));
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'SIGN_IN_REFUSED' });
    const elsewhere = api.ask(
      `mutation ($id: ID!) { setSourcePull(source: $id, input: { mode: PORTAL, address: "https://example.org", username: "x" }) { id } }`,
      { id },
    );
    await expect(elsewhere).rejects.toThrow();
  });

  it('is read again from a day on or as a whole where somebody wants it, and nothing counts twice', async () => {
    fill(30);
    // Before the day on whichever hour this runs.
    portal.put(rowOf(31), new Date(Date.parse(`${daysAgo(1)}T00:00:00+07:00`) - HOUR));
    const id = await source();
    await read(api, id);
    const wanted = await standOf(api);
    await api.ask('mutation ($id: ID!) { replaySource(source: $id) { id } }', { id });
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'DONE', whole: true, unchanged: 31, created: 0 });
    await api.ask('mutation ($id: ID!, $from: Date!) { replaySource(source: $id, from: $from) { id } }', {
      id,
      from: daysAgo(1),
    });
    await read(api, id);
    const run = await lastRun(api, id);
    expect(run.received).toBeGreaterThan(0);
    expect(run.received).toBeLessThan(31);
    expect(await standOf(api)).toEqual(wanted);
  });

  it('stops after the page at hand where somebody wants it, and goes on from there the next time', async () => {
    fill(60);
    const id = await source();
    portal.before = async () => {
      if (portal.asked.length === 3) await api.ask('mutation ($id: ID!) { stopSource(source: $id) { id } }', { id });
      if (portal.asked.length >= 3) await new Promise((done) => setTimeout(done, 40));
    };
    const { readSource } = await import('./read-source.ts');
    await readSource(api.app, Number(id), { signal: new AbortController().signal, lookEveryMs: 10 });
    expect(await lastRun(api, id)).toMatchObject({ result: 'STOPPED' });
    portal.before = () => undefined;
    await readAgain(api, id);
    expect(await figure(api, '05503')).toBe('60/60');
  });

  it('is read by one server at a time, and a page of whoever was overtaken is not taken', async () => {
    fill(40);
    const id = await source();
    let other: Promise<unknown> = Promise.resolve();
    portal.before = (page) => {
      if (page === 2) other = read(api, id).then((came) => expect(came).toBe('BUSY'));
    };
    await read(api, id);
    await other;
    portal.before = async () => {
      await api.ask('mutation ($id: ID!) { replaySource(source: $id) { id } }', { id });
      portal.before = () => undefined;
    };
    await readAgain(api, id);
    expect((await pullOf(api, id)).runs[0]).toMatchObject({ result: 'CHANGED' });
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'DONE', whole: true, received: 40 });
  });

  it('calls no address of a network of our own but those that an administrator named', async () => {
    expect(['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', 'fd00::1', '::ffff:10.0.0.1'].every(isPrivate)).toBe(
      true,
    );
    expect(['8.8.8.8', '203.162.0.1', '2001:4860:4860::8888'].some(isPrivate)).toBe(false);
    const id = await source();
    await setPull(api, id, portalInput('http://[::1]:9/mapi'));
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'PRIVATE_ADDRESS' });
    await setPull(api, id, portalInput('http://169.254.169.254/latest'));
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'PRIVATE_ADDRESS' });
  });

  it('writes times as they are written in Vietnam', () => {
    expect(stampOf(new Date('2022-08-31T18:30:05Z'))).toBe('20220901013005');
    expect(stampAt('20220901013005')?.toISOString()).toBe('2022-08-31T18:30:05.000Z');
    expect(stampAt('hôm qua')).toBeNull();
  });
});
