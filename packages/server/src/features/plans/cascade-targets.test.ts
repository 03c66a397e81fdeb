import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import {
  cascade,
  createPlan,
  issuePlan,
  movePlan,
  movePlanUpTo,
  percents,
  setTargets,
  type CascadeSeen,
  type PlanSeen,
} from '../../../test/plans.ts';

let api: Api;
let plan: PlanSeen;

const [A, B, C, IDLE] = ['05506', '05509', '05512', '05515'] as const;
const CHILDREN = ['05506', '05509', '05512', '05515', '05518', '05521', '05527', '05528', '05530', '05533'];
const METHODS = ['UNIFORM', 'PROPORTIONAL', 'CLOSE_THE_GAP', 'FAIREST', 'LEAST_EFFORT', 'SPREAD_REMAINDER'];

/** So many resolved dossiers of 2021, so many of them online. */
function dossiers(organisation: string, count: number, online: number): Record<string, string>[] {
  return Array.from({ length: count }, (_none, number) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, number),
      KenhThucHien: number < online ? '2' : '1',
      NgayTiepNhan: '20211201080000',
      NgayKetThucXuLy: '20211202080000',
    }),
  );
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-01T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }, { procedure: '2.000815', tier: 'DISTRICT' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'], [C]: ['H55.1.3'], '165': ['H55.1'] });
  // 200 dossiers of three communes, 90 online, and 20 of the city itself, half of them online.
  await api.ingest([
    ...dossiers('H55.1.1', 100, 40),
    ...dossiers('H55.1.2', 50, 10),
    ...dossiers('H55.1.3', 50, 40),
    ...dossiers('H55.1', 20, 10),
  ]);
});
afterAll(() => api.close());
beforeEach(async () => {
  plan = (await createPlan(api)).plan;
  return async () =>
    void (await api.db.query(
      'delete from milestone; delete from target; delete from plan_event; delete from target_plan',
    ));
});

async function proposed(method: string, options: Record<string, unknown> = {}, preview = true): Promise<CascadeSeen> {
  const answer = await cascade(api, plan.id, method, { options: { required: 55, ...options }, preview });
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.cascadeTargets;
}

const seen = async () =>
  (
    await api.ask<{ targetPlan: PlanSeen }>(
      `{ targetPlan(id: "${plan.id}") { version targets { unit { code } percent scope locked } } }`,
    )
  ).targetPlan;
const byCode = ({ proposals }: CascadeSeen) =>
  Object.fromEntries(proposals.map(({ unit, percent }) => [unit.code, percent]));

