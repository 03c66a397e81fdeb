import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;
let clerk: Caller;
let program: Caller;
let neighbour: Caller;

const OURS = 'H55.900.3';
const THEIRS = 'H55.900.4';
const code = (organisation: string, number: number): string => `${organisation}-220301-000${number}`;

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': [OURS], '05500': [THEIRS] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2022-01-01', [{ procedure: '2.000815' }]);
  clerk = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
  program = api.as(await buildAccount(api, { role: 'INTEGRATION', unit: '05503' }));
  neighbour = api.as(await buildAccount(api, { role: 'CLERK', unit: '05500' }));
});
afterAll(() => api.close());

const BEYOND = {
  field: 'MaHoSo',
  message: 'Hồ sơ của đơn vị ngoài phạm vi được giao: gửi bằng tài khoản của đơn vị đó.',
};

async function waiting(caller: Caller): Promise<{ id: string; code: string | null }[]> {
  const query = '{ quarantine(first: 100) { nodes { id code } } }';
  return (await caller.ask<{ quarantine: { nodes: { id: string; code: string | null }[] } }>(query)).quarantine.nodes;
}

describe('what a sender may send', () => {
  it('is the dossiers of the units of its grant; others are bad rows that stop nothing', async () => {
    const { result } = await clerk.ingest([
      dossierRow({ MaHoSo: code(OURS, 1) }),
      dossierRow({ MaHoSo: code(THEIRS, 1) }),
    ]);
    expect(result).toMatchObject({ received: 2, created: 1, rejected: 1 });
    expect(result.errors).toEqual([{ row: 2, code: code(THEIRS, 1), ...BEYOND }]);
    expect([await figure(api, '05503'), await figure(api, '05500')]).toEqual(['1/1', '0/0']);
    expect((await waiting(clerk)).map((row) => row.code)).toEqual([code(THEIRS, 1)]);
    expect(await waiting(neighbour)).toEqual([]);
  });

  it('is nothing of a dossier that another unit has, whether it says the same or something else', async () => {
    await api.ingest([dossierRow({ MaHoSo: code(THEIRS, 2) })]);
    for (const KenhThucHien of ['2', '1']) {
      for (const query of [{}, { dryRun: 'true' }]) {
        const { result } = await clerk.ingest([dossierRow({ MaHoSo: code(THEIRS, 2), KenhThucHien })], { query });
        expect(result).toMatchObject({ created: 0, updated: 0, unchanged: 0, rejected: 1 });
        expect(result.errors).toEqual([{ row: 1, code: code(THEIRS, 2), ...BEYOND }]);
      }
    }
    expect(await figure(api, '05500')).toBe('1/1');
  });

  it('is not a dossier of its own code that now lies with another unit', async () => {
    await api.ingest([dossierRow({ MaHoSo: code(OURS, 3) })]);
    await api.db.query(
      `update dossier set unit_id = (select unit_id from unit_version where code = '05500' and superseded_by is null) where code = $1`,
      [code(OURS, 3)],
    );
    const { result } = await clerk.ingest([dossierRow({ MaHoSo: code(OURS, 3), KenhThucHien: '1' })]);
    expect(result).toMatchObject({ updated: 0, rejected: 1 });
  });

  it('closes no bad row of another unit, and is closed by none', async () => {
    const bad = { MaHoSo: code(THEIRS, 4) };
    await neighbour.ingest([bad]);
    await clerk.ingest([dossierRow(bad), { MaHoSo: code(THEIRS, 4), MaTTHC: 'x' }]);
    expect((await waiting(neighbour)).map((row) => row.code)).toEqual([code(THEIRS, 4)]);
    const mine = (await waiting(clerk)).filter((row) => row.code === code(THEIRS, 4));
    await neighbour.ingest([dossierRow(bad)]);
    expect(await waiting(neighbour)).toEqual([]);
    expect((await waiting(clerk)).filter((row) => row.code === code(THEIRS, 4))).toEqual(mine);
  });

  it('cannot be mended into a dossier of another unit, nor can the rows of others be mended', async () => {
    await clerk.ingest([{ MaHoSo: code(OURS, 5) }]);
    const mine = (await waiting(clerk)).find((row) => row.code === code(OURS, 5));
    const mend =
      'mutation ($id: ID!, $fields: JSON!) { mendQuarantined(id: $id, fields: $fields) { created rejected } }';
    const fields = dossierRow({ MaHoSo: code(THEIRS, 5) });
    expect((await neighbour.gql(mend, { id: mine?.id, fields })).code).toBe('FORBIDDEN');
    expect((await neighbour.gql(mend, { id: '999999', fields })).code).toBe('FORBIDDEN');
    expect((await api.gql(mend, { id: '999999', fields })).code).toBe('NOT_FOUND');
    const answer = await clerk.ask(mend, { id: mine?.id, fields });
    expect(answer).toEqual({ mendQuarantined: { created: 0, rejected: 1 } });
  });

  it('tells of an import that brought a row nothing that is about the rows of others', async () => {
    await api.ingest([dossierRow({ MaHoSo: code(THEIRS, 6) }), { MaHoSo: code(OURS, 6) }], { query: { name: 'tệp' } });
    const query = '{ quarantine(first: 100) { nodes { code batch { kind name by received created openRows } } } }';
    type Seen = { quarantine: { nodes: { code: string | null; batch: object }[] } };
    const of = ({ quarantine }: Seen) => quarantine.nodes.find((row) => row.code === code(OURS, 6))?.batch;
    const counts = { received: 0, created: 0, openRows: 0 };
    expect(of(await clerk.ask<Seen>(query))).toEqual({ kind: 'DOSSIERS', name: null, by: null, ...counts });
    expect(of(await api.ask<Seen>(query))).toMatchObject({ name: 'tệp', received: 2, created: 1, openRows: 1 });
  });

  it('is taken by who may, once tried again', async () => {
    const before = await waiting(clerk);
    const retry = 'mutation { retryQuarantined { received created rejected } }';
    expect(await clerk.ask(retry)).toMatchObject({ retryQuarantined: { created: 0 } });
    expect((await waiting(clerk)).length).toBe(before.length);
    const { retryQuarantined } = await api.ask<{ retryQuarantined: { created: number } }>(retry);
    expect(retryQuarantined.created).toBeGreaterThan(0);
  });
});

