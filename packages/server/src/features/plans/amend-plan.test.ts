import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { createPlan, issuePlan, movePlan, movePlanUpTo, setTargets, type PlanSeen } from '../../../test/plans.ts';

let api: Api;
let year = 2030;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const REASON = { reason: 'Theo quyết định.' };
let decisions = 0;
const effective = (effectiveOn: string) => ({ number: `${(decisions += 1)}/QĐ`, issuedOn: '2029-01-01', effectiveOn });

/** A plan of a year of its own that gives 05506 a target from a day. */
async function issued(percent: number, from: string): Promise<PlanSeen> {
  year += 1;
  return issuePlan(api, { year }, [{ unit: '05506', percent }], effective(`${year}-${from}`));
}

/** A plan that amends another, approved and waiting. */
async function amending(plan: PlanSeen, percent: number): Promise<PlanSeen> {
  const { plan: next } = await createPlan(api, { year, amends: plan.id });
  await setTargets(api, next.id, [{ unit: '05506', percent }]);
  return movePlanUpTo(api, next.id, 'APPROVED');
}

/** The target of 05506 in force on a day, as known at an instant. */
async function targetOn(day: string, knownAt: string | null = null): Promise<number | null> {
  const query = `query ($to: Date!, $from: Date!, $knownAt: DateTime) {
    unit(code: "05506", on: $to) { attainment(indicator: "ONLINE_RESOLUTION_L4", from: $from, to: $to, knownAt: $knownAt) { target } } }`;
  const variables = { from: `${year}-01-01`, to: `${year}-${day}`, knownAt };
  const { unit } = await api.ask<{ unit: { attainment: { target: number | null } } }>(query, variables);
  return unit.attainment.target;
}

async function stateOf(plan: PlanSeen): Promise<string> {
  const { targetPlan } = await api.ask<{ targetPlan: PlanSeen }>(`{ targetPlan(id: "${plan.id}") { state version } }`);
  return `${targetPlan.state} ${targetPlan.version - plan.version}`;
}

