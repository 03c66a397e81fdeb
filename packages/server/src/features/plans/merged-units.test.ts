import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  nameUnits,
  saveProcedures,
} from '../../../test/factories.ts';
import {
  cascade,
  createPlan,
  clearTargets,
  issuePlan,
  movePlan,
  movePlanUpTo,
  percents,
  setTargets,
  type PlanSeen,
} from '../../../test/plans.ts';

/** On 01/03/2025 Giang Tiên (05608) became part of Phấn Mễ (05644), both of Phú Lương (168). */
const [DISTRICT, ENDED, TAKES_OVER, OTHER] = ['168', '05608', '05644', '05611'] as const;
const REASON = { reason: 'Theo quyết định.' };
let api: Api;
let number = 0;
let plan: PlanSeen;
let parent: PlanSeen;
const clerks = {} as Record<string, Caller>;

const at = (day: string): void => void (api.app.now = () => new Date(`${day}T05:00:00Z`));

/** Dossiers that a unit finished in a month, the first of them online. */
async function finish(organisation: string, day: string, count: number, online: number): Promise<void> {
  const stamp = `${day.replaceAll('-', '')}090000`;
  const rows = Array.from({ length: count }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, (number += 1)),
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: stamp,
      NgayKetThucXuLy: stamp,
    }),
  );
  expect((await api.ingest(rows)).result.created).toBe(count);
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2025-01-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815', tier: 'COMMUNE' }]);
  await nameUnits(api, { [ENDED]: ['H55.8.1'], [TAKES_OVER]: ['H55.8.2'], [OTHER]: ['H55.8.3'] });
  await finish('H55.8.1', '2024-06-10', 20, 5);
  await finish('H55.8.2', '2024-06-10', 40, 20);
  await finish('H55.8.3', '2024-12-10', 40, 20);
  for (const unit of [ENDED, TAKES_OVER, OTHER])
    clerks[unit] = api.as(await buildAccount(api, { role: 'CLERK', unit }));
  parent = await issuePlan(api, { issuer: '19', year: 2025 }, [{ unit: DISTRICT, percent: 55 }]);
  plan = await issuePlan(api, { issuer: DISTRICT, year: 2025 }, [
    { unit: ENDED, percent: 50 },
    { unit: TAKES_OVER, percent: 60 },
    { unit: OTHER, percent: 55 },
  ]);
});
afterAll(() => api.close());

interface Seen {
  children: { unit: { code: string }; volume: number; baseline: number | null }[];
  rollUp: { achieved: number; feasible: boolean };
  standing: { required: number; changed: boolean; addsUp: boolean; issuerEndedOn: string | null };
  targets: { unit: { code: string }; milestones: { month: number; percent: number }[] }[];
}
async function seen({ id }: { id: string }): Promise<Seen> {
  const fields = `children { unit { code } volume baseline } rollUp { achieved feasible }
    standing { required changed addsUp issuerEndedOn } targets { unit { code } milestones { month percent } }`;
  return (await api.ask<{ targetPlan: Seen }>(`{ targetPlan(id: "${id}") { ${fields} } }`)).targetPlan;
}
const volumes = ({ children }: Seen) =>
  children.filter(({ volume }) => volume > 0).map(({ unit, volume }) => [unit.code, volume]);
const acknowledge = (caller: Caller | undefined, unit: string, id = plan.id) =>
  (caller ?? api).gql('mutation ($plan: ID!, $unit: ID!) { acknowledgeTarget(plan: $plan, unit: $unit) { id } }', {
    plan: id,
    unit,
  });
const rows = async (on?: string) =>
  (
    await api.ask<{
      assignments: { unit: { code: string }; target: { acknowledgement: { carriedOver: boolean } | null } }[];
    }>(
      `query ($on: Date) { assignments(indicator: "ONLINE_RESOLUTION_L4", year: 2025, under: "${DISTRICT}", on: $on) {
         unit { code } target { acknowledgement { carriedOver } } } }`,
      { on },
    )
  ).assignments.map(({ unit, target }) => `${unit.code}=${target.acknowledgement?.carriedOver ?? 'no'}`);

