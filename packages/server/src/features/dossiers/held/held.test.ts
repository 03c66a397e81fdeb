import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, buildAccount, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { buildSource, OneStop } from '../../../../test/one-stop.ts';
import { differences } from '../../../../test/verifying.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-01T03:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
});

beforeEach(async () => {
  await api.db.query(
    'truncate dossier, dossier_version, quarantine, ingest_batch, ledger, day_total, month_total, month_standing, booked_moment, service_ledger, service_total, cause_mend, cause_mend_step, held_batch, held_row, jump_rules, dossier_identity, dossier_step',
  );
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': [] });
});

afterAll(() => api.close());

/** Dossiers of a month of the commune. */
const rows = (month: string, count: number, facts = {}, from = 1) =>
  Array.from({ length: count }, (_, i) =>
    dossierRow({
      MaHoSo: `H55.164.3-22${month}01-${String(from + i).padStart(4, '0')}`,
      NgayTiepNhan: `2022${month}01080000`,
      NgayKetThucXuLy: `2022${month}02080000`,
      ...facts,
    }),
  );

async function holdFrom(least: number, more = ''): Promise<void> {
  await api.ask(
    `mutation { setJumpRules(input: { holds: true, timesUsual: 3, least: ${least}, expectedVersion: 0 ${more} }) { version } }`,
  );
}
/** Three months of ten dossiers each, then rules that hold more than three times as many. */
async function usual(): Promise<void> {
  for (const month of ['01', '02', '03']) await api.ingest(rows(month, 10));
  await holdFrom(20);
}
async function held(settled = false) {
  const { heldBatches } = await api.ask<{
    heldBatches: {
      nodes: { id: string; state: string; rows: number; jumps: object[]; leftOut: number; batch: object }[];
    };
  }>(
    `query ($settled: Boolean!) { heldBatches(settled: $settled) { nodes { id state rows bad fresh leftOut
       jumps { kind month count usual unit { code } } batch { received rejected } } } }`,
    { settled },
  );
  return heldBatches.nodes;
}
const settle = (how: 'releaseBatch' | 'discardBatch', batch: string) =>
  api.ask<Record<string, { state: string; leftOut: number; releasedAs: string }>>(
    `mutation ($batch: ID!) { ${how}(batch: $batch, reason: "Đã hỏi lại.") { state leftOut releasedAs } }`,
    { batch },
  );

/** How somebody sends rows. */
async function sender(who: string): Promise<(sent: Record<string, unknown>[]) => Promise<unknown>> {
  if (who === 'a person') return (sent) => api.ingest(sent);
  await buildSource(api, { name: 'Một cửa gộp', loginName: 'motcua-gop', password: 'Mat-khau-nguon' });
  const system = new OneStop(api);
  const session = await system.login('motcua-gop', 'Mat-khau-nguon');
  return (sent) => system.send(session, 'DongBoHoSoMC', sent);
}

