import { appendFileSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { temporaryFolder } from '../../../../test/backups.ts';
import { amendList, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import {
  buildPulled,
  lastRun,
  pullOf,
  read,
  readAgain,
  readQuickly,
  setPull,
  standOf,
} from '../../../../test/pulls.ts';
import { TEST_KEY } from '../../../../test/second-factor.ts';
import { SftpServer } from '../../../../test/sftp-server.ts';
import { makeWorkbook } from '../../../../test/workbook.ts';
import { readWith } from './connectors.ts';
import { readSource } from './read-source.ts';
import { typeOfFile } from './file-pages.ts';

let api: Api;
let count = 0;
let drop = '';
const { folder: root, remove } = temporaryFolder();

beforeAll(async () => {
  api = await openApi({ config: { secretsKey: TEST_KEY, pullPrivateHosts: ['127.0.0.1'], pullFolder: root } });
  readQuickly(api);
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815', '2.000816');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
});
afterAll(async () => {
  await api.close();
  remove();
});
beforeEach(async () => {
  drop = `nguon-${(count += 1)}`;
  mkdirSync(join(root, drop));
  await api.db.query(
    'truncate month_standing, booked_moment, dossier, dossier_version, dossier_statement, dossier_progress, progress_waiting, progress_said, source_day, quarantine, ingest_batch, ledger, day_total, month_total, service_ledger, service_total',
  );
});

const rowOf = (n: number, status = '10') =>
  dossierRow({ MaHoSo: `H55.164.3-220301-${String(n).padStart(4, '0')}`, TrangThaiHoSo: status });
const rows = (from: number, to: number, status = '10') =>
  Array.from({ length: to - from + 1 }, (_, n) => rowOf(from + n, status));
function csv(some: Record<string, string>[]): string {
  const names = Object.keys(some[0] ?? {});
  return [names.join(','), ...some.map((row) => names.map((name) => row[name]).join(','))].join('\n') + '\n';
}
const workbook = (some: Record<string, string>[]): Promise<Buffer> =>
  makeWorkbook([{ name: 'Hồ sơ', rows: [Object.keys(some[0] ?? {}), ...some.map((row) => Object.values(row))] }]);

/** Puts a file that was last written so many minutes ago. */
function put(name: string, content: string | Buffer, minutes = 10): void {
  writeFileSync(join(root, drop, name), content);
  const at = new Date(Date.now() - minutes * 60_000);
  utimesSync(join(root, drop, name), at, at);
}
const source = (more: Record<string, unknown> = {}) =>
  buildPulled(api, { mode: 'FOLDER', address: drop, ...more }, { name: `Thư mục ${count}` });

describe('a folder', () => {
  it('is read whatever its files are written as, the oldest first, and each file once', async () => {
    put('a.csv', csv(rows(1, 10)), 30);
    put('b.json', JSON.stringify({ data: rows(11, 20) }), 20);
    put(
      'c.ndjson.gz',
      gzipSync(
        rows(21, 25)
          .map((row) => JSON.stringify(row))
          .join('\n'),
      ),
      15,
    );
    put('d.xlsx', await workbook(rows(26, 28)), 12);
    put('e.csv', csv(rows(1, 2, '4')), 5);
    put('readme.txt', 'không phải hồ sơ');
    const id = await source();
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'DONE', pages: 5, received: 30, created: 28, updated: 2 });
    expect(await readAgain(api, id)).toMatchObject({ result: 'NOTHING_NEW', pages: 0 });
    put('e.csv', csv(rows(1, 3, '4')), 1);
    expect(await readAgain(api, id)).toMatchObject({ result: 'DONE', pages: 1, received: 3, updated: 1, unchanged: 2 });
    expect((await lastRun(api, id)).receipts.map((receipt) => receipt.received)).toEqual([3]);
  });

  it('passes over a file that was only touched: what a newer one said stands, until it is asked for again', async () => {
    put('a.csv', csv(rows(1, 2, '4')), 30);
    put('b.csv', csv(rows(1, 1, '10')), 20);
    const id = await source();
    await read(api, id);
    const statuses = async () =>
      (await api.db.query<{ status: number }>('select status from dossier order by code_key')).rows.map(
        ({ status }) => status,
      );
    expect(await statuses()).toEqual([10, 4]);
    put('a.csv', csv(rows(1, 2, '4')), 5);
    expect(await readAgain(api, id)).toMatchObject({ result: 'NOTHING_NEW', received: 0 });
    expect(await statuses()).toEqual([10, 4]);
    expect(await readAgain(api, id)).toMatchObject({ result: 'NOTHING_NEW', pages: 0 });
    put('a.csv', csv(rows(1, 2, '3')), 4);
    expect(await readAgain(api, id)).toMatchObject({ result: 'DONE', updated: 2 });
    expect(await statuses()).toEqual([3, 3]);
  });

  it('leaves a file that is still being written for the next time', async () => {
    const whole = csv(rows(1, 40));
    const half = Math.trunc(whole.length / 2);
    put('a.csv', whole.slice(0, half), 0);
    const id = await source();
    readWith(api.app, { quietMs: 150 });
    const reading = read(api, id);
    const writing = setInterval(() => appendFileSync(join(root, drop, 'a.csv'), ' '), 20);
    await reading;
    clearInterval(writing);
    readQuickly(api);
    expect(await lastRun(api, id)).toMatchObject({ result: 'NOTHING_NEW', received: 0 });
    put('a.csv', whole, 0);
    expect(await readAgain(api, id)).toMatchObject({ received: 40, created: 40, rejected: 0 });
  });

  it('does not take names that are given while something is written, nor what a link leads to', async () => {
    for (const name of ['.a.csv', '~a.csv', 'a.csv.part', 'a.csv.tmp', 'a.pdf']) expect(typeOfFile(name)).toBeNull();
    put('outside.csv', csv(rows(1, 3)));
    const other = `${drop}-links`;
    mkdirSync(join(root, other));
    symlinkSync(join(root, drop, 'outside.csv'), join(root, other, 'link.csv'));
    const id = await source({ address: other });
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'NOTHING_NEW' });
  });

  it('notes a file that cannot be read, takes the others, and tries it again once it is another one', async () => {
    put('a.json', '{"data":[{"MaHoSo":"', 20);
    put('b.csv', csv(rows(1, 3)), 10);
    const id = await source();
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({
      result: 'DONE',
      received: 3,
      message: 'Đã đọc xong. 1 tệp không đọc được.',
    });
    expect((await pullOf(api, id)).refusedFiles.map(({ name }) => name)).toEqual(['a.json']);
    expect(await readAgain(api, id)).toMatchObject({ result: 'NOTHING_NEW' });
    put('a.json', JSON.stringify({ data: rows(4, 5) }), 1);
    expect(await readAgain(api, id)).toMatchObject({ result: 'DONE', created: 2 });
    expect((await pullOf(api, id)).refusedFiles).toEqual([]);
  });

  it('lies below the one that is configured, however it is written', async () => {
    const outside = temporaryFolder();
    symlinkSync(outside.folder, join(root, `${drop}-out`));
    const id = await source({ address: `${drop}-out` });
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'NO_FOLDER' });
    outside.remove();
    for (const address of ['/etc', '../x', 'a/../../x', '.'])
      await expect(setPull(api, id, { mode: 'FOLDER', address })).rejects.toThrow();
  });

  it('is read again as a whole where somebody wants it, and nothing counts twice', async () => {
    put('a.csv', csv(rows(1, 10)), 30);
    const id = await source();
    await read(api, id);
    const wanted = await standOf(api);
    await api.ask('mutation ($id: ID!) { replaySource(source: $id) { id } }', { id });
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ whole: true, received: 10, unchanged: 10 });
    expect(await standOf(api)).toEqual(wanted);
  });
});

