import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { heldOf, holdFrom, monthRows, settleHeld } from '../../../../test/holding.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { FakePortal, type PortalFault } from '../../../../test/portal.ts';
import { buildPulled, lastRun, portalInput, read, readAgain, readQuickly } from '../../../../test/pulls.ts';
import { TEST_KEY } from '../../../../test/second-factor.ts';
import { differences } from '../../../../test/verifying.ts';

let api: Api;
let portal: FakePortal;
let address = '';
let count = 0;
const HOUR = 3_600_000;
const PAGE = 10;

beforeAll(async () => {
  api = await openApi({ config: { secretsKey: TEST_KEY, pullPrivateHosts: ['127.0.0.1'] } });
  readQuickly(api);
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
});
afterAll(() => api.close());
beforeEach(async () => {
  portal = new FakePortal();
  address = await portal.listen();
  await api.db.query(
    'truncate month_standing, booked_moment, dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, source_day, quarantine, ingest_batch, ledger, day_total, month_total, service_ledger, service_total, held_batch, held_row, jump_rules, jump_tally',
  );
  for (const month of ['01', '02', '03']) await api.ingest(monthRows(month, 10));
  return () => portal.close();
});

const ago = (hours: number) => new Date(Date.now() - hours * HOUR);
/** Six in the morning of the day before yesterday where the province is: whatever the hour, what follows is of one day. */
const morning = (): number => Math.floor((Date.now() + 7 * HOUR) / (24 * HOUR)) * 24 * HOUR - 49 * HOUR;
/** Dossiers that changed at the portal one after the other. */
function put(rows: Record<string, unknown>[]): void {
  rows.forEach((row, n) => portal.put(row as Record<string, string>, new Date(morning() + n * 0.1 * HOUR)));
}
const source = () =>
  buildPulled(api, portalInput(address, { from: ago(48).toISOString().slice(0, 10), pageSize: PAGE }), {
    name: `Cổng ${(count += 1)}`,
  });
const april = () => figure(api, '05503', { from: '2022-04-01', to: '2022-04-30' });
const DOWN: PortalFault = (response) => void response.writeHead(500).end('{}');

/** Reads a source until something is so; then the portal is down, and up again afterwards. */
async function breakOnce(id: string, isSo: () => Promise<boolean>): Promise<void> {
  portal.before = async () => {
    if (await isSo()) portal.faults = [DOWN];
  };
  await read(api, id);
  expect(await lastRun(api, id)).toMatchObject({ result: 'HTTP_STATUS' });
  portal.before = () => undefined;
  portal.faults = [];
}

