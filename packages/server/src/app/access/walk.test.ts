import { basename } from 'node:path';
import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Answer, Caller } from '../../../test/caller.ts';
import { temporaryFolder } from '../../../test/backups.ts';
import { amendList, buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { watchFacts, type FactsWatch } from '../../../test/facts.ts';
import { TEST_KEY } from '../../../test/second-factor.ts';
import { createPlan, issuePlan, movePlan } from '../../../test/plans.ts';
import { ADMIN } from '../../../test/test-config.ts';
import { all, CALLERS, COMMUNE, LEFT_OUT, OPEN, PLACE, PROVINCE, type Case, type Who } from '../../../test/walk.ts';
import { catalogueCases } from '../../../test/walk-catalogue.ts';
import { planCases } from '../../../test/walk-plans.ts';
import { deskCases } from '../../../test/walk-desk.ts';
import { viewCases } from '../../../test/walk-views.ts';
import { urgingCases } from '../../../test/walk-urging.ts';
import { pullCases } from '../../../test/walk-pulls.ts';
import { sourceCases } from '../../../test/walk-sources.ts';
import { importCases } from '../../../test/walk-imports.ts';
import { accountCases, prepareAccounts } from '../../../test/walk-accounts.ts';
import { workEnded } from '../../../test/work-ended.ts';
import { backupFolder } from '../../features/backup/backup-folder.ts';
import { takeBackup } from '../../features/backup/take-backup.ts';
import { buildProductSchema } from '../schema.ts';
import { GUARDED_TYPES, RULES } from './rules.ts';

let api: Api;
let watch: FactsWatch;
const [callers, usernames] = [new Map<Who, Caller>(), new Map<Who, string>()];
const passwords = new Map<Who, string>([['province', ADMIN.password]]);
const ids = { step: '', draft: '', issued: '', batch: '', row: '', backup: '', decision: '' };
const { folder, remove } = temporaryFolder();
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  api = await openApi({ keeps: true, config: { dataDir: folder, secretsKey: TEST_KEY } });
  watch = await watchFacts(api);
  await nameUnits(api, { '05503': ['H55.164.3'], '05680': ['H55.169.3'] });
  await saveProcedures(api, { code: '2.000899' });
  const { catalogueSteps } = await api.ask<{ catalogueSteps: { nodes: { id: string }[] } }>(
    '{ catalogueSteps { nodes { id } } }',
  );
  ids.step = catalogueSteps.nodes[0]?.id ?? '';
  await saveProcedures(api, { code: '2.000815', field: 'Hộ tịch' });
  for (const code of ['2.000815', '2.000816', '2.000817'])
    await api.ask(
      `mutation { saveProcedureDraft(input: { code: "${code}", name: "Nháp", tiers: [COMMUNE] }) { code } }`,
    );
  const administrator = { role: 'ADMINISTRATOR' };
  const accounts: Record<Exclude<Who, 'province'>, Parameters<typeof buildAccount>[1]> = {
    none: {},
    expired: { ...administrator, to: day(-2) },
    early: { ...administrator, from: day(2) },
    sibling: { ...administrator, unit: '169' },
    child: { ...administrator, unit: '05503' },
    inside: { ...administrator, unit: '164' },
    looking: { role: 'VIEWER', unit: '164' },
  };
  for (const [who, facts] of Object.entries(accounts) as [Who, Parameters<typeof buildAccount>[1]][]) {
    const account = await buildAccount(api, facts);
    passwords.set(who, account.password);
    usernames.set(who, account.username);
    callers.set(who, api.as(account));
  }
  callers.set('province', api);
  await prepareAccounts(api);
  await amendList(api, '2021-01-01', [{ procedure: '2.000815', tier: 'DISTRICT' }]);
  const { decisions } = await api.ask<{ decisions: { nodes: { id: string }[] } }>('{ decisions { nodes { id } } }');
  ids.decision = decisions.nodes[0]?.id ?? '';
  await api.ask(
    'mutation { saveView(input: { place: "procedures", name: "Mọi người", state: "", shared: true }) { id } }',
  );
  const receipt = await api.ingest([
    dossierRow({ MaHoSo: 'H55.164.3-220301-0001' }),
    { MaHoSo: 'H55.164.3-220301-0002' },
  ]);
  ids.batch = receipt.result.batch;
  const { quarantine } = await api.ask<{ quarantine: { nodes: { id: string }[] } }>('{ quarantine { nodes { id } } }');
  ids.row = quarantine.nodes[0]?.id ?? '';
  const made = await takeBackup({ url: api.databaseUrl, folder: backupFolder(folder), origin: 'command' });
  ids.backup = basename(made.file);
  ids.draft = (await createPlan(api, { issuer: '164', year: 2022 })).plan.id;
  ids.issued = (
    await issuePlan(api, { issuer: '164', year: 2021 }, [{ unit: '05503', percent: 50 }], {
      number: '2/QĐ-UBND',
      issuedOn: '2021-01-05',
    })
  ).id;
});
afterAll(async () => {
  await workEnded(api.app);
  await watch.close().then(() => api.close());
  remove();
});