describe('dossiers that come in once a plan is frozen', () => {
  it('move none of its numbers, while how it stands is asked anew', async () => {
    const before = await seen(plan);
    expect(volumes(before)).toEqual([
      [ENDED, 20],
      [OTHER, 40],
      [TAKES_OVER, 40],
    ]);
    expect(before.standing).toMatchObject({ required: 55, changed: false, addsUp: true });
    await finish('H55.8.1', '2024-07-10', 500, 0);
    await finish('H55.8.2', '2023-07-10', 10, 10);
    expect(await seen(plan)).toEqual(before);
    const { plan: amending } = await createPlan(api, { issuer: '19', year: 2025, amends: parent.id });
    await setTargets(api, amending.id, [{ unit: DISTRICT, percent: 65 }]);
    parent = await movePlanUpTo(api, amending.id, 'ISSUED', REASON);
    const { standing, ...rest } = await seen(plan);
    expect({ ...rest, standing: before.standing }).toEqual(before);
    expect(standing).toMatchObject({ required: 65, changed: true, addsUp: false });
  });
});

describe('a plan whose units became one', () => {
  it('is what it was, and who took over speaks for who is gone', async () => {
    const before = await seen(plan);
    expect((await acknowledge(clerks[OTHER], OTHER)).code).toBeUndefined();
    at('2025-06-10');
    expect(await seen(plan)).toEqual(before);
    expect((await acknowledge(clerks[ENDED], ENDED)).code).toBe('FORBIDDEN');
    expect((await acknowledge(clerks[OTHER], ENDED)).code).toBe('FORBIDDEN');
    expect((await acknowledge(clerks[TAKES_OVER], ENDED)).code).toBeUndefined();
    expect(await rows()).toEqual([`${ENDED}=false`, `${OTHER}=false`, `${TAKES_OVER}=no`]);
  });

  it('is amended without who is gone: nothing is asked of it, and its target can be taken out', async () => {
    at('2025-06-10');
    const decision = { number: '15/QĐ', issuedOn: '2025-06-10', effectiveOn: '2025-07-01' };
    at('2025-06-10');
    const fresh = (await createPlan(api, { issuer: DISTRICT, year: 2025, amends: plan.id, decision })).plan;
    expect(percents(fresh)).toEqual([`${OTHER}=55`, `${TAKES_OVER}=60`]);
    for (const table of ['target', 'plan_event'])
      await api.db.query(`delete from ${table} where plan_id = $1`, [fresh.id]);
    await api.db.query('delete from target_plan where id = $1', [fresh.id]);
    // Begun before the merger, it holds a target of who is gone on its day.
    at('2025-01-25');
    const draft = (await createPlan(api, { issuer: DISTRICT, year: 2025, amends: plan.id })).plan;
    expect(percents(draft)).toEqual([`${ENDED}=50`, `${OTHER}=55`, `${TAKES_OVER}=60`]);
    at('2025-06-10');
    const { data } = await cascade(api, draft.id, 'FAIREST', { preview: true });
    expect(data?.cascadeTargets.proposals.map(({ unit }) => unit.code)).not.toContain(ENDED);
    expect(volumes(await seen(draft))).toEqual([
      [OTHER, 40],
      [TAKES_OVER, 560],
    ]);
    const cleared = await clearTargets(api, draft.id, [ENDED]);
    expect(cleared.code).toBeUndefined();
    expect(percents(cleared.plan)).toEqual([`${OTHER}=55`, `${TAKES_OVER}=60`]);
    for (const to of ['SUBMITTED', 'APPROVED']) await movePlan(api, draft.id, to);
    const amended = (await movePlan(api, draft.id, 'ISSUED', { ...REASON, decision })).plan;
    // Its marks follow another season by now, so it has to take note of them anew.
    expect(await rows()).toEqual([`${OTHER}=no`, `${TAKES_OVER}=no`]);
    expect((await seen(amended)).standing).toMatchObject({ required: 65, changed: false });
  });
});

describe('a plan that was submitted before its units became one, and is issued after', () => {
  it('is refused for a day on which one of its units is gone', async () => {
    at('2025-01-25');
    const { targetPlans } = await api.ask<{ targetPlans: { id: string; state: string }[] }>(
      `{ targetPlans(issuer: "${DISTRICT}", year: 2025) { id state } }`,
    );
    const amends = targetPlans.find(({ state }) => state === 'ISSUED')?.id;
    const draft = (await createPlan(api, { issuer: DISTRICT, year: 2025, amends })).plan;
    await setTargets(api, draft.id, [{ unit: ENDED, percent: 40 }]);
    for (const to of ['SUBMITTED', 'APPROVED']) await movePlan(api, draft.id, to);
    at('2025-06-10');
    const decision = { number: '16/QĐ', issuedOn: '2025-06-10', effectiveOn: '2025-07-02' };
    const issued = await movePlan(api, draft.id, 'ISSUED', { ...REASON, decision });
    expect(issued.code).toBe('BAD_USER_INPUT');
    // What was in force before still is, and asks nothing of who is gone.
    expect(await rows()).toEqual([`${OTHER}=no`, `${TAKES_OVER}=no`]);
  });
});