describe('an import that jumps', () => {
  it('is taken as ever where nothing is to be held', async () => {
    for (const month of ['01', '02', '03']) await api.ingest(rows(month, 10));
    expect((await api.ingest(rows('04', 40))).result.created).toBe(40);
    expect(await held()).toEqual([]);
  });

  it('is held before anything of it counts: five zeros, no dossier, no row in quarantine', async () => {
    await usual();
    const answer = await api.ingest([...rows('04', 40), { MaHoSo: 'H55.164.3-220401-9999', MaTTHC: 'x' }]);
    expect(answer.result).toMatchObject({ received: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, held: true });
    expect(answer.body.message).toContain('GIỮ LẠI');
    expect(await figure(api, '05503')).toBe('30/30');
    expect((await api.db.query('select from quarantine')).rowCount).toBe(0);
    expect(await held()).toMatchObject([
      {
        id: answer.result.batch,
        state: 'WAITING',
        rows: 41,
        bad: 1,
        fresh: 40,
        jumps: [{ kind: 'MONTH', month: '2022-04-01', count: 40, usual: 10, unit: { code: '05503' } }],
        batch: { received: 0, rejected: 0 },
      },
    ]);
    expect(await differences(api)).toEqual([]);
  });

  it('of a source is told to it and not believed before it is released, and is that source’s then', async () => {
    await usual();
    const source = await buildSource(api, { loginName: 'motcua', password: 'Mat-khau-nguon' });
    const system = new OneStop(api);
    const session = await system.login('motcua', 'Mat-khau-nguon');
    const answer = await system.send(session, 'DongBoHoSoMC', rows('04', 40));
    expect(answer).toMatchObject({ error_code: '0', message: expect.stringContaining('GIỮ LẠI') as string });
    const said = async () =>
      (await api.db.query('select from dossier_statement where source_id = $1', [source])).rowCount;
    expect(await said()).toBe(0);
    expect((await api.db.query('select from source_day')).rowCount).toBe(0);
    const [waits] = await held();
    const { releaseBatch } = await settle('releaseBatch', waits?.id ?? '');
    expect(await said()).toBe(40);
    expect(await figure(api, '05503')).toBe('70/70');
    const { rows: released } = await api.db.query('select source_id from ingest_batch where id = $1', [
      releaseBatch?.releasedAs,
    ]);
    expect(released).toEqual([{ source_id: Number(source) }]);
    expect(await differences(api)).toEqual([]);
  });

  it('counts once it is released, with its bad rows in quarantine', async () => {
    await usual();
    const { result } = await api.ingest([...rows('04', 40), { MaHoSo: 'H55.164.3-220401-9999', MaTTHC: 'x' }]);
    const { releaseBatch } = await settle('releaseBatch', result.batch);
    expect(releaseBatch).toMatchObject({ state: 'RELEASED', leftOut: 0 });
    expect(await figure(api, '05503')).toBe('70/70');
    expect((await api.db.query('select from quarantine where closed_by is null')).rowCount).toBe(1);
    const { rows: kinds } = await api.db.query('select kind, received from ingest_batch where id = $1', [
      releaseBatch?.releasedAs,
    ]);
    expect(kinds).toEqual([{ kind: 'RELEASE', received: 41 }]);
    expect((await api.db.query('select from held_row')).rowCount).toBe(0);
    expect(await held()).toEqual([]);
    const again = await api.gql('mutation ($batch: ID!) { releaseBatch(batch: $batch, reason: "x") { id } }', {
      batch: result.batch,
    });
    expect(again.code).toBe('CONFLICT');
    expect(await differences(api)).toEqual([]);
  });

  it('never brings older content back: rows whose code came again since are left out', async () => {
    await usual();
    const { result } = await api.ingest(rows('04', 40));
    await api.ingest([...rows('04', 2, { KenhThucHien: '1' }), ...rows('04', 1, { KenhThucHien: '7' }, 3)]);
    const { releaseBatch } = await settle('releaseBatch', result.batch);
    expect(releaseBatch).toMatchObject({ state: 'RELEASED', leftOut: 3 });
    expect(await figure(api, '05503', { from: '2022-04-01', to: '2022-04-30' })).toBe('37/39');
    expect((await api.db.query('select from quarantine where closed_by is null')).rowCount).toBe(1);
    expect(await differences(api)).toEqual([]);
  });

  it.each(['a person', 'a source'])('of %s nor into the dossier that a code was merged into', async (who) => {
    await usual();
    const send = await sender(who);
    const [from, into] = ['H55.164.3-220301-0001', 'H55.164.3-220301-0002'];
    await api.ask(
      'mutation ($from: ID!, $into: ID!) { mergeDossiers(from: $from, into: $into, reason: "Một hồ sơ.") { code } }',
      {
        from,
        into,
      },
    );
    await send([...rows('04', 40), ...rows('03', 1, { KenhThucHien: '1' })]);
    await send(rows('03', 1, { KenhThucHien: '3' }));
    const [waits] = await held();
    const { releaseBatch } = await settle('releaseBatch', waits?.id ?? '');
    expect(releaseBatch).toMatchObject({ state: 'RELEASED', leftOut: 1 });
    const { rows: stands } = await api.db.query('select channel from dossier where code = $1', [into]);
    expect(stands).toEqual([{ channel: 'POSTAL' }]);
    expect(await differences(api)).toEqual([]);
  });

  it('knows units by then that nobody knew when it came', async () => {
    await usual();
    const { result } = await api.ingest([...rows('04', 40), dossierRow({ MaHoSo: 'H55.164.9-220401-0001' })]);
    await nameUnits(api, { '05500': ['H55.164.9'] });
    await settle('releaseBatch', result.batch);
    expect(await figure(api, '05500')).toBe('1/1');
  });

  it('is gone for good once it is discarded', async () => {
    await usual();
    const { result } = await api.ingest(rows('04', 40));
    await settle('discardBatch', result.batch);
    expect(await figure(api, '05503')).toBe('30/30');
    expect((await api.db.query('select from held_row')).rowCount).toBe(0);
    expect(await held(true)).toMatchObject([{ state: 'DISCARDED' }]);
    expect((await api.ingest(rows('04', 5))).result.created).toBe(5);
  });

  it('is one that changes or withdraws many at once', async () => {
    for (const month of ['01', '02', '03']) await api.ingest(rows(month, 10));
    await holdFrom(1_000, ', mostChanged: 9, mostWithdrawn: 4');
    expect((await api.ingest(rows('01', 9, { KenhThucHien: '1' }))).result).toMatchObject({ updated: 9 });
    await api.ingest(rows('02', 10, { TrangThaiHoSo: '7' }));
    expect(await held()).toMatchObject([
      {
        jumps: [
          { kind: 'WITHDRAWN', count: 10, usual: 4 },
          { kind: 'CHANGED', count: 10, usual: 9 },
        ],
      },
    ]);
  });

  it('keeps nothing of persons while it is held', async () => {
    await usual();
    await api.ingest(rows('04', 40, { ChuHoSo: 'Nguyễn Văn A', DonViXuLy: 'Nguyễn Văn A 012345678901' }));
    const { rows: kept } = await api.db.query<{ text: string }>('select staged::text as text from held_row');
    expect(kept.length).toBe(40);
    for (const { text } of kept) expect(text).not.toMatch(/012345678901|van a|văn a/i);
  });

  it('is held for who mends what it was sent for, and released by them alone', async () => {
    await usual();
    const sender = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    const { result } = await sender.ingest(rows('04', 40));
    const other = api.as(await buildAccount(api, { role: 'CLERK', unit: '05500' }));
    const text = 'mutation ($batch: ID!) { releaseBatch(batch: $batch, reason: "Đã hỏi.") { state } }';
    expect((await other.gql(text, { batch: result.batch })).code).toBe('FORBIDDEN');
    expect(await sender.ask(text, { batch: result.batch })).toEqual({ releaseBatch: { state: 'RELEASED' } });
  });
});

