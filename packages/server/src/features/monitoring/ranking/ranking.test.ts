import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;
let number = 0;
const COMMUNES = { A: '05506', B: '05509', C: '05515', D: '05518' } as const;
const INDICATOR = 'ONLINE_RESOLUTION_L4';

function dossiers(unit: keyof typeof COMMUNES, month: number, online: number, all: number) {
  const day = `2022${String(month).padStart(2, '0')}15`;
  return Array.from({ length: all }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode(`H55.1.${'ABCD'.indexOf(unit) + 1}`, (number += 1)),
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: `${day}080000`,
      NgayKetThucXuLy: `${day}160000`,
    }),
  );
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-12-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, Object.fromEntries(Object.values(COMMUNES).map((code, at) => [code, [`H55.1.${at + 1}`]])));
  await api.ingest([
    // February: A 1/4, B 2/4, C 3/4. March: A 3/4, B and C 1/2 in other numbers, D 1/1.
    ...dossiers('A', 2, 1, 4),
    ...dossiers('B', 2, 2, 4),
    ...dossiers('C', 2, 3, 4),
    ...dossiers('A', 3, 3, 4),
    ...dossiers('B', 3, 2, 4),
    ...dossiers('C', 3, 3, 6),
    ...dossiers('D', 3, 1, 1),
    // April: A and B 3/4, C 1/4.
    ...dossiers('A', 4, 3, 4),
    ...dossiers('B', 4, 3, 4),
    ...dossiers('C', 4, 1, 4),
  ]);
});
afterAll(() => api.close());

interface Seen {
  rank: number | null;
  previousRank: number | null;
  previousFrom: string | null;
  previousTo: string | null;
  unranked: string | null;
  note: string | null;
  attainment: { unit: { code: string } };
  movement: {
    left: number;
    changedItself: boolean;
    overtook: { code: string }[];
    overtakenBy: { code: string }[];
  } | null;
}

async function ranking(more: string): Promise<Seen[]> {
  const found = await api.ask<{ ranking: Seen[] }>(
    `{ ranking(indicator: "${INDICATOR}", kind: COMMUNE, under: "165", ${more}) { rank previousRank previousFrom previousTo unranked note
        attainment { unit { code } } movement { left changedItself overtook { code } overtakenBy { code } } } }`,
  );
  return found.ranking;
}

const MARCH = 'from: "2022-03-01", to: "2022-03-31"';

function lines(ranks: Seen[]): string[] {
  const letters = new Map<string, string>(Object.entries(COMMUNES).map(([letter, code]) => [code, letter]));
  return ranks.flatMap(({ rank, previousRank, attainment }) => {
    const letter = letters.get(attainment.unit.code);
    return letter ? [`${letter} ${rank ?? '–'} ${previousRank ?? '–'}`] : [];
  });
}

describe('a ranking', () => {
  it('compares fractions, shares ranks, and names the rank of the month before', async () => {
    expect(lines(await ranking(MARCH))).toEqual(['D 1 –', 'A 2 3', 'B 3 2', 'C 3 1']);
  });

  it('gives no rank below the minimum nor without dossiers, and says why', async () => {
    const ranks = await ranking(`${MARCH}, minimum: 4`);
    expect(lines(ranks)).toEqual(['A 1 3', 'B 2 2', 'C 2 1', 'D – –']);
    const noted = new Map(ranks.map((one) => [one.attainment.unit.code, one]));
    expect(noted.get(COMMUNES.D)).toMatchObject({ unranked: 'BELOW_MINIMUM', note: 'Dưới 4 hồ sơ: không xếp hạng.' });
    const idle = ranks.filter(({ unranked }) => unranked === 'NO_DOSSIERS');
    expect(idle.length).toBeGreaterThan(0);
    expect(idle.every(({ rank, note }) => rank === null && note === 'Không phát sinh hồ sơ: không xếp hạng.')).toBe(
      true,
    );
  });

  it('says who passed whom', async () => {
    const ranks = await ranking(`${MARCH}, minimum: 4`);
    const of = (code: string): Seen | undefined => ranks.find(({ attainment }) => attainment.unit.code === code);
    expect(of(COMMUNES.A)).toMatchObject({
      note: expect.stringMatching(/^Lên 2 bậc: vượt 2 đơn vị \(\S.+, \S.+\)\.$/) as string,
      movement: {
        left: 0,
        changedItself: true,
        overtook: [{ code: COMMUNES.C }, { code: COMMUNES.B }],
        overtakenBy: [],
      },
    });
    // B is ahead of nobody else than before, and behind as many: A instead of C.
    expect(of(COMMUNES.B)).toMatchObject({ note: null, movement: { changedItself: false } });
    expect(of(COMMUNES.C)).toMatchObject({
      note: expect.stringMatching(/^Xuống 1 bậc: 1 đơn vị vượt lên \(\S.+\)\.$/) as string,
    });
  });

  it('tells drawing level from passing, and names the period before', async () => {
    const ranks = await ranking('from: "2022-04-01", to: "2022-04-30", minimum: 4');
    const of = (code: string): Seen | undefined => ranks.find(({ attainment }) => attainment.unit.code === code);
    expect(of(COMMUNES.B)).toMatchObject({
      rank: 1,
      previousRank: 2,
      previousFrom: '2022-03-01',
      previousTo: '2022-03-31',
      note: expect.stringMatching(/^Lên 1 bậc: đuổi kịp 1 đơn vị \(\S.+\)\.$/) as string,
    });
  });

  it('of days that have no name has no rank before', async () => {
    const ranks = await ranking('from: "2022-03-02", to: "2022-03-30"');
    expect(ranks.every(({ previousRank, previousFrom }) => previousRank === null && previousFrom === null)).toBe(true);
  });

  it('takes as the rank before the one that was published, where the period is closed', async () => {
    await api.ask(`mutation { closePeriod(indicator: "${INDICATOR}", from: "2022-02-01", to: "2022-02-28") { id } }`);
    // Now A would have been first in February too.
    await api.ingest(dossiers('A', 2, 40, 40));
    expect(lines(await ranking(MARCH))).toContain('A 2 3');
    expect(lines(await ranking('from: "2022-02-01", to: "2022-02-28"'))[0]).toBe('A 1 –');
  });

  it('is refused for a minimum that is none, and for days that go backwards', async () => {
    for (const { asked, path } of [
      { asked: `${MARCH}, minimum: 0`, path: 'minimum' },
      { asked: 'from: "2022-03-31", to: "2022-03-01"', path: 'to' },
    ]) {
      const { errors } = await api.gql(`{ ranking(indicator: "${INDICATOR}", kind: COMMUNE, ${asked}) { rank } }`);
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    }
  });
});
