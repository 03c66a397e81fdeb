import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { buildAccount } from '../../../test/factories.ts';
import { addIndicator } from '../../../test/indicators.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, setTargets, type PlanSeen } from '../../../test/plans.ts';

let api: Api;
let year = 2040;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const REASON = { reason: 'Theo quyết định.' };
const COMMUNES = ['05506', '05509', '05512', '05515', '05518', '05521', '05527', '05528', '05530', '05533'];

async function draft(input: Record<string, unknown> = {}): Promise<PlanSeen> {
  return (await createPlan(api, { year: (year += 1), ...input })).plan;
}

/** A plan that leaves nobody out, ready to be issued. */
async function approved(input: Record<string, unknown> = {}): Promise<PlanSeen> {
  const { id } = await draft(input);
  await setTargets(
    api,
    id,
    COMMUNES.map((unit) => ({ unit, percent: 55 })),
  );
  return movePlanUpTo(api, id, 'APPROVED');
}

describe('moving a plan', () => {
  const STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'ISSUED', 'SUPERSEDED'];
  const ALLOWED = ['DRAFT SUBMITTED', 'SUBMITTED APPROVED', 'APPROVED ISSUED', 'SUBMITTED DRAFT', 'APPROVED DRAFT'];
  const moves = STATES.flatMap((from) =>
    STATES.map((to) => ({ from, to, allowed: ALLOWED.includes(`${from} ${to}`) })),
  );

  async function planIn(state: string): Promise<PlanSeen> {
    const plan = await draft();
    if (state === 'DRAFT') return plan;
    if (state !== 'SUPERSEDED') return movePlanUpTo(api, plan.id, state, REASON);
    const issued = await movePlanUpTo(api, plan.id, 'ISSUED', REASON);
    const { plan: amending } = await createPlan(api, { year, amends: issued.id });
    await movePlanUpTo(api, amending.id, 'ISSUED', REASON);
    return (await api.ask<{ targetPlan: PlanSeen }>(`{ targetPlan(id: "${plan.id}") { id state version } }`))
      .targetPlan;
  }

  it.each(moves)('from $from to $to is allowed: $allowed', async ({ from, to, allowed }) => {
    const plan = await planIn(from);
    expect(plan.state).toBe(from);
    const answer = await movePlan(api, plan.id, to, REASON);
    if (allowed) return expect(answer.plan).toMatchObject({ state: to, version: plan.version + 1 });
    expect(answer.code).toBe('CONFLICT');
    expect(answer.errors[0]?.extensions).toMatchObject({
      version: plan.version,
      state: from,
      fields: [{ path: 'to' }],
    });
  });

  it.each([undefined, null, '', ' \n '])('back to draft needs a reason, and %j is none', async (reason) => {
    const submitted = await movePlanUpTo(api, (await draft()).id, 'SUBMITTED');
    const answer = await movePlan(api, submitted.id, 'DRAFT', { reason });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['reason']]);
  });

  it('writes down who moved it, from where, to where and why', async () => {
    const clerk = api.as(await buildAccount(api, { role: 'PLANNER', username: 'người lập' }));
    const { id } = await draft();
    await movePlan(clerk, id, 'SUBMITTED');
    await movePlan(api, id, 'DRAFT', { reason: '  Thiếu xã Tân Quang  ' });
    const { targetPlan } = await api.ask<{ targetPlan: { events: Record<string, string>[] } }>(
      `{ targetPlan(id: "${id}") { events { what fromState toState reason by } } }`,
    );
    expect(targetPlan.events.slice(1)).toEqual([
      { what: 'MOVED', fromState: 'DRAFT', toState: 'SUBMITTED', reason: null, by: 'người lập' },
      {
        what: 'MOVED',
        fromState: 'SUBMITTED',
        toState: 'DRAFT',
        reason: 'Thiếu xã Tân Quang',
        by: 'Quản trị hệ thống',
      },
    ]);
  });

  it('keeps a reason of 2,000 characters and refuses a longer one', async () => {
    const { id } = await draft();
    const long = await movePlan(api, id, 'SUBMITTED', { reason: 'ý'.repeat(2_001) });
    expect([long.code, long.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['reason']]);
    expect((await movePlan(api, id, 'SUBMITTED', { reason: ` ${'ý'.repeat(2_000)} ` })).code).toBeUndefined();
  });

  it('is NOT_FOUND where there is no plan', async () => {
    expect((await movePlan(api, 'nothing', 'SUBMITTED')).code).toBe('NOT_FOUND');
  });
});

