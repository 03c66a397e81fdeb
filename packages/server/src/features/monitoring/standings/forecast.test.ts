import { dayInVietnam, yearOf } from '@chi-tieu/shared/domain/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { issuePlan } from '../../../../test/plans.ts';

let api: Api;
let number = 0;
let beforeJune: string;

/** Two communes of Sông Công: of forty dossiers a month A has 24 online, B 8. A third has none. */
const [A, B, IDLE] = ['05506', '05509', '05515'] as const;

function month(organisation: string, year: number, at: number, online: number) {
  const day = `${year}${String(at).padStart(2, '0')}15`;
  return Array.from({ length: 40 }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, (number += 1)),
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: `${day}080000`,
      NgayKetThucXuLy: `${day}160000`,
    }),
  );
}

function both(year: number, first: number, last: number) {
  const months = Array.from({ length: last - first + 1 }, (_none, index) => first + index);
  return months.flatMap((at) => [...month('H55.1.1', year, at, 24), ...month('H55.1.2', year, at, 8)]);
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-07-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([...both(2021, 1, 12), ...both(2022, 1, 5)]);
  beforeJune = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  await api.ingest(both(2022, 6, 6));
  const indicator = 'ONLINE_RESOLUTION_L4';
  await issuePlan(api, { issuer: '19', indicator }, [{ unit: '165', percent: 45 }]);
  await issuePlan(api, { issuer: '165', indicator }, [
    { unit: A, percent: 55 },
    { unit: B, percent: 30 },
    { unit: IDLE, percent: 55 },
  ]);
});
afterAll(() => api.close());

/** What is asked on another day. */
async function onDay<Seen>(day: string, ask: () => Promise<Seen>): Promise<Seen> {
  const before = api.app.now();
  api.app.now = () => new Date(`${day}T05:00:00Z`);
  try {
    return await ask();
  } finally {
    api.app.now = () => before;
  }
}

const FIELDS = `unit { code } soFar { numerator denominator to } expected expectedInNumerator target needed neededShare
  projected projectedLow projectedHigh outlook impossibleFrom
  milestone { month mark numerator denominator behind missing }
  contributions { unit { code } own numerator denominator gap }
  months { from numerator denominator expected }`;

interface Seen {
  unit: { code: string };
  expected: number;
  months: { from: string; numerator: number; denominator: number; expected: boolean }[];
  contributions: { unit: { code: string }; own: boolean; gap: number }[];
  [field: string]: unknown;
}

async function forecastOf(unit: string, more = ''): Promise<Seen> {
  const query = `{ forecast(indicator: "ONLINE_RESOLUTION_L4", year: 2022${more}) { ${FIELDS} } }`;
  const { forecast } = await api.ask<{ forecast: Seen[] }>(query);
  const found = forecast.find((row) => row.unit.code === unit);
  if (!found) throw new Error(`no forecast of ${unit}`);
  return found;
}

