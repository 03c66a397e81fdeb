import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, figure, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { differences } from '../../../test/verifying.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'BY_PERIOD_END', { eligibilityDate: 'PERIOD_END' });
});

afterAll(() => api.close());

const COMMUNES = [
  '05431',
  '05434',
  '05437',
  '05440',
  '05443',
  '05446',
  '05449',
  '05452',
  '05455',
  '05458',
  '05461',
  '05464',
  '05467',
  '05500',
];

/** A commune, two listed procedures and three dossiers of its own for each test: 2 of 3 online. */
interface Scene {
  unit: string;
  organisation: string;
  first: string;
  second: string;
  row(number: number, facts?: Record<string, string>): Record<string, string>;
}

let scenes = 0;
let scene: Scene;

beforeEach(async () => {
  const number = (scenes += 1);
  const unit = COMMUNES[number] ?? '';
  const organisation = `H55.164.${number}`;
  const [first, second] = [`2.${100_000 + number}`, `1.${100_000 + number}`];
  const row: Scene['row'] = (dossier, facts = {}) =>
    dossierRow({ MaHoSo: dossierCode(organisation, dossier), MaTTHC: first, ...facts });
  scene = { unit, organisation, first, second, row };
  await saveProcedures(api, first, second);
  await amendList(api, '2021-02-19', [{ procedure: first }, { procedure: second }]);
  await nameUnits(api, { [unit]: [organisation] });
  await api.ingest([row(1), row(2, { KenhThucHien: '1' }), row(3, { MaTTHC: second })]);
});

/** The server's latest moment: what is known now. */
async function latest(): Promise<string> {
  const { rows } = await api.db.query<{ at: Date }>('select max(at) as at from moment');
  return rows[0]!.at.toISOString();
}

/** The figure as booked, as counted from the dossiers, and the numbers of the lists behind it. */
async function all(knownAt: string | null): Promise<string> {
  const query = `query ($unit: ID!, $knownAt: DateTime) {
    dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: $unit, from: "2022-01-01", to: "2022-12-31", knownAt: $knownAt) {
      numerator denominator nodes { countedAs } } }`;
  interface Found {
    dossiers: { numerator: number; denominator: number; nodes: { countedAs: string }[] };
  }
  const { dossiers } = await api.ask<Found>(query, { unit: scene.unit, knownAt });
  const number = (countedAs: string) => dossiers.nodes.filter((node) => node.countedAs === countedAs).length;
  const numerator = number('NUMERATOR');
  expect(`${numerator}/${numerator + number('DENOMINATOR')}`).toBe(`${dossiers.numerator}/${dossiers.denominator}`);
  const periodEnd = await figure(api, scene.unit, { indicator: 'BY_PERIOD_END', knownAt });
  return `${await figure(api, scene.unit, { knownAt })} ${periodEnd} +${number('NOT_COUNTED')}`;
}

describe('what was known before stays, and what is known now is new,', () => {
  it.each([
    {
      change: 'when a dossier is corrected',
      by: () => api.ingest([scene.row(2, { KenhThucHien: '2' })]).then(() => undefined),
      now: '3/3 3/3 +0',
    },
    {
      change: 'when a dossier turns out not to be resolved',
      by: () => api.ingest([scene.row(1, { TrangThaiHoSo: '4', NgayKetThucXuLy: '' })]).then(() => undefined),
      now: '1/2 1/2 +1',
    },
    {
      change: 'when a dossier arrives late',
      by: () => api.ingest([scene.row(4)]).then(() => undefined),
      now: '3/4 3/4 +0',
    },
    {
      change: 'when a decision that removed a procedure is entered late',
      by: () => amendList(api, '2022-01-15', [{ action: 'REMOVE', procedure: scene.second }]),
      now: '1/2 1/2 +1',
    },
    {
      change: 'when a decision with another level is entered late',
      by: () => amendList(api, '2022-03-01', [{ action: 'CHANGE_LEVEL', procedure: scene.first, level: 'LEVEL_3' }]),
      now: '1/1 1/1 +2',
    },
    {
      change: 'when a level that counts as well takes the place of the other one',
      by: () => amendList(api, '2022-03-01', [{ action: 'CHANGE_LEVEL', procedure: scene.first, level: 'FULL' }]),
      now: '2/3 2/3 +0',
    },
    {
      change: 'when a procedure turns out to have been repealed',
      by: () => saveProcedures(api, { code: scene.first, inForceTo: '2022-02-28' }),
      now: '1/1 1/1 +2',
    },
    {
      change: 'when a procedure is repealed after the dossiers, before the period ends',
      by: () => saveProcedures(api, { code: scene.first, inForceTo: '2022-03-01' }),
      now: '2/3 1/1 +0',
    },
  ])('$change', async ({ by, now }) => {
    const before = await latest();
    expect(await all(null)).toBe('2/3 2/3 +0');
    await by();
    const after = await latest();
    expect(after > before).toBe(true);
    expect(await all(null)).toBe(now);
    expect(await all(before)).toBe('2/3 2/3 +0');
    expect(await all(after)).toBe(now);
    expect(await differences(api)).toEqual([]);
    expect(await differences(api, new Date(before))).toEqual([]);
  });
});