describe('a program that only sends', () => {
  it('sends dossiers of its unit, and does nothing else', async () => {
    expect((await program.ingest([dossierRow({ MaHoSo: code(OURS, 8) })])).result.created).toBe(1);
    const asked = [
      '{ quarantine { nodes { id } } }',
      '{ dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "05503", from: "2022-01-01", to: "2022-12-31") { totalCount } }',
      'mutation { retryQuarantined { received } }',
    ];
    const answers = await Promise.all(asked.map((query) => program.gql(query)));
    expect(answers.map(({ code: refusal, data }) => refusal ?? data)).toEqual([
      { quarantine: { nodes: [] } },
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    const catalogue = await program.ingest([{ code: '2.000816', name: 'Tên' }], { path: '/ingest/procedures' });
    expect([catalogue.status, catalogue.body.error_code === '0']).toEqual([403, false]);
  });

  it('sees the receipt of what it sent, and no other', async () => {
    const query = '{ ingestBatches { totalCount nodes { created } } }';
    expect(await program.ask(query)).toEqual({ ingestBatches: { totalCount: 1, nodes: [{ created: 1 }] } });
  });
});

describe('who may send nothing', () => {
  it.each([
    ['without a grant', {}],
    ['who only looks', { role: 'VIEWER' }],
    ['who plans', { role: 'PLANNER' }],
  ])('%s is refused before the body is read', async (_what, facts) => {
    const caller = api.as(await buildAccount(api, facts));
    const answer = await caller.ingest([dossierRow({ MaHoSo: code(OURS, 9) })]);
    expect([answer.status, answer.body.message]).toEqual([403, 'Tài khoản này không được làm việc đó ở đây.']);
  });
});