describe('a folder that is read again', () => {
  const replay = (id: string) => api.ask('mutation ($id: ID!) { replaySource(source: $id) { id } }', { id });
  const versions = async () =>
    (
      await api.db.query<{ x: string }>(
        `select concat_ws(' ', status, 'v' || version) as x from dossier order by code_key`,
      )
    ).rows.map(({ x }) => x);

  it('does not pass through what its older files said', async () => {
    put('a.csv', csv(rows(1, 3, '2')), 30);
    put('b.csv', csv(rows(1, 3, '4')), 20);
    put('c.csv', csv([rowOf(1), { ...rowOf(9), KenhThucHien: '7' }]), 10);
    const id = await source();
    await read(api, id);
    const wanted = await standOf(api);
    expect(await versions()).toEqual(['10 v3', '4 v2', '4 v2']);
    put('d.csv', csv([rowOf(2)]), 5);
    put('0.csv', csv([{ ...rowOf(9), KenhThucHien: '8' }]), 40);
    await replay(id);
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ received: 10, created: 0, updated: 1, unchanged: 8, rejected: 1 });
    expect(await versions()).toEqual(['10 v3', '10 v3', '4 v2']);
    expect(await standOf(api)).not.toEqual(wanted);
    const { rows: bad } = await api.db.query(
      `select fields ->> 'KenhThucHien' as x from quarantine where closed_by is null`,
    );
    expect(bad).toEqual([{ x: '7' }]);
    expect((await api.db.query('select from read_code')).rowCount).toBe(0);
  });

  it('takes a newer file that comes while it goes on with what was broken off', async () => {
    put('a.csv', csv(rows(1, 3, '2')), 30);
    put('b.csv', csv(rows(1, 3, '4')), 20);
    const id = await source();
    await read(api, id);
    await replay(id);
    const once = new AbortController();
    await readSource(api.app, Number(id), { signal: once.signal, sliceMs: 0 });
    put('c.csv', csv([rowOf(1)]), 1);
    await read(api, id);
    expect(await versions()).toEqual(['10 v3', '4 v2', '4 v2']);
  });
});

