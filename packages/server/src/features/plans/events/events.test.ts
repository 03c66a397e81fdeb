import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { cascade, clearTargets, createPlan, movePlanUpTo, setTargets } from '../../../../test/plans.ts';

const [A, B] = ['05506', '05509'] as const;

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-01T05:00:00Z') });
});
afterAll(() => api.close());

interface EventSeen {
  what: string;
  numbers: {
    count: number;
    targets: { unit: { code: string }; before: number | null; after: number | null; locked: boolean | null }[];
    proposedBy: { method: string; policy: string; step: number; required: number | null } | null;
  } | null;
}

async function events(id: string, caller: Caller = api): Promise<EventSeen[]> {
  const query = `{ targetPlan(id: "${id}") { events { what numbers { count targets { unit { code } before after locked }
    proposedBy { method policy step required } } } } }`;
  return (await caller.ask<{ targetPlan: { events: EventSeen[] } }>(query)).targetPlan.events;
}

it('tells of each change which units went from what to what, and what was locked; what stayed is not told', async () => {
  const { plan } = await createPlan(api, { year: 2031 });
  await setTargets(api, plan.id, [
    { unit: A, percent: 50 },
    { unit: B, percent: 60 },
  ]);
  await setTargets(api, plan.id, [
    { unit: A, percent: 50 },
    { unit: B, percent: 60.5, locked: true },
  ]);
  await clearTargets(api, plan.id, [A]);
  const told = (await events(plan.id)).map(({ what, numbers }) => [
    what,
    numbers?.targets.map(({ unit, before, after, locked }) => [unit.code, before, after, locked]),
  ]);
  expect(told).toEqual([
    ['CREATED', []],
    [
      'TARGETS_SET',
      [
        [A, null, 50, null],
        [B, null, 60, null],
      ],
    ],
    ['TARGETS_SET', [[B, 60, 60.5, true]]],
    ['TARGETS_CLEARED', [[A, 50, null, null]]],
  ]);
});

it('tells by which method numbers were proposed and what it was told, also where the page took them over', async () => {
  const { plan } = await createPlan(api, { year: 2032 });
  await cascade(api, plan.id, 'UNIFORM', { options: { required: 55, step: 1, policy: 'FLOOR' } });
  await setTargets(api, plan.id, [{ unit: A, percent: 50 }], { proposedBy: 'FAIREST' });
  expect((await events(plan.id)).map(({ numbers }) => numbers?.proposedBy ?? null)).toEqual([
    null,
    { method: 'UNIFORM', policy: 'FLOOR', step: 1, required: 55 },
    { method: 'FAIREST', policy: 'MEAN', step: 0.5, required: null },
  ]);
});

it('tells numbers to nobody who may not read drafts of the issuing unit, also once the plan is issued', async () => {
  const { plan } = await createPlan(api, { year: 2033 });
  await setTargets(api, plan.id, [{ unit: A, percent: 50 }]);
  await movePlanUpTo(api, plan.id, 'ISSUED', { reason: 'Theo quyết định.' });
  const elsewhere = api.as(await buildAccount(api, { role: 'PLANNER', unit: '164' }));
  expect((await events(plan.id, elsewhere)).map(({ numbers }) => numbers)).toEqual([null, null, null, null, null]);
  const own = api.as(await buildAccount(api, { role: 'PLANNER', unit: '165' }));
  expect((await events(plan.id, own))[1]?.numbers?.count).toBe(1);
});
