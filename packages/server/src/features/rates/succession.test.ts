import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, figure, nameUnits, saveProcedures } from '../../../test/factories.ts';

/** Units that receive dossiers, of every kind, those that changed among them; how many of their eight come online. */
const RECEIVING = [
  { unit: '19', organisation: 'H55', online: 1 },
  { unit: '19-STTTT', organisation: 'H55.16', online: 2 },
  { unit: '164', organisation: 'H55.164', online: 3 },
  { unit: '05503', organisation: 'H55.164.3', online: 4 },
  { unit: '05509', organisation: 'H55.165.9', online: 5 },
  { unit: '167', organisation: 'H55.167', online: 5 },
  { unit: '05536', organisation: 'H55.167.36', online: 6 },
  { unit: '05569', organisation: 'H55.167.69', online: 7 },
  { unit: '05764', organisation: 'H55.171.64', online: 0 },
  { unit: '05851', organisation: 'H55.171.51', online: 1 },
  { unit: '172', organisation: 'H55.172', online: 2 },
  { unit: '05860', organisation: 'H55.172.60', online: 3 },
  { unit: '05869', organisation: 'H55.172.69', online: 4 },
];
const TIERS = ['PROVINCE', 'DISTRICT', 'COMMUNE'];

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await amendList(
    api,
    '2021-02-19',
    TIERS.map((tier) => ({ procedure: '2.000815', tier })),
  );
  await nameUnits(api, Object.fromEntries(RECEIVING.map(({ unit, organisation }) => [unit, [organisation]])));
  const { result } = await api.ingest(rows());
  expect(result).toMatchObject({ created: 13 * 8, rejected: 0 });
});

afterAll(() => api.close());

/** Each unit gets eight dossiers, one every five months from 2022 on; the first of them are online. */
function rows(): Record<string, string>[] {
  const days = ['20220110', '20220610', '20221110', '20230405', '20230910', '20240210', '20240710', '20241231'];
  return RECEIVING.flatMap(({ organisation, online }) =>
    days.map((day, i) =>
      dossierRow({
        MaHoSo: dossierCode(organisation, i + 1),
        KenhThucHien: i < online ? '2' : '1',
        NgayTiepNhan: `${day}080000`,
        NgayKetThucXuLy: `${day}170000`,
      }),
    ),
  );
}

interface Figures {
  unit: { code: string; name: string };
  numerator: number;
  denominator: number;
}

async function attainments(from: string, to: string, scope: 'OWN' | 'SUBTREE'): Promise<Figures[]> {
  const query = `query ($from: Date!, $to: Date!, $scope: Scope) {
    attainments(indicator: "ONLINE_RESOLUTION_L4", from: $from, to: $to, scope: $scope) { unit { code name } numerator denominator } }`;
  return (await api.ask<{ attainments: Figures[] }>(query, { from, to, scope })).attainments;
}

/** Every unit of a day with its parent's code. */
async function parents(on: string): Promise<Map<string, string | null>> {
  const query = `query ($on: Date, $after: String) { units(on: $on, first: 500, after: $after) { nodes { code parent { code } } } }`;
  interface Found {
    units: { nodes: { code: string; parent: { code: string } | null }[] };
  }
  const { units } = await api.ask<Found>(query, { on });
  return new Map(units.nodes.map(({ code, parent }) => [code, parent?.code ?? null]));
}

