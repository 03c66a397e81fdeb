import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { newestEvent, trailOf, type SeenEvent } from '../../../test/audit-trail.ts';
import { buildAccount, saveProcedures } from '../../../test/factories.ts';
import { cascade, clearTargets, createPlan, issuePlan, movePlan, setTargets } from '../../../test/plans.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
});
afterAll(() => api.close());

const newest = (about: string): Promise<SeenEvent | undefined> => newestEvent(api, about);
const trail = (variables: Record<string, unknown>): Promise<SeenEvent[]> => trailOf(api, variables);

let year = 2030;
const nextPlan = (input: Record<string, unknown> = {}) => createPlan(api, { year: (year += 1), ...input });

describe('a plan leaves behind', () => {
  it('that it was begun', async () => {
    const { plan } = await nextPlan();
    expect(await newest(`PLAN:${plan.id}`)).toMatchObject({
      actorKind: 'PERSON',
      actorName: 'Quản trị hệ thống',
      address: '127.0.0.1',
      what: 'PLAN_CREATED',
      aboutKind: 'PLAN',
      aboutId: plan.id,
      unit: { code: '165' },
      before: null,
      after: { issuer: '165', indicator: 'ONLINE_RESOLUTION_L4', year, state: 'DRAFT' },
      text: `Quản trị hệ thống lập bản giao chỉ tiêu năm ${year} của Thành phố Sông Công.`,
    });
  });

  it('the targets that were and that are, of the units that changed', async () => {
    const { plan } = await nextPlan();
    await setTargets(api, plan.id, [
      { unit: '05506', percent: 55 },
      { unit: '05509', percent: 60 },
    ]);
    await setTargets(api, plan.id, [{ unit: '05506', percent: 57.25, scope: 'OWN', locked: true }]);
    const target = { unit: '05506', name: expect.stringMatching(/\S/) as string };
    expect(await newest(plan.id)).toMatchObject({
      what: 'TARGETS_SET',
      before: { version: 2, targets: [{ ...target, percent: 55, scope: 'SUBTREE', locked: false }] },
      after: { version: 3, targets: [{ ...target, percent: 57.25, scope: 'OWN', locked: true }] },
    });
    await clearTargets(api, plan.id, ['05509']);
    expect(await newest(plan.id)).toMatchObject({
      what: 'TARGETS_CLEARED',
      before: { version: 3, targets: [{ unit: '05509', percent: 60 }] },
      after: { version: 4, targets: [] },
    });
  });

  it('what a cascade made of it, and nothing of a preview', async () => {
    const { plan } = await nextPlan();
    await cascade(api, plan.id, 'UNIFORM', { options: { required: 50 }, preview: true });
    expect(await newest(plan.id)).toMatchObject({ what: 'PLAN_CREATED' });
    await cascade(api, plan.id, 'UNIFORM', { options: { required: 50 } });
    const event = await newest(plan.id);
    expect(event).toMatchObject({ what: 'TARGETS_CASCADED', before: { targets: [] } });
    expect(event?.after?.targets).toContainEqual(expect.objectContaining({ unit: '05506', percent: 50 }));
  });

  it('each of its states, with the decision and the days in force', async () => {
    const decision = { number: '9/QĐ-UBND', issuedOn: `${year + 1}-02-01`, effectiveOn: `${year + 1}-03-01` };
    const plan = await issuePlan(api, { year: (year += 1) }, [{ unit: '05506', percent: 55 }], decision);
    const events = await trail({ about: plan.id });
    expect(events.map(({ what, before, after }) => [what, before?.state, after?.state])).toEqual([
      ['PLAN_MOVED', 'APPROVED', 'ISSUED'],
      ['PLAN_MOVED', 'SUBMITTED', 'APPROVED'],
      ['PLAN_MOVED', 'DRAFT', 'SUBMITTED'],
      ['TARGETS_SET', undefined, undefined],
      ['PLAN_CREATED', undefined, 'DRAFT'],
    ]);
    expect(events[0]?.after).toMatchObject({ decision, inForce: `[${year}-03-01,${year}-12-31]` });
    expect(events[0]?.text).toBe(
      `Quản trị hệ thống chuyển bản giao chỉ tiêu năm ${year} của Thành phố Sông Công sang đã ban hành.`,
    );
    // What a person writes may say anything of anybody.
    expect(JSON.stringify(events)).not.toContain('Theo quyết định.');
  });

  it('that somebody approved their own work, and says nothing of that where another one did', async () => {
    const approver = api.as(await buildAccount(api, { role: 'APPROVER', unit: '165' }));
    const own = (await nextPlan()).plan;
    await movePlan(api, own.id, 'SUBMITTED');
    expect((await newest(own.id))?.after).not.toHaveProperty('ownWork');
    await movePlan(api, own.id, 'APPROVED');
    expect(await newest(own.id)).toMatchObject({ after: { state: 'APPROVED', ownWork: true } });
    const other = (await nextPlan()).plan;
    await movePlan(api, other.id, 'SUBMITTED');
    expect((await movePlan(approver, other.id, 'APPROVED')).code).toBeUndefined();
    const event = await newest(other.id);
    expect(event).toMatchObject({ what: 'PLAN_MOVED', after: { state: 'APPROVED' } });
    expect(event?.after).not.toHaveProperty('ownWork');
  });

  it('that another one took its place', async () => {
    const first = await issuePlan(api, { year: (year += 1) }, [{ unit: '05506', percent: 55 }]);
    const second = (await createPlan(api, { year, amends: first.id })).plan;
    expect(await newest(second.id)).toMatchObject({ what: 'PLAN_AMENDMENT_BEGUN', after: { amends: first.id } });
    for (const to of ['SUBMITTED', 'APPROVED', 'ISSUED']) await movePlan(api, second.id, to, { reason: 'Điều chỉnh.' });
    expect(await newest(first.id)).toMatchObject({
      what: 'PLAN_SUPERSEDED',
      before: { state: 'ISSUED' },
      after: { state: 'SUPERSEDED' },
    });
  });

  it('nothing of a change that was refused', async () => {
    const { plan } = await nextPlan();
    const count = (await trail({ first: 500 })).length;
    expect((await setTargets(api, plan.id, [{ unit: '05506', percent: 50 }], { expectedVersion: 7 })).code).toBe(
      'CONFLICT',
    );
    expect(await trail({ first: 500 })).toHaveLength(count);
  });
});