describe('a cascade', () => {
  it('reckons with the last period of every child and with the own dossiers of the issuing unit', async () => {
    const result = await proposed('UNIFORM');
    expect(result.proposals.map(({ unit }) => unit.code)).toEqual(CHILDREN);
    const figures = result.proposals.slice(0, 4).map(({ volume, baseline }) => `${volume} ${baseline}`);
    expect(figures).toEqual(['100 40', '50 20', '50 80', '0 null']);
    // 55 % of 220 are 121; the city itself brings 10, the communes 111 of 200: 55.5 %. Who has no dossiers stays at 55.
    expect(byCode(result)).toMatchObject({ [A]: 55.5, [B]: 55.5, [C]: 55.5, [IDLE]: 55 });
    expect(result).toMatchObject({
      feasible: true,
      required: 55,
      achieved: 55,
      residualPoints: 0,
      residualDossiers: 0,
      conflicts: [],
    });
  });

  it.each(METHODS)('by %s reaches the target in steps, and says why in the language of the caller', async (method) => {
    const result = await proposed(method, { step: 0.25 });
    expect([result.feasible, result.residualPoints, result.residualDossiers]).toEqual([true, 0, 0]);
    expect(result.achieved).toBeGreaterThanOrEqual(55);
    const online = result.proposals.reduce((sum, { percent, volume }) => sum + percent * volume, 0) + 50 * 20;
    expect(online).toBeGreaterThanOrEqual(55 * 220);
    expect(result.proposals.filter(({ percent }) => !Number.isInteger(percent * 4))).toEqual([]);
    const english = await api.gql<{ cascadeTargets: CascadeSeen }>(
      `mutation { cascadeTargets(plan: "${plan.id}", method: ${method}, options: { required: 55, step: 0.25 }, preview: true) { proposals { reason } } }`,
      {},
      { 'accept-language': 'en' },
    );
    const reasons = english.data?.cascadeTargets.proposals.map(({ reason }) => reason) ?? [];
    expect(reasons.filter((reason, index) => reason === '' || reason === result.proposals[index]?.reason)).toEqual([]);
  });

  it.each(METHODS)('by %s writes nothing as a preview, and just what it proposes otherwise', async (method) => {
    const preview = await proposed(method);
    expect(await seen()).toEqual({ version: 1, targets: [] });
    const written = await proposed(method, {}, false);
    expect(written).toEqual(preview);
    const after = await seen();
    expect([after.version, percents(after)]).toEqual([
      2,
      preview.proposals.map(({ unit, percent }) => `${unit.code}=${percent}`),
    ]);
    expect(new Set(after.targets.map(({ scope, locked }) => `${scope} ${locked}`))).toEqual(new Set(['SUBTREE false']));
  });

  it('keeps what stands in the plan where it spreads only the remainder', async () => {
    await setTargets(api, plan.id, [{ unit: A, percent: 70 }]);
    const result = await proposed('SPREAD_REMAINDER', {}, false);
    expect(byCode(result)[A]).toBe(70);
    expect(result.feasible).toBe(true);
  });

  it('keeps locked targets, and locks what is told as locked, with their scope', async () => {
    await setTargets(api, plan.id, [{ unit: A, percent: 12.34, scope: 'OWN', locked: true }]);
    await proposed('UNIFORM', { units: [{ unit: B, locked: 99 }] }, false);
    const { targets } = await seen();
    expect(targets[0]).toMatchObject({ percent: 12.34, scope: 'OWN', locked: true });
    expect(targets[1]).toMatchObject({ percent: 99, scope: 'SUBTREE', locked: true });
    expect(targets[2]).toMatchObject({ locked: false });
  });

  it('reckons with what is told of a unit instead of its figures', async () => {
    const units = [
      { unit: A, volume: 0 },
      { unit: B, volume: 150, baseline: 33.33 },
      { unit: '165', volume: 0 },
      { unit: C, floor: 70, ceiling: 71 },
    ];
    const result = await proposed('UNIFORM', { units });
    expect(result.proposals[1]).toMatchObject({ volume: 150, baseline: 33.33 });
    expect(byCode(result)).toMatchObject({ [A]: 55, [C]: 70 });
    // 55 % of 200 are 110; 35 come from the third commune, so the second needs 75 of 150.
    expect(byCode(result)[B]).toBe(50);
    const own = await proposed('UNIFORM', { units: [{ unit: '165', volume: 20, locked: 100 }] });
    expect(byCode(own)[A]).toBe(50.5);
  });

  it('asks every single unit to reach the target under the policy FLOOR', async () => {
    const result = await proposed('LEAST_EFFORT', { policy: 'FLOOR' });
    expect(Math.min(...result.proposals.map(({ percent }) => percent))).toBe(55);
  });

  it('tells by how much a target is out of reach and what stands in the way; the draft may keep it, issuing needs a reason', async () => {
    const result = await proposed('FAIREST', { ceiling: 50 }, false);
    expect(result).toMatchObject({ feasible: false, achieved: 50, residualPoints: 5, residualDossiers: 11 });
    expect(result.conflicts.join()).toContain('50,00');
    await issuePlan(api, { issuer: '19' }, [{ unit: '165', percent: 55 }]);
    await movePlanUpTo(api, plan.id, 'APPROVED');
    const refused = await movePlan(api, plan.id, 'ISSUED');
    expect([refused.code, refused.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['reason']]);
    expect(refused.errors[0]?.message).toContain('11');
    expect((await movePlan(api, plan.id, 'ISSUED', { reason: 'Đường truyền chưa có.' })).plan.state).toBe('ISSUED');
  });
});

