import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { createPlan, issuePlan, movePlanUpTo, setTargets, type PlanSeen } from '../../../../test/plans.ts';

let api: Api;
let year = 2040;

const [CITY, TOWN] = ['164', '165'] as const;
const REASON = { reason: 'Theo quyết định.' };

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => {
  year += 1;
  at(`${year}-03-10`);
});

/** Sets the server's clock to noon in Vietnam, or to a moment. */
function at(day: string, time = '05:00:00Z'): void {
  api.app.now = () => new Date(`${day}T${time}`);
}

interface Row {
  unit: { code: string };
  target: { percent: number; acknowledgement: { by: string; note: string | null; carriedOver: boolean } | null };
  byPlan: { id: string };
  mustAssign: boolean;
  plan: { id: string; state: string } | null;
  hasAssigned: boolean;
  assignDaysLeft: number | null;
  acknowledgeDaysLeft: number | null;
  children: number;
  assigned: number;
  acknowledged: number;
  mayAcknowledge: boolean;
}

const FIELDS = `unit { code } target { percent acknowledgement { by note carriedOver } } byPlan { id } mustAssign plan { id state }
  hasAssigned assignDaysLeft acknowledgeDaysLeft children assigned acknowledged mayAcknowledge`;

async function assignments(caller: Caller, under?: string, on?: string): Promise<Row[]> {
  const query = `query ($year: Int!, $under: ID, $on: Date) {
    assignments(indicator: "ONLINE_RESOLUTION_L4", year: $year, under: $under, on: $on) { ${FIELDS} } }`;
  return (await caller.ask<{ assignments: Row[] }>(query, { year, under, on })).assignments;
}

async function rowOf(caller: Caller, code: string, under?: string, on?: string): Promise<Row> {
  const found = (await assignments(caller, under, on)).find(({ unit }) => unit.code === code);
  if (!found) throw new Error(`nothing for ${code}`);
  return found;
}

const DATES = `mutation ($plan: ID!, $assignBy: Date, $acknowledgeBy: Date, $seen: PlanDatesInput!) {
  setPlanDates(plan: $plan, assignBy: $assignBy, acknowledgeBy: $acknowledgeBy, seen: $seen) { version assignBy acknowledgeBy } }`;

interface Dates {
  assignBy?: string | null;
  acknowledgeBy?: string | null;
}

const setDates = (plan: string, wanted: Dates, seen: Dates = {}, caller: Caller = api) =>
  caller.gql<{ setPlanDates: { version: number } & Dates }>(DATES, { plan, ...wanted, seen });

const acknowledge = (caller: Caller, plan: string, unit: string, note?: string) =>
  caller.gql<{ acknowledgeTarget: PlanSeen }>(
    'mutation ($plan: ID!, $unit: ID!, $note: String) { acknowledgeTarget(plan: $plan, unit: $unit, note: $note) { id version } }',
    { plan, unit, note },
  );

/** The province gives both an item of a year of its own. */
const given = () =>
  issuePlan(api, { issuer: '19', year }, [
    { unit: CITY, percent: 60 },
    { unit: TOWN, percent: 50 },
  ]);

async function amended(
  plan: PlanSeen,
  targets: { unit: string; percent: number; scope?: string }[],
): Promise<PlanSeen> {
  const { plan: next } = await createPlan(api, { issuer: '19', year, amends: plan.id });
  await setTargets(api, next.id, targets);
  return movePlanUpTo(api, next.id, 'ISSUED', REASON);
}

const clerkOf = async (unit: string, role = 'CLERK') => api.as(await buildAccount(api, { role, unit }));

