import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { addIndicator } from '../../../../test/indicators.ts';
import { createPlan, setTargets, type PlanSeen } from '../../../../test/plans.ts';
import { saveScenario, setInputs } from '../../../../test/scenarios.ts';

let api: Api;
let plan: PlanSeen;
let number = 0;

/** Of Sông Công (165): B took over from GONE in 2020. */
const [A, B, GONE, IDLE, CITY] = ['05506', '05509', '05524', '05512', '165'] as const;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-05-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(
    api,
    '2015-01-01',
    ['COMMUNE', 'DISTRICT'].map((tier) => ({ procedure: '2.000815', tier })),
  );
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'], [GONE]: ['H55.1.3'], [CITY]: ['H55.1'] });
  await finish('H55.1.1', '2018-05-05', { count: 9_999, online: 5_499 });
  await finish('H55.1.2', '2018-05-05', { count: 2, online: 2 });
  await finish('H55.1.3', '2018-12-31', { count: 8, online: 2 });
  await finish('H55.1', '2018-01-01', { count: 10, online: 5 });
  await finish('H55.1.2', '2019-01-01', { count: 7, online: 7 });
  await addIndicator(api, 'AT_THE_END', { eligibilityDate: 'PERIOD_END' });
});
afterAll(() => api.close());
beforeEach(async () => {
  plan = (await createPlan(api)).plan;
  return async () =>
    void (await api.db.query(
      'delete from scenario; delete from plan_input; delete from target; delete from plan_event; delete from target_plan',
    ));
});

async function finish(organisation: string, day: string, of: { count: number; online: number }): Promise<void> {
  const stamp = `${day.replaceAll('-', '')}090000`;
  await api.ingest(
    Array.from({ length: of.count }, (_none, index) =>
      dossierRow({
        MaHoSo: dossierCode(organisation, (number += 1)),
        KenhThucHien: index < of.online ? '2' : '1',
        NgayTiepNhan: stamp,
        NgayKetThucXuLy: stamp,
      }),
    ),
  );
}

interface Row {
  unit: { code: string };
  numerator: number;
  denominator: number;
  target: number | null;
  status: string;
  missing: number;
}

async function rehearsed(year: number, { scenario, id = plan.id }: { scenario?: string; id?: string } = {}) {
  const row = 'unit { code } numerator denominator target status missing';
  const { targetPlan } = await api.ask<{ targetPlan: { rehearsal: { rows: Row[]; whole: Row } } }>(
    `query ($id: ID!, $year: Int!, $scenario: ID) { targetPlan(id: $id) {
       rehearsal(year: $year, scenario: $scenario) { rows { ${row} } whole { ${row} } } } }`,
    { id, year, scenario },
  );
  const { rows, whole } = targetPlan.rehearsal;
  return { of: (code: string) => rows.find(({ unit }) => unit.code === code), whole, count: rows.length };
}

it('says who would have met the targets and by how many dossiers not, on whole numbers and through successors', async () => {
  await setTargets(api, plan.id, [
    { unit: A, percent: 55 },
    { unit: B, percent: 40 },
    { unit: IDLE, percent: 50 },
  ]);
  await setInputs(api, plan.id, { required: 55.5 });
  const { of, whole, count } = await rehearsed(2018);
  // 5,499 of 9,999 prints as 55.00 % and does not meet 55 %.
  expect(of(A)).toMatchObject({ numerator: 5499, denominator: 9999, target: 55, status: 'NOT_MET', missing: 1 });
  expect(of(B)).toMatchObject({ numerator: 4, denominator: 10, target: 40, status: 'MET', missing: 0 });
  expect(of(IDLE)).toMatchObject({ denominator: 0, status: 'NO_DOSSIERS', missing: 0 });
  expect(of('05515')).toMatchObject({ target: null, status: 'NO_DOSSIERS' });
  expect(whole).toMatchObject({ numerator: 5508, denominator: 10_019, target: 55.5, status: 'NOT_MET', missing: 53 });
  expect(count).toBe(10);
});

it('is of the year that is asked for, and may be of none', async () => {
  await setTargets(api, plan.id, [{ unit: B, percent: 100 }]);
  expect((await rehearsed(2019)).of(B)).toMatchObject({ numerator: 7, denominator: 7, status: 'MET' });
  expect((await rehearsed(2015)).of(B)).toMatchObject({ denominator: 0, status: 'NO_DOSSIERS' });
  const answer = await api.gql(`{ targetPlan(id: "${plan.id}") { rehearsal(year: 1999) { from } } }`);
  expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['year']]);
});

it('holds a scenario against it as well', async () => {
  const { data } = await saveScenario(api, {
    plan: plan.id,
    name: 'Nhẹ hơn',
    targets: [{ unit: A, percent: 54.99 }],
    inputs: { required: 50 },
  });
  const { of, whole } = await rehearsed(2018, { scenario: data?.saveScenario.id ?? '' });
  expect([of(A)?.status, of(B)?.status, whole.status]).toEqual(['MET', 'NO_TARGET', 'MET']);
});

it('counts what an indicator that looks at the end of a period counts by then', async () => {
  const other = (await createPlan(api, { indicator: 'AT_THE_END' })).plan;
  await setTargets(api, other.id, [{ unit: B, percent: 40 }]);
  expect((await rehearsed(2018, { id: other.id })).of(B)).toMatchObject({
    numerator: 4,
    denominator: 10,
    status: 'MET',
  });
});
