import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { createPlan, issuePlan, movePlan, percents, setTargets, type PlanSeen } from '../../../../test/plans.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi({ now: new Date('2025-06-01T05:00:00Z') });
});
afterAll(() => api.close());

interface Copied {
  plan: PlanSeen;
  targets: {
    unit: { code: string };
    percent: number;
    scope: string;
    locked: boolean;
    mergedFrom: { code: string }[];
  }[];
  limits: { unit: { code: string }; floor: number | null; ceiling: number | null; mergedFrom: { code: string }[] }[];
  kept: { code: string }[];
  left: { unit: { code: string }; percent: number; why: string }[];
}

const COPY = `mutation ($plan: ID!, $from: ID!, $overwrite: Boolean, $version: Int, $limits: Boolean, $preview: Boolean) {
  copyTargets(plan: $plan, from: $from, overwrite: $overwrite, expectedVersion: $version, limits: $limits, preview: $preview) {
    plan { id version targets { unit { code } percent scope locked } }
    targets { unit { code } percent scope locked mergedFrom { code } } limits { unit { code } floor ceiling mergedFrom { code } } kept { code } left { unit { code } percent why } } }`;

const copy = (plan: string, from: string, more: Record<string, unknown> = {}) =>
  api.gql<{ copyTargets: Copied }>(COPY, { plan, from, ...more });

async function copied(plan: string, from: string, more: Record<string, unknown> = {}): Promise<Copied> {
  const { data, errors } = await copy(plan, from, more);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.copyTargets;
}

const now = async (id: string) =>
  (
    await api.ask<{ targetPlan: PlanSeen & { events: { what: string }[] } }>(
      `{ targetPlan(id: "${id}") { version targets { unit { code } percent } events { what } } }`,
    )
  ).targetPlan;

describe('copying the targets of another plan', () => {
  it('carries them over to who succeeded their units, one mean where units became one, as one step', async () => {
    // On 01/03/2025 Giang Tiên (05608) became part of Phấn Mễ (05644).
    const old = await issuePlan(api, { issuer: '168', year: 2024 }, [
      { unit: '05608', percent: 50 },
      { unit: '05644', percent: 60, locked: true },
      { unit: '05611', percent: 41.5, scope: 'OWN', locked: true },
    ]);
    const { plan } = await createPlan(api, { issuer: '168', year: 2026 });
    const preview = await copied(plan.id, old.id, { preview: true });
    expect(preview.targets).toEqual([
      { unit: { code: '05611' }, percent: 41.5, scope: 'OWN', locked: true, mergedFrom: [] },
      {
        unit: { code: '05644' },
        percent: 55,
        scope: 'SUBTREE',
        locked: false,
        mergedFrom: [{ code: '05608' }, { code: '05644' }],
      },
    ]);
    expect((await now(plan.id)).version).toBe(plan.version);
    const done = await copied(plan.id, old.id);
    expect(done.targets).toEqual(preview.targets);
    expect(done.plan.version).toBe(plan.version + 1);
    const after = await now(plan.id);
    expect([percents(after), after.events.at(-1)?.what]).toEqual([['05611=41.5', '05644=55'], 'COPIED']);
  });

  it('leaves what stands there already, unless told otherwise', async () => {
    const old = await issuePlan(api, { issuer: '165', year: 2030 }, [
      { unit: '05506', percent: 50 },
      { unit: '05509', percent: 60 },
    ]);
    const { plan } = await createPlan(api, { issuer: '165', year: 2031 });
    await setTargets(api, plan.id, [{ unit: '05506', percent: 11 }]);
    const first = await copied(plan.id, old.id);
    expect([percents(first.plan), first.kept]).toEqual([['05506=11', '05509=60'], [{ code: '05506' }]]);
    const second = await copied(plan.id, old.id, { overwrite: true });
    expect([percents(second.plan), second.kept]).toEqual([['05506=50', '05509=60'], []]);
  });

  it('takes floors and ceilings along where told, through successors; typed ones stay, and locks stay behind where told', async () => {
    const { plan: old } = await createPlan(api, { issuer: '168', year: 2023 });
    await setTargets(api, old.id, [{ unit: '05611', percent: 41.5, locked: true }]);
    const typed = `mutation ($plan: ID!, $units: [UnitInputsInput!]) { setPlanInputs(plan: $plan, units: $units) { id } }`;
    const units = [
      { unit: '05608', floor: 40, ceiling: 80 },
      { unit: '05644', floor: 50 },
      { unit: '05611', floor: 30, ceiling: 70 },
    ];
    await api.ask(typed, { plan: old.id, units });
    const { plan } = await createPlan(api, { issuer: '168', year: 2027 });
    await api.ask(typed, { plan: plan.id, units: [{ unit: '05611', floor: 35 }] });
    expect((await copied(plan.id, old.id, { preview: true })).limits).toEqual([]);
    const bare = await copied(plan.id, old.id, { limits: false, preview: true });
    expect(bare.targets.map(({ locked }) => locked)).toEqual([false]);
    const done = await copied(plan.id, old.id, { limits: true });
    expect(done.limits).toEqual([
      { unit: { code: '05611' }, floor: 35, ceiling: 70, mergedFrom: [] },
      { unit: { code: '05644' }, floor: 45, ceiling: 80, mergedFrom: [{ code: '05608' }, { code: '05644' }] },
    ]);
    const { targetPlan } = await api.ask<{ targetPlan: { inputs: { units: unknown[] } } }>(
      `{ targetPlan(id: "${plan.id}") { inputs { units { unit { code } floor ceiling } } } }`,
    );
    expect(targetPlan.inputs.units).toEqual(done.limits.map(({ mergedFrom: _from, ...row }) => row));
  });

  it('writes nothing and makes no version where nothing is to be written', async () => {
    const old = await issuePlan(api, { issuer: '165', year: 2032 }, [{ unit: '05506', percent: 50 }]);
    const { plan } = await createPlan(api, { issuer: '165', year: 2033 });
    const { plan: set } = await setTargets(api, plan.id, [{ unit: '05506', percent: 11 }]);
    expect((await copied(plan.id, old.id)).plan.version).toBe(set.version);
  });

  it('is a CONFLICT at another version than the caller saw, and where the plan is no draft', async () => {
    const old = await issuePlan(api, { issuer: '165', year: 2034 }, [{ unit: '05506', percent: 50 }]);
    const { plan } = await createPlan(api, { issuer: '165', year: 2035 });
    await setTargets(api, plan.id, [{ unit: '05509', percent: 11 }]);
    expect((await copy(plan.id, old.id, { version: plan.version })).code).toBe('CONFLICT');
    await movePlan(api, plan.id, 'SUBMITTED');
    expect((await copy(plan.id, old.id)).code).toBe('CONFLICT');
  });

  it('is refused from a plan of another issuing unit, from itself, and from what is none', async () => {
    const other = await issuePlan(api, { issuer: '164', year: 2036 }, [{ unit: '05503', percent: 50 }]);
    const { plan } = await createPlan(api, { issuer: '165', year: 2036 });
    for (const from of [other.id, plan.id, 'nothing']) {
      const answer = await copy(plan.id, from);
      expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'from']);
    }
  });
});