describe('what is required', () => {
  it("comes from the issuing unit's own target unless it is told", async () => {
    await issuePlan(api, { issuer: '19' }, [{ unit: '165', percent: 61.5 }]);
    const answer = await cascade(api, plan.id, 'UNIFORM', { preview: true });
    expect(answer.data?.cascadeTargets.required).toBe(61.5);
    expect((await proposed('UNIFORM', { required: 20 })).required).toBe(20);
  });

  it('is needed where the issuing unit has no target', async () => {
    const answer = await cascade(api, plan.id, 'UNIFORM', { preview: true });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['options.required']]);
  });

  it('can be told for the province, which nobody assigns anything', async () => {
    const { plan: top } = await createPlan(api, { issuer: '19' });
    expect((await cascade(api, top.id, 'UNIFORM')).fields[0]?.path).toBe('options.required');
    const answer = await cascade(api, top.id, 'UNIFORM', { options: { required: 55 } });
    const city = answer.data?.cascadeTargets.proposals.find(({ unit }) => unit.code === '165');
    expect(city).toMatchObject({ volume: 220, baseline: 45.45, percent: 55 });
  });
});

describe('options that make no sense', () => {
  const wrong: [string, Record<string, unknown>, string[]][] = [
    ['a step of nothing', { step: 0 }, ['options.step']],
    ['a step beyond 100', { step: 100.5 }, ['options.step']],
    ['a required target beyond 100', { required: 101 }, ['options.required']],
    ['a floor above the ceiling', { floor: 60, ceiling: 50 }, ['options.floor']],
    ['a unit that nobody knows', { units: [{ unit: A }, { unit: 'x' }] }, ['options.units.1.unit']],
    ['a unit of another district', { units: [{ unit: '05854' }] }, ['options.units.0.unit']],
    ['a unit twice', { units: [{ unit: A }, { unit: A }] }, ['options.units.1.unit']],
    ['fewer dossiers than none', { units: [{ unit: B }, { unit: A, volume: -1 }] }, ['options.units.1.volume']],
    ['more dossiers than there are people', { units: [{ unit: A, volume: 10_000_001 }] }, ['options.units.0.volume']],
    [
      "a volume of the issuing unit's own",
      { units: [{ unit: '165', volume: 10_000_001 }] },
      ['options.units.0.volume'],
    ],
    ['fewer own dossiers than none', { units: [{ unit: '165', volume: -1 }] }, ['options.units.0.volume']],
    ["a unit's floor above its ceiling", { units: [{ unit: C, floor: 60, ceiling: 50 }] }, ['options.units.0.floor']],
    [
      "a unit's floor above the common ceiling",
      { ceiling: 50, units: [{ unit: C, floor: 60 }] },
      ['options.units.0.floor'],
    ],
    [
      "a unit's ceiling below the common floor",
      { floor: 50, units: [{ unit: C, ceiling: 40 }] },
      ['options.units.0.ceiling'],
    ],
    ['a floor with three decimals', { units: [{ unit: C, floor: 60.125 }] }, ['options.units.0.floor']],
  ];
  it.each(wrong)('refuses %s and names the field', async (_what, options, paths) => {
    const answer = await cascade(api, plan.id, 'UNIFORM', { options: { required: 55, ...options } });
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', paths]);
    expect((await seen()).version).toBe(1);
  });

  it('says what is wrong in words', async () => {
    const answer = await cascade(api, plan.id, 'UNIFORM', { options: { required: 55, step: 0 } });
    expect(answer.errors[0]?.message).not.toMatch(/[A-Z]_[A-Z]/);
  });
});

describe('a plan that is no draft', () => {
  it('may be tried but not written', async () => {
    await movePlanUpTo(api, plan.id, 'ISSUED', { reason: 'Theo quyết định.' });
    expect((await proposed('UNIFORM')).feasible).toBe(true);
    const answer = await cascade(api, plan.id, 'UNIFORM', { options: { required: 55 } });
    expect(answer.code).toBe('CONFLICT');
    expect(answer.errors[0]?.extensions).toMatchObject({ version: 4, state: 'ISSUED' });
  });

  it('is NOT_FOUND where there is none', async () => {
    expect((await cascade(api, 'nothing', 'UNIFORM')).code).toBe('NOT_FOUND');
  });

  it('lets one of several cascades through that started from the same version', async () => {
    const answers = await Promise.all(
      METHODS.map((method) => cascade(api, plan.id, method, { options: { required: 55 } })),
    );
    const { version } = await seen();
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(version - 1);
    expect(new Set(answers.map(({ code }) => code ?? 'taken'))).toEqual(new Set(['taken', 'CONFLICT']));
  });
});