describe('a reading that jumps', () => {
  it('is held from the page on with which all of it together jumps, and its later pages with that', async () => {
    await holdFrom(api, 100);
    put(monthRows('04', 120));
    const id = await source();
    await read(api, id);
    const held = await heldOf(api);
    expect(held).toMatchObject([
      {
        state: 'WAITING',
        pages: 3,
        rows: 30,
        fresh: 30,
        source: `Cổng ${count}`,
        jumps: [{ kind: 'MONTH', count: 120 }],
      },
    ]);
    expect(await april()).toBe('90/90');
    expect(await lastRun(api, id)).toMatchObject({ result: 'DONE', received: 120, created: 90 });
    expect(await differences(api)).toEqual([]);
  });

  it('is none where its pages stay below what is enough together, nor where months of others are full', async () => {
    await holdFrom(api, 100);
    put(monthRows('04', 90));
    await read(api, await source());
    put(monthRows('02', 20, {}, 500));
    await read(api, await source());
    expect(await heldOf(api)).toEqual([]);
    expect(await april()).toBe('90/90');
  });

  it('counts whole once it is released, by one import; each of its receipts leads there', async () => {
    await holdFrom(api, 100);
    put(monthRows('04', 120));
    const id = await source();
    await read(api, id);
    const [held] = await heldOf(api);
    const receipts = (await lastRun(api, id)).receipts.map((receipt) => receipt.id).slice(0, 3);
    for (const receipt of receipts) {
      const { ingestBatch } = await api.ask<{ ingestBatch: { held: { id: string } | null } }>(
        'query ($id: ID!) { ingestBatch(id: $id) { held { id } } }',
        { id: receipt },
      );
      expect(ingestBatch.held?.id).toBe(held!.id);
    }
    expect(await settleHeld(api, 'release', held!.id)).toBe(0);
    expect(await april()).toBe('120/120');
    expect((await api.db.query('select from held_row')).rowCount).toBe(0);
    const { rows } = await api.db.query(`select received, created from ingest_batch where kind = 'RELEASE'`);
    expect(rows).toEqual([{ received: 30, created: 30 }]);
    expect(await differences(api)).toEqual([]);
  });

  it('counts nowhere for good once it is discarded, with all its pages', async () => {
    await holdFrom(api, 100);
    put(monthRows('04', 120));
    await read(api, await source());
    const [held] = await heldOf(api);
    await settleHeld(api, 'discard', held!.id);
    expect(await april()).toBe('90/90');
    expect(await heldOf(api)).toEqual([]);
  });

  it('is one thing to look at also where the line broke and the next reading goes on with it', async () => {
    await holdFrom(api, 100);
    put(monthRows('04', 120));
    const id = await source();
    await breakOnce(id, async () => (await heldOf(api)).length > 0);
    expect(await heldOf(api)).toMatchObject([{ pages: 1, rows: 10 }]);
    await readAgain(api, id);
    expect(await heldOf(api)).toMatchObject([{ pages: 3, rows: 30 }]);
    expect(await april()).toBe('90/90');
  });

  it('is judged from the whole of it also where the line broke before it jumped', async () => {
    await holdFrom(api, 100);
    put(monthRows('04', 120));
    const id = await source();
    await breakOnce(id, async () => (await april()) === '50/50');
    expect(await april()).toBe('50/50');
    expect(await heldOf(api)).toEqual([]);
    await readAgain(api, id);
    expect(await heldOf(api)).toMatchObject([{ pages: 3, rows: 30 }]);
  });

  it('is judged from zero after somebody released what was held of it, and held on after somebody refused it', async () => {
    await holdFrom(api, 100);
    for (const [how, stands, waits] of [
      ['release', '120/120', []],
      ['discard', '90/90', [{ pages: 1, rows: 10 }]],
    ] as const) {
      await api.db.query('update jump_rules set holds = false');
      await api.db.query('truncate held_row, held_batch');
      portal.dossiers = [];
      put(monthRows('04', 120, {}, how === 'release' ? 1 : 1001));
      await api.db.query(`delete from dossier where received_day >= '2022-04-01'`);
      await api.db.query('update jump_rules set holds = true');
      portal.before = async () => {
        const [held] = await heldOf(api);
        if (held?.pages === 2) await settleHeld(api, how, held.id);
      };
      await read(api, await source());
      portal.before = () => undefined;
      expect((await api.db.query(`select from dossier where received_day >= '2022-04-01'`)).rowCount).toBe(
        Number(stands.split('/')[0]),
      );
      expect(await heldOf(api)).toMatchObject(waits);
    }
  });

  it('is one that changes many, however few each page does', async () => {
    for (const month of ['01', '02', '03']) await api.ingest(monthRows(month, 10, { KenhThucHien: '2' }));
    await holdFrom(api, 1_000, ', mostChanged: 15, mostWithdrawn: 100');
    put(['01', '02', '03'].flatMap((month) => monthRows(month, 10, { KenhThucHien: '1' })));
    await read(api, await source());
    expect(await heldOf(api)).toMatchObject([
      { pages: 2, rows: 20, changed: 20, jumps: [{ kind: 'CHANGED', count: 30 }] },
    ]);
    expect((await api.db.query(`select from dossier where channel = 'IN_PERSON'`)).rowCount).toBe(10);
  });
});

describe('a source that sends a day’s dossiers in small bodies', () => {
  it('is judged by what it sent on the day: the body with which that jumps is held, others are not', async () => {
    await holdFrom(api, 100);
    await buildSource(api, {
      name: `Một cửa ${(count += 1)}`,
      loginName: `motcua-${count}`,
      password: 'Mat-khau-nguon',
    });
    const system = new OneStop(api);
    const session = await system.login(`motcua-${count}`, 'Mat-khau-nguon');
    for (let at = 1; at <= 101; at += 10) await system.send(session, 'DongBoHoSoMC', monthRows('04', 10, {}, at));
    expect(await heldOf(api)).toMatchObject([
      { pages: 1, rows: 10 },
      { pages: 1, rows: 10 },
    ]);
    expect(await april()).toBe('90/90');
    await system.send(session, 'DongBoHoSoMC', [dossierRow({ MaHoSo: 'H55.164.3-220301-7777' })]);
    expect(await heldOf(api)).toHaveLength(2);
  });
});