describe('issuing', () => {
  it('puts a plan in force for its whole year without a decision', async () => {
    const plan = await approved();
    const issued = await movePlan(api, plan.id, 'ISSUED');
    expect(issued.plan).toMatchObject({ inForceFrom: `${year}-01-01`, inForceTo: `${year}-12-31`, reason: null });
  });

  it.each([
    ['03-15', '03-15'],
    ['01-01', '01-01'],
    ['12-31', '12-31'],
  ])('by a decision effective on %s holds from that day', async (effective, from) => {
    const plan = await approved();
    const decision = { number: `${year}/QĐ`, issuedOn: `${year}-01-01`, effectiveOn: `${year}-${effective}` };
    const issued = await movePlan(api, plan.id, 'ISSUED', { decision });
    expect(issued.plan).toMatchObject({
      inForceFrom: `${year}-${from}`,
      inForceTo: `${year}-12-31`,
      decision: { number: `${year}/QĐ` },
    });
  });

  it('by a decision of the year before holds from 1 January', async () => {
    const plan = await approved();
    const issued = await movePlan(api, plan.id, 'ISSUED', { decision: { number: '1', issuedOn: `${year - 1}-12-20` } });
    expect(issued.plan.inForceFrom).toBe(`${year}-01-01`);
  });

  it('by a decision that takes effect after the year is refused, and nothing of it is kept', async () => {
    const plan = await approved();
    const decision = { number: `muộn ${year}`, issuedOn: `${year}-12-31`, effectiveOn: `${year + 1}-01-01` };
    const answer = await movePlan(api, plan.id, 'ISSUED', { decision });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', 'decision.effectiveOn']);
    expect((await api.db.query('select from decision where number = $1', [decision.number])).rowCount).toBe(0);
  });

  it('takes the decision that was told when the plan was begun', async () => {
    const decision = { number: '77/QĐ', issuedOn: `${year + 1}-02-01`, effectiveOn: `${year + 1}-02-10` };
    const plan = await approved({ decision });
    expect((await movePlan(api, plan.id, 'ISSUED')).plan.inForceFrom).toBe(`${year}-02-10`);
  });

  it('refuses a decision that is known with another effective day', async () => {
    const decision = { number: `k/${year}`, issuedOn: `${year + 1}-02-01` };
    const plan = await approved({ decision });
    const answer = await movePlan(api, plan.id, 'ISSUED', { decision: { ...decision, effectiveOn: `${year}-02-02` } });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['CONFLICT', 'decision.effectiveOn']);
  });

  it('needs a reason where children are left out, tells how many, and keeps it', async () => {
    const { id } = await draft();
    await setTargets(
      api,
      id,
      COMMUNES.slice(3).map((unit) => ({ unit, percent: 55 })),
    );
    await movePlanUpTo(api, id, 'APPROVED');
    const answer = await movePlan(api, id, 'ISSUED', { reason: '  ' });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['reason']]);
    expect(answer.fields[0]?.message).toContain('3');
    expect((await movePlan(api, id, 'ISSUED', REASON)).plan).toMatchObject({
      state: 'ISSUED',
      reason: 'Theo quyết định.',
    });
  });

  it('counts as left out who was below the issuing unit on the day from which it holds', async () => {
    // From 01/01/2025 Chợ Chu bears another code and Định Hóa has one commune less.
    const plan = (await createPlan(api, { issuer: '167', year: 2024 })).plan;
    const { units } = await api.ask<{ units: { nodes: { code: string }[] } }>(
      '{ units(on: "2024-06-01", under: "167") { nodes { code } } }',
    );
    await setTargets(
      api,
      plan.id,
      units.nodes.map(({ code }) => ({ unit: code, percent: 55 })),
    );
    await movePlanUpTo(api, plan.id, 'APPROVED');
    const decision = { number: '1/QĐ', issuedOn: '2024-05-01' };
    expect((await movePlan(api, plan.id, 'ISSUED', { decision })).plan.inForceFrom).toBe('2024-05-01');
  });

  describe('where a commune was joined to another within the year', () => {
    // On 01/03/2025 Giang Tiên (05608) became part of Phấn Mễ (05644).
    const childrenOn = async (day: string) => {
      const { units } = await api.ask<{ units: { nodes: { code: string }[] } }>(
        `{ units(on: "${day}", under: "168", first: 500) { nodes { code } } }`,
      );
      return units.nodes.map(({ code }) => code);
    };
    const today = (day: string) => (api.app.now = () => new Date(`${day}T05:00:00Z`));
    afterEach(() => (api.app.now = () => new Date()));
    let count = 0;

    /** A plan of the district for 2025 with a target for everybody who is there on a day, ready to be issued. */
    async function readyFor(day: string, input: Record<string, unknown> = {}): Promise<PlanSeen> {
      const { code } = await addIndicator(api, `LIKE_${(count += 1)}`, {});
      const { plan } = await createPlan(api, { issuer: '168', year: 2025, indicator: code, ...input });
      await setTargets(
        api,
        plan.id,
        (await childrenOn(day)).map((unit) => ({ unit, percent: 55 })),
      );
      return movePlanUpTo(api, plan.id, 'APPROVED');
    }

    it('demands nothing of it by a decision of a later day, once it was drafted for that day', async () => {
      today('2025-02-10');
      const { id } = await readyFor('2025-03-15');
      const without = await movePlan(api, id, 'ISSUED');
      expect([without.code, without.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['reason']]);
      expect(without.fields[0]?.message).toContain('1 đơn vị');
      const decision = { number: '15/QĐ', issuedOn: '2025-03-10', effectiveOn: '2025-03-15' };
      await movePlan(api, id, 'DRAFT', { ...REASON, effectiveOn: '2025-03-15' });
      expect((await movePlanUpTo(api, id, 'ISSUED', { decision })).inForceFrom).toBe('2025-03-15');
    });

    it('is not issued from 1 January, without a decision, for the units of a day late in the year', async () => {
      today('2025-11-10');
      const { id } = await readyFor('2025-11-10');
      const answer = await movePlan(api, id, 'ISSUED');
      expect(answer.fields.map(({ path }) => path)).toEqual(['decision.effectiveOn']);
    });

    it('goes by the decision that was told before', async () => {
      today('2025-02-10');
      const decision = { number: '16/QĐ', issuedOn: '2025-03-01' };
      const { id } = await readyFor('2025-03-15', { decision });
      expect((await movePlan(api, id, 'ISSUED')).plan.inForceFrom).toBe('2025-03-01');
    });
  });

  it('lets only one of two simultaneous issuers through', async () => {
    const plan = await approved();
    const answers = await Promise.all([1, 2].map(() => movePlan(api, plan.id, 'ISSUED', REASON)));
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', undefined]);
    const lost = answers.find(({ code }) => code === 'CONFLICT');
    expect(lost?.errors[0]?.extensions).toMatchObject({ version: plan.version + 1, state: 'ISSUED' });
  });

  it('and a change of its targets at the same time never both count', async () => {
    const plan = await approved();
    await movePlan(api, plan.id, 'DRAFT', REASON);
    const [moved, set] = await Promise.all([
      movePlan(api, plan.id, 'SUBMITTED'),
      setTargets(api, plan.id, [{ unit: '05506', percent: 1 }], { expectedVersion: plan.version + 1 }),
    ]);
    expect(moved.code).toBeUndefined();
    const version = set.code === undefined ? plan.version + 3 : plan.version + 2;
    const { targetPlan } = await api.ask<{ targetPlan: PlanSeen }>(
      `{ targetPlan(id: "${plan.id}") { version state } }`,
    );
    expect(targetPlan).toEqual({ version, state: 'SUBMITTED' });
  });
});

describe('an issued plan of the province', () => {
  it('tells a plan below it what is required, and who has no target yet', async () => {
    const at = (year += 1);
    await issuePlan(api, { issuer: '19', year: at }, [{ unit: '165', percent: 60.5 }]);
    const { plan } = await createPlan(api, { year: at });
    const ask = `{ targetPlan(id: "${plan.id}") { required rollUp { required missingUnits { code } } } }`;
    const { targetPlan } = await api.ask<{
      targetPlan: { required: number; rollUp: { missingUnits: { code: string }[] } };
    }>(ask);
    expect(targetPlan.required).toBe(60.5);
    expect(targetPlan.rollUp.missingUnits.map(({ code }) => code)).toEqual(COMMUNES);
  });
});
