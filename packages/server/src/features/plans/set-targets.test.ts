import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { clearTargets, createPlan, movePlanUpTo, percents, setTargets, type PlanSeen } from '../../../test/plans.ts';

let api: Api;
let draft: PlanSeen;
let year = 2040;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  draft = (await createPlan(api, { issuer: '172', year: (year += 1) })).plan;
});

const [FIRST, SECOND, THIRD] = ['05854', '05857', '05860'] as const;

describe('setting targets', () => {
  it('sets some, leaves the others, and grows the version by one each time', async () => {
    const once = await setTargets(api, draft.id, [
      { unit: FIRST, percent: 55 },
      { unit: SECOND, percent: 0.01, scope: 'OWN', locked: true },
    ]);
    expect(once.plan.version).toBe(2);
    expect(once.plan.targets).toEqual([
      { unit: { code: FIRST }, percent: 55, scope: 'SUBTREE', locked: false },
      { unit: { code: SECOND }, percent: 0.01, scope: 'OWN', locked: true },
    ]);
    const again = await setTargets(api, draft.id, [
      { unit: FIRST, percent: 54.99 },
      { unit: THIRD, percent: 100 },
    ]);
    expect([again.plan.version, percents(again.plan)]).toEqual([
      3,
      [`${FIRST}=54.99`, `${SECOND}=0.01`, `${THIRD}=100`],
    ]);
  });

  it('keeps every hundredth as it is', async () => {
    for (const percent of [0, 0.07, 8.2, 16.1, 33.33, 57.57, 99.99, 100]) {
      const { plan } = await setTargets(api, draft.id, [{ unit: FIRST, percent }]);
      expect(percents(plan)).toEqual([`${FIRST}=${percent}`]);
    }
  });

  it('clears the targets of some', async () => {
    await setTargets(api, draft.id, [
      { unit: FIRST, percent: 1 },
      { unit: SECOND, percent: 2 },
      { unit: THIRD, percent: 3 },
    ]);
    const { plan } = await clearTargets(api, draft.id, [FIRST, THIRD], { expectedVersion: 2 });
    expect([plan.version, percents(plan)]).toEqual([3, [`${SECOND}=2`]]);
  });

  it('remembers who did what', async () => {
    await setTargets(api, draft.id, [{ unit: FIRST, percent: 1 }]);
    await clearTargets(api, draft.id, [FIRST]);
    const { targetPlan } = await api.ask<{ targetPlan: { events: { what: string; version: number; by: string }[] } }>(
      `{ targetPlan(id: "${draft.id}") { events { what version by } } }`,
    );
    expect(targetPlan.events.map(({ what, version, by }) => `${version} ${what} ${by}`)).toEqual([
      '1 CREATED Quản trị hệ thống',
      '2 TARGETS_SET Quản trị hệ thống',
      '3 TARGETS_CLEARED Quản trị hệ thống',
    ]);
  });

  const wrong: [string, { unit: string; percent: number }[], string[]][] = [
    ['a unit of another district', [{ unit: '05506', percent: 1 }], ['targets.0.unit']],
    ['the issuing unit itself', [{ unit: '172', percent: 1 }], ['targets.0.unit']],
    ['the province', [{ unit: '19', percent: 1 }], ['targets.0.unit']],
    [
      'a unit that nobody knows',
      [
        { unit: FIRST, percent: 1 },
        { unit: 'x', percent: 1 },
      ],
      ['targets.1.unit'],
    ],
    [
      'a unit twice',
      [
        { unit: FIRST, percent: 1 },
        { unit: SECOND, percent: 1 },
        { unit: FIRST, percent: 2 },
      ],
      ['targets.2.unit'],
    ],
    [
      'several at once',
      [
        { unit: 'x', percent: 1 },
        { unit: FIRST, percent: 1 },
        { unit: '165', percent: 2 },
      ],
      ['targets.0.unit', 'targets.2.unit'],
    ],
  ];
  it.each(wrong)('refuses %s, names every place and writes nothing', async (_what, targets, paths) => {
    const answer = await setTargets(api, draft.id, targets);
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', paths]);
    const { targetPlan } = await api.ask<{ targetPlan: PlanSeen }>(
      `{ targetPlan(id: "${draft.id}") { version targets { percent } } }`,
    );
    expect(targetPlan).toEqual({ version: 1, targets: [] });
  });

  it.each([-0.01, 100.01, 1e300, 54.999, 0.001])(
    'refuses %s percent as a variable and written out',
    async (percent) => {
      const asVariable = await setTargets(api, draft.id, [
        { unit: FIRST, percent: 1 },
        { unit: SECOND, percent },
      ]);
      expect([asVariable.code, asVariable.fields.map(({ path }) => path)]).toEqual([
        'BAD_USER_INPUT',
        ['targets.1.percent'],
      ]);
      const literal = `{ unit: "${SECOND}", percent: ${percent} }`;
      const writtenOut = await api.gql(
        `mutation { setTargets(plan: "${draft.id}", targets: [{ unit: "${FIRST}", percent: 1 }, ${literal}]) { id } }`,
      );
      expect([writtenOut.code, writtenOut.fields.map(({ path }) => path)]).toEqual([
        'BAD_USER_INPUT',
        ['targets.1.percent'],
      ]);
    },
  );

  it('names the field by its argument, whatever a variable in it is called', async () => {
    const query = `mutation ($p: Percent!) { setTargets(plan: "${draft.id}", targets: [{ unit: "${FIRST}", percent: $p }]) { id } }`;
    expect((await api.gql(query, { p: 100.5 })).fields.map(({ path }) => path)).toEqual(['targets.0.percent']);
    const list = `mutation ($all: [TargetInput!]!) { setTargets(plan: "${draft.id}", targets: $all) { id } }`;
    expect((await api.gql(list, { all: [{ unit: FIRST, percent: '5' }] })).fields.map(({ path }) => path)).toEqual([
      'targets.0.percent',
    ]);
  });
});

