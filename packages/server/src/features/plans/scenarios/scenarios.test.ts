import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { createPlan, movePlan, movePlanUpTo, percents, setTargets, type PlanSeen } from '../../../../test/plans.ts';
import {
  deleteScenario,
  saveScenario,
  SCENARIO,
  setInputs,
  takeScenario,
  type ScenarioSeen,
} from '../../../../test/scenarios.ts';

let api: Api;
let plan: PlanSeen;

const [A, B, CITY] = ['05506', '05509', '165'] as const;

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-01T05:00:00Z') });
});
afterAll(() => api.close());
beforeEach(async () => {
  plan = (await createPlan(api)).plan;
  return async () =>
    void (await api.db.query(
      'delete from scenario; delete from plan_input; delete from target; delete from plan_event; delete from target_plan',
    ));
});

const planner = async (role = 'PLANNER', unit: string = CITY): Promise<Caller> =>
  api.as(await buildAccount(api, { role, unit }));

async function scenarios(caller: Caller = api): Promise<ScenarioSeen[]> {
  const { targetPlan } = await caller.ask<{ targetPlan: { scenarios: ScenarioSeen[] } | null }>(
    `query ($id: ID!) { targetPlan(id: $id) { scenarios { ${SCENARIO} } } }`,
    { id: plan.id },
  );
  return targetPlan?.scenarios ?? [];
}

async function saved(input: Record<string, unknown>, caller: Caller = api): Promise<ScenarioSeen> {
  const { data, errors } = await saveScenario(caller, { plan: plan.id, ...input });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.saveScenario;
}

describe('a scenario', () => {
  it('keeps the plan as it stands, and is no change of it', async () => {
    await setTargets(api, plan.id, [{ unit: A, percent: 55.5, locked: true }]);
    await setInputs(api, plan.id, { step: 1, units: [{ unit: B, floor: 40 }] });
    const kept = await saved({ name: '  Như   hiện nay ' });
    expect(kept).toMatchObject({ name: 'Như hiện nay', version: 1, targets: [{ unit: { code: A }, percent: 55.5 }] });
    expect([kept.inputs.step, kept.inputs.units[0]?.floor]).toEqual([1, 40]);
    const { targetPlan } = await api.ask<{ targetPlan: { version: number } }>(
      `{ targetPlan(id: "${plan.id}") { version } }`,
    );
    expect(targetPlan.version).toBe(3);
  });

  it('keeps what it is given instead, and what is not given of a later change stays', async () => {
    const first = await saved({
      name: 'Bằng nhau',
      targets: [{ unit: A, percent: 60 }],
      inputs: { policy: 'FLOOR', units: [{ unit: A, volume: 12 }, { unit: B }] },
    });
    expect([first.inputs.policy, first.inputs.units.map(({ unit, volume }) => [unit.code, volume])]).toEqual([
      'FLOOR',
      [[A, 12]],
    ]);
    const renamed = await saved({ id: first.id, name: 'Mọi xã bằng nhau', expectedVersion: 1 });
    expect([renamed.version, renamed.name, renamed.targets, renamed.inputs]).toEqual([
      2,
      'Mọi xã bằng nhau',
      first.targets,
      first.inputs,
    ]);
    expect((await scenarios()).map(({ name }) => name)).toEqual(['Mọi xã bằng nhau']);
  });

  it('knows everybody who edited it', async () => {
    const [one, two] = [await planner(), await planner()];
    const { id } = await saved({ name: 'Của hai người' }, one);
    await saved({ id, targets: [{ unit: A, percent: 50 }] }, two);
    await saved({ id, name: 'Của cả hai' }, one);
    expect(await scenarios()).toMatchObject([{ version: 3, contributors: { length: 2 } }]);
  });

  it('is deleted, unless somebody changed it meanwhile', async () => {
    const { id } = await saved({ name: 'Một' });
    await saved({ id, name: 'Hai' });
    const late = await deleteScenario(api, id, 1);
    expect([late.code, late.errors[0]?.extensions?.['version']]).toEqual(['CONFLICT', 2]);
    expect((await saveScenario(api, { plan: plan.id, id, name: 'Ba', expectedVersion: 1 })).code).toBe('CONFLICT');
    expect((await deleteScenario(api, id, 2)).data?.deleteScenario).toBe(true);
    expect([await scenarios(), (await deleteScenario(api, id)).code]).toEqual([[], 'NOT_FOUND']);
  });

  const wrong: [string, Record<string, unknown>, string[]][] = [
    ['without a name', { name: ' ' }, ['input.name']],
    ['with a name of 121 characters', { name: 'x'.repeat(121) }, ['input.name']],
    ['with a target beyond the plan', { name: 'a', targets: [{ unit: '05503', percent: 1 }] }, ['targets.0.unit']],
    ['with a step of 0', { name: 'a', inputs: { step: 0 } }, ['input.inputs.step']],
    [
      'with a floor above the ceiling',
      { name: 'a', inputs: { units: [{ unit: A, floor: 2, ceiling: 1 }] } },
      ['input.inputs.units.0.floor'],
    ],
    [
      'with more than a thousand units',
      { name: 'a', inputs: { units: Array.from({ length: 1001 }, () => ({ unit: A })) } },
      ['input.inputs.units'],
    ],
  ];
  it.each(wrong)('%s is refused', async (_what, input, paths) => {
    const answer = await saveScenario(api, { plan: plan.id, ...input });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', paths]);
    expect(await scenarios()).toEqual([]);
  });

  it('bears a name of its own, and there are fifty at most, whoever saves at once', async () => {
    await saved({ name: 'x'.repeat(120) });
    expect((await saveScenario(api, { plan: plan.id, name: 'x'.repeat(120) })).code).toBe('CONFLICT');
    await api.db.query(
      `insert into scenario (id, province_id, plan_id, name, version, inputs, targets, contributors, recorded_by, changed_by)
       select gen_random_uuid(), province_id, plan_id, n::text, 1, inputs, targets, contributors, recorded_by, changed_by
         from scenario, generate_series(1, 47) n`,
    );
    const at = await Promise.all(['a', 'b', 'c', 'd'].map((name) => saveScenario(api, { plan: plan.id, name })));
    expect(at.map(({ code }) => code ?? 'kept').sort()).toEqual(['CONFLICT', 'CONFLICT', 'kept', 'kept']);
    expect(await scenarios()).toHaveLength(50);
  });
});