describe('a unit that was succeeded', () => {
  const all = '2022-01-01';
  it.each([
    {
      to: '2024-12-31',
      gone: '05536',
      goneHas: '6/8',
      heir: '05569',
      heirHas: '7/8',
      because: 'Chợ Chu is still 05536',
    },
    {
      to: '2025-01-01',
      gone: '05536',
      goneHas: 'absent',
      heir: '05569',
      heirHas: '13/16',
      because: 'Chợ Chu became 05569',
    },
    {
      to: '2023-04-09',
      gone: '05764',
      goneHas: '0/4',
      heir: '05851',
      heirHas: '1/4',
      because: 'Quân Chu is still a township of its own',
    },
    {
      to: '2023-04-10',
      gone: '05764',
      goneHas: 'absent',
      heir: '05851',
      heirHas: '1/8',
      because: 'both became one township',
    },
  ])('counts for its successor from the day on: $to, $because', async ({ to, gone, goneHas, heir, heirHas }) => {
    expect(await figure(api, gone, { from: all, to, scope: 'OWN' })).toBe(goneHas);
    expect(await figure(api, heir, { from: all, to, scope: 'OWN' })).toBe(heirHas);
  });

  it('has its dossiers behind the figure of its successor', async () => {
    const query = `query ($unit: ID!, $to: Date!) {
      dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: $unit, from: "2022-01-01", to: $to, scope: OWN) {
        numerator denominator totalCount nodes { unit { code name } } } }`;
    interface Found {
      dossiers: {
        numerator: number;
        denominator: number;
        totalCount: number;
        nodes: { unit: { code: string; name: string } }[];
      };
    }
    const { dossiers } = await api.ask<Found>(query, { unit: '05569', to: '2025-01-01' });
    expect(dossiers).toMatchObject({ numerator: 13, denominator: 16, totalCount: 16 });
    const names = new Set(dossiers.nodes.map(({ unit }) => `${unit.code} ${unit.name}`));
    expect(names).toEqual(new Set(['05536 Thị trấn Chợ Chu', '05569 Xã Bảo Cường']));
    const gone = await api.ask<Found>(query, { unit: '05536', to: '2025-01-01' });
    expect(gone.dossiers).toMatchObject({ numerator: 0, denominator: 0, totalCount: 0 });
  });

  it('says who it was followed by, and since when', async () => {
    const query = `{ gone: unit(code: "05536") { name validTo successors { on main unit { code name } } }
      heir: unit(code: "05569", on: "2025-02-01") { name predecessors { on unit { code name } } } }`;
    expect(await api.ask(query)).toEqual({
      gone: {
        name: 'Thị trấn Chợ Chu',
        validTo: '2024-12-31',
        successors: [{ on: '2025-01-01', main: true, unit: { code: '05569', name: 'Thị trấn Chợ Chu' } }],
      },
      heir: {
        name: 'Thị trấn Chợ Chu',
        predecessors: [{ on: '2025-01-01', unit: { code: '05536', name: 'Thị trấn Chợ Chu' } }],
      },
    });
  });
});

it('calls Phổ Yên and its nine communes what they were on the last day of the period, and counts all they received', async () => {
  const before = await attainments('2022-01-01', '2022-04-09', 'SUBTREE');
  const after = await attainments('2022-01-01', '2022-04-10', 'SUBTREE');
  const shown = (rows: Figures[], code: string) => {
    const row = rows.find(({ unit }) => unit.code === code);
    return `${row?.unit.name} ${row?.numerator}/${row?.denominator}`;
  };
  expect(shown(before, '172')).toBe('Thị xã Phổ Yên 3/3');
  expect(shown(after, '172')).toBe('Thành phố Phổ Yên 3/3');
  expect(shown(before, '05869')).toBe('Xã Hồng Tiến 1/1');
  expect(shown(after, '05869')).toBe('Phường Hồng Tiến 1/1');
  const changed = after.filter(
    ({ unit }) => before.find((row) => row.unit.code === unit.code)?.unit.name !== unit.name,
  );
  expect(changed.map(({ unit }) => unit.code)).toHaveLength(10);
});

describe('the figure with everything below', () => {
  it.each(['2022-04-09', '2022-12-31', '2023-04-10', '2024-12-31', '2025-01-01', '2025-06-30'])(
    'is, for each unit alive on %s, the sum of the own figures of the units alive that day',
    async (to) => {
      const parentOf = await parents(to);
      const own = await attainments('2022-01-01', to, 'OWN');
      const subtree = await attainments('2022-01-01', to, 'SUBTREE');
      expect(own.map(({ unit }) => unit.code)).toEqual([...parentOf.keys()].sort());
      const sums = new Map<string, [number, number]>();
      for (const { unit, numerator, denominator } of own) {
        for (let code: string | null = unit.code; code !== null; code = parentOf.get(code) ?? null) {
          const [n, d] = sums.get(code) ?? [0, 0];
          sums.set(code, [n + numerator, d + denominator]);
        }
      }
      expect(subtree.map(({ unit, numerator, denominator }) => [unit.code, [numerator, denominator]])).toEqual(
        own.map(({ unit }) => [unit.code, sums.get(unit.code)]),
      );
    },
  );

  it('holds every dossier of the province exactly once, whoever answers for it by then', async () => {
    const years = ['2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31'];
    const totals = await Promise.all(years.map((to) => figure(api, '19', { from: '2022-01-01', to })));
    expect(totals).toEqual(['30/39', '40/65', '43/104', '43/104']);
  });
});
