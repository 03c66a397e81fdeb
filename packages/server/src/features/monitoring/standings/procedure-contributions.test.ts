import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { issuePlan } from '../../../../test/plans.ts';

let api: Api;
let number = 0;
let before: string;

const [BIRTHS, LAND, BUSINESS, UNLISTED] = ['2.000815', '1.000001', '1.000002', '1.000003'] as const;
const [A, B] = ['05506', '05509'] as const;

/** So many dossiers of a procedure at a commune in June, the first `online` of them online. */
function dossiers(organisation: string, procedure: string, count: number, online: number) {
  return Array.from({ length: count }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, (number += 1)),
      MaTTHC: procedure,
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: '20220615080000',
      NgayKetThucXuLy: '20220615160000',
    }),
  );
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-07-20T05:00:00Z') });
  await saveProcedures(api, BIRTHS, LAND, BUSINESS, UNLISTED);
  await amendList(api, '2015-01-01', [{ procedure: BIRTHS }, { procedure: LAND }, { procedure: BUSINESS }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([...dossiers('H55.1.1', BIRTHS, 20, 18), ...dossiers('H55.1.2', LAND, 10, 1)]);
  const indicator = 'ONLINE_RESOLUTION_L4';
  await issuePlan(api, { issuer: '19', indicator }, [{ unit: '165', percent: 45.5 }]);
  await issuePlan(api, { issuer: '165', indicator }, [
    { unit: A, percent: 55 },
    { unit: B, percent: 30 },
  ]);
  before = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  await api.ingest([
    ...dossiers('H55.1.1', LAND, 13, 2),
    ...dossiers('H55.1.2', BIRTHS, 7, 7),
    ...dossiers('H55.1.2', BUSINESS, 3, 1),
    ...dossiers('H55.1.2', UNLISTED, 9, 0),
  ]);
});
afterAll(() => api.close());

interface Part {
  procedure: { code: string } | null;
  numerator: number;
  denominator: number;
  rate: number | null;
  gap: number;
}
interface Seen {
  target: number | null;
  soFar: { numerator: number; denominator: number };
  procedureContributions: Part[] | null;
}

async function seenOf(unit: string, more = ''): Promise<Seen> {
  const { unit: found } = await api.ask<{ unit: { forecast: Seen } }>(`{ unit(code: "${unit}", on: "2022-06-30") {
    forecast(indicator: "ONLINE_RESOLUTION_L4", year: 2022, on: "2022-06-30"${more}) {
      target soFar { numerator denominator }
      procedureContributions { procedure { code } numerator denominator rate gap } } } }`);
  return found.forecast;
}

const inTenThousandths = (dossiersMissing: number): number => Math.round(dossiersMissing * 10_000);

describe('contributions by procedure', () => {
  it('say which procedure pulls a district down by how many dossiers, and which lifts it', async () => {
    // 45,5 % of 23 is 10,465, less 3 online; of 3 it is 1,365, less 1; of 27 it is 12,285, less 25.
    expect((await seenOf('165')).procedureContributions).toEqual([
      { procedure: { code: LAND }, numerator: 3, denominator: 23, rate: 13.04, gap: 7.465 },
      { procedure: { code: BUSINESS }, numerator: 1, denominator: 3, rate: 33.33, gap: 0.365 },
      { procedure: { code: BIRTHS }, numerator: 25, denominator: 27, rate: 92.59, gap: -12.715 },
    ]);
  });

  it.each(['165', A, B])('add up exactly to the distance of unit %s', async (unit) => {
    for (const more of ['', `, knownAt: "${new Date().toISOString()}"`]) {
      const { target, soFar, procedureContributions } = await seenOf(unit, more);
      const parts = procedureContributions ?? [];
      expect(parts.length).toBeGreaterThan(0);
      // Of what is counted nothing is left beside the procedures.
      expect(parts.every(({ procedure }) => procedure !== null)).toBe(true);
      const sum = (of: (part: Part) => number): number => parts.reduce((all, part) => all + of(part), 0);
      expect(sum(({ gap }) => inTenThousandths(gap))).toBe(
        Math.round((target ?? NaN) * 100) * soFar.denominator - 10_000 * soFar.numerator,
      );
      expect([sum((part) => part.numerator), sum((part) => part.denominator)]).toEqual([
        soFar.numerator,
        soFar.denominator,
      ]);
    }
  });

  it('as known earlier are those of then', async () => {
    const { procedureContributions, soFar } = await seenOf('165', `, knownAt: "${before}"`);
    expect(soFar).toEqual({ numerator: 19, denominator: 30 });
    expect(procedureContributions?.map(({ procedure, denominator }) => [procedure?.code, denominator])).toEqual([
      [LAND, 10],
      [BIRTHS, 20],
    ]);
  });

  it('are none without a target, and not told of many units at once', async () => {
    expect((await seenOf('19')).procedureContributions).toEqual([]);
    const all = '{ forecast(indicator: "ONLINE_RESOLUTION_L4", year: 2022) { procedureContributions { gap } } }';
    expect((await api.gql(all)).errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
