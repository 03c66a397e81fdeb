import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;
let between = '';
beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'], '05680': ['H55.169.3'] });
  const civil = { field: 'Hộ tịch', tiers: ['COMMUNE'] };
  await saveProcedures(
    api,
    { code: '1.000001', name: 'Đăng ký khai sinh', ...civil },
    { code: '1.000002', name: 'An toàn đập', field: 'Thủy lợi', tiers: ['PROVINCE', 'DISTRICT'] },
    { code: '1.000003', name: 'Ăn uống công cộng', tiers: [] },
    { code: '1.000004', name: 'Đăng ký khai tử', ...civil, inForceFrom: '2019-01-01', inForceTo: '2021-12-31' },
    { code: '1.000005', name: 'Ân xá', field: 'Tư pháp', tiers: ['PROVINCE'], inForceFrom: '2099-01-01' },
  );
  await amendList(api, '2022-01-01', [
    { procedure: '1.000001', level: 'LEVEL_4' },
    { procedure: '1.000002', tier: 'PROVINCE', level: 'LEVEL_3' },
  ]);
  await amendList(api, '2022-06-01', [{ action: 'REMOVE', procedure: '1.000001' }]);
  await amendList(api, '2022-01-01', [{ procedure: '1.000002', tier: 'DISTRICT', level: 'PARTIAL' }], 'KHAC');
  await api.ingest([
    dossierRow({ MaHoSo: 'H55.164.3-220301-0001', MaTTHC: '1.000001' }),
    dossierRow({ MaHoSo: 'H55.164.3-220301-0002', MaTTHC: '1.000001' }),
    dossierRow({ MaHoSo: 'H55.169.3-220301-0001', MaTTHC: '1.000002' }),
  ]);
  between = (await api.db.query<{ at: Date }>('select max(at) as at from moment')).rows[0]?.at.toISOString() ?? '';
  await api.ask(
    `mutation { saveProcedures(input: [{ code: "1.000003", name: "Ăn uống công cộng", tiers: [], authority: "Sở Y tế", processingDays: 2.5 }]) { code } }`,
  );
});
afterAll(() => api.close());

type Asked = Record<string, unknown>;
const PAGE = `query ($search: String, $filter: ProcedureFilter, $sort: ProcedureSort, $on: Date, $first: Int, $after: String) {
  procedures(search: $search, filter: $filter, sort: $sort, on: $on, first: $first, after: $after) {
    nodes { code } pageInfo { hasNextPage endCursor } } }`;
