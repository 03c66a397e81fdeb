import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  nameUnits,
  saveProcedures,
} from '../../../test/factories.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { issuePlan } from '../../../test/plans.ts';

let api: Api;
let scenes = 0;

/** A commune of its own for each test, with a listed procedure, another one and three dossiers: 2 of 3 online. */
interface Scene {
  unit: string;
  row: (number: number, facts?: Record<string, string>) => Record<string, string>;
  listed: string;
  other: string;
}
let scene: Scene;
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
];

beforeAll(async () => {
  api = await openApi();
  await addIndicator(api, 'BY_PERIOD_END', { eligibilityDate: 'PERIOD_END' });
});
afterAll(() => api.close());

beforeEach(async () => {
  const number = (scenes += 1);
  const unit = COMMUNES[number - 1] ?? '';
  const [listed, other] = [`2.${100_000 + number}`, `1.${100_000 + number}`];
  const row: Scene['row'] = (dossier, facts = {}) =>
    dossierRow({ MaHoSo: dossierCode(`H55.164.${number}`, dossier), MaTTHC: listed, ...facts });
  scene = { unit, row, listed, other };
  await saveProcedures(api, listed, other);
  await amendList(api, '2021-02-19', [{ procedure: listed }]);
  await nameUnits(api, { [unit]: [`H55.164.${number}`] });
  await api.ingest([row(1), row(2, { KenhThucHien: '1' }), row(3), row(4, { MaTTHC: other })]);
});

interface Figure {
  reference: string;
  numerator: number;
  denominator: number;
  sha256: string;
  knownAt: string;
  holds: boolean;
  now: { numerator: number; denominator: number } | null;
  bridge: { points: number | null; statusChangedBy: string | null; steps: Step[] };
}
interface Step {
  cause: string;
  numerator: number;
  denominator: number;
  points: number | null;
  share: string | null;
}

const ALL = `reference numerator denominator rate target status sha256 knownAt holds unit { code } indicator { code }
  now { numerator denominator } bridge { points statusChangedBy steps { cause numerator denominator points share statusAfter } }`;

async function cite(facts: Record<string, unknown> = {}, by: Pick<Api, 'ask'> = api): Promise<Figure> {
  const mutation = `mutation ($indicator: ID!, $unit: ID!, $from: Date!, $to: Date!, $scope: Scope, $knownAt: DateTime) {
    citeFigure(indicator: $indicator, unit: $unit, from: $from, to: $to, scope: $scope, knownAt: $knownAt) { ${ALL} } }`;
  const usual = { indicator: 'ONLINE_RESOLUTION_L4', unit: scene.unit, from: '2022-03-01', to: '2022-03-31' };
  return (await by.ask<{ citeFigure: Figure }>(mutation, { ...usual, ...facts })).citeFigure;
}

async function opened(reference: string, by: Pick<Api, 'ask'> = api): Promise<Figure> {
  const query = `query ($reference: ID!) { figure(reference: $reference) { ${ALL} } }`;
  return (await by.ask<{ figure: Figure }>(query, { reference })).figure;
}

const steps = (figure: Figure) =>
  figure.bridge.steps.map(({ cause, numerator, denominator }) => `${cause} ${numerator}/${denominator}`);