describe('a receipt', () => {
  const RECEIPT = `query ($id: ID!) { ingestBatch(id: $id) { checksum expected controlDifference sameBodyAs
    effects { year indicator { code } effect { province { before { denominator } after { numerator denominator } } units { unit { code } } } } } }`;
  const receipt = async (id: string) =>
    (await api.ask<{ ingestBatch: Record<string, unknown> }>(RECEIPT, { id })).ingestBatch;

  it('has the checksum of the body as it came, and tells where the same body came before', async () => {
    const body = JSON.stringify(rows('01', 2));
    const first = await api.ingest(body);
    const again = await api.ingest(body);
    const sum = createHash('sha256').update(body).digest('hex');
    expect(await receipt(first.result.batch)).toMatchObject({ checksum: sum, sameBodyAs: null, expected: null });
    expect(await receipt(again.result.batch)).toMatchObject({ checksum: sum, sameBodyAs: first.result.batch });
    expect(again.result).toMatchObject({ unchanged: 2, checksum: sum, sameBodyAs: first.result.batch });
    expect(again.result.notes?.[0]).toContain(first.result.batch);
  });

  it.each([
    ['fewer', { query: { expected: '5' } }, -3],
    ['more', { headers: { 'x-control-total': '1' } }, 1],
    ['as many', { query: { expected: '2' }, headers: { 'x-control-total': '2' } }, 0],
  ])('says loudly where %s rows came than the sender says, and keeps all', async (_how, asked, difference) => {
    const { result, body } = await api.ingest(rows('01', 2), asked);
    expect(result).toMatchObject({ created: 2, control: { received: 2, difference } });
    expect(body.message.includes('CHÚ Ý')).toBe(difference !== 0);
    expect(await receipt(result.batch)).toMatchObject({ controlDifference: difference });
    expect(await figure(api, '05503')).toBe('2/2');
  });

  it('is refused where the control total is no number, or two are said', async () => {
    for (const asked of [
      { query: { expected: 'two' } },
      { query: { expected: '-1' } },
      { query: { expected: '2' }, headers: { 'x-control-total': '3' } },
    ])
      expect((await api.ingest(rows('01', 2), asked)).status).toBe(400);
    expect(await figure(api, '05503')).toBe('0/0');
  });

  it('tells what it did to the figures, by indicator and unit, whatever came since', async () => {
    await api.ingest(rows('01', 2));
    const { result } = await api.ingest(rows('02', 3));
    await api.ingest(rows('03', 4));
    expect(await receipt(result.batch)).toMatchObject({
      effects: ['ONLINE_RESOLUTION_L4', 'RECEPTION_ONLINE'].map((code) => ({
        indicator: { code },
        year: 2022,
        effect: { province: { before: { denominator: 2 }, after: { numerator: 5, denominator: 5 } } },
      })),
    });
  });

  it('gives its bad rows as a file, with what is wrong and what became of each, and nothing of persons', async () => {
    const { result } = await api.ingest([
      ...rows('01', 1, { KenhThucHien: '7', ChuHoSo: 'Nguyễn Văn A' }),
      ...rows('01', 1, { MaTTHC: '=1+1' }, 2),
      ...rows('01', 1, {}, 3),
    ]);
    const csv = await api.raw({ method: 'GET', url: `/receipts/${result.batch}/rejected.csv` });
    expect(csv.statusCode).toBe(200);
    const lines = csv.body.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('H55.164.3-220101-0001');
    expect(lines[1]).toContain('Kênh thực hiện phải là 1, 2, 3 hoặc để trống.');
    expect(csv.body).not.toContain('Nguyễn');
    expect(csv.body).not.toMatch(/(^|,)=1/m);
    const xlsx = await api.raw({ method: 'GET', url: `/receipts/${result.batch}/rejected.xlsx` });
    expect(xlsx.statusCode).toBe(200);
    const far = api.as(await buildAccount(api, { role: 'CLERK', unit: '05500' }));
    expect((await far.raw({ method: 'GET', url: `/receipts/${result.batch}/rejected.csv` })).statusCode).toBe(404);
    expect((await api.server.inject({ method: 'GET', url: `/receipts/${result.batch}/rejected.csv` })).statusCode).toBe(
      401,
    );
  });
});