// By hand. Every month is like the others, so that whatever is expected is as before: six months of forty are to come.
describe('a forecast', () => {
  it('of a unit that does what it should is on course', async () => {
    // 55 % of 480 is 264: of the 240 to come 120 are needed, 50 %; 60 % are expected.
    expect(await forecastOf(A, ', on: "2022-06-30"')).toMatchObject({
      soFar: { numerator: 144, denominator: 240, to: '2022-06-30' },
      expected: 240,
      expectedInNumerator: 144,
      target: 55,
      needed: 120,
      neededShare: 50,
      projected: 60,
      outlook: 'ON_COURSE',
      impossibleFrom: null,
    });
  });

  it('of a unit that will miss says from which month nothing helps any more', async () => {
    // 30 % of 480 is 144. Before month k there are 8k, with 480 − 40k to come: 144 − 8k is more from k = 11, December, on.
    expect(await forecastOf(B, ', on: "2022-06-30"')).toMatchObject({
      soFar: { numerator: 48, denominator: 240 },
      needed: 96,
      neededShare: 40,
      projected: 20,
      projectedLow: 20,
      projectedHigh: 20,
      outlook: 'WILL_MISS',
      impossibleFrom: '2022-12-01',
      milestone: { month: 6, mark: 30, numerator: 48, denominator: 240, behind: true, missing: 24 },
    });
    expect(await forecastOf(A, ', on: "2022-06-30"')).toMatchObject({
      milestone: { mark: 55, behind: false, missing: 0 },
    });
  });

  it('of a district is the sum of its communes’, and says who pulls it down', async () => {
    const district = await forecastOf('165', ', on: "2022-06-30"');
    // 45 % of 960 is 432: 240 more. A lifts by 144 − 108, B pulls by 108 − 48; 24 are missing of 480 so far.
    expect(district).toMatchObject({ expected: 480, needed: 240, projected: 40, outlook: 'WILL_MISS' });
    expect(district.contributions.filter(({ gap }) => gap !== 0)).toEqual([
      { unit: { code: B }, own: false, numerator: 48, denominator: 240, gap: 60 },
      { unit: { code: A }, own: false, numerator: 144, denominator: 240, gap: -36 },
    ]);
    expect(district.contributions.some(({ unit }) => unit.code === IDLE)).toBe(true);
    expect(district.months.map(({ denominator, expected }) => `${denominator}${expected ? '?' : ''}`)).toEqual([
      ...Array.from({ length: 6 }, () => '80'),
      ...Array.from({ length: 6 }, () => '80?'),
    ]);
  });

  it('of units without dossiers or without a target says just that', async () => {
    expect(await forecastOf(IDLE)).toMatchObject({
      outlook: 'NO_DOSSIERS',
      expected: 0,
      needed: 0,
      neededShare: null,
      projected: null,
    });
    expect(await forecastOf('19')).toMatchObject({
      outlook: 'NO_TARGET',
      needed: null,
      neededShare: null,
      contributions: [],
    });
  });

  it('in the middle of a month has what is left of it to come', async () => {
    // 21 of the 31 days of July: 40 × 21/31 = 27,1.
    const { months, expected } = await forecastOf(A, ', on: "2022-07-10"');
    expect(months.slice(6)).toEqual(
      [27, 40, 40, 40, 40, 40].map((denominator, index) => {
        const from = `2022-${String(7 + index).padStart(2, '0')}-01`;
        return { from, numerator: index === 0 ? 16 : 24, denominator, expected: true };
      }),
    );
    expect(expected).toBe(227);
  });

  it('is made on the last day with data unless told, or today where that is earlier', async () => {
    expect(await forecastOf(A)).toMatchObject({ soFar: { to: '2022-06-15' }, expected: 260 });
  });

  it('of a year that is over is what it was', async () => {
    const over = { expected: 0, neededShare: null, outlook: 'MET', projected: 60 };
    expect(await onDay('2023-01-02', () => forecastOf(A, ', on: "2022-12-31"'))).toMatchObject(over);
    expect(await onDay('2023-01-02', () => forecastOf(B, ', on: "2022-12-31"'))).toMatchObject({
      needed: 24,
      outlook: 'IMPOSSIBLE',
    });
    // Nothing is to come after the last day with data either, once the year is over; on its last day something may.
    const whole = await onDay('2023-01-01', () => forecastOf(A));
    expect(whole).toMatchObject({ ...over, soFar: { to: '2022-06-15' } });
    expect(whole.months.map(({ expected }) => expected)).toEqual(Array.from({ length: 12 }, () => false));
    expect(await onDay('2022-12-31', () => forecastOf(A))).toMatchObject({ expected: 260 });
  });

  it('as known earlier knows nothing of what came later', async () => {
    const earlier = await forecastOf(A, `, on: "2022-06-30", knownAt: "${beforeJune}"`);
    expect(earlier).toMatchObject({ soFar: { numerator: 120, denominator: 200 }, target: null, outlook: 'NO_TARGET' });
    const { months } = earlier;
    expect(months.slice(0, 7).map(({ denominator }) => denominator)).toEqual([
      40,
      40,
      40,
      40,
      40,
      0,
      expect.any(Number),
    ]);
    // The last day with data was another one then.
    expect(await forecastOf(A, `, knownAt: "${beforeJune}"`)).toMatchObject({ soFar: { to: '2022-05-15' } });
  });

  it('as known earlier is not made later than that', async () => {
    const known = new Date();
    const [day, year] = [dayInVietnam(known), yearOf(dayInVietnam(known))];
    const asked = `{ forecast(indicator: "ONLINE_RESOLUTION_L4", year: ${year}, kind: PROVINCE, knownAt: "${known.toISOString()}") { soFar { to } } }`;
    const seen = await onDay(`${year + 1}-03-01`, () => api.ask<{ forecast: { soFar: { to: string } }[] }>(asked));
    expect(seen.forecast[0]?.soFar.to).toBe(day);
    const refused = await onDay(`${year + 1}-03-01`, () =>
      api.gql(asked.replace(`year: ${year}`, `year: ${year + 1}`)),
    );
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'year' }] });
  });

  it('of a unit that is no more on the day is none', async () => {
    const asked = `{ unit(code: "05764", on: "2022-06-30") {
      forecast(indicator: "ONLINE_RESOLUTION_L4", year: 2023, on: "2023-05-01") { expected } } }`;
    expect(await onDay('2023-06-01', () => api.ask(asked))).toEqual({ unit: { forecast: null } });
  });
});

