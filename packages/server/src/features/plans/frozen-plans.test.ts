import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, setTargets, type PlanSeen } from '../../../test/plans.ts';

let api: Api;
let year = 2023;
let number = 0;

/** The district 173 with its commune: 16 dossiers before the years of all plans here, 8 of them online. */
const [DISTRICT, COMMUNE] = ['173', '05908'] as const;
const REASON = { reason: 'Theo quyết định.' };

beforeAll(async () => {
  api = await openApi({ now: new Date('2023-05-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(
    api,
    '2015-01-01',
    ['COMMUNE', 'DISTRICT', 'PROVINCE'].map((tier) => ({ procedure: '2.000815', tier })),
  );
  await nameUnits(api, { [COMMUNE]: ['H55.4.1'] });
  await finish('2020-12-31', 16, 8);
});
afterAll(() => api.close());

/** Takes in dossiers that the commune finished on a day, the first of them online. */
async function finish(day: string, count: number, online: number): Promise<void> {
  const stamp = `${day.replaceAll('-', '')}090000`;
  const rows = Array.from({ length: count }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode('H55.4.1', (number += 1)),
      MaTTHC: '2.000815',
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: stamp,
      NgayKetThucXuLy: stamp,
    }),
  );
  expect((await api.ingest(rows)).result.created).toBe(count);
}

interface Seen {
  state: string;
  basisFrozen: boolean;
  required: number | null;
  children: { unit: { code: string; name: string }; volume: number; baseline: number | null }[];
  rollUp: { required: number | null; achieved: number | null; feasible: boolean };
}

async function seen({ id }: { id: string }): Promise<Seen> {
  const fields = `state basisFrozen required children { unit { code name } volume baseline } rollUp { required achieved feasible }`;
  return (await api.ask<{ targetPlan: Seen }>(`{ targetPlan(id: "${id}") { ${fields} } }`)).targetPlan;
}

const volumes = ({ children }: Seen) =>
  children.filter(({ volume }) => volume > 0).map(({ unit, volume, baseline }) => [unit.code, volume, baseline]);

/** The province gives the district an item for a year of its own; the district has a draft that gives its commune as much. */
async function given(percent: number): Promise<{ parent: PlanSeen; draft: PlanSeen }> {
  year += 1;
  const parent = await issuePlan(api, { issuer: '19', year }, [{ unit: DISTRICT, percent }]);
  const { plan } = await createPlan(api, { issuer: DISTRICT, year });
  return { parent, draft: (await setTargets(api, plan.id, [{ unit: COMMUNE, percent }])).plan };
}

/** The province amends what it gave the district. */
async function amendParent(parent: PlanSeen, percent: number): Promise<PlanSeen> {
  const { plan } = await createPlan(api, { issuer: '19', year, amends: parent.id });
  await setTargets(api, plan.id, [{ unit: DISTRICT, percent }]);
  return movePlanUpTo(api, plan.id, 'ISSUED', REASON);
}