interface Page {
  nodes: { code: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const ask = async (asked: Asked): Promise<Page> => (await api.ask<{ procedures: Page }>(PAGE, asked)).procedures;
/** The last digits of the codes found, in their order. */
const found = async (asked: Asked): Promise<string> =>
  (await ask(asked)).nodes.map(({ code }) => code.slice(-1)).join('');

describe('a filter finds', () => {
  const cases: [string, Asked, string][] = [
    ['everything where nothing is asked', {}, '12345'],
    ['everything where the lists are empty', { and: [], or: [], codes: [], fields: [], tiers: [] }, '12345'],
    ['codes with the suffix of a province', { codes: ['1.000002.000.00.00.H55', '1.000009'] }, '2'],
    ['fields as they are written', { fields: ['Hộ tịch', 'tư pháp'] }, '14'],
    ['what has no field', { hasField: false }, '3'],
    ['what has one', { hasField: true }, '1245'],
    ['any of some tiers, departments as the province', { tiers: ['DEPARTMENT', 'COMMUNE'] }, '1245'],
    ['what is carried out nowhere', { hasTier: false }, '3'],
    ['an authority', { authorities: ['Sở Y tế'] }, '3'],
    ['what has none', { hasAuthority: false }, '1245'],
    ['days between two numbers', { leastDays: 2.5, mostDays: 2.5 }, '3'],
    ['what is in force on a day', { force: { states: ['IN_FORCE'], on: '2021-06-01' } }, '1234'],
    ['what is not yet', { force: { states: ['NOT_YET'], on: '2018-12-31' } }, '45'],
    ['what is no longer', { force: { states: ['NO_LONGER'], on: '2022-01-01' } }, '4'],
    ['either of two states', { force: { states: ['NOT_YET', 'NO_LONGER'], on: '2022-01-01' } }, '45'],
    ['what stands on a list on a day', { onList: { list: 'QD402', on: '2022-05-31' } }, '12'],
    ['what still does', { onList: { list: 'QD402', on: '2022-06-01' } }, '2'],
    ['a level and tier of a list', { onList: { levels: ['PARTIAL'], tiers: ['DISTRICT'], on: '2022-06-01' } }, '2'],
    ['nothing of a list that there is not', { onList: { list: 'NONE' } }, ''],
    ['what has dossiers', { dossiers: { from: '2022-01-01', to: '2022-12-31' } }, '12'],
    ['so many at least', { dossiers: { from: '2022-01-01', to: '2022-12-31', least: 2 } }, '1'],
    ['below a unit', { dossiers: { from: '2022-01-01', to: '2022-12-31', unit: '169' } }, '2'],
    ['in a period', { dossiers: { from: '2022-03-02', to: '2022-12-31' } }, ''],
    ['one of several', { or: [{ hasField: false }, { fields: ['Hộ tịch'] }] }, '134'],
    ['all of several', { and: [{ fields: ['Hộ tịch'] }, { force: { states: ['IN_FORCE'], on: '2022-01-01' } }] }, '1'],
    ['what is not so, also where nothing is said', { not: { fields: ['Hộ tịch'] } }, '235'],
    [
      'what is on a list with dossiers below a unit, or without a field',
      {
        or: [
          {
            and: [
              { onList: { list: 'QD402', levels: ['LEVEL_4'], on: '2022-03-01' } },
              { dossiers: { from: '2022-01-01', to: '2022-12-31', unit: '164' } },
            ],
          },
          { hasField: false },
        ],
      },
      '13',
    ],
  ];
  it.each(cases)('%s', async (_what, filter, codes) => {
    expect(await found({ filter })).toBe(codes);
  });

  it('what was changed since an instant', async () => {
    expect(await found({ filter: { changedSince: between } })).toBe('3');
  });

  it('the same dossiers for whoever asks: they are counts', async () => {
    const { rows } = await api.db.query(`select count(*)::int as n from dossier`);
    expect(rows).toEqual([{ n: 3 }]);
    const filter = { dossiers: { from: '2022-01-01', to: '2022-12-31' } };
    const nobody = api.as(await buildAccount(api, {}));
    const page = await nobody.ask<{ procedures: Page }>(PAGE, { filter });
    expect(page.procedures.nodes).toHaveLength(2);
  });

  const wrong: [string, Asked, string][] = [
    ['a code that is none', { codes: ['1.000001', 'x'] }, 'filter.codes.1'],
    [
      'a period that ends before it begins',
      { and: [{ dossiers: { from: '2022-02-01', to: '2022-01-01' } }] },
      'filter.and.0.dossiers.to',
    ],
    ['no state', { not: { force: { states: [] } } }, 'filter.not.force.states'],
    ['no dossier at least', { dossiers: { from: '2022-01-01', to: '2022-01-01', least: 0 } }, 'filter.dossiers.least'],
    ['too much', { or: Array.from({ length: 51 }, () => ({ hasField: true })) }, 'filter.or.49'],
    [
      'too deep',
      Array.from({ length: 9 }).reduce<Asked>((filter) => ({ not: filter }), {}),
      `filter${'.not'.repeat(8)}`,
    ],
  ];
  it.each(wrong)('nothing, but an error at its place, for %s', async (_what, filter, path) => {
    const { code, fields } = await api.gql(PAGE, { filter });
    expect([code, fields[0]]).toEqual(['BAD_USER_INPUT', expect.objectContaining({ path })]);
  });
});

describe('a sort orders', () => {
  const cases: [string, string, string][] = [
    ['CODE', '12345', '54321'],
    ['NAME', '23514', '41532'],
    ['FIELD', '14253', '52143'],
    ['AUTHORITY', '31245', '31245'],
    ['TIERS', '52143', '14253'],
    ['PROCESSING_DAYS', '31245', '31245'],
    ['IN_FORCE_FROM', '45123', '54123'],
    ['IN_FORCE_TO', '41235', '41235'],
    ['LEVEL', '21345', '21345'],
    ['VERSION', '12453', '31245'],
    ['CHANGED_AT', '12453', '31245'],
  ];
  it.each(cases)('by %s up and down, what has no value last', async (by, up, down) => {
    expect([await found({ sort: { by } }), await found({ sort: { by, descending: true } })]).toEqual([up, down]);
  });

  it.each(cases.flatMap(([by]) => [false, true].map((descending) => [by, descending] as const)))(
    'by %s (descending: %s) the same a page at a time',
    async (by, descending) => {
      const sort = { by, descending };
      let [after, codes]: [string | null, string] = [null, ''];
      for (let turn = 0; turn < 10; turn += 1) {
        const { nodes, pageInfo }: Page = await ask({ sort, first: 2, after });
        codes += nodes.map(({ code }) => code.slice(-1)).join('');
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage) break;
      }
      expect(codes).toBe(await found({ sort }));
    },
  );

  it('by a column on from a cursor whose row was changed and moved meanwhile', async () => {
    const sort = { by: 'NAME' };
    const { pageInfo } = await ask({ sort, first: 2 });
    const rename = (name: string) =>
      api.ask(`mutation { saveProcedures(input: [{ code: "1.000003", name: "${name}", tiers: [] }]) { code } }`);
    await rename('Zzz');
    expect(await found({ sort, after: pageInfo.endCursor })).toBe('5143');
    await rename('Ăn uống công cộng');
  });

  it('not on from a cursor of another sort, nor from one that somebody made up', async () => {
    const { pageInfo } = await ask({ sort: { by: 'NAME' }, first: 1 });
    const made = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const tries: [Asked | null, string | null][] = [
      [null, pageInfo.endCursor],
      [{ by: 'CODE' }, pageInfo.endCursor],
      [{ by: 'NAME', descending: true }, pageInfo.endCursor],
      [{ by: 'CHANGED_AT' }, made(['CHANGED_AT', 'yesterday', '1.000001'])],
      [{ by: 'CHANGED_AT' }, made(['CHANGED_AT', '2022-02-30T00:00:00.000000Z', '1.000001'])],
      [{ by: 'IN_FORCE_FROM' }, made(['IN_FORCE_FROM', '2022-02-30', '1.000001'])],
      [{ by: 'IN_FORCE_TO' }, made(['IN_FORCE_TO', '0000-01-01', '1.000001'])],
      [{ by: 'LEVEL' }, made(['LEVEL', 'LEVEL_9', '1.000001'])],
      [{ by: 'TIERS' }, made(['TIERS', '{', '1.000001'])],
      [null, made([null, '7', '1.000001'])],
    ];
    for (const [sort, after] of tries) {
      const { code, fields } = await api.gql(PAGE, { sort, after });
      expect([code, fields[0]?.path], JSON.stringify(sort)).toEqual(['BAD_USER_INPUT', 'after']);
    }
  });
});

describe('facets', () => {
  const FACETS = `query ($search: String, $filter: ProcedureFilter, $on: Date) { procedureFacets(search: $search, filter: $filter, on: $on) {
    fields { value count } authorities { value count } tiers { tier count } force { state count } lists { list level count } } }`;
  const facets = async (asked: Asked) =>
    (await api.ask<{ procedureFacets: Record<string, unknown[]> }>(FACETS, asked)).procedureFacets;

  it('count everything by each', async () => {
    expect(await facets({ on: '2022-03-01' })).toEqual({
      fields: [
        { value: 'Hộ tịch', count: 2 },
        { value: 'Thủy lợi', count: 1 },
        { value: 'Tư pháp', count: 1 },
        { value: null, count: 1 },
      ],
      authorities: [
        { value: 'Sở Y tế', count: 1 },
        { value: null, count: 4 },
      ],
      tiers: [
        { tier: 'COMMUNE', count: 2 },
        { tier: 'DISTRICT', count: 1 },
        { tier: 'PROVINCE', count: 2 },
        { tier: null, count: 1 },
      ],
      force: [
        { state: 'IN_FORCE', count: 3 },
        { state: 'NO_LONGER', count: 1 },
        { state: 'NOT_YET', count: 1 },
      ],
      lists: [
        { list: 'KHAC', level: 'PARTIAL', count: 1 },
        { list: 'QD402', level: 'LEVEL_3', count: 1 },
        { list: 'QD402', level: 'LEVEL_4', count: 1 },
        { list: null, level: null, count: 3 },
      ],
    });
  });

  it('leave out their own condition, and no other', async () => {
    const { fields, tiers } = await facets({ filter: { fields: ['Hộ tịch'], tiers: ['PROVINCE'] } });
    expect(fields).toEqual([
      { value: 'Thủy lợi', count: 1 },
      { value: 'Tư pháp', count: 1 },
    ]);
    expect(tiers).toEqual([{ tier: 'COMMUNE', count: 2 }]);
  });

  it('count what is found by words, and nothing of what no name can hold', async () => {
    expect((await facets({ search: 'khai' }))['fields']).toEqual([{ value: 'Hộ tịch', count: 2 }]);
    expect((await facets({ search: '%' }))['fields']).toEqual([]);
  });

  it('agree with the list: each count is how many are found with the value chosen', async () => {
    const { fields, lists } = await facets({ on: '2022-03-01' });
    for (const { value, count } of fields as { value: string | null; count: number }[]) {
      const filter = value === null ? { hasField: false } : { fields: [value] };
      expect((await found({ filter })).length).toBe(count);
    }
    for (const { list, level, count } of lists as { list: string | null; level: string; count: number }[]) {
      const filter = list === null ? { not: { onList: {} } } : { onList: { list, levels: [level] } };
      expect((await found({ filter, on: '2022-03-01' })).length).toBe(count);
    }
  });
});
