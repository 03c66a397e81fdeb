import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';

let api: Api;
const [A, B, C, D] = ['1.000001', '1.000002', '2.000001', '2.000002'] as const;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-12-15T05:00:00Z') });
  await nameUnits(api, { '05503': ['H55.164.3'], '05680': ['H55.169.3'], '164': ['H55.164'] });
  await saveProcedures(api, A, B, { code: C, inForceTo: '2022-05-31' }, D);
  await amendList(api, '2021-01-01', [
    { procedure: A },
    { procedure: A, tier: 'DISTRICT' },
    { procedure: B, tier: 'DISTRICT', unit: '164' },
    { procedure: C },
  ]);
  await amendList(api, '2022-03-01', [{ procedure: A, action: 'REMOVE' }]);
  await amendList(api, '2022-01-01', [{ procedure: D, tier: 'DISTRICT' }], 'QD-KHAC');
  const row = (organisation: string, n: number, MaTTHC: string, received = '20220301080000') =>
    dossierRow({
      MaHoSo: dossierCode(organisation, n),
      MaTTHC,
      NgayTiepNhan: received,
      NgayKetThucXuLy: '',
      TrangThaiHoSo: '4',
    });
  await api.ingest([
    row('H55.164.3', 1, A, '20220228080000'),
    row('H55.164.3', 2, A),
    row('H55.169.3', 3, B),
    row('H55.169.3', 4, B),
    row('H55.164.3', 5, B),
    row('H55.164', 6, D),
  ]);
});
afterAll(() => api.close());

interface Row {
  procedure: { code: string };
  tier: string;
  unit: { code: string } | null;
  level: string | null;
  dossiers: number;
}

async function covered(kind: string, { from = '2022-01-01', to = '2022-12-31', page = '' } = {}) {
  const { listCoverage } = await api.ask<{
    listCoverage: { totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean }; nodes: Row[] };
  }>(
    `{ listCoverage(list: "QD402", from: "${from}", to: "${to}", kind: ${kind} ${page}) { totalCount pageInfo { endCursor hasNextPage }
       nodes { procedure { code } tier unit { code } level dossiers } } }`,
  );
  const nodes = listCoverage.nodes.map(({ procedure, tier, unit, level, dossiers }) =>
    [procedure.code, unit?.code ?? tier, level ?? '–', dossiers].join(' '),
  );
  return { ...listCoverage, nodes };
}

it('tells what is listed without a dossier of the units for which it holds', async () => {
  expect((await covered('LISTED_WITHOUT_DOSSIER')).nodes).toEqual([
    `${A} DISTRICT LEVEL_4 0`,
    `${C} COMMUNE LEVEL_4 0`,
  ]);
  const before = await covered('LISTED_WITHOUT_DOSSIER', { from: '2021-01-01', to: '2021-12-31' });
  expect(before.nodes).toEqual(
    [`${A} DISTRICT LEVEL_4 0`, `${A} COMMUNE LEVEL_4 0`, `${B} 164 LEVEL_4 0`, `${C} COMMUNE LEVEL_4 0`].sort(),
  );
});

it('tells the dossiers that no list knows on their day, most of them first', async () => {
  const { nodes, totalCount } = await covered('DOSSIERS_NOT_LISTED');
  expect([totalCount, nodes]).toEqual([2, [`${B} COMMUNE – 2`, `${A} COMMUNE – 1`]]);
});

it('tells what is listed but not in force on the last day', async () => {
  expect((await covered('LISTED_NOT_IN_FORCE', { to: '2022-05-31' })).nodes).toEqual([]);
  expect((await covered('LISTED_NOT_IN_FORCE', { to: '2022-06-01' })).nodes).toEqual([`${C} COMMUNE LEVEL_4 0`]);
});

it('comes in pages', async () => {
  const first = await covered('DOSSIERS_NOT_LISTED', { page: 'first: 1' });
  expect([first.nodes, first.pageInfo.hasNextPage]).toEqual([[`${B} COMMUNE – 2`], true]);
  const next = await covered('DOSSIERS_NOT_LISTED', { page: `after: "${first.pageInfo.endCursor}"` });
  expect([next.nodes, next.pageInfo.hasNextPage]).toEqual([[`${A} COMMUNE – 1`], false]);
});

it('is refused for a list that nobody knows, and a period that ends before it begins', async () => {
  const ask = (args: string) => api.gql(`{ listCoverage(${args}, kind: LISTED_NOT_IN_FORCE) { totalCount } }`);
  expect((await ask('list: "NONE", from: "2022-01-01", to: "2022-12-31"')).code).toBe('NOT_FOUND');
  expect((await ask('list: "QD402", from: "2022-12-31", to: "2022-01-01"')).code).toBe('BAD_USER_INPUT');
});
