import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { figure } from '../../../test/factories.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { differences } from '../../../test/verifying.ts';
import { exampleCode, exampleRows, prepareExample } from '../../../test/worked-example.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'BY_RESOLUTION', { eligibilityDate: 'RESOLVED' });
  await addIndicator(api, 'BY_PERIOD_END', { eligibilityDate: 'PERIOD_END' });
  await addIndicator(api, 'RECEPTION', { basis: 'RECEIVED', listId: null, inForceRequired: false, levels: [] });
  await prepareExample(api);
  const { result } = await api.ingest(exampleRows());
  expect(result).toMatchObject({ received: 11, created: 11, rejected: 0 });
});

afterAll(() => api.close());

const year = { from: '2022-01-01', to: '2022-12-31' };

it.each([
  { indicator: 'ONLINE_RESOLUTION_L4', ...year, counts: '3/5', because: 'A, E, H of A, C, D, E, H' },
  { indicator: 'BY_RESOLUTION', ...year, counts: '1/3', because: 'A and E drop out' },
  { indicator: 'BY_PERIOD_END', ...year, counts: '0/0', because: 'nothing is listed and in force on 31 December' },
  {
    indicator: 'BY_PERIOD_END',
    from: '2022-01-01',
    to: '2022-08-14',
    counts: '1/3',
    because: 'H of C, D, H on 14 August',
  },
  {
    indicator: 'BY_PERIOD_END',
    from: '2022-01-01',
    to: '2022-08-15',
    counts: '0/0',
    because: 'the list lost it on 15 August',
  },
  {
    indicator: 'RECEPTION',
    ...year,
    counts: '8/10',
    because: 'all but H were received in 2022, two of them not online',
  },
  {
    indicator: 'ONLINE_RESOLUTION_L4',
    from: '2022-06-01',
    to: '2022-06-30',
    counts: '1/1',
    because: 'E finished in June',
  },
  {
    indicator: 'ONLINE_RESOLUTION_L4',
    from: '2022-08-16',
    to: '2022-08-16',
    counts: '1/1',
    because: 'A alone, of A and B',
  },
  {
    indicator: 'ONLINE_RESOLUTION_L4',
    from: '2022-01-01',
    to: '2022-01-01',
    counts: '1/1',
    because: 'H finished ten past midnight',
  },
  {
    indicator: 'ONLINE_RESOLUTION_L4',
    from: '2023-01-01',
    to: '2023-01-01',
    counts: '0/0',
    because: 'I was no longer listed',
  },
])('counts $counts by $indicator from $from to $to: $because', async ({ counts, ...asked }) => {
  expect(await figure(api, '05503', asked)).toBe(counts);
});

it('shows the rate with two decimals, and none where there is nothing to divide by', async () => {
  const query = `query ($indicator: ID!) { unit(code: "05503", on: "2022-12-31") {
    attainment(indicator: $indicator, from: "2022-01-01", to: "2022-12-31") { rate status missing target } } }`;
  const rate = async (indicator: string) =>
    (await api.ask<{ unit: { attainment: unknown } }>(query, { indicator })).unit.attainment;
  expect(await rate('ONLINE_RESOLUTION_L4')).toEqual({ rate: 60, status: 'NO_TARGET', missing: null, target: null });
  expect(await rate('BY_RESOLUTION')).toMatchObject({ rate: 33.33 });
  expect(await rate('BY_PERIOD_END')).toEqual({ rate: null, status: 'NO_DOSSIERS', missing: null, target: null });
});

describe('the dossiers behind the figure', () => {
  const query = `query ($countedAs: CountedAs, $indicator: ID!) {
    dossiers(indicator: $indicator, unit: "05503", from: "2022-01-01", to: "2022-12-31", countedAs: $countedAs) {
      numerator denominator totalCount nodes { code countedAs reason } } }`;
  interface Found {
    dossiers: {
      numerator: number;
      denominator: number;
      totalCount: number;
      nodes: { code: string; countedAs: string; reason: string }[];
    };
  }
  const behind = async (indicator: string, countedAs: string | null) => {
    const { dossiers } = await api.ask<Found>(query, { indicator, countedAs });
    return dossiers;
  };
  const codes = (letters: string) => letters.split('').map(exampleCode).sort();

  it.each([
    { indicator: 'ONLINE_RESOLUTION_L4', countedAs: 'NUMERATOR', letters: 'AEH' },
    { indicator: 'ONLINE_RESOLUTION_L4', countedAs: 'DENOMINATOR', letters: 'CD' },
    { indicator: 'ONLINE_RESOLUTION_L4', countedAs: 'NOT_COUNTED', letters: 'BFGIJK' },
    { indicator: 'ONLINE_RESOLUTION_L4', countedAs: null, letters: 'ABCDEFGHIJK' },
    { indicator: 'BY_RESOLUTION', countedAs: 'NUMERATOR', letters: 'H' },
    { indicator: 'BY_RESOLUTION', countedAs: 'NOT_COUNTED', letters: 'ABEFGIJK' },
    { indicator: 'BY_PERIOD_END', countedAs: 'NOT_COUNTED', letters: 'ABCDEFGHIJK' },
    { indicator: 'RECEPTION', countedAs: 'NOT_COUNTED', letters: 'H' },
  ])('are $letters for $indicator, $countedAs', async ({ indicator, countedAs, letters }) => {
    const found = await behind(indicator, countedAs);
    expect(found.nodes.map((node) => node.code).sort()).toEqual(codes(letters));
    expect(found.totalCount).toBe(letters.length);
    if (countedAs !== null) expect(new Set(found.nodes.map((node) => node.countedAs))).toEqual(new Set([countedAs]));
  });

  it.each([
    ['A', 'Tính, trực tuyến: còn hiệu lực và trong danh mục ngày 14/08/2022.'],
    ['B', 'Không tính: thủ tục không trong danh mục ngày 15/08/2022.'],
    ['C', 'Tính, không trực tuyến: nộp qua bưu chính; còn hiệu lực và trong danh mục ngày 01/03/2022.'],
    ['D', 'Tính, không trực tuyến: không rõ kênh nộp; còn hiệu lực và trong danh mục ngày 01/03/2022.'],
    ['F', 'Không tính: thủ tục không có hiệu lực ngày 01/06/2022.'],
    ['G', 'Không tính: thủ tục không trong danh mục ngày 01/04/2022.'],
    ['I', 'Không tính trong kỳ 01/01/2022–31/12/2022: kết thúc ngày 01/01/2023.'],
    ['J', 'Không tính: chưa giải quyết xong (Đang xử lý).'],
    ['K', 'Không tính: công dân rút hồ sơ.'],
  ])('say of %s: %s', async (letter, reason) => {
    const { nodes } = await behind('ONLINE_RESOLUTION_L4', null);
    expect(nodes.find((node) => node.code === exampleCode(letter))?.reason).toBe(reason);
  });

  it.each([
    ['G', 'Tính, trực tuyến: mọi thủ tục đều được tính.'],
    ['H', 'Không tính trong kỳ 01/01/2022–31/12/2022: tiếp nhận ngày 31/12/2021.'],
  ])('say of %s, of an indicator that asks for no list and looks at reception: %s', async (letter, reason) => {
    const { nodes } = await behind('RECEPTION', null);
    expect(nodes.find((node) => node.code === exampleCode(letter))?.reason).toBe(reason);
  });
});

it('agrees with what follows from zero', async () => {
  expect(await differences(api)).toEqual([]);
});