describe('a folder on another machine', () => {
  let server: SftpServer;
  let address = '';
  beforeEach(async () => {
    server = new SftpServer(join(root, drop));
    address = await server.listen();
  });
  afterEach(() => server.close());
  const sftp = (more: Record<string, unknown> = {}) =>
    source({
      mode: 'SFTP',
      address,
      username: 'h55',
      secret: 'Mật khẩu thư mục',
      hostKey: server.fingerprint,
      ...more,
    });

  it('is read over SFTP as one of our own is', async () => {
    put('a.csv', csv(rows(1, 10)), 30);
    put('b.json', JSON.stringify({ data: rows(11, 20) }), 20);
    const id = await sftp();
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'DONE', pages: 2, created: 20 });
    expect(await readAgain(api, id)).toMatchObject({ result: 'NOTHING_NEW' });
    expect(await figure(api, '05503')).toBe('20/20');
  });

  it('goes on where the line was cut in the middle of a file, and takes nothing of half a file', async () => {
    put('a.csv', csv(rows(1, 2000)), 30);
    put('b.csv', csv(rows(2001, 2010)), 20);
    const id = await sftp();
    server.cutsAfter = 1;
    const reading = read(api, id);
    setTimeout(() => (server.cutsAfter = null), 60);
    await reading;
    server.cutsAfter = null;
    await readAgain(api, id);
    expect(await figure(api, '05503')).toBe('2010/2010');
    const { rows: taken } = await api.db.query('select received from ingest_batch order by received');
    expect(taken.filter(({ received }: { received: number }) => ![10, 2000].includes(received))).toEqual([]);
  });

  it('is told nothing where its key is not the pinned one, and says which it has', async () => {
    const id = await sftp({ hostKey: `SHA256:${'A'.repeat(43)}` });
    await read(api, id);
    const run = await lastRun(api, id);
    expect(run.result).toBe('HOST_KEY');
    expect(run.message).toContain(server.fingerprint);
  });

  it('says so where it refuses the password or has no such folder', async () => {
    const id = await sftp({ secret: 'sai' });
    await read(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'SIGN_IN_REFUSED' });
    const other = await source({
      mode: 'SFTP',
      address: address.replace('drop', 'none'),
      username: 'h55',
      secret: 'Mật khẩu thư mục',
      hostKey: server.fingerprint,
    }).catch(() => null);
    if (other === null)
      await setPull(api, id, {
        mode: 'SFTP',
        address: address.replace('drop', 'none'),
        username: 'h55',
        secret: 'Mật khẩu thư mục',
        hostKey: server.fingerprint,
      });
    await readAgain(api, id);
    expect(await lastRun(api, id)).toMatchObject({ result: 'NO_FOLDER' });
  });
});
