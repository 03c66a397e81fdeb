import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { issuePlan } from '../../../../test/plans.ts';

let api: Api;
let number = 0;
const [A, B, LATE] = ['05506', '05509', '05515'] as const;
const INDICATOR = 'ONLINE_RESOLUTION_L4';

function dossiers(organisation: string, day: string, online: number, all: number) {
  return Array.from({ length: all }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, (number += 1)),
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: `${day}080000`,
      NgayKetThucXuLy: `${day}160000`,
    }),
  );
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-01-12T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'], [LATE]: ['H55.1.3'] });
  // On the tenth of the first January: A has ten, of which eight online, B one on paper.
  await api.ingest([...dossiers('H55.1.1', '20220110', 8, 10), ...dossiers('H55.1.2', '20220110', 0, 1)]);
  // That of the district is for what it receives itself.
  await issuePlan(api, { issuer: '19', indicator: INDICATOR }, [{ unit: '165', percent: 45, scope: 'OWN' }]);
  await issuePlan(
    api,
    { issuer: '165', indicator: INDICATOR },
    [A, B, LATE].map((unit) => ({ unit, percent: 55 })),
  );
});
afterAll(() => api.close());

interface Seen {
  unit: { code: string };
  expected: number;
  outlook: string;
  months: { denominator: number; expected: boolean }[];
  [field: string]: unknown;
}

async function forecastOf(unit: string): Promise<Seen> {
  const { forecast } = await api.ask<{ forecast: Seen[] }>(
    `{ forecast(indicator: "${INDICATOR}", year: 2022) { unit { code } soFar { to numerator denominator } expected outlook
         impossibleFrom needed neededShare projected milestone { month mark behind } months { denominator expected } } }`,
  );
  const found = forecast.find((row) => row.unit.code === unit);
  if (!found) throw new Error(`no forecast of ${unit}`);
  return found;
}

describe('a forecast before any month is over', () => {
  it('goes by the month that is under way', async () => {
    // Ten in ten days are 31 a month: 21 are left of January, and eleven months follow.
    const a = await forecastOf(A);
    expect(a).toMatchObject({ soFar: { to: '2022-01-10', denominator: 10 }, expected: 21 + 11 * 31 });
    expect(a.months.map(({ denominator, expected }) => [denominator, expected]).slice(0, 2)).toEqual([
      [21, true],
      [31, true],
    ]);
    expect(['ON_COURSE', 'AT_RISK']).toContain(a.outlook);
    const b = await forecastOf(B);
    expect(b.expected).toBeGreaterThan(20);
    expect(b.outlook).not.toBe('IMPOSSIBLE');
  });
});

describe('a forecast of a unit of which nothing is expected yet', () => {
  it('is not certain while days are left', async () => {
    api.app.now = () => new Date('2022-02-12T05:00:00Z');
    await api.ingest(dossiers('H55.1.3', '20220210', 0, 1));
    expect(await forecastOf(LATE)).toMatchObject({
      soFar: { numerator: 0, denominator: 1 },
      expected: 0,
      needed: 1,
      neededShare: null,
      projected: 0,
      outlook: 'AT_RISK',
      impossibleFrom: null,
    });
  });

  it('is held against marks of targets for all below it alone', async () => {
    expect(await forecastOf(A)).toMatchObject({ milestone: { month: 1, mark: 55, behind: false } });
    expect(await forecastOf('165')).toMatchObject({ milestone: null });
  });

  it('is certain once the year is over', async () => {
    api.app.now = () => new Date('2023-01-02T05:00:00Z');
    expect(await forecastOf(LATE)).toMatchObject({ outlook: 'IMPOSSIBLE', impossibleFrom: '2022-03-01' });
  });
});