it('knows nothing of the time before anything was recorded', async () => {
  expect(await figure(api, scene.unit, { knownAt: '2000-01-01T00:00:00Z' })).toBe('absent');
});

it('includes the very instant of the recording, and not the millisecond before', async () => {
  await api.ingest([scene.row(4)]);
  const at = await latest();
  const justBefore = new Date(new Date(at).getTime() - 1).toISOString();
  expect(await figure(api, scene.unit, { knownAt: at })).toBe('3/4');
  expect(await figure(api, scene.unit, { knownAt: justBefore })).toBe('2/3');
});

it('is known of whole months and of days at the ends alike, after each of several imports', async () => {
  const days = ['20220201', '20220228', '20220301', '20220331', '20220415'];
  const known: string[] = [];
  for (const [n, day] of days.entries()) {
    const times = { NgayTiepNhan: `${day}080000`, NgayHenTra: `${day}170000`, NgayKetThucXuLy: `${day}100000` };
    await api.ingest([scene.row(10 + n, times)]);
    known.push(await latest());
  }
  const asked = (from: string, to: string) =>
    Promise.all([...known, null].map((knownAt) => figure(api, scene.unit, { from, to, knownAt })));
  // Beside the three of the scene, all of 1 March, of which two are online.
  expect(await asked('2022-02-01', '2022-03-31')).toEqual(['3/4', '4/5', '5/6', '6/7', '6/7', '6/7']);
  expect(await asked('2022-02-02', '2022-04-15')).toEqual(['2/3', '3/4', '4/5', '5/6', '6/7', '6/7']);
  expect(await asked('2022-03-02', '2022-04-14')).toEqual(['0/0', '0/0', '0/0', '1/1', '1/1', '1/1']);
  expect(await asked('2022-02-28', '2022-02-28')).toEqual(['0/0', '1/1', '1/1', '1/1', '1/1', '1/1']);
  for (const at of known) expect(await differences(api, new Date(at))).toEqual([]);
});

it('brings a figure back when a decision is undone by a later one, and keeps what was said in between', async () => {
  const first = await latest();
  await saveProcedures(api, { code: scene.first, inForceTo: '2022-02-28' });
  const second = await latest();
  await saveProcedures(api, scene.first);
  expect([await all(first), await all(second), await all(null)]).toEqual(['2/3 2/3 +0', '1/1 1/1 +2', '2/3 2/3 +0']);
  expect(await differences(api)).toEqual([]);
});

it('moves a figure to the unit that an alias names when the dossier is sent again', async () => {
  const before = await latest();
  await nameUnits(api, { [scene.unit]: [], '05503': [scene.organisation] });
  await api.ingest([scene.row(1), scene.row(2, { KenhThucHien: '1' })]);
  const now = [await figure(api, scene.unit), await figure(api, '05503')];
  const then = [await figure(api, scene.unit, { knownAt: before }), await figure(api, '05503', { knownAt: before })];
  expect([now, then]).toEqual([
    ['1/1', '1/2'],
    ['2/3', '0/0'],
  ]);
  expect(await differences(api)).toEqual([]);
});
