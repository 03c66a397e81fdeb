import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  nameUnits,
  saveProcedures,
} from '../../../../test/factories.ts';

let api: Api;
let number = 0;
let cited = '';

/** Dossiers of a procedure, some of them online, finished on a day. */
function rows(procedure: string, online: number, of: number, day: string, organisation = 'H55.164.3') {
  return Array.from({ length: of }, (_, n) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, (number += 1)),
      MaTTHC: procedure,
      KenhThucHien: n < online ? '2' : '1',
      NgayTiepNhan: `${day}080000`,
      NgayKetThucXuLy: `${day}160000`,
    }),
  );
}

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'], '05500': ['H55.164.4'] });
  await saveProcedures(api, '2.000001', '2.000002', { code: '2.000003' });
  await amendList(api, '2021-02-19', [{ procedure: '2.000001' }, { procedure: '2.000002' }]);
  await amendList(api, '2022-04-01', [{ procedure: '2.000003' }]);
  // March: 4 of 10 and 9 of 10, and ten of one that is listed from April on. April: 6 of 10, 27 of 30, 10 of 10.
  await api.ingest([
    ...rows('2.000001', 4, 10, '20220310'),
    ...rows('2.000002', 8, 9, '20220310', 'H55.164.4'),
    ...rows('2.000003', 10, 10, '20220310'),
    ...rows('2.000001', 6, 10, '20220410'),
    ...rows('2.000002', 27, 30, '20220410', 'H55.164.4'),
    ...rows('2.000003', 10, 10, '20220410'),
  ]);
  const { rows: found } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
  cited = found[0]!.at.toISOString();
  await api.ingest(rows('2.000002', 1, 1, '20220310', 'H55.164.4'));
});
afterAll(() => api.close());

interface Told {
  points: number | null;
  parts: { part: string; points: number }[];
  learned: { steps: { cause: string; numerator: number; denominator: number }[] };
  groups: {
    code: string;
    numeratorA: number;
    denominatorA: number;
    catalogue: number;
    rate: number;
    mix: number;
    points: number;
  }[];
  by: string;
  rest: object | null;
  total: { points: number };
  groupCount: number;
}

async function explained(by: 'PROCEDURE' | 'UNIT' | null, knownAt: string | null = cited): Promise<Told> {
  const query = `query ($by: ChangeBy, $a: PeriodKnownInput!, $b: PeriodKnownInput!) {
    explainChange(indicator: "ONLINE_RESOLUTION_L4", unit: "164", a: $a, b: $b, by: $by) { points parts { part points }
      learned { steps { cause numerator denominator } } groupCount
      by rest { points } total { points } groups { code numeratorA denominatorA catalogue rate mix points } } }`;
  const a = { from: '2022-03-01', to: '2022-03-31', knownAt };
  const b = { from: '2022-04-01', to: '2022-04-30' };
  return (await api.ask<{ explainChange: Told }>(query, { by, a, b })).explainChange;
}

describe('a change between two figures', () => {
  it('is made of what was learned, the catalogue, rates and weights, in parts that sum', async () => {
    // 12/19 as known then, 13/20 now; April 43/50. The procedure that came onto the list lifts a fifth of April from the middle of 75,5 % to all.
    const told = await explained('PROCEDURE');
    expect(told.points).toBe(22.84);
    expect(told.parts).toEqual([
      { part: 'LEARNED', points: 1.84 },
      { part: 'CATALOGUE', points: 4.9 },
      { part: 'RATE', points: 7 },
      { part: 'MIX', points: 9.1 },
      { part: 'REORGANISATION', points: 0 },
    ]);
    expect(told.learned.steps).toEqual([{ cause: 'NEW', numerator: 1, denominator: 1 }]);
    expect(told.groupCount).toBe(3);
    expect(told.groups.find(({ code }) => code === '2.000003')).toMatchObject({
      denominatorA: 0,
      catalogue: 4.9,
      rate: 0,
    });
  });

  it('is told by the units below as well', async () => {
    const told = await explained('UNIT', null);
    expect(told.parts.map(({ points }) => points).reduce((sum, points) => sum + points, 0)).toBeCloseTo(21, 5);
    expect(told.groups.map(({ code }) => code).sort()).toEqual(['05500', '05503']);
    // What is printed adds up, and units tell the parts that procedures tell; by units is how a district is told unless asked otherwise.
    const [sum, part] = [
      (of: keyof Told['groups'][number]) =>
        told.groups.reduce((all, group) => all + Math.round(Number(group[of]) * 100), 0),
      (name: string) => Math.round((told.parts.find(({ part: one }) => one === name)?.points ?? 0) * 100),
    ];
    expect([sum('rate'), sum('mix'), sum('catalogue')]).toEqual([part('RATE'), part('MIX'), part('CATALOGUE')]);
    expect([sum('points'), Math.round(told.total.points * 100), told.rest]).toEqual([2100, 2100, null]);
    expect((await explained('PROCEDURE', null)).parts).toEqual(told.parts);
    expect((await explained(null, null)).by).toBe('UNIT');
  });

  it('is refused backwards in time', async () => {
    const query = `{ explainChange(indicator: "ONLINE_RESOLUTION_L4", unit: "164",
      a: { from: "2022-03-01", to: "2022-03-31" }, b: { from: "2022-04-01", to: "2022-04-30", knownAt: "2022-01-01T00:00:00Z" }) { points } }`;
    expect((await api.gql(query)).code).toBe('BAD_USER_INPUT');
  });
});

describe('a dossier', () => {
  interface Explained {
    dossierExplanation: {
      countedAs: string;
      rules: { rule: string; outcome: string; sentence: string; decision: string | null }[];
    } | null;
  }
  const ask = (code: string, by: Pick<Api, 'ask'> = api) =>
    by.ask<Explained>(
      `query ($code: ID!) { dossierExplanation(code: $code, indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31") {
         countedAs procedure { code } unit { code } rules { rule outcome sentence decision day level tier } } }`,
      { code },
    );

  it('is explained rule by rule, with the decision that made it so', async () => {
    const { dossierExplanation: counts } = await ask(dossierCode('H55.164.3', 1));
    expect(counts?.countedAs).toBe('NUMERATOR');
    expect(counts?.rules.map(({ rule, outcome }) => `${rule} ${outcome}`)).toEqual([
      'RESOLVED PASSED',
      'IN_PERIOD PASSED',
      'IN_FORCE PASSED',
      'LISTED PASSED',
      'LEVEL PASSED',
      'CHANNEL PASSED',
    ]);
    expect(counts?.rules[3]?.decision).toMatch(/QĐ-UBND$/);
    const { dossierExplanation: out } = await ask(dossierCode('H55.164.3', 20));
    expect(out?.countedAs).toBe('NOT_COUNTED');
    expect(out?.rules[3]).toMatchObject({
      outcome: 'FAILED',
      sentence: 'Thủ tục không có trong danh mục ở cấp xã ngày 10/03/2022.',
    });
  });

  it('is told to nobody beyond reach, and where there is none', async () => {
    const elsewhere = api.as(await buildAccount(api, { role: 'VIEWER', unit: '169' }));
    expect(await ask(dossierCode('H55.164.3', 1), elsewhere)).toEqual({ dossierExplanation: null });
    expect(await ask('không phải mã')).toEqual({ dossierExplanation: null });
  });
});