describe('an amending plan', () => {
  it('holds from its day on, and the amended one until then', async () => {
    const first = await issued(50, '03-01');
    const second = await amending(first, 60);
    await movePlan(api, second.id, 'ISSUED', { ...REASON, decision: effective(`${year}-07-01`) });
    expect(await stateOf(first)).toBe('SUPERSEDED 1');
    const days = ['02-28', '03-01', '06-30', '07-01', '12-31'];
    expect(await Promise.all(days.map((day) => targetOn(day)))).toEqual([null, 50, 50, 60, 60]);
  });

  it('holds for the whole time where it takes effect on the very day', async () => {
    const first = await issued(50, '03-01');
    const second = await amending(first, 60);
    const answer = await movePlan(api, second.id, 'ISSUED', { ...REASON, decision: effective(`${year}-03-01`) });
    expect(answer.plan.inForceFrom).toBe(`${year}-03-01`);
    expect([await targetOn('02-28'), await targetOn('03-01'), await targetOn('12-31')]).toEqual([null, 60, 60]);
  });

  it('cannot take effect before the plan that it amends', async () => {
    const first = await issued(50, '03-01');
    const second = await amending(first, 60);
    for (const decision of [effective(`${year}-02-28`), undefined]) {
      const answer = await movePlan(api, second.id, 'ISSUED', { ...REASON, decision });
      expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual([
        'BAD_USER_INPUT',
        ['decision.effectiveOn'],
      ]);
      expect(answer.errors[0]?.message).toContain(`01/03/${year}`);
    }
    expect([await stateOf(first), await stateOf(second)]).toEqual(['ISSUED 0', 'APPROVED 0']);
    expect(await targetOn('12-31')).toBe(50);
  });

  it('can be amended in its turn, and only the last one is issued', async () => {
    const first = await issued(50, '01-01');
    let last = first;
    for (const [percent, from] of [
      [60, '03-01'],
      [70, '05-01'],
    ] as const) {
      last = await amending(last, percent);
      last = (await movePlan(api, last.id, 'ISSUED', { ...REASON, decision: effective(`${year}-${from}`) })).plan;
    }
    expect([await targetOn('02-01'), await targetOn('04-01'), await targetOn('06-01')]).toEqual([50, 60, 70]);
    const { targetPlans } = await api.ask<{ targetPlans: PlanSeen[] }>(`{ targetPlans(year: ${year}) { state } }`);
    expect(targetPlans.map(({ state }) => state).sort()).toEqual(['ISSUED', 'SUPERSEDED', 'SUPERSEDED']);
    expect((await createPlan(api, { year, amends: first.id })).fields[0]?.path).toBe('input.amends');
  });

  it('changes nothing that was known before it was issued', async () => {
    const first = await issued(50, '01-01');
    const second = await amending(first, 60);
    const before = new Date().toISOString();
    await movePlan(api, second.id, 'ISSUED', { ...REASON, decision: effective(`${year}-01-01`) });
    expect([await targetOn('12-31', before), await targetOn('12-31')]).toEqual([50, 60]);
    const moment = await api.db.query<{ at: Date }>(
      `select m.at from target_plan p join moment m on m.id = p.issued_by where p.id = $1`,
      [second.id],
    );
    const at = moment.rows[0]!.at;
    expect(await targetOn('12-31', at.toISOString())).toBe(60);
    expect(await targetOn('12-31', new Date(at.getTime() - 1).toISOString())).toBe(50);
    expect(await targetOn('12-31', '2001-01-01T00:00:00Z')).toBeNull();
  });

  it('takes units out whose targets it clears', async () => {
    const first = await issued(50, '01-01');
    const { plan: second } = await createPlan(api, { year, amends: first.id });
    await api.ask(`mutation { clearTargets(plan: "${second.id}", units: ["05506"]) { id } }`);
    await movePlanUpTo(api, second.id, 'ISSUED', { ...REASON, decision: effective(`${year}-06-01`) });
    expect([await targetOn('05-31'), await targetOn('06-01')]).toEqual([50, null]);
  });

  it('has issuing of several at once end with one of them in force', async () => {
    const first = await issued(50, '01-01');
    const second = await amending(first, 60);
    const decision = effective(`${year}-02-01`);
    const answers = await Promise.all([1, 2, 3].map(() => movePlan(api, second.id, 'ISSUED', { ...REASON, decision })));
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'CONFLICT', undefined]);
    expect(await stateOf(first)).toBe('SUPERSEDED 1');
  });
});

describe('a target', () => {
  const rateOf = async (unit: string, scope: string) => {
    const { attainments } = await api.ask<{ attainments: { unit: { code: string }; target: number | null }[] }>(
      `{ attainments(indicator: "ONLINE_RESOLUTION_L4", from: "${year}-01-01", to: "${year}-12-31", scope: ${scope}) { unit { code } target } }`,
    );
    return attainments.find((row) => row.unit.code === unit)?.target;
  };

  it('counts for the scope it was set for; for a unit with nothing below it both are the same', async () => {
    await issuePlan(api, { issuer: '19', year: (year += 1) }, [
      { unit: '165', percent: 55, scope: 'SUBTREE' },
      { unit: '164', percent: 40, scope: 'OWN' },
      { unit: '19-STTTT', percent: 70, scope: 'OWN' },
    ]);
    expect([await rateOf('165', 'SUBTREE'), await rateOf('165', 'OWN')]).toEqual([55, null]);
    expect([await rateOf('164', 'SUBTREE'), await rateOf('164', 'OWN')]).toEqual([null, 40]);
    expect([await rateOf('19-STTTT', 'SUBTREE'), await rateOf('19-STTTT', 'OWN')]).toEqual([70, 70]);
  });

  it('is of no use while its plan is not issued', async () => {
    const { plan } = await createPlan(api, { year: (year += 1) });
    await setTargets(api, plan.id, [{ unit: '05506', percent: 33 }]);
    for (const state of ['SUBMITTED', 'APPROVED']) {
      expect(await rateOf('05506', 'SUBTREE')).toBeNull();
      await movePlan(api, plan.id, state);
    }
    await movePlan(api, plan.id, 'ISSUED', REASON);
    expect(await rateOf('05506', 'SUBTREE')).toBe(33);
  });
});