describe('what a submitted plan rests on', () => {
  it('stays as it was, whatever comes in meanwhile, and is that of now again once it goes back', async () => {
    const { parent, draft } = await given(60);
    const before = await seen(draft);
    expect([before.basisFrozen, before.required]).toEqual([false, 60]);
    await movePlan(api, draft.id, 'SUBMITTED');
    await finish('2020-11-30', 4, 4);
    await amendParent(parent, 70);
    expect(await seen(draft)).toEqual({ ...before, state: 'SUBMITTED', basisFrozen: true });
    await movePlan(api, draft.id, 'APPROVED');
    expect(await seen(draft)).toEqual({ ...before, state: 'APPROVED', basisFrozen: true });
    await movePlan(api, draft.id, 'DRAFT', REASON);
    const after = await seen(draft);
    expect([after.basisFrozen, after.required, volumes(after)]).toEqual([false, 70, [[COMMUNE, 20, 60]]]);
    await movePlan(api, draft.id, 'SUBMITTED');
    expect(volumes(await seen(draft))).toEqual(volumes(after));
  });

  it('is kept with what a mend of the catalogue or a name cannot change: units bear the names they had', async () => {
    const { draft } = await given(60);
    await movePlan(api, draft.id, 'SUBMITTED');
    const before = await seen(draft);
    await api.db.query(`update unit_version set name = name || ' (mới)' where code = $1`, [COMMUNE]);
    const { children } = await seen(draft);
    await api.db.query(`update unit_version set name = replace(name, ' (mới)', '') where code = $1`, [COMMUNE]);
    expect(children).toEqual(before.children);
  });

  it('is issued for the units it was approved for alone: a day of its decision with others is refused', async () => {
    // On 01/03/2025 Giang Tiên (05608) became part of Phấn Mễ (05644).
    api.app.now = () => new Date('2025-02-10T05:00:00Z');
    const { plan } = await createPlan(api, { issuer: '168', year: 2025, indicator: 'ONLINE_RESOLUTION_L4' });
    const children = async () => (await seen(plan)).children.map(({ unit }) => unit.code);
    await movePlanUpTo(api, plan.id, 'APPROVED');
    expect(await children()).toContain('05608');
    api.app.now = () => new Date('2025-06-10T05:00:00Z');
    expect(await children()).toContain('05608');
    const decision = { number: '15/QĐ', issuedOn: '2025-03-10', effectiveOn: '2025-03-15' };
    expect((await movePlan(api, plan.id, 'ISSUED', { ...REASON, decision })).fields[0]?.path).toBe(
      'decision.effectiveOn',
    );
    const earlier = { ...decision, effectiveOn: '2025-02-20' };
    await movePlan(api, plan.id, 'ISSUED', { ...REASON, decision: earlier });
    expect(await children()).toContain('05608');
    expect((await seen(plan)).basisFrozen).toBe(true);
    api.app.now = () => new Date('2023-05-20T05:00:00Z');
  });

  it('is of one moment, read after the plan was locked: a target that is saved meanwhile is in it or refuses', async () => {
    const { draft } = await given(60);
    const [moved, saved] = await Promise.all([
      movePlan(api, draft.id, 'SUBMITTED'),
      setTargets(api, draft.id, [{ unit: COMMUNE, percent: 10 }]),
    ]);
    expect(moved.plan.state).toBe('SUBMITTED');
    const { rollUp } = await seen(draft);
    expect([saved.code, rollUp.achieved]).toEqual(saved.code ? ['CONFLICT', 60] : [undefined, 10]);
  });

  it('of a plan from before the rule is that of now, and it says so', async () => {
    const { draft } = await given(60);
    await movePlanUpTo(api, draft.id, 'ISSUED', REASON);
    await api.db.query('update target_plan set frozen = null where id = $1', [draft.id]);
    const before = await seen(draft);
    expect(before.basisFrozen).toBe(false);
    await finish('2020-10-30', 2, 0);
    expect((await seen(draft)).children).not.toEqual(before.children);
  });
});

describe('issuing after the item of the issuing unit changed', () => {
  it('needs a reason, and says from what to what', async () => {
    const { parent, draft } = await given(60);
    await movePlanUpTo(api, draft.id, 'APPROVED');
    expect((await seen(draft)).rollUp.feasible).toBe(true);
    const amended = await amendParent(parent, 55);
    const refused = await movePlan(api, draft.id, 'ISSUED');
    const messages = refused.fields.map(({ path, message }) => `${path}: ${message}`);
    expect([refused.code, messages.some((one) => one.includes('60') && one.includes('55'))]).toEqual([
      'BAD_USER_INPUT',
      true,
    ]);
    await amendParent(amended, 60);
    const again = await movePlan(api, draft.id, 'ISSUED');
    expect(again.fields.some(({ message }) => message.includes('thay đổi'))).toBe(false);
    expect((await movePlan(api, draft.id, 'ISSUED', REASON)).plan.state).toBe('ISSUED');
  });
});

describe('a move', () => {
  it('at another version than the caller saw is a CONFLICT, and moves nothing', async () => {
    const { draft } = await given(60);
    const stale = await move(draft.id, draft.version - 1);
    expect([stale.code, stale.errors[0]?.extensions?.['version']]).toEqual(['CONFLICT', draft.version]);
    expect((await seen(draft)).state).toBe('DRAFT');
    expect((await move(draft.id, draft.version)).code).toBeUndefined();
  });

  it('by two at once is made once; the other one is told', async () => {
    const { draft } = await given(60);
    const { version } = await movePlanUpTo(api, draft.id, 'APPROVED');
    const answers = await Promise.all([issue(draft.id, version), issue(draft.id, version)]);
    expect(answers.map(({ code }) => code ?? 'issued').sort()).toEqual(['CONFLICT', 'issued']);
  });

  const move = (plan: string, version: number) => gql(plan, version, 'SUBMITTED');
  const issue = (plan: string, version: number) => gql(plan, version, 'ISSUED');

  function gql(plan: string, version: number, to: string) {
    return api.gql(
      `mutation ($plan: ID!, $to: PlanState!, $version: Int) {
         movePlan(plan: $plan, to: $to, reason: "Theo quyết định.", expectedVersion: $version) { id } }`,
      { plan, to, version },
    );
  }
});