describe('who still has to assign', () => {
  it('is nobody where nothing was given', async () => {
    expect(await assignments(api)).toEqual([]);
  });

  it('goes from nothing to a draft to an issued plan, with the communes counted', async () => {
    const plan = await given();
    await setDates(plan.id, { assignBy: `${year}-03-31`, acknowledgeBy: `${year}-03-15` });
    const none = await rowOf(api, TOWN);
    expect(none).toMatchObject({
      target: { percent: 50, acknowledgement: null },
      byPlan: { id: plan.id },
      mustAssign: true,
      plan: null,
      hasAssigned: false,
      assignDaysLeft: 21,
      acknowledgeDaysLeft: 5,
      children: 10,
      assigned: 0,
      acknowledged: 0,
    });
    const draft = (await createPlan(api, { issuer: TOWN, year })).plan;
    await setTargets(api, draft.id, [
      { unit: '05506', percent: 50 },
      { unit: '05509', percent: 50 },
    ]);
    expect(await rowOf(api, TOWN)).toMatchObject({ plan: { state: 'DRAFT' }, hasAssigned: false, assigned: 2 });
    await movePlanUpTo(api, draft.id, 'ISSUED', REASON);
    await acknowledge(await clerkOf('05506'), draft.id, '05506');
    expect(await rowOf(api, TOWN)).toMatchObject({
      plan: { id: draft.id, state: 'ISSUED' },
      hasAssigned: true,
      assignDaysLeft: null,
      assigned: 2,
      acknowledged: 1,
    });
    const below = await assignments(api, TOWN);
    expect(below.map((row) => [row.unit.code, row.mustAssign, row.target.acknowledgement !== null])).toEqual([
      ['05506', false, true],
      ['05509', false, false],
    ]);
  });

  it('counts days in Vietnam: the last one is the day itself there, and it is over when that day is', async () => {
    const plan = await given();
    await setDates(plan.id, { assignBy: `${year}-03-31` });
    const left = async () => (await rowOf(api, TOWN)).assignDaysLeft;
    at(`${year}-03-30`, '16:59:59Z');
    expect(await left()).toBe(1);
    at(`${year}-03-30`, '17:00:00Z');
    expect(await left()).toBe(0);
    at(`${year}-03-31`, '16:59:59Z');
    expect(await left()).toBe(0);
    at(`${year}-03-31`, '17:00:00Z');
    expect(await left()).toBe(-1);
    expect((await rowOf(api, TOWN, undefined, `${year}-03-01`)).assignDaysLeft).toBe(30);
    at(`${year + 3}-06-30`);
    expect(await left()).toBe(-275);
  });

  it('goes by the plan that holds at the end of the year, not by the one that it replaced', async () => {
    const plan = await given();
    const next = await amended(plan, [{ unit: TOWN, percent: 55 }]);
    expect(await rowOf(api, TOWN)).toMatchObject({ byPlan: { id: next.id }, target: { percent: 55 } });
  });

  it('shows a draft of a unit to nobody who may not read it', async () => {
    await given();
    await createPlan(api, { issuer: TOWN, year });
    expect((await rowOf(await clerkOf(CITY, 'PLANNER'), TOWN)).plan).toBeNull();
    expect((await rowOf(await clerkOf(TOWN, 'PLANNER'), TOWN)).plan).toMatchObject({ state: 'DRAFT' });
  });
});

describe('the dates of a plan', () => {
  it('make no new version, are kept, and go over to a plan that amends it', async () => {
    const plan = await given();
    const { data } = await setDates(plan.id, { assignBy: `${year}-03-31` });
    expect(data?.setPlanDates).toEqual({ version: plan.version, assignBy: `${year}-03-31`, acknowledgeBy: null });
    const next = await amended(plan, []);
    expect((await setDates(next.id, {}, { assignBy: `${year}-03-31` })).code).toBeUndefined();
  });

  it('that somebody else changed meanwhile are told and stay', async () => {
    const plan = await given();
    await setDates(plan.id, { assignBy: `${year}-03-31` });
    const late = await setDates(plan.id, { assignBy: `${year}-04-30` });
    expect([late.code, late.errors[0]?.extensions?.['assignBy']]).toEqual(['CONFLICT', `${year}-03-31`]);
    expect((await setDates(plan.id, {}, { assignBy: `${year}-03-31` })).code).toBeUndefined();
  });

  it.each([
    [-2, 'BAD_USER_INPUT'],
    [-1, undefined],
    [0, undefined],
    [1, 'BAD_USER_INPUT'],
  ])('lie in its year or the one before: %d', async (years, code) => {
    const plan = await given();
    const answer = await setDates(plan.id, { acknowledgeBy: `${year + years}-06-30` });
    expect([answer.code, answer.fields[0]?.path]).toEqual([code, code && 'acknowledgeBy']);
  });

  it('are set by nobody without the right at the issuing unit', async () => {
    const plan = await given();
    expect((await setDates(plan.id, {}, {}, await clerkOf(CITY, 'PLANNER'))).code).toBe('FORBIDDEN');
  });
});

