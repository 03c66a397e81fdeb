import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import { statementsOf } from '../../test/count-queries.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../test/factories.ts';

let api: Api;

const INDICATOR = 'indicator: "ONLINE_RESOLUTION_L4"';
const YEAR = `${INDICATOR}, from: "2022-01-01", to: "2022-12-31"`;
const CODES = ['2.000815', '1.000689', '2.001234', '1.000002', '1.000003', '1.000004'];

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-11-15T05:00:00Z') });
  await saveProcedures(api, ...CODES);
  for (const [index, procedure] of CODES.entries()) await amendList(api, `2021-0${index + 1}-01`, [{ procedure }]);
  await amendList(
    api,
    '2021-08-01',
    CODES.map((procedure) => ({ procedure })),
    'QD900',
  );
  await nameUnits(api, { '05503': ['H55.900.01'], '05506': ['H55.900.02'], '05509': ['H55.901.01'] });
  const rows = ['H55.900.01', 'H55.900.02', 'H55.901.01'].flatMap((organisation) =>
    CODES.map((MaTTHC, number) => dossierRow({ MaHoSo: dossierCode(organisation, number), MaTTHC })),
  );
  for (const row of rows) await api.ingest([row]);
  for (let number = 0; number < 6; number++) await api.ingest([dossierRow({ MaHoSo: dossierCode('H55.777', number) })]);
  await buildPlans();
});
afterAll(() => api.close());

/** Plans of three years and of several issuers, with and without a decision, issued and in draft. */
async function buildPlans(): Promise<void> {
  const create = 'mutation ($input: TargetPlanInput!) { createTargetPlan(input: $input) { id } }';
  for (const issuer of ['19', '164', '165', '167']) {
    for (const year of [2021, 2022, 2023]) {
      const decision = { number: `${year}/${issuer}`, issuedOn: `${year}-02-03` };
      const input = { issuer, indicator: 'ONLINE_RESOLUTION_L4', year, ...(issuer !== '165' && { decision }) };
      const { createTargetPlan: plan } = await api.ask<{ createTargetPlan: { id: string } }>(create, { input });
      const cascade = `mutation { cascadeTargets(plan: "${plan.id}", method: UNIFORM, options: { required: 55 }) { feasible } }`;
      await api.ask(cascade);
      if (issuer === '164') continue;
      for (const to of ['SUBMITTED', 'APPROVED', 'ISSUED'])
        await api.ask(`mutation { movePlan(plan: "${plan.id}", to: ${to}, reason: "Theo quyết định.") { id } }`);
    }
  }
}

/** A question for few and for many rows, and where the rows stand in the answer. */
interface Case {
  what: string;
  few: string;
  many: string;
  rows: (data: never) => unknown[];
}

const paged = (what: string, question: (first: number) => string, rows: Case['rows']): Case => ({
  what,
  few: question(2),
  many: question(200),
  rows,
});

const UNIT = `id code parent { code name } children { code } aliases codeIsOfficial`;
const HISTORY = `versions { code parent { code } } predecessors { unit { code } } successors { unit { code parent { code } } }`;
const ENTRY = `tier level list { code name } procedure { code name } openedBy { number issuer { code } } closedBy { number }`;
const PLAN = `id issuer { code parent { code } } indicator { code list { code } } decision { number issuer { code } } amends { id }
  targets { unit { code parent { code } } percent } required basisFrom basisTo
  children { unit { code } volume baseline target { percent } }
  rollUp { achieved missingUnits { code } } events { what by }`;

const LINES = `number amendments { changes { locator unit { code } procedure { code } } }`;
const EFFECT = `added { ${ENTRY} } effect(${YEAR}) { statusChanges units { unit { code parent { code } } before { rate } after { rate } } }`;