describe('a figure that is cited', () => {
  it('is opened by its reference, says what was handed out and that it holds', async () => {
    const cited = await cite();
    expect(cited).toMatchObject({ numerator: 2, denominator: 3, rate: 66.67, holds: true, unit: { code: scene.unit } });
    expect(cited.reference).toMatch(new RegExp(`^${scene.unit}-2022-[0-9A-Z]{10}$`));
    expect(await opened(` ${cited.reference.toLowerCase()} `)).toEqual(cited);
    expect(steps(cited)).toEqual([]);
  });

  it('has one reference for the same question at the same moment, whoever asks, and another one later', async () => {
    const cited = await cite();
    const viewer = api.as(await buildAccount(api, {}));
    expect((await cite({}, viewer)).reference).toBe(cited.reference);
    expect((await cite({ scope: 'OWN' })).reference).not.toBe(cited.reference);
    await api.ingest([scene.row(5)]);
    const later = await cite();
    expect(later.reference).not.toBe(cited.reference);
    expect((await cite({ knownAt: cited.knownAt })).reference).toBe(cited.reference);
    expect(await opened(cited.reference, viewer)).toMatchObject({ numerator: 2, denominator: 3, holds: true });
  });

  it('is told from today’s by what came later, what was corrected, lists and being in force, in steps that sum', async () => {
    const { reference } = await cite();
    await api.ingest([scene.row(5), scene.row(6, { KenhThucHien: '1' }), scene.row(1, { KenhThucHien: '3' })]);
    await amendList(api, '2022-01-01', [{ procedure: scene.other }]);
    await saveProcedures(api, { code: scene.listed, inForceTo: '2022-02-28' });
    const figure = await opened(reference);
    expect(figure).toMatchObject({ numerator: 2, denominator: 3, holds: true, now: { numerator: 1, denominator: 1 } });
    expect(steps(figure)).toEqual(['NEW 1/2', 'CORRECTED -1/0', 'LIST 1/1', 'FORCE -2/-5']);
    const points = figure.bridge.steps.map((step) => step.points ?? 0);
    expect(Math.round(points.reduce((sum, point) => sum + point, 0) * 100)).toBe(3333);
    expect(figure.bridge.points).toBe(33.33);
    expect(figure.bridge.steps[0]?.share).toBe('-1/15');
  });

  it('is told in the same way where nothing is booked: causes are taken in one after the other', async () => {
    const { reference } = await cite({ indicator: 'BY_PERIOD_END' });
    await api.ingest([scene.row(5), scene.row(1, { KenhThucHien: '3' })]);
    await amendList(api, '2022-01-01', [{ procedure: scene.other }]);
    await saveProcedures(api, { code: scene.listed, inForceTo: '2022-03-30' });
    const figure = await opened(reference);
    expect(figure).toMatchObject({ holds: true, now: { numerator: 1, denominator: 1 } });
    expect(steps(figure)).toEqual(['NEW 1/1', 'CORRECTED -1/0', 'LIST 1/1', 'FORCE -2/-4']);
  });

  it.each(['ONLINE_RESOLUTION_L4', 'BY_PERIOD_END'])(
    'of %s tells dossiers that are gone apart from corrected ones',
    async (indicator) => {
      const { reference } = await cite({ indicator });
      await api.ingest([scene.row(1, { KenhThucHien: '3' })]);
      const code = scene.row(3)['MaHoSo'];
      await api.ask('mutation ($code: ID!) { deleteDossier(code: $code, reason: "Gửi nhầm.") { code } }', { code });
      expect(steps(await opened(reference))).toEqual(['CORRECTED -1/0', 'GONE -1/-1']);
      await api.ask('mutation ($code: ID!) { restoreDossier(code: $code, reason: "Gửi đúng.") { code } }', { code });
      expect(steps(await opened(reference))).toEqual(['CORRECTED -1/0']);
    },
  );

  it('says which step made its status another one, and where the target itself is another one', async () => {
    const plan = (percent: number) =>
      issuePlan(api, { issuer: '164', year: 2022 }, [{ unit: scene.unit, percent }], {
        number: '11/QĐ-UBND',
        issuedOn: '2022-01-05',
      });
    await plan(60);
    const { reference } = await cite();
    await api.ingest([scene.row(5, { KenhThucHien: '1' })]);
    expect((await opened(reference)).bridge.statusChangedBy).toBe('NEW');
    expect(await opened(reference)).toMatchObject({ target: 60, status: 'MET', holds: true });
  });

  it('is refused for a unit that was not there, and before anything was known', async () => {
    const ask = (facts: Record<string, unknown>) => cite(facts).then(() => 'given', String);
    expect(await ask({ unit: '99999' })).toContain('NOT_FOUND');
    expect(await ask({ knownAt: '1990-01-01T00:00:00Z' })).toContain('BAD_USER_INPUT');
    expect(await api.ask('{ figure(reference: "05503-2022-AAAAAAAAAA") { reference } }')).toEqual({ figure: null });
    expect(await api.ask('{ figure(reference: "không có") { reference } }')).toEqual({ figure: null });
  });

  it('does not hold once anybody changed it behind the product, or its event', async () => {
    const { reference, sha256 } = await cite();
    const change = (set: string) => api.db.query(`update figure set ${set} where reference = $1`, [reference]);
    await change('numerator = 1');
    expect((await opened(reference)).holds).toBe(false);
    await change(`numerator = 2, sha256 = repeat('0', 64)`);
    expect((await opened(reference)).holds).toBe(false);
    await change(`sha256 = '${sha256}'`);
    expect((await opened(reference)).holds).toBe(true);
    await api.db.query(`update ledger set numerator = 0 where unit_id =
      (select unit_id from figure where reference = '${reference}') and numerator > 0`);
    expect((await opened(reference)).holds).toBe(false);
  });

  it('cannot be changed or taken away by the server', async () => {
    const ask = (text: string) => api.app.db.query(text);
    for (const table of ['figure', 'closed_figure'])
      for (const statement of [`delete from ${table}`, `update ${table} set reference = 'X'`])
        await expect(ask(statement)).rejects.toThrow('permission denied');
  });
});

