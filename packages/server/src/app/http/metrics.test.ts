import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { awaitingCode, buildOwner, codeAt, TEST_KEY } from '../../../test/second-factor.ts';
import { ADMIN } from '../../../test/test-config.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ config: { secretsKey: TEST_KEY } });
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'] });
});
afterAll(() => api.close());

const read = async () => (await api.server.inject({ url: '/metrics' })).body;

async function valueOf(sample: string): Promise<number> {
  const line = (await read()).split('\n').find((one) => one.startsWith(`${sample} `));
  return Number(line?.slice(sample.length + 1) ?? NaN);
}

const SAMPLE =
  /^[a-zA-Z_:][\w:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*"(?:,(?!\}))?)*\})? (?:[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|NaN|[-+]Inf)$/;

it('is text that Prometheus reads: every sample after its type, none twice', async () => {
  const { headers, body } = await api.server.inject({ url: '/metrics' });
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(body.endsWith('\n')).toBe(true);
  const types = new Map<string, string>();
  const seen = new Set<string>();
  for (const line of body.split('\n').filter((one) => one !== '')) {
    const [, name, type] = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line) ?? [];
    if (name !== undefined && type !== undefined) types.set(name, type);
    if (line.startsWith('#')) continue;
    expect(line).toMatch(SAMPLE);
    const sample = line.slice(0, line.lastIndexOf(' '));
    const family = sample.replace(/\{.*/, '');
    const isKnown = types.has(family) || types.get(family.replace(/_(bucket|sum|count)$/, '')) !== undefined;
    expect([line, isKnown, seen.has(sample)]).toEqual([line, true, false]);
    seen.add(sample);
  }
});

it('holds what an operator alarms on', async () => {
  const body = await read();
  for (const name of [
    'http_request_duration_seconds_bucket',
    'database_connections{state="in_use"}',
    'database_connections{state="waited_for"}',
    'ingest_rows_total{outcome="rejected"}',
    'sign_ins_total{outcome="wrong"}',
    'nodejs_eventloop_lag_p99_seconds',
    'backup_last_success_timestamp_seconds',
    'process_resident_memory_bytes',
  ])
    expect(body).toContain(name);
  expect(await valueOf('database_connections{state="most"}')).toBe(12);
});

it('counts the rows of an import by how they ended, and none that was only tried', async () => {
  const rows = [dossierRow({ MaHoSo: 'H55.164.3-220301-0001' }), { MaHoSo: 'H55.164.3-220301-0002' }];
  await api.ingest(rows, { query: { dryRun: 'true' } });
  await api.ingest(rows);
  await api.ingest(rows);
  const outcomes = ['created', 'updated', 'unchanged', 'rejected'];
  const counted = await Promise.all(outcomes.map((outcome) => valueOf(`ingest_rows_total{outcome="${outcome}"}`)));
  expect(counted).toEqual([1, 0, 1, 2]);
});

it('counts sign-ins by how they ended', async () => {
  const before = await valueOf('sign_ins_total{outcome="ok"}');
  const signIn = (password: string) =>
    api.server.inject({ method: 'POST', url: '/auth/login', payload: { username: ADMIN.username, password } });
  await signIn(ADMIN.password);
  for (let n = 0; n < 11; n += 1) await signIn('sai');
  expect(await valueOf('sign_ins_total{outcome="ok"}')).toBe(before + 1);
  expect(await valueOf('sign_ins_total{outcome="wrong"}')).toBe(10);
  expect(await valueOf('sign_ins_total{outcome="wait"}')).toBe(1);
});

it('counts a sign-in of two steps once, at its code, and each wrong code', async () => {
  const counts = async () =>
    Promise.all(['ok', 'wrong', 'wait'].map((outcome) => valueOf(`sign_ins_total{outcome="${outcome}"}`)));
  await api.db.query('delete from sign_in_failure');
  const now = new Date('2026-03-02T03:00:10Z');
  api.app.now = () => now;
  const { account, secret } = await buildOwner(api, { role: 'VIEWER' }, now);
  const later = new Date(now.getTime() + 120_000);
  api.app.now = () => later;
  const [ok = 0, wrong = 0, wait = 0] = await counts();
  const browser = await awaitingCode(api, { account });
  expect(await counts()).toEqual([ok, wrong, wait]);
  await browser.giveCode('000000');
  expect(await counts()).toEqual([ok, wrong + 1, wait]);
  await browser.giveCode(codeAt(secret, later));
  expect(await counts()).toEqual([ok + 1, wrong + 1, wait]);
  api.app.now = () => new Date();
});

it('grows by no label that a caller chose, and holds nothing about anybody', async () => {
  const lines = async () => (await read()).split('\n').length;
  await api.server.inject({ url: '/x-0', headers: { 'user-agent': 'Bưởi' } });
  const before = await lines();
  for (let n = 1; n < 50; n += 1) {
    await api.server.inject({ url: `/x-${n}?name=bưởi-${n}`, headers: { 'user-agent': `Bưởi ${n}` } });
    await api.gql(`query Name${n} { me { id } }`);
  }
  expect((await lines()) - before).toBeLessThan(30);
  const body = await read();
  for (const word of ['bưởi', 'Bưởi', 'Name1', 'x-1', ADMIN.username, '127.0.0.1', 'H55'])
    expect([word, body.includes(word)]).toEqual([word, false]);
});