const cases: Case[] = [
  paged(
    'units with attainment, series, parent, children, aliases and history',
    (first) =>
      `{ units(on: "2022-12-31", first: ${first}) { totalCount nodes { ${UNIT} ${HISTORY} attainment(${YEAR}) { rate target }
         series(${YEAR}) { numerator } } } }`,
    ({ units }: { units: { nodes: [] } }) => units.nodes,
  ),
  paged(
    'procedures with the entries of every list',
    (first) => `{ procedures(first: ${first}) { totalCount nodes { code listEntries { ${ENTRY} } } } }`,
    ({ procedures }: { procedures: { nodes: [] } }) => procedures.nodes,
  ),
  paged(
    'procedures with their texts, lines on being in force and replacements',
    (first) =>
      `{ procedures(first: ${first}) { totalCount nodes { code textDays force { action decision { number } } replacedBy { code } replaces { code } } } }`,
    ({ procedures }: { procedures: { nodes: [] } }) => procedures.nodes,
  ),
  paged(
    'list entries with procedure and decisions',
    (first) => `{ serviceList(code: "QD402") { entries(first: ${first}) { totalCount nodes { ${ENTRY} } } } }`,
    ({ serviceList }: { serviceList: { entries: { nodes: [] } } }) => serviceList.entries.nodes,
  ),
  paged(
    'dossiers with procedure and unit',
    (first) =>
      `{ dossiers(${YEAR}, unit: "19", first: ${first}) { totalCount nodes { code reason procedure { code listEntries { level } } unit { code parent { code } } } } }`,
    ({ dossiers }: { dossiers: { nodes: [] } }) => dossiers.nodes,
  ),
  paged(
    'quarantine with batch',
    (first) => `{ quarantine(first: ${first}) { totalCount nodes { row field batch { id at by openRows } } } }`,
    ({ quarantine }: { quarantine: { nodes: [] } }) => quarantine.nodes,
  ),
  paged(
    'receipts',
    (first) => `{ ingestBatches(first: ${first}) { totalCount nodes { id at by openRows } } }`,
    ({ ingestBatches }: { ingestBatches: { nodes: [] } }) => ingestBatches.nodes,
  ),
  paged(
    'decisions with files, plans and the lists that they changed',
    (first) =>
      `{ decisions(year: 2021, first: ${first}) { totalCount nodes { number issuer { code } files { name } plans { year issuer { code } } amendments { added list { code } } } } }`,
    ({ decisions }: { decisions: { nodes: [] } }) => decisions.nodes,
  ),
  {
    what: 'decisions with their lines',
    few: `{ decisions(year: 2021, first: 1) { nodes { ${LINES} } } }`,
    many: `{ decisions(year: 2021, first: 5) { nodes { ${LINES} } } }`,
    rows: ({ decisions }: { decisions: { nodes: [] } }) => decisions.nodes,
  },
  paged(
    'what is listed without a dossier',
    (first) =>
      `{ listCoverage(list: "QD402", from: "2020-01-01", to: "2021-12-31", kind: LISTED_WITHOUT_DOSSIER, first: ${first}) { nodes { procedure { code } unit { code } } } }`,
    ({ listCoverage }: { listCoverage: { nodes: [] } }) => listCoverage.nodes,
  ),
  {
    what: 'the effect of a difference on every unit',
    few: `{ serviceListDiff(list: "QD402", from: "2021-05-15", to: "2022-12-31") { ${EFFECT} } }`,
    many: `{ serviceListDiff(list: "QD402", from: "2020-01-01", to: "2022-12-31") { ${EFFECT} } }`,
    rows: ({ serviceListDiff }: { serviceListDiff: { added: []; effect: { units: [] } } }) => [
      ...serviceListDiff.added,
      ...serviceListDiff.effect.units,
    ],
  },
  {
    what: 'attainments with unit and parent',
    few: `{ attainments(${YEAR}, kind: PROVINCE) { rate unit { ${UNIT} } } }`,
    many: `{ attainments(${YEAR}) { rate unit { ${UNIT} } } }`,
    rows: ({ attainments }: { attainments: [] }) => attainments,
  },
  {
    what: 'plans with targets, children, roll-up and events',
    // Of either kind at least one: issued ones show what was kept, a draft what is known now.
    few: `{ targetPlans(year: 2022) { ${PLAN} } }`,
    many: `{ targetPlans { ${PLAN} } }`,
    rows: ({ targetPlans }: { targetPlans: [] }) => targetPlans,
  },
  {
    what: 'the fields of the catalogue',
    few: '{ procedureFields(inForceOn: "1900-01-01") { field count } procedures(first: 1) { nodes { code } } }',
    many: '{ procedureFields { field count } procedures { nodes { code } } }',
    rows: ({ procedures }: { procedures: { nodes: [] } }) => procedures.nodes,
  },
];

describe('a question about a list', () => {
  it.each(cases)('asks for $what with as many statements for many rows as for few', async ({ few, many, rows }) => {
    const asked = async (query: string) => {
      let data: unknown;
      const statements = await statementsOf(async () => (data = await api.ask(query)));
      return { statements, count: rows(data as never).length };
    };
    await asked(few);
    const [small, large] = [await asked(few), await asked(many)];
    expect(large.count).toBeGreaterThan(small.count);
    expect(large.statements.sort()).toEqual(small.statements.sort());
  });

  it('asks for every list with entries and amendments at once', async () => {
    const one = `code entries { nodes { ${ENTRY} } } entryCount amendments { decision { number } changes { procedure { code } } } decisions { number issuer { code } }`;
    const single = await statementsOf(() => api.ask(`{ serviceList(code: "QD402") { ${one} } }`));
    const all = await statementsOf(() => api.ask(`{ serviceLists { ${one} } }`));
    expect(all).toHaveLength(single.length);
  });
});