const PERIOD = 'indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31"';
const plan = () => ({ plan: ids.draft });

/** Every root field. A field that is not here fails the walk. */
const CASES: Record<string, Case | Record<string, Case>> = {
  ...accountCases(() => api, { callers, passwords }),
  ...importCases(() => api),
  ...pullCases(() => api),
  ...urgingCases(() => api),
  ...sourceCases(() => api),
  ...catalogueCases(ids),
  ...viewCases(() => api, usernames),
  ...planCases(() => api, ids),
  'Query.me': { query: '{ me { id } }', expected: OPEN },
  'Query.unit': { query: '{ unit(code: "05503") { id } }', expected: OPEN },
  'Query.units': { query: '{ units { nodes { id } } }', expected: OPEN },
  'Query.procedure': { query: '{ procedure(code: "2.000815") { code } }', expected: OPEN },
  'Query.procedures': { query: '{ procedures { nodes { code } } }', expected: OPEN },
  'Query.procedureFields': { query: '{ procedureFields { count } }', expected: OPEN },
  'Query.indicator': { query: '{ indicator(code: "ONLINE_RESOLUTION_L4") { code } }', expected: OPEN },
  'Query.indicators': { query: '{ indicators { code } }', expected: OPEN },
  'Query.attainments': { query: `{ attainments(${PERIOD}) { numerator } }`, expected: OPEN },
  'Query.explanation': { query: `{ explanation(unit: "05503", ${PERIOD}) { notCounted } }`, expected: OPEN },
  'Query.dataStatus': { query: '{ dataStatus { dossiers } }', expected: OPEN },
  'Query.dossiers': {
    'of the city': {
      query: `{ dossiers(unit: "164", ${PERIOD}) { nodes { code } } }`,
      expected: { ...PLACE, looking: 'given' },
    },
    'of the commune': {
      query: `{ dossiers(unit: "05503", ${PERIOD}) { nodes { code } } }`,
      expected: { ...PLACE, looking: 'given', child: 'given' },
    },
  },
  'Query.quarantine': { query: '{ quarantine { nodes { id } } }', expected: { ...LEFT_OUT, child: 'given' } },
  'Query.ingestBatch': {
    query: 'query ($batch: ID!) { ingestBatch(id: $batch) { id } }',
    variables: () => ({ batch: ids.batch }),
    expected: { ...all('left out'), province: 'given' },
  },
  'Query.ingestBatches': {
    query: '{ ingestBatches { nodes { id } } }',
    expected: { ...all('left out'), province: 'given' },
  },
  'Query.targetPlan': {
    'a draft': {
      query: 'query ($plan: ID!) { targetPlan(id: $plan) { id } }',
      variables: plan,
      expected: LEFT_OUT,
    },
    'an issued one': {
      query: 'query ($plan: ID!) { targetPlan(id: $plan) { id } }',
      variables: () => ({ plan: ids.issued }),
      expected: OPEN,
    },
  },
  'Query.targetPlans': {
    drafts: { query: '{ targetPlans(year: 2022) { id } }', expected: LEFT_OUT },
    'issued ones': { query: '{ targetPlans(year: 2021) { id } }', expected: OPEN },
  },
  'Query.auditTrail': {
    'of the city': {
      query: 'query ($about: ID!) { auditTrail(about: $about) { nodes { seq } } }',
      variables: () => ({ about: `PLAN:${ids.draft}` }),
      expected: LEFT_OUT,
    },
    'of the commune': {
      query: '{ auditTrail(about: "UNIT:05503") { nodes { seq } } }',
      expected: { ...LEFT_OUT, child: 'given' },
    },
    'of the province': {
      query: '{ auditTrail(about: "PROCEDURE:2.000815") { nodes { seq } } }',
      expected: { ...all('left out'), province: 'given' },
    },
  },
  'Query.auditActs': { query: '{ auditActs { act } }', expected: OPEN },
  'Query.auditChain': { query: '{ auditChain { rows } }', expected: PROVINCE },
  'Query.systemHealth': { query: '{ systemHealth { version } }', expected: PROVINCE },
  'Query.backups': { query: '{ backups { count } }', expected: PROVINCE },
  'Mutation.checkBackup': {
    query: 'mutation ($name: String!) { checkBackup(name: $name) { count } }',
    variables: () => ({ name: ids.backup }),
    expected: PROVINCE,
  },
  'Mutation.verifyAuditTrail': { query: 'mutation { verifyAuditTrail { rows } }', expected: PROVINCE },
  'Mutation.startBackup': { query: 'mutation { startBackup { count } }', expected: PROVINCE },
  'Mutation.saveProcedures': {
    query: 'mutation { saveProcedures(input: [{ code: "2.000816", name: "Tên", tiers: [COMMUNE] }]) { code } }',
    expected: PROVINCE,
  },
  'Mutation.saveProcedureDraft': {
    query: 'mutation { saveProcedureDraft(input: { code: "2.000815", name: "Nháp", tiers: [] }) { code } }',
    expected: PROVINCE,
  },
  'Mutation.publishProcedureDraft': {
    query: 'mutation { publishProcedureDraft(code: "2.000817") { code } }',
    expected: PROVINCE,
  },
  'Mutation.dropProcedureDraft': {
    query: 'mutation { dropProcedureDraft(code: "2.000816") }',
    expected: PROVINCE,
  },
  'Mutation.previewForce': {
    query: `mutation { previewForce(input: { decision: { number: "1", issuedOn: "2022-01-01" },
      changes: [{ action: AMENDED, procedure: "2.000815" }] }) { procedures { code } } }`,
    expected: PROVINCE,
  },
  'Mutation.changeForce': {
    query: `mutation { changeForce(input: { decision: { number: "1", issuedOn: "2022-01-01" },
      changes: [{ action: AMENDED, procedure: "2.000815" }] }) { code } }`,
    expected: PROVINCE,
  },
  'Mutation.restoreProcedure': {
    query: 'mutation { restoreProcedure(code: "2.000815", version: 1) { code } }',
    expected: PROVINCE,
  },
  'Mutation.undoStep': {
    query: 'mutation ($id: ID!) { undoStep(id: $id) { id } }',
    variables: () => ({ id: ids.step }),
    expected: PROVINCE,
  },
  'Mutation.amendServiceList': {
    query: `mutation { amendServiceList(input: { list: "QD402", decision: { number: "1", issuedOn: "2022-01-01" },
      changes: [{ action: ADD, procedure: "2.000815", tier: COMMUNE, level: LEVEL_4 }] }) { code } }`,
    expected: PROVINCE,
  },
  'Mutation.saveDecision': {
    query: 'mutation ($id: ID!) { saveDecision(input: { id: $id, number: "9", issuedOn: "2021-01-01" }) { version } }',
    variables: () => ({ id: ids.decision }),
    expected: PROVINCE,
  },
  'Mutation.setUnitAliases': {
    query: 'mutation { setUnitAliases(unit: "05503", aliases: ["H55.164.3"]) { code } }',
    expected: PROVINCE,
  },
  'Mutation.createTargetPlan': {
    query: `mutation { createTargetPlan(input: { issuer: "164", indicator: "ONLINE_RESOLUTION_L4", year: 2023 }) { id } }`,
    expected: PLACE,
  },
  'Mutation.setTargets': {
    query: 'mutation ($plan: ID!) { setTargets(plan: $plan, targets: [{ unit: "05503", percent: 50 }]) { id } }',
    variables: plan,
    expected: PLACE,
  },
  'Mutation.clearTargets': {
    query: 'mutation ($plan: ID!) { clearTargets(plan: $plan, units: ["05503"]) { id } }',
    variables: plan,
    expected: PLACE,
  },
  'Mutation.cascadeTargets': {
    query:
      'mutation ($plan: ID!) { cascadeTargets(plan: $plan, method: UNIFORM, preview: true, options: { required: 50 }) { achieved } }',
    variables: plan,
    expected: PLACE,
  },
  'Mutation.setMilestones': {
    query: 'mutation ($plan: ID!) { setMilestones(plan: $plan, marks: [{ unit: "05503", month: 1 }]) { id } }',
    variables: plan,
    expected: PLACE,
  },
  'Mutation.movePlan': {
    query: 'mutation ($plan: ID!) { movePlan(plan: $plan, to: SUBMITTED) { id } }',
    variables: plan,
    expected: PLACE,
  },
  'Mutation.retryQuarantined': {
    query: 'mutation { retryQuarantined { received } }',
    expected: { ...PLACE, child: 'given', sibling: 'left out' },
  },
  'Mutation.mendQuarantined': {
    query: 'mutation ($row: ID!) { mendQuarantined(id: $row, fields: { KenhThucHien: "1" }) { received } }',
    variables: () => ({ row: ids.row }),
    expected: COMMUNE,
  },
  'Mutation.discardQuarantined': {
    query: 'mutation ($batch: ID!) { discardQuarantined(batch: $batch) }',
    variables: () => ({ batch: ids.batch }),
    expected: COMMUNE,
  },
  ...deskCases(() => api),
};