describe('the dossiers because of which a figure is another one', () => {
  const LIST = `query ($figure: ID!, $cause: ChangeCause!) { changedDossiers(figure: $figure, cause: $cause) { totalCount nodes {
    code countedThen countedNow version procedure { code } unit { code } differences { field before after } } } }`;
  type Listed = { totalCount: number; nodes: Record<string, unknown>[] };
  const list = async (figure: string, cause: string, by: Pick<Api, 'ask'> = api) =>
    (await by.ask<{ changedDossiers: Listed }>(LIST, { figure, cause })).changedDossiers;

  it('are listed by cause, each with what reads other than then', async () => {
    const { reference } = await cite();
    await api.ingest([
      scene.row(5),
      scene.row(6, { TrangThaiHoSo: '4' }),
      scene.row(1, { KenhThucHien: '1' }),
      scene.row(2, { KenhThucHien: '1', NgayKetThucXuLy: '20220401100000' }),
      scene.row(3, { NgayHenTra: '20220310100000' }),
    ]);
    const fresh = await list(reference, 'NEW');
    expect(fresh).toMatchObject({
      totalCount: 1,
      nodes: [{ countedThen: null, countedNow: 'NUMERATOR', differences: [] }],
    });
    const corrected = await list(reference, 'CORRECTED');
    expect(
      corrected.nodes.map(({ countedThen, countedNow, differences }) => [countedThen, countedNow, differences]),
    ).toEqual([
      ['NUMERATOR', 'DENOMINATOR', [{ field: 'CHANNEL', before: 'Trực tuyến', after: 'Trực tiếp' }]],
      ['DENOMINATOR', 'NOT_COUNTED', [{ field: 'FINISHED_AT', before: '01/03/2022 16:00', after: '01/04/2022 10:00' }]],
    ]);
    expect(corrected.totalCount).toBe(2);
  });

  it('are for who may read dossiers of the unit, and of causes that have any', async () => {
    const { reference } = await cite();
    const viewer = api.as(await buildAccount(api, { role: 'VIEWER', unit: '169' }));
    await expect(list(reference, 'NEW', viewer)).rejects.toThrow('FORBIDDEN');
    await expect(list(reference, 'LIST')).rejects.toThrow('BAD_USER_INPUT');
    await expect(list('05503-2022-AAAAAAAAAA', 'NEW')).rejects.toThrow('NOT_FOUND');
  });
});