describe('a plan that somebody else changed', () => {
  it('is refused with the current version where the caller saw another one', async () => {
    await setTargets(api, draft.id, [{ unit: FIRST, percent: 1 }], { expectedVersion: 1 });
    for (const call of [
      setTargets(api, draft.id, [{ unit: FIRST, percent: 2 }], { expectedVersion: 1 }),
      clearTargets(api, draft.id, [FIRST], { expectedVersion: 1 }),
    ]) {
      const answer = await call;
      expect(answer.code).toBe('CONFLICT');
      expect(answer.errors[0]?.extensions).toMatchObject({ version: 2, fields: [{ path: 'expectedVersion' }] });
    }
  });

  it('lets one of several through that saw the same version', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((percent) => setTargets(api, draft.id, [{ unit: FIRST, percent }], { expectedVersion: 1 })),
    );
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', undefined]);
  });

  it.each(['SUBMITTED', 'APPROVED', 'ISSUED'])('cannot be changed once it is %s', async (state) => {
    const moved = await movePlanUpTo(api, draft.id, state, { reason: 'Theo quyết định.' });
    for (const call of [
      setTargets(api, draft.id, [{ unit: FIRST, percent: 1 }]),
      clearTargets(api, draft.id, [FIRST]),
    ]) {
      const answer = await call;
      expect(answer.code).toBe('CONFLICT');
      expect(answer.errors[0]?.extensions).toMatchObject({ version: moved.version, state, fields: [{ path: 'plan' }] });
    }
  });

  it('is NOT_FOUND where there is none', async () => {
    for (const id of ['b2a7c5a8-8d4b-4b51-9d8b-2d7f52a1a111', '', 'x'.repeat(10_000)])
      expect((await setTargets(api, id, [])).code).toBe('NOT_FOUND');
  });
});