const cases = Object.entries(CASES).flatMap(([field, one]) => {
  const named: [string, Case][] =
    'query' in one ? [[field, one as Case]] : Object.entries(one).map(([name, each]) => [`${field}, ${name}`, each]);
  return named.flatMap(([name, each]) =>
    CALLERS.map((who) => ({ name, who, outcome: each.expected[who], case: each })),
  );
});

/** Nothing of it: null, an empty list or page, or nothing tried. */
function isNothing(value: unknown): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return true;
  if (typeof value !== 'object') return false;
  return 'nodes' in value ? isNothing(value.nodes) : 'received' in value && value.received === 0;
}

function outcomeOf(answer: Answer<Record<string, unknown>>): string {
  if (answer.code) return answer.code;
  return Object.values(answer.data ?? {}).every(isNothing) ? 'left out' : 'given';
}

describe('the walk over every query and mutation', () => {
  it('leaves no field out', async () => {
    const schema = await buildProductSchema();
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`),
    );
    expect(Object.keys(CASES).sort()).toEqual(fields.sort());
    const rules = Object.entries(RULES).flatMap(([type, rule]) => Object.keys(rule).map((name) => `${type}.${name}`));
    expect(rules.sort()).toEqual(fields);
  });

  it.each(cases)('$name: to $who $outcome', async ({ who, outcome, case: { query, variables } }) => {
    const caller = callers.get(who);
    if (!caller) throw new Error(`nobody is ${who}`);
    const answer = await caller.gql(query, (await variables?.(who)) ?? {});
    const refusal = outcome === 'CONFLICT' ? (answer.errors[0]?.message ?? '') : null;
    const said = outcome === 'FORBIDDEN' ? 'Tài khoản này không được làm việc đó ở đây.' : refusal;
    expect([outcomeOf(answer), answer.errors[0]?.message ?? null]).toEqual([outcome, said]);
    if (who === 'province' && query.startsWith('mutation') && answer.data) await watch.compare();
    // What was moved on is put back, so that the next caller finds what this one found.
    if (query.includes('movePlan') && answer.data) await movePlan(api, ids.draft, 'DRAFT', { reason: 'Trả lại.' });
    if (query.includes('createTargetPlan') && answer.data)
      await api.db.query(
        `with gone as (select id from target_plan where year = 2023), e as (delete from plan_event where plan_id in (select id from gone))
         delete from target_plan where year = 2023`,
      );
  });

  it.each(Object.entries(CASES))('%s: refused before the first change of a password', async (field, one) => {
    const [{ query, variables }] = ('query' in one ? [one as Case] : Object.values(one)) as [Case];
    const given = (await variables?.('province')) ?? {};
    await api.db.query('update account set must_change = true where id = 1');
    const answer = await api.gql(query, given);
    await api.db.query('update account set must_change = false where id = 1');
    const mayStill = ['Query.me', 'Mutation.changePassword'].includes(field);
    expect([answer.code, answer.errors[0]?.message]).toEqual(
      mayStill ? [undefined, undefined] : ['FORBIDDEN', 'Cần đổi mật khẩu trước.'],
    );
  });

  it.each(['TOTP', 'ENROL'])('refuses every field in the stage %s, but for what belongs to it', async (stage) => {
    const account = await buildAccount(api, { role: 'ADMINISTRATOR' });
    const caller = api.as(account);
    const { me } = await caller.ask<{ me: { id: string } }>('{ me { id } }');
    if (stage === 'TOTP') await api.db.query(`update session set stage = 'TOTP' where account_id = $1`, [me.id]);
    else api.app.config.requireSecondFactor = ['ADMINISTRATOR'];
    const refused: string[] = [];
    for (const [field, one] of Object.entries(CASES)) {
      const [{ query, variables }] = ('query' in one ? [one as Case] : Object.values(one)) as [Case];
      api.app.config.requireSecondFactor = [];
      const password = passwords.get('province') ?? '';
      const given = (await variables?.('province')) ?? {};
      // Nothing of it is done: what is to become of a password does not.
      passwords.set('province', password);
      if (stage === 'ENROL') api.app.config.requireSecondFactor = ['ADMINISTRATOR'];
      const { code, errors } = await caller.gql(query, given);
      if (code === 'FORBIDDEN' && errors[0]?.extensions?.['stage'] === stage) refused.push(field);
    }
    api.app.config.requireSecondFactor = [];
    const open =
      stage === 'TOTP'
        ? []
        : ['changePassword', 'revokeSession', 'revokeOtherSessions', 'offerSecondFactor', 'confirmSecondFactor'];
    const closed = Object.keys(CASES).filter((field) => !['me', ...open].includes(field.replace(/^\w+\./, '')));
    expect(refused).toEqual(closed);
  });

  it.each(CALLERS)(
    'lets %s keep a file only for the province, and read one that belongs to a decision',
    async (who) => {
      const caller = callers.get(who);
      if (!caller) throw new Error(`nobody is ${who}`);
      const mine = Buffer.from(`%PDF-1.7 of ${who}`);
      const kept = await caller.raw({ method: 'POST', url: '/files', payload: mine });
      expect(kept.statusCode).toBe(who === 'province' ? 200 : 403);
      const { sha256 } = (await api.raw({ method: 'POST', url: '/files', payload: mine })).json<{ sha256: string }>();
      const look = async () => (await caller.raw({ method: 'GET', url: `/files/${sha256}` })).statusCode;
      expect(await look()).toBe(who === 'province' ? 200 : 404);
      const attach = 'mutation ($input: DecisionHeaderInput!) { saveDecision(input: $input) { files { sha256 } } }';
      const input = { id: ids.decision, number: '9', issuedOn: '2021-01-01', files: [{ sha256 }] };
      await api.ask(attach, { input });
      expect(await look()).toBe(200);
      expect((await api.server.inject({ method: 'GET', url: `/files/${sha256}` })).statusCode).toBe(401);
      expect((await api.server.inject({ method: 'POST', url: '/files', payload: mine })).statusCode).toBe(401);
    },
  );

  it('finds no other way to what is guarded', async () => {
    const schema = await buildProductSchema();
    const ways: Partial<Record<string, string[]>> = {};
    for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
      for (const field of Object.values(type.getFields())) {
        const reached = getNamedType(field.type).name;
        if (reached in GUARDED_TYPES) (ways[reached] ??= []).push(`${type.name}.${field.name}`);
      }
    }
    const sorted = (record: Readonly<Partial<Record<string, readonly string[]>>>) =>
      Object.fromEntries(Object.entries(record).map(([type, fields = []]) => [type, [...fields].sort()]));
    expect(sorted(ways)).toEqual(sorted(GUARDED_TYPES));
  });
});