describe('what is asked for', () => {
  const codes = async (query: string): Promise<unknown> => {
    const { errors } = await api.gql(query);
    return errors.map(({ extensions }) => [extensions?.['code'], extensions?.['fields']]);
  };

  it('is below a unit and of a kind', async () => {
    const { forecast } = await api.ask<{ forecast: { unit: { code: string } }[] }>(
      '{ forecast(indicator: "ONLINE_RESOLUTION_L4", year: 2022, under: "165", kind: COMMUNE) { unit { code } } }',
    );
    expect(forecast.length).toBeGreaterThan(5);
    expect(forecast.every(({ unit }) => /^05\d{3}$/.test(unit.code))).toBe(true);
  });

  it('is refused by name where it makes no sense', async () => {
    const asked = (more: string): string => `{ forecast(indicator: "ONLINE_RESOLUTION_L4", ${more}) { expected } }`;
    expect(await codes(asked('year: 2023'))).toMatchObject([['BAD_USER_INPUT', [{ path: 'year' }]]]);
    expect(await codes(asked('year: 2022, on: "2021-12-31"'))).toMatchObject([['BAD_USER_INPUT', [{ path: 'on' }]]]);
    expect(await codes(asked('year: 2022, on: "2022-07-21"'))).toMatchObject([['BAD_USER_INPUT', [{ path: 'on' }]]]);
    expect(await codes(asked('year: 12'))).toMatchObject([['BAD_USER_INPUT', [{ path: 'year' }]]]);
    const known = asked('year: 2022, on: "2022-06-30", knownAt: "2022-06-01T05:00:00Z"');
    expect(await codes(known)).toMatchObject([['BAD_USER_INPUT', [{ path: 'on' }]]]);
    expect(await codes('{ forecast(indicator: "NOPE", year: 2022) { expected } }')).toEqual([['NOT_FOUND', undefined]]);
    const services = '{ forecast(indicator: "SERVICES_WITH_ONLINE", year: 2022) { expected } }';
    expect(await codes(services)).toMatchObject([['BAD_USER_INPUT', [{ path: 'indicator' }]]]);
  });

  it('of a year in which nothing happened is everybody without dossiers', async () => {
    const { forecast } = await api.ask<{ forecast: { outlook: string; soFar: { denominator: number } }[] }>(
      '{ forecast(indicator: "ONLINE_RESOLUTION_L4", year: 1999) { outlook soFar { denominator } } }',
    );
    expect(forecast.every(({ outlook, soFar }) => outlook === 'NO_DOSSIERS' && soFar.denominator === 0)).toBe(true);
  });
});

describe('the back-test', () => {
  it('says what forecasts of the past were off by, beside what anybody would have said', async () => {
    const { forecastQuality } = await api.ask<{
      forecastQuality: { on: string; until: string; errors: Record<string, unknown>[] };
    }>(
      `{ forecastQuality(indicator: "ONLINE_RESOLUTION_L4", year: 2022, on: "2022-06-30") {
         on until errors { kind withUnits method judged forecast soFar lastMonth } } }`,
    );
    // Of the year that is over months four to twelve; two communes each. Every month was like the others, but the first forecast
    // had no others before it by which to choose: communes so small are drawn towards each other by the method that is taken then.
    expect(forecastQuality).toMatchObject({ on: '2022-06-30', until: '2021-12-31' });
    expect(forecastQuality.errors).toContainEqual({
      kind: 'COMMUNE',
      withUnits: false,
      method: 'SO_FAR',
      judged: 18,
      forecast: expect.any(Number) as unknown,
      soFar: 0,
      lastMonth: 0,
    });
    expect(forecastQuality.errors.map(({ kind }) => kind)).toEqual(['PROVINCE', 'DISTRICT', 'COMMUNE']);
  });
});
