import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { temporaryFolder } from '../../../../test/backups.ts';
import { amendList, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { heldOf, holdFrom, settleHeld } from '../../../../test/holding.ts';
import { FakePortal } from '../../../../test/portal.ts';
import { buildPulled, lastRun, portalInput, read, readAgain, readQuickly, setPull } from '../../../../test/pulls.ts';
import { TEST_KEY } from '../../../../test/second-factor.ts';
import { differences } from '../../../../test/verifying.ts';
import type { RawRow } from '../../../app/body/read-rows.ts';
import { withClient } from '../../../app/database.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { readWith } from './connectors.ts';
import { pullSource } from './pull.queries.ts';
import { FileChanging } from './reading-failure.ts';
import { beginRun } from './runs.queries.ts';
import { takePage } from './take-page.ts';

let api: Api;
let portal: FakePortal;
let address = '';
let count = 0;
const { folder: root, remove } = temporaryFolder();
const DAY = 86_400_000;

beforeAll(async () => {
  api = await openApi({ config: { secretsKey: TEST_KEY, pullPrivateHosts: ['127.0.0.1'], pullFolder: root } });
  readQuickly(api);
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': ['H55.164.9'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
});
afterAll(async () => {
  await api.close();
  remove();
});
beforeEach(async () => {
  count += 1;
  portal = new FakePortal();
  address = await portal.listen();
  await api.db.query(
    'truncate month_standing, booked_moment, dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, source_day, quarantine, ingest_batch, ledger, day_total, month_total, service_ledger, service_total, held_batch, held_row, jump_rules, jump_tally',
  );
  return () => portal.close();
});

const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
const stamp = (ago: number) => `${day(ago).replaceAll('-', '')}080000`;
const key = (n: number) => `H55.164.3-${day(2).slice(2).replaceAll('-', '')}-${String(n).padStart(4, '0')}`;
const rowOf = (n: number, facts = {}) =>
  dossierRow({
    MaHoSo: key(n),
    NgayTiepNhan: stamp(2),
    NgayKetThucXuLy: stamp(1),
    NgayTra: '',
    NgayHenTra: '',
    ...facts,
  });
const put = (n: number, facts = {}) => portal.put(rowOf(n, facts), new Date(Date.now() - 1.5 * DAY + n * 1_000));
const takeAway = (...numbers: number[]) => {
  const keys = new Set(numbers.map(key));
  portal.dossiers = portal.dossiers.filter(({ row }) => !keys.has(row['MaHoSo'] ?? ''));
};
const input = (more = {}) => portalInput(address, { from: day(4), pageSize: 25, wholeSaysGone: true, ...more });
const source = (more = {}) => buildPulled(api, input(more), { name: `Cổng ${count}` });
async function readWhole(id: string) {
  await api.ask('mutation ($id: ID!) { replaySource(source: $id) { id } }', { id });
  await read(api, id);
  return lastRun(api, id);
}
/** The rows of a file that is another one when they are through. */
async function* changing(): AsyncGenerator<RawRow[]> {
  yield [{ row: 1, raw: rowOf(1) }];
  await Promise.reject(new FileChanging('a.json'));
}
async function gone(): Promise<string[]> {
  const { rows } = await api.db.query<{ x: string }>(
    `select code_key as x from dossier where gone = 'DELETED' order by 1`,
  );
  return rows.map(({ x }) => x);
}
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('a reading of the whole', () => {
  it('says by its end what is gone, where its source says so, and it is there again once it is sent again', async () => {
    numbers(1, 30).forEach((n) => put(n));
    const id = await source();
    await read(api, id);
    expect(await gone()).toEqual([]);
    takeAway(3, 7);
    const run = await readWhole(id);
    expect(run.message).toBe('Đã đọc xong. 2 hồ sơ nguồn không còn nữa, nên thôi tính.');
    expect(await gone()).toEqual([key(3), key(7)]);
    expect(await differences(api)).toEqual([]);
    put(3);
    await readAgain(api, id);
    expect(await gone()).toEqual([key(7)]);
    expect((await readWhole(id)).message).toBe('Đã đọc xong.');
    expect(await differences(api)).toEqual([]);
  });

  it('says nothing of it where its source does not say so, nor where only what changed was read', async () => {
    numbers(1, 5).forEach((n) => put(n));
    const id = await source({ wholeSaysGone: false });
    await read(api, id);
    takeAway(3);
    await readWhole(id);
    await setPull(api, id, input({ secret: null }));
    await readAgain(api, id);
    expect(await gone()).toEqual([]);
    await readWhole(id);
    expect(await gone()).toEqual([key(3)]);
  });

  it('says nothing of dossiers from before the day on which it begins', async () => {
    put(1);
    put(2, { NgayTiepNhan: stamp(9), MaHoSo: key(2) });
    const id = await source();
    await read(api, id);
    takeAway(2);
    await readWhole(id);
    expect(await gone()).toEqual([]);
  });

  it('says nothing where it cannot be sure to have everything', async () => {
    numbers(1, 5).forEach((n) => put(n));
    const id = await source();
    await read(api, id);
    takeAway(3);
    portal.saysTotal = false;
    await readWhole(id);
    expect(await gone()).toEqual([]);
    portal.saysTotal = true;
    put(6, { MaHoSo: '' });
    await readWhole(id);
    expect(await gone()).toEqual([]);
    portal.dossiers = [];
    await readWhole(id);
    expect(await gone()).toEqual([]);
  });

  it('takes nothing for gone that changed again while it was read, and lay behind the beginning by then', async () => {
    numbers(1, 30).forEach((n) => put(n));
    const id = await source();
    await read(api, id);
    portal.before = () => {
      portal.before = () => undefined;
      portal.put(rowOf(5, { KenhThucHien: '1' }), new Date());
    };
    takeAway(3);
    await readWhole(id);
    expect(await gone()).toEqual([key(3)]);
    const { rows } = await api.db.query('select channel from dossier where code_key = $1', [key(5)]);
    expect(rows).toEqual([{ channel: 'IN_PERSON' }]);
  });

  it('says nothing where a stretch of it goes on moving however often it is read', async () => {
    numbers(1, 30).forEach((n) => put(n));
    const id = await source();
    await read(api, id);
    takeAway(3);
    let more = 30;
    portal.before = (page) => {
      if (page === 2) put((more += 1));
    };
    await readWhole(id);
    expect(more).toBe(33);
    expect(await gone()).toEqual([]);
    portal.before = () => undefined;
    await readWhole(id);
    expect(await gone()).toEqual([key(3)]);
  });

  it('says nothing of units for which its source may not send any more', async () => {
    const far = key(9).replace('H55.164.3', 'H55.164.9');
    numbers(1, 4).forEach((n) => put(n));
    put(9, { MaHoSo: far });
    const id = await source();
    await read(api, id);
    await api.db.query(
      `update account_grant g set unit_id = (select unit_id from unit_version where code = '05503' and superseded_by is null limit 1)
         from dossier_source s where s.account_id = g.account_id and s.id = $1`,
      [id],
    );
    portal.dossiers = portal.dossiers.filter(({ row }) => row['MaHoSo'] !== far);
    takeAway(2);
    await readWhole(id);
    expect(await gone()).toEqual([key(2)]);
    expect(await differences(api)).toEqual([]);
  });

  it('is older than what is held since, also where it is released before that', async () => {
    numbers(1, 40).forEach((n) => put(n));
    const id = await source();
    await read(api, id);
    takeAway(...numbers(1, 25));
    await readWhole(id);
    await holdFrom(api, 1_000, ', mostChanged: 1, mostWithdrawn: 100');
    for (const n of [4, 30, 31]) put(n, { KenhThucHien: '1' });
    await readAgain(api, id);
    const [rows, codes] = await heldOf(api);
    expect(await settleHeld(api, 'release', codes!.id)).toBe(0);
    expect(await gone()).toHaveLength(25);
    expect(await settleHeld(api, 'release', rows!.id)).toBe(0);
    expect(await gone()).toEqual(
      numbers(1, 25)
        .filter((n) => n !== 4)
        .map(key),
    );
    expect(await differences(api)).toEqual([]);
  });

  it('holds many of them for a look: they count until they are released, but what came again since', async () => {
    numbers(1, 40).forEach((n) => put(n));
    const id = await source();
    await read(api, id);
    takeAway(...numbers(1, 25));
    expect((await readWhole(id)).message).toContain('Nguồn không còn 25 hồ sơ');
    expect(await gone()).toEqual([]);
    await readWhole(id);
    const held = await heldOf(api);
    expect(held).toMatchObject([{ rows: 25, jumps: [{ kind: 'GONE', count: 25 }] }]);
    put(4);
    await readAgain(api, id);
    expect(await settleHeld(api, 'release', held[0]!.id)).toBe(1);
    expect(await gone()).toEqual(
      numbers(1, 25)
        .filter((n) => n !== 4)
        .map(key),
    );
    expect(await differences(api)).toEqual([]);
  });

  it('leaves what another source still has', async () => {
    numbers(1, 3).forEach((n) => put(n));
    const id = await source();
    await read(api, id);
    const other = await buildPulled(api, input(), { name: `Cổng khác ${count}` });
    await read(api, other);
    takeAway(2);
    await readWhole(id);
    expect(await gone()).toEqual([]);
    await readWhole(other);
    expect(await gone()).toEqual([key(2)]);
  });
});

describe('a folder that is read again as a whole', () => {
  let drop = '';
  let id = '';
  const write = (name: string, rows: object[], minutes: number) => {
    const at = new Date(Date.now() - minutes * 60_000);
    writeFileSync(join(root, drop, name), JSON.stringify({ data: rows }));
    utimesSync(join(root, drop, name), at, at);
  };
  beforeEach(async () => {
    drop = `ca-thu-muc-${count}`;
    mkdirSync(join(root, drop));
    write(
      'a.json',
      numbers(1, 4).map((n) => rowOf(n)),
      30,
    );
    write('b.json', [rowOf(5), rowOf(6)], 20);
    const facts = { name: `Thư mục ${count}` };
    id = await buildPulled(api, { mode: 'FOLDER', address: drop, wholeSaysGone: true }, facts);
    await read(api, id);
  });

  it('says by its end what is in none of its files', async () => {
    write('a.json', [rowOf(1), rowOf(2), rowOf(3)], 10);
    await readAgain(api, id);
    expect(await gone()).toEqual([]);
    await readWhole(id);
    expect(await gone()).toEqual([key(4)]);
  });

  it('says nothing while one of them is being written', async () => {
    write('a.json', [rowOf(1), rowOf(2), rowOf(3)], 25);
    readWith(api.app, { quietMs: 150 });
    const writing = setInterval(() => appendFileSync(join(root, drop, 'b.json'), ' '), 20);
    await readWhole(id);
    clearInterval(writing);
    readQuickly(api);
    expect(await gone()).toEqual([]);
    await readWhole(id);
    expect(await gone()).toEqual([key(4)]);
  });

  it('cannot tell what is in a file that changes while it is read', async () => {
    const { source, run } = await withClient(
      api.app.db,
      async (sql) => ({
        source: (await pullSource(sql, api.app.provinceId, Number(id)))!,
        run: await beginRun(sql, Number(id), { whole: true, by: null, goesOnWith: null, newestFirst: false }),
      }),
      EVERYTHING,
    );
    const { signal } = new AbortController();
    const reading = { app: api.app, source, run, files: [], signal, isOver: () => false, hasMoved: false };
    const facts = { cursor: null, mediaType: 'application/json', bytes: () => 0, checksum: () => '' };
    await takePage(reading, { ...facts, name: 'a.json', rows: changing() });
    const { rows } = await api.db.query('select pages, unsure, received from source_run where id = $1', [run.id]);
    expect(rows).toEqual([{ pages: 1, unsure: 1, received: 0 }]);
  });

  it('counts what a newer file has said among what is unchanged, also where the rest of an older one is held', async () => {
    await holdFrom(api, 1_000, ', mostChanged: 1, mostWithdrawn: 100');
    write(
      'a.json',
      [1, 2, 3, 4, 5].map((n) => rowOf(n, { KenhThucHien: '1' })),
      25,
    );
    const run = await readWhole(id);
    expect(run).toMatchObject({ received: 7, created: 0, updated: 0, unchanged: 3, rejected: 0 });
    expect(await heldOf(api)).toMatchObject([{ rows: 4 }]);
    expect(await differences(api)).toEqual([]);
  });
});
