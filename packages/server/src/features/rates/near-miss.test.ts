import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';

const ORGANISATION = 'H55.164.3';
let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await nameUnits(api, { '05503': [ORGANISATION] });
  await issueTarget('164', '05503', 55);
  const rows = Array.from({ length: 9_999 }, (_, i) => row(i + 1, i < 5_499 ? '2' : '1'));
  const { result } = await api.ingest(rows.map((one) => JSON.stringify(one)).join('\n'), {
    type: 'application/x-ndjson',
  });
  expect(result).toMatchObject({ received: 9_999, created: 9_999 });
});

afterAll(() => api.close());

const row = (number: number, channel: string) =>
  dossierRow({ MaHoSo: dossierCode(ORGANISATION, number), KenhThucHien: channel });

async function issueTarget(issuer: string, unit: string, percent: number): Promise<void> {
  const made = await api.ask<{ plan: { id: string } }>(
    'mutation ($input: TargetPlanInput!) { plan: createTargetPlan(input: $input) { id } }',
    { input: { issuer, indicator: 'ONLINE_RESOLUTION_L4', year: 2022 } },
  );
  const { id } = made.plan;
  await api.ask('mutation ($id: ID!, $targets: [TargetInput!]!) { setTargets(plan: $id, targets: $targets) { id } }', {
    id,
    targets: [{ unit, percent }],
  });
  for (const to of ['SUBMITTED', 'APPROVED', 'ISSUED']) {
    await api.ask('mutation ($id: ID!, $to: PlanState!) { movePlan(plan: $id, to: $to, reason: "thử") { id } }', {
      id,
      to,
    });
  }
}

async function explained(): Promise<unknown> {
  const query = `{ explanation(indicator: "ONLINE_RESOLUTION_L4", unit: "05503", from: "2022-01-01", to: "2022-12-31") {
    comparison attainment { numerator denominator rate target status missing } } }`;
  return (await api.ask<{ explanation: unknown }>(query)).explanation;
}

it('does not call 5,499 of 9,999 met, though it rounds to 55.00, and says how many are missing', async () => {
  expect(await explained()).toEqual({
    comparison: '549.900 < 549.945',
    attainment: { numerator: 5_499, denominator: 9_999, rate: 55, target: 55, status: 'NOT_MET', missing: 1 },
  });
});

it('calls it met once one dossier more turns out to have been filed online', async () => {
  await api.ingest([row(9_999, '2')]);
  expect(await explained()).toEqual({
    comparison: '550.000 ≥ 549.945',
    attainment: { numerator: 5_500, denominator: 9_999, rate: 55.01, target: 55, status: 'MET', missing: 0 },
  });
});

it('calls exactly the target met', async () => {
  const some = Array.from({ length: 9_989 }, (_, i) => ({ ...row(i + 1, '2'), TrangThaiHoSo: '7' }));
  const rest = [1, 2].flatMap((n) => [row(10_000 + n, '2')]);
  await api.ingest([...some, ...Array.from({ length: 10 }, (_, i) => row(9_990 + i, i < 4 ? '2' : '1')), ...rest]);
  await api.ingest(Array.from({ length: 8 }, (_, i) => row(10_003 + i, i < 5 ? '2' : '3')));
  expect(await explained()).toEqual({
    comparison: '1.100 ≥ 1.100',
    attainment: { numerator: 11, denominator: 20, rate: 55, target: 55, status: 'MET', missing: 0 },
  });
});
