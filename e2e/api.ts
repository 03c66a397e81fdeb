import { expect, type APIRequestContext } from '@playwright/test';

export const INDICATOR = 'ONLINE_RESOLUTION_L4';
export const YEAR = { from: '2022-01-01', to: '2022-12-31' };

const DAY_MS = 86_400_000;
const AHEAD_MS = 7 * 3_600_000;

/** The day of so many days ago where the province is: in the evening of Greenwich it is tomorrow there. */
export function dayAgo(days: number): string {
  return new Date(Date.now() + AHEAD_MS - days * DAY_MS).toISOString().slice(0, 10);
}

/** Asks the API with the session of the page; fails the test when it answers with errors. */
export async function ask<T>(request: APIRequestContext, query: string, variables: object = {}): Promise<T> {
  const answer = await request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

export interface Attainment {
  numerator: number;
  denominator: number;
  rate: number | null;
  target: number | null;
}

export interface ApiUnit {
  code: string;
  name: string;
  aliases: string[];
  attainment: Attainment;
}

const CHILDREN = `query ($code: ID!, $indicator: ID!, $from: Date!, $to: Date!) {
  unit(code: $code, on: $to) {
    children { code name aliases attainment(indicator: $indicator, from: $from, to: $to) { numerator denominator rate target } }
  }
}`;

/** The communes of a district at the end of 2022, with their figures of that year. */
export async function communesOf(request: APIRequestContext, code: string): Promise<ApiUnit[]> {
  const variables = { code, indicator: INDICATOR, ...YEAR };
  const { unit } = await ask<{ unit: { children: ApiUnit[] } }>(request, CHILDREN, variables);
  return unit.children;
}

interface IssuedPlans {
  targetPlans: { id: string; state: string; issuer: { code: string; kind: string } }[];
  units: { nodes: { code: string; name: string }[] };
}

/** The districts that have assigned nothing for 2022, in the order of their codes. */
export async function districtsWithoutPlan(request: APIRequestContext): Promise<{ code: string; name: string }[]> {
  const { targetPlans, units } = await ask<IssuedPlans>(
    request,
    `{ targetPlans(year: 2022) { id state issuer { code kind } }
       units(on: "2022-12-31", kind: DISTRICT, first: 50) { nodes { code name } } }`,
  );
  const issuers = new Set(targetPlans.map(({ issuer }) => issuer.code));
  return units.nodes.filter(({ code }) => !issuers.has(code));
}

/** The code of a dossier that counts. */
export async function someDossier(request: APIRequestContext): Promise<string> {
  const { dossiers } = await ask<{ dossiers: { nodes: { code: string }[] } }>(
    request,
    `{ dossiers(unit: "169", indicator: "${INDICATOR}", from: "${YEAR.from}", to: "${YEAR.to}", first: 1) { nodes { code } } }`,
  );
  return dossiers.nodes[0]?.code ?? '';
}

/** A plan that one of the districts has issued. */
export async function issuedPlan(request: APIRequestContext): Promise<string> {
  const { targetPlans } = await ask<IssuedPlans>(
    request,
    '{ targetPlans(year: 2022) { id state issuer { code kind } } units(first: 1) { nodes { code name } } }',
  );
  const plan = targetPlans.find(({ state, issuer }) => state === 'ISSUED' && issuer.kind === 'DISTRICT');
  expect(plan, 'a plan issued by a district').toBeDefined();
  return plan?.id ?? '';
}

/** The draft for the last district without an issued plan: begun by whoever asks first, and shared. */
export async function draftPlan(request: APIRequestContext): Promise<string> {
  const { targetPlans } = await ask<IssuedPlans>(
    request,
    '{ targetPlans(year: 2022) { id state issuer { code kind } } units(first: 1) { nodes { code name } } }',
  );
  const draft = targetPlans.find(({ state }) => state === 'DRAFT');
  if (draft) return draft.id;
  const district = (await districtsWithoutPlan(request)).at(-1);
  const { createTargetPlan } = await ask<{ createTargetPlan: { id: string } }>(
    request,
    'mutation ($input: TargetPlanInput!) { createTargetPlan(input: $input) { id } }',
    { input: { issuer: district?.code, indicator: INDICATOR, year: 2022 } },
  );
  return createTargetPlan.id;
}

/** The reference of a district's figure of March 2022, cited if nobody has yet. */
export async function citedFigure(request: APIRequestContext): Promise<string> {
  const { citeFigure } = await ask<{ citeFigure: { reference: string } }>(
    request,
    `mutation { citeFigure(indicator: "${INDICATOR}", unit: "169", from: "2022-03-01", to: "2022-03-31") { reference } }`,
  );
  return citeFigure.reference;
}

/** A difficulty that a unit has, reported if none was yet. */
export async function someDifficulty(request: APIRequestContext): Promise<string> {
  const { difficulties } = await ask<{ difficulties: { nodes: { id: string }[] } }>(
    request,
    '{ difficulties(first: 1) { nodes { id } } }',
  );
  const known = difficulties.nodes[0]?.id;
  if (known !== undefined) return known;
  const { reportDifficulty } = await ask<{ reportDifficulty: { id: string } }>(
    request,
    `mutation { reportDifficulty(input: { unit: "169", cause: DATA, text: "Chưa nối được với kho dữ liệu dân cư." }) { id } }`,
  );
  return reportDifficulty.id;
}

/** A connected system with an outage and an incident. */
export async function someSystem(request: APIRequestContext): Promise<string> {
  const { connectedSystems } = await ask<{ connectedSystems: { id: string; outages: { id: string }[] }[] }>(
    request,
    '{ connectedSystems { id outages { id } } }',
  );
  const known = connectedSystems.find(({ outages }) => outages.length > 0)?.id;
  if (known !== undefined) return known;
  const save = 'mutation ($name: String!) { saveConnectedSystem(input: { name: $name, kind: OTHER }) { id } }';
  const variables = { name: `Hệ thống thử ${Date.now()}` };
  const { id } = (await ask<{ saveConnectedSystem: { id: string } }>(request, save, variables)).saveConnectedSystem;
  const began = `${dayAgo(7)}T01:00:00Z`;
  await ask(
    request,
    `mutation { declareOutage(input: { system: "${id}", kind: REPORTED, begunAt: "${began}", endedAt: "${dayAgo(7)}T03:00:00Z", reason: "Mất điện." }) { id } }`,
  );
  await ask(
    request,
    `mutation { recordIncident(input: { system: "${id}", level: ORDINARY, noticedAt: "${began}", text: "Bị dò mật khẩu." }) { id } }`,
  );
  return id;
}

/** An inspection that is under way, with a sample and a finding; held if none was yet. */
export async function someInspection(request: APIRequestContext): Promise<string> {
  const { inspections, me } = await ask<{ inspections: { nodes: { id: string }[] }; me: { id: string } }>(
    request,
    '{ inspections(first: 1, state: UNDER_WAY) { nodes { id } } me { id } }',
  );
  const known = inspections.nodes[0]?.id;
  if (known !== undefined) return known;
  const input = {
    ...{ leadUnit: '19', title: 'Kiểm tra tiếp nhận hồ sơ trực tuyến', purpose: 'Đối chiếu số liệu với hồ sơ.' },
    ...{ decisionNumber: '812/QĐ-UBND', decisionOn: '2022-09-01', from: '2022-09-12', to: '2022-09-16' },
    ...{ indicator: INDICATOR, figuresFrom: '2022-01-01', figuresTo: '2022-08-31' },
    ...{ units: ['169', '05680'], members: [me.id], lead: me.id },
  };
  const plan = 'mutation ($input: InspectionInput!) { planInspection(input: $input) { id } }';
  const { id } = (await ask<{ planInspection: { id: string } }>(request, plan, { input })).planInspection;
  for (const [at, move] of ['ANNOUNCED', 'BEGUN'].entries())
    await ask(request, `mutation { moveInspection(id: "${id}", move: ${move}, expectedVersion: ${at + 1}) { id } }`);
  const of = `inspection: "${id}", unit: "169"`;
  await ask(
    request,
    `mutation { recordFinding(input: { ${of}, severity: SERIOUS, dueOn: "2022-10-01", text: "Hồ sơ giấy nhập lại." }) { id } }`,
  );
  const asked = `${of}, indicator: "${INDICATOR}", list: NUMERATOR, from: "2022-01-01", to: "2022-08-31", size: 5`;
  const { sealSample } = await ask<{ sealSample: { inspected: { samples: { id: string }[] }[] } }>(
    request,
    `mutation { sealSample(input: { ${asked} }) { inspected { samples { id } } } }`,
  );
  const sample = sealSample.inspected.flatMap(({ samples }) => samples)[0]?.id ?? '';
  await ask(request, `mutation { drawSample(sample: "${sample}") { id } }`);
  return id;
}

/** A report to the chairman of May 2022, drawn up if there was none. */
export async function someReport(request: APIRequestContext): Promise<string> {
  const { reports } = await ask<{ reports: { id: string; from: string }[] }>(request, '{ reports { id from } }');
  const known = reports.find(({ from }) => from === '2022-05-01')?.id;
  if (known !== undefined) return known;
  const { createReport } = await ask<{ createReport: { id: string } }>(
    request,
    'mutation ($input: ReportInput!) { createReport(input: $input) { id } }',
    { input: { kind: 'MONTHLY', indicator: INDICATOR, from: '2022-05-01', to: '2022-05-31' } },
  );
  return createReport.id;
}
