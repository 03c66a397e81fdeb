import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { figure } from '../../../test/factories.ts';
import { exampleRows, prepareExample } from '../../../test/worked-example.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await prepareExample(api);
  await api.ingest(exampleRows());
});
afterAll(() => api.close());

describe('a period of any years', () => {
  it.each([
    ['0022-12-15', '2022-12-31'],
    ['0012-12-15', '2022-12-31'],
    ['0099-11-30', '2022-12-31'],
    ['0001-01-01', '2022-12-31'],
    ['0001-01-02', '2022-12-30'],
    ['2022-01-01', '9999-12-31'],
    ['2022-01-01', '9999-12-15'],
    ['2021-12-15', '2022-08-16'],
    ['2021-12-01', '2022-08-31'],
  ])('counts each dossier once: %s to %s', async (from, to) => {
    expect(await figure(api, '05503', { from, to })).toBe('3/5');
  });

  it.each([
    ['0050-01-01', '0100-01-15'],
    ['0001-01-01', '0001-01-20'],
    ['0001-01-20', '0001-01-31'],
    ['0009-12-15', '0010-01-15'],
    ['9999-12-01', '9999-12-15'],
    ['9999-12-15', '9999-12-31'],
  ])('counts nothing where there is nothing: %s to %s', async (from, to) => {
    const query = `{ attainments(indicator: "ONLINE_RESOLUTION_L4", from: "${from}", to: "${to}") { denominator } }`;
    const { attainments } = await api.ask<{ attainments: { denominator: number }[] }>(query);
    expect(attainments.every(({ denominator }) => denominator === 0)).toBe(true);
  });
});

describe('a series', () => {
  const seriesOf = async (from: string, to: string, grain: string) => {
    const query = `{ unit(code: "05503", on: "${to}") { series(indicator: "ONLINE_RESOLUTION_L4", from: "${from}", to: "${to}", grain: ${grain}) { from to numerator denominator } } }`;
    const { unit } = await api.ask<{ unit: { series: Record<string, unknown>[] } }>(query);
    return unit.series.map(({ from: first, to: last, numerator, denominator }) =>
      [first, last, `${String(numerator)}/${String(denominator)}`].join(' '),
    );
  };

  it('has whole months within the period and parts of them at its ends', async () => {
    expect(await seriesOf('2022-03-02', '2022-08-16', 'MONTH')).toEqual([
      '2022-03-02 2022-03-31 0/2',
      '2022-06-01 2022-06-30 1/1',
      '2022-08-01 2022-08-16 1/1',
    ]);
    expect(await seriesOf('2022-06-03', '2022-06-03', 'MONTH')).toEqual(['2022-06-03 2022-06-03 1/1']);
  });

  it('of days has days', async () => {
    expect(await seriesOf('2022-06-01', '2022-08-31', 'DAY')).toEqual([
      '2022-06-03 2022-06-03 1/1',
      '2022-08-16 2022-08-16 1/1',
    ]);
  });
});
