import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815', '2.001234');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': ['H55.164.1'] });
  // Of each commune: nine counted, three of them online; one open, one of a procedure that is not listed.
  for (const organisation of ['H55.164.3', 'H55.164.1']) {
    await api.ingest([
      ...Array.from({ length: 9 }, (_, i) => row(organisation, i + 1, i < 3 ? '2' : '1', `2022030${9 - i}`)),
      { ...row(organisation, 10, '2', '20220310'), TrangThaiHoSo: '4', NgayKetThucXuLy: '' },
      { ...row(organisation, 11, '2', '20220311'), MaTTHC: '2.001234' },
    ]);
  }
});

afterAll(() => api.close());

function row(organisation: string, number: number, channel: string, day: string): Record<string, string> {
  return dossierRow({
    MaHoSo: dossierCode(organisation, number),
    KenhThucHien: channel,
    NgayTiepNhan: '20220301000000',
    NgayKetThucXuLy: `${day}170000`,
  });
}

interface Page {
  numerator: number;
  denominator: number;
  totalCount: number;
  nodes: { code: string; finishedAt: string | null; receivedAt: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function page(asked: Record<string, unknown>): Promise<Page> {
  const query = `query ($unit: ID!, $scope: Scope, $countedAs: CountedAs, $counted: Boolean, $first: Int, $after: String) {
    dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: $unit, from: "2022-03-01", to: "2022-03-31", scope: $scope,
             countedAs: $countedAs, counted: $counted, first: $first, after: $after) {
      numerator denominator totalCount nodes { code receivedAt finishedAt } pageInfo { hasNextPage endCursor } } }`;
  return (await api.ask<{ dossiers: Page }>(query, asked)).dossiers;
}

describe('the dossiers behind a figure', () => {
  it.each([
    { unit: '05503', scope: 'OWN', countedAs: 'NUMERATOR', count: 3 },
    { unit: '05503', scope: 'SUBTREE', countedAs: 'DENOMINATOR', count: 6 },
    { unit: '05503', scope: 'SUBTREE', countedAs: 'NOT_COUNTED', count: 2 },
    { unit: '164', scope: 'SUBTREE', countedAs: 'NUMERATOR', count: 6 },
    { unit: '164', scope: 'SUBTREE', countedAs: 'DENOMINATOR', count: 12 },
    { unit: '164', scope: 'SUBTREE', countedAs: null, count: 22 },
    { unit: '164', scope: 'OWN', countedAs: null, count: 0 },
    // The denominator: what is in the numerator, and what is not.
    { unit: '164', scope: 'SUBTREE', countedAs: null, counted: true, count: 18 },
    { unit: '19', scope: null, countedAs: 'NOT_COUNTED', count: 4 },
  ])('of $unit, $scope, $countedAs, come page by page, oldest first: $count', async ({ count, ...asked }) => {
    const seen: Page['nodes'] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 30; pages += 1) {
      const found: Page = await page({ ...asked, first: 5, after });
      expect(found.totalCount).toBe(count);
      expect(found.numerator).toBe(asked.unit === '05503' ? 3 : asked.scope === 'OWN' ? 0 : 6);
      seen.push(...found.nodes);
      after = found.pageInfo.endCursor;
      if (!found.pageInfo.hasNextPage) break;
    }
    expect(new Set(seen.map(({ code }) => code)).size).toBe(count);
    const days = seen.map(({ finishedAt, receivedAt }) => dayInVietnam(new Date(finishedAt ?? receivedAt)));
    expect(days).toEqual([...days].sort());
  });

  it('show each dossier with its procedure, its unit as it was, and its status in words', async () => {
    const query = `{ dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "05503", from: "2022-03-10", to: "2022-03-11") {
      nodes { code statusText status channel version made receivedAt finishedAt procedure { code } unit { code name } countedAs reason } } }`;
    const { dossiers } = await api.ask<{ dossiers: { nodes: unknown[] } }>(query);
    expect(dossiers.nodes).toEqual([
      {
        code: 'H55.164.3-220301-0011',
        status: 10,
        statusText: 'Đã trả kết quả',
        channel: 'ONLINE',
        version: 1,
        made: false,
        receivedAt: '2022-02-28T17:00:00.000Z',
        finishedAt: '2022-03-11T10:00:00.000Z',
        procedure: { code: '2.001234' },
        unit: { code: '05503', name: 'Xã Tân Cương' },
        countedAs: 'NOT_COUNTED',
        reason: 'Không tính: thủ tục không trong danh mục ngày 01/03/2022.',
      },
    ]);
  });

  it('give the reason in the language of the request', async () => {
    const query = `{ dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "05503", from: "2022-03-01", to: "2022-03-31", countedAs: NOT_COUNTED) {
      nodes { reason } } }`;
    const { data } = await api.gql<{ dossiers: { nodes: { reason: string }[] } }>(
      query,
      {},
      { 'accept-language': 'en' },
    );
    expect(data?.dossiers.nodes.map(({ reason }) => reason)).toEqual([
      'Not counted: not resolved yet (In process).',
      'Not counted: the procedure was not on the list on 01/03/2022.',
    ]);
  });

  it.each([
    ['an indicator that nobody knows', { indicator: 'X' }, 'NOT_FOUND'],
    ['a unit that nobody knows', { unit: '99999' }, 'NOT_FOUND'],
    ['a period that ends before it begins', { from: '2022-04-01' }, 'BAD_USER_INPUT'],
    ['a page of too many', { first: 501 }, 'BAD_USER_INPUT'],
    ['a cursor of somewhere else', { after: 'x' }, 'BAD_USER_INPUT'],
    ['a day that does not exist', { to: '2022-02-30' }, 'BAD_USER_INPUT'],
  ])('are refused for %s', async (_what, asked, code) => {
    const query = `query ($indicator: ID!, $unit: ID!, $from: Date!, $to: Date!, $first: Int, $after: String) {
      dossiers(indicator: $indicator, unit: $unit, from: $from, to: $to, first: $first, after: $after) { totalCount } }`;
    const usual = { indicator: 'ONLINE_RESOLUTION_L4', unit: '05503', from: '2022-03-01', to: '2022-03-31' };
    expect((await api.gql(query, { ...usual, ...asked })).code).toBe(code);
  });
});

it('tells what data there is: first and last day on which a dossier counts, how many there are, what waits', async () => {
  await api.ingest([{ MaHoSo: 'x' }]);
  const query = '{ dataStatus { firstDay lastDay latestYear dossiers openQuarantine made province { code name } } }';
  expect(await api.ask(query)).toEqual({
    dataStatus: {
      firstDay: '2022-03-01',
      lastDay: '2022-03-09',
      latestYear: 2022,
      dossiers: 22,
      openQuarantine: 1,
      made: false,
      province: { code: '19', name: 'Tỉnh Thái Nguyên' },
    },
  });
});