describe('taking note of a target', () => {
  it.each([
    ['a clerk of the unit', CITY, 'CLERK', undefined],
    ['a planner of the unit', CITY, 'PLANNER', undefined],
    ['an approver of the unit', CITY, 'APPROVER', undefined],
    ['a viewer of the unit', CITY, 'VIEWER', 'FORBIDDEN'],
    ['a clerk of another unit', TOWN, 'CLERK', 'FORBIDDEN'],
    ['a clerk of one below it', '05503', 'CLERK', 'FORBIDDEN'],
    ['a planner of the province', '19', 'PLANNER', 'FORBIDDEN'],
  ])('by %s', async (_who, unit, role, code) => {
    const plan = await given();
    const caller = await clerkOf(unit, role);
    const may = (await rowOf(caller, CITY)).mayAcknowledge;
    const answer = await acknowledge(caller, plan.id, CITY);
    expect([answer.code, may]).toEqual([code, code === undefined]);
    expect((await rowOf(api, CITY)).target.acknowledgement !== null).toBe(code === undefined);
  });

  it('is not done by the administrator of everything', async () => {
    const plan = await given();
    expect((await acknowledge(api, plan.id, CITY)).code).toBe('FORBIDDEN');
  });

  it('said twice stays what it was, and makes no version', async () => {
    const plan = await given();
    const clerk = await clerkOf(CITY);
    await acknowledge(clerk, plan.id, CITY, ' Đã nhận ');
    const again = await acknowledge(await clerkOf(CITY), plan.id, CITY, 'Lần hai');
    expect(again.data?.acknowledgeTarget.version).toBe(plan.version);
    expect((await rowOf(clerk, CITY)).target.acknowledgement).toMatchObject({ note: 'Đã nhận', carriedOver: false });
    expect((await rowOf(clerk, CITY)).mayAcknowledge).toBe(false);
  });

  it('adds a note that no other unit reads', async () => {
    const plan = await given();
    await acknowledge(await clerkOf(CITY), plan.id, CITY, 'Đề nghị xem lại');
    const noteTo = async (caller: Caller) => (await rowOf(caller, CITY)).target.acknowledgement?.note;
    expect(await noteTo(await clerkOf(TOWN))).toBeNull();
    expect(await noteTo(await clerkOf(CITY))).toBe('Đề nghị xem lại');
    expect(await noteTo(api)).toBe('Đề nghị xem lại');
  });

  it.each([
    ['the number of a citizen', 'Ông A, CCCD 019123456789'],
    ['the code of a dossier', 'Xem hồ sơ 000.00.16.H55-220831-0001.'],
    ['more than there is room for', 'ý'.repeat(1_001)],
  ])('refuses a note with %s', async (_what, note) => {
    const plan = await given();
    const answer = await acknowledge(await clerkOf(CITY), plan.id, CITY, note);
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['note']]);
  });

  it('is of the latest issued plan alone, and of a unit that it gives a target', async () => {
    const plan = await given();
    const draft = (await createPlan(api, { issuer: '19', year, amends: plan.id })).plan;
    const clerk = await clerkOf('169');
    expect((await acknowledge(clerk, draft.id, '169')).code).toBe('NOT_FOUND');
    expect((await acknowledge(clerk, plan.id, '169')).fields[0]?.path).toBe('unit');
    await movePlanUpTo(api, draft.id, 'ISSUED', REASON);
    expect((await acknowledge(await clerkOf(CITY), plan.id, CITY)).code).toBe('CONFLICT');
  });

  it('carries over to an amending plan where everything that was asked is the same, and says so', async () => {
    const plan = await given();
    await acknowledge(await clerkOf(CITY), plan.id, CITY);
    await acknowledge(await clerkOf(TOWN), plan.id, TOWN);
    const next = await amended(plan, [{ unit: TOWN, percent: 55 }]);
    const told = async () => (await assignments(api)).map(({ target }) => target.acknowledgement?.carriedOver ?? null);
    expect(await told()).toEqual([true, null]);
    const third = await amended(next, [{ unit: CITY, percent: 60, scope: 'OWN' }]);
    expect(await told()).toEqual([null, null]);
    await acknowledge(await clerkOf(TOWN), third.id, TOWN);
    expect(await told()).toEqual([null, false]);
  });

  it('does not carry over where a mark of a month that is still to come was changed, nor where one has to assign by another day', async () => {
    const plan = await given();
    for (const unit of [CITY, TOWN]) await acknowledge(await clerkOf(unit), plan.id, unit);
    const told = async () => (await assignments(api)).map(({ target }) => target.acknowledgement?.carriedOver ?? null);
    const draft = (await createPlan(api, { issuer: '19', year, amends: plan.id })).plan;
    const marks = [
      { unit: CITY, month: 3, percent: 1 },
      { unit: TOWN, month: 9, percent: 1 },
    ];
    await api.ask(
      'mutation ($plan: ID!, $marks: [MilestoneInput!]!) { setMilestones(plan: $plan, marks: $marks) { id } }',
      {
        plan: draft.id,
        marks,
      },
    );
    const decision = { number: `${year}/QĐ-UBND`, issuedOn: `${year}-06-20`, effectiveOn: `${year}-07-01` };
    const next = await movePlanUpTo(api, draft.id, 'ISSUED', { ...REASON, decision });
    expect(await told()).toEqual([true, null]);
    await setDates(next.id, { acknowledgeBy: `${year}-07-15` });
    expect(await told()).toEqual([true, null]);
    await setDates(next.id, { assignBy: `${year}-08-01` }, { acknowledgeBy: `${year}-07-15` });
    expect(await told()).toEqual([null, null]);
  });

  it('is in the audit trail by unit and percentage, never by its note', async () => {
    const plan = await given();
    await acknowledge(await clerkOf(CITY), plan.id, CITY, 'Điều bí mật');
    const { rows } = await api.db.query<{ body: string }>(
      `select row_to_json(e)::text as body from audit_event e order by seq desc limit 1`,
    );
    expect(rows[0]?.body).toContain('TARGET_ACKNOWLEDGED');
    expect(rows[0]?.body).toContain('60');
    expect(rows[0]?.body).not.toContain('bí mật');
  });

  it('is made in the database by nobody who is not of the unit', async () => {
    const plan = await given();
    const { rows } = await api.db.query<{ of: boolean; other: boolean; successor: boolean }>(
      `with u as (select code, unit_id from unit_version where superseded_by is null)
       select is_of_unit((select min(unit_id) from u where code = '164'), (select min(unit_id) from u where code = '164')) as of,
              is_of_unit((select min(unit_id) from u where code = '165'), (select min(unit_id) from u where code = '164')) as other,
              is_of_unit((select min(unit_id) from u where code = '05644'), (select min(unit_id) from u where code = '05608')) as successor`,
    );
    expect(rows[0]).toEqual({ of: true, other: false, successor: true });
    expect(plan.state).toBe('ISSUED');
  });
});