describe('taking a scenario over', () => {
  it('has the plan read as it does in one step: what is not in it is gone', async () => {
    const { id } = await saved({
      name: 'Phương án',
      targets: [{ unit: A, percent: 60, locked: true }],
      inputs: { step: 1, units: [{ unit: A, volume: 12 }] },
    });
    await setTargets(api, plan.id, [{ unit: B, percent: 30 }]);
    await setInputs(api, plan.id, { policy: 'FLOOR', units: [{ unit: B, floor: 20 }] });
    expect((await takeScenario(api, id, 2)).code).toBe('CONFLICT');
    const { data } = await takeScenario(api, id, 3);
    const taken = data?.takeScenario;
    expect([taken?.version, taken && percents(taken), taken?.targets[0]?.locked]).toEqual([4, [`${A}=60`], true]);
    expect([taken?.inputs.policy, taken?.inputs.step]).toEqual([null, 1]);
    expect(taken?.inputs.units.map(({ unit, volume, floor }) => [unit.code, volume, floor])).toEqual([[A, 12, null]]);
  });

  it('says in its event who edited the scenario, and in the trail what it did', async () => {
    const maker = await planner();
    const { id } = await saved({ name: 'Của người khác', targets: [{ unit: A, percent: 60 }] }, maker);
    await takeScenario(api, id);
    const { rows } = await api.db.query<{ account_id: number; contributors: number[] }>(
      `select account_id, detail->'contributors' as contributors from plan_event where what = 'SCENARIO_TAKEN'`,
    );
    const { me } = await maker.ask<{ me: { id: string } }>('{ me { id } }');
    expect(rows).toEqual([{ account_id: 1, contributors: [Number(me.id)] }]);
    const { auditTrail } = await api.ask<{ auditTrail: { nodes: { what: string; text: string }[] } }>(
      `{ auditTrail(about: "PLAN:${plan.id}") { nodes { what text } } }`,
    );
    expect(auditTrail.nodes.map(({ what }) => what)).toEqual(['SCENARIO_TAKEN', 'SCENARIO_SAVED', 'PLAN_CREATED']);
    expect(JSON.stringify(auditTrail)).not.toContain('Của người khác');
  });

  it('is for drafts alone', async () => {
    const { id } = await saved({ name: 'Muộn' });
    await movePlan(api, plan.id, 'SUBMITTED');
    expect((await takeScenario(api, id)).code).toBe('CONFLICT');
  });

  it('leaves what another one writes at the same time, or is refused', async () => {
    const { id } = await saved({ name: 'Cùng lúc', targets: [{ unit: A, percent: 60 }] });
    const [taken, set] = await Promise.all([
      takeScenario(api, id, 1),
      setTargets(api, plan.id, [{ unit: B, percent: 30 }], { expectedVersion: 1 }),
    ]);
    expect([taken.code ?? 'done', set.code ?? 'done'].sort()).toEqual(['CONFLICT', 'done']);
  });
});

describe('scenarios of others', () => {
  it('are for nobody but who plans at the issuer, also once the plan is issued', async () => {
    const { id } = await saved({ name: 'Kín', targets: [{ unit: A, percent: 60 }] });
    const [elsewhere, below, approver] = [
      await planner('PLANNER', '164'),
      await planner('PLANNER', A),
      await planner('APPROVER'),
    ];
    await movePlanUpTo(api, plan.id, 'ISSUED', { reason: 'Theo quyết định.' });
    for (const caller of [elsewhere, below]) {
      expect(await scenarios(caller)).toEqual([]);
      expect((await takeScenario(caller, id)).code).toBe('FORBIDDEN');
      expect((await deleteScenario(caller, id)).code).toBe('FORBIDDEN');
      expect((await saveScenario(caller, { plan: plan.id, name: 'x' })).code).toBe('FORBIDDEN');
      const asked = await caller.gql(
        `{ targetPlan(id: "${plan.id}") { rehearsal(year: 2021, scenario: "${id}") { from } } }`,
      );
      expect(asked.code).toBe('NOT_FOUND');
    }
    expect(await scenarios(approver)).toMatchObject([{ name: 'Kín' }]);
    // Nor does anybody change them then: they stay what was weighed up.
    expect((await saveScenario(api, { plan: plan.id, id, name: 'Khác' })).code).toBe('CONFLICT');
    expect((await saveScenario(api, { plan: plan.id, name: 'Mới' })).code).toBe('CONFLICT');
    expect((await deleteScenario(api, id)).code).toBe('CONFLICT');
    expect((await deleteScenario(approver, id)).code).toBe('FORBIDDEN');
  });

  it('are not those of another plan', async () => {
    const { id } = await saved({ name: 'Năm nay' });
    const other = (await createPlan(api, { year: 2023 })).plan;
    expect((await saveScenario(api, { plan: other.id, id, name: 'x' })).code).toBe('NOT_FOUND');
    for (const unknown of ['x', '0b8a1f5c-6a0e-4a57-8f3c-2b7f0c9d5e13'])
      expect((await takeScenario(api, unknown)).code).toBe('NOT_FOUND');
  });
});
