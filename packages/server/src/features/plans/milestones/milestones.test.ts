import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { createPlan, movePlanUpTo, setTargets, type PlanSeen } from '../../../../test/plans.ts';

let api: Api;
let plan: PlanSeen;
let number = 0;

const [A, B, IDLE] = ['05506', '05509', '05515'] as const;

/** Dossiers finished in a month, so many of them online. */
function month(organisation: string, year: number, at: number, count: number, online: number) {
  const day = `${year}${String(at).padStart(2, '0')}15`;
  return Array.from({ length: count }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode(organisation, (number += 1)),
      KenhThucHien: index < online ? '2' : '1',
      NgayTiepNhan: `${day}080000`,
      NgayKetThucXuLy: `${day}160000`,
    }),
  );
}

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-01T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([
    // A: in January 36 of 180, in two years; in December 144 of 180. The year's rate is 50 %, of just enough dossiers for a season.
    ...month('H55.1.1', 2020, 1, 90, 18),
    ...month('H55.1.1', 2021, 1, 90, 18),
    ...month('H55.1.1', 2021, 12, 180, 144),
    // B: nothing before July.
    ...month('H55.1.2', 2021, 7, 360, 90),
    // Too long ago, and the plan's own year: neither is a season.
    ...month('H55.1.1', 2018, 1, 50, 50),
    ...month('H55.1.1', 2022, 1, 50, 50),
  ]);
});
afterAll(() => api.close());
beforeEach(async () => {
  plan = (await createPlan(api)).plan;
  await setTargets(api, plan.id, [
    { unit: A, percent: 60 },
    { unit: B, percent: 40 },
    { unit: IDLE, percent: 30 },
  ]);
  return async () =>
    void (await api.db.query(
      'delete from milestone; delete from target; delete from plan_event; delete from target_plan',
    ));
});

interface Mark {
  unit: string;
  month: number;
  percent?: number | null;
}
const typed = (marks: Mark[], more: Record<string, unknown> = {}, id = plan.id) =>
  api.gql<{ setMilestones: { version: number } }>(
    `mutation ($plan: ID!, $marks: [MilestoneInput!]!, $expectedVersion: Int) {
       setMilestones(plan: $plan, marks: $marks, expectedVersion: $expectedVersion) { version } }`,
    { plan: id, marks, ...more },
  );

interface MarksSeen {
  unit: { code: string };
  milestones: { month: number; percent: number; typed: boolean; season: string; stale: boolean }[];
}
async function marksOf(unit: string, id = plan.id): Promise<string[]> {
  const { targetPlan } = await api.ask<{ targetPlan: { targets: MarksSeen[] } }>(
    `{ targetPlan(id: "${id}") { targets { unit { code } milestones { month percent typed season stale } } } }`,
  );
  const marks = targetPlan.targets.find((target) => target.unit.code === unit)?.milestones ?? [];
  expect(marks.every((mark) => mark.typed === (mark.season === 'TYPED'))).toBe(true);
  return marks.map((mark) => `${mark.month} ${mark.percent} ${mark.season}${mark.stale ? ' stale' : ''}`);
}

describe('the marks of a plan', () => {
  it('follow the unit’s season of the last three whole years, else that of the issuing unit', async () => {
    // 60 % × 20 % ÷ 50 % until November; 270 of 720 in the year of the whole city.
    expect(await marksOf(A)).toEqual([
      ...Array.from({ length: 11 }, (_none, index) => `${index + 1} 24 OWN`),
      '12 60 NONE',
    ]);
    // 36 of 180 in January: 40 % × 20 % ÷ 37,5 %, of 270 of 720. From July on its own.
    expect((await marksOf(B)).slice(4, 8)).toEqual(['5 21.33 ISSUER', '6 21.33 ISSUER', '7 40 OWN', '8 40 OWN']);
    // 126 of 540 by July: 30 % × 23,33 % ÷ 37,5 %.
    expect((await marksOf(IDLE)).slice(5, 8)).toEqual(['6 16 ISSUER', '7 18.67 ISSUER', '8 18.67 ISSUER']);
  });

  it('are typed over and dropped again, each time as a new version', async () => {
    const answer = await typed([
      { unit: A, month: 3, percent: 25.5 },
      { unit: B, month: 1, percent: 0 },
    ]);
    expect(answer.data?.setMilestones.version).toBe(3);
    expect((await marksOf(A)).slice(1, 4)).toEqual(['2 24 OWN', '3 25.5 TYPED', '4 24 OWN']);
    expect((await marksOf(B))[0]).toBe('1 0 TYPED');
    const dropped = await typed([{ unit: A, month: 3 }], { expectedVersion: 3 });
    expect(dropped.data?.setMilestones.version).toBe(4);
    expect((await marksOf(A))[2]).toBe('3 24 OWN');
    expect((await marksOf(B))[0]).toBe('1 0 TYPED');
    expect((await typed([{ unit: A, month: 3 }], { expectedVersion: 3 })).code).toBe('CONFLICT');
  });

  it('that were typed for another target are stale until they are confirmed', async () => {
    await typed([{ unit: A, month: 3, percent: 25.5 }]);
    await setTargets(api, plan.id, [{ unit: A, percent: 70 }]);
    expect((await marksOf(A)).slice(1, 4)).toEqual(['2 28 OWN', '3 25.5 TYPED stale', '4 28 OWN']);
    await typed([{ unit: A, month: 3, percent: 25.5 }]);
    expect((await marksOf(A))[2]).toBe('3 25.5 TYPED');
  });

  it('begin with the month from which the plan is in force', async () => {
    await movePlanUpTo(api, plan.id, 'ISSUED', {
      reason: 'Thiếu ba xã.',
      decision: { number: '7/QĐ-UBND', issuedOn: '2022-04-01', effectiveOn: '2022-11-10' },
    });
    expect(await marksOf(A)).toEqual(['11 24 OWN', '12 60 NONE']);
  });

  it('that were typed are taken over by a plan that amends', async () => {
    await typed([{ unit: A, month: 3, percent: 25.5 }]);
    await movePlanUpTo(api, plan.id, 'ISSUED', { reason: 'Thiếu các xã.' });
    const amending = (await createPlan(api, { amends: plan.id })).plan;
    expect((await marksOf(A, amending.id))[2]).toBe('3 25.5 TYPED');
    await typed([{ unit: A, month: 3 }], {}, amending.id);
    expect((await marksOf(A, amending.id))[2]).toBe('3 24 OWN');
    expect((await marksOf(A))[2]).toBe('3 25.5 TYPED');
  });

  it('that were kept with a plan are no longer reckoned', async () => {
    await api.db.query(
      `insert into milestone (province_id, plan_id, unit_id, month, hundredths, season, target_hundredths)
       select province_id, plan_id, unit_id, month, 1000 + month, case month when 2 then 'TYPED' else 'ISSUER' end, hundredths
         from target, generate_series(1, 11) month where plan_id = $1`,
      [plan.id],
    );
    expect((await marksOf(A)).slice(0, 3)).toEqual(['1 10.01 ISSUER', '2 10.02 TYPED', '3 10.03 ISSUER']);
  });

  it('of an indicator that goes by the period’s end are the target', async () => {
    await api.db.query(`update indicator_definition set eligibility_date = 'PERIOD_END'`);
    try {
      await typed([{ unit: A, month: 2, percent: 10 }]);
      expect((await marksOf(A)).slice(0, 3)).toEqual(['1 60 NONE', '2 10 TYPED', '3 60 NONE']);
    } finally {
      await api.db.query(`update indicator_definition set eligibility_date = 'RECEIVED' where counts = 'DOSSIERS'`);
    }
  });
});

describe('typing a mark', () => {
  const wrong: [string, Mark[], string[]][] = [
    ['of December', [{ unit: A, month: 12, percent: 50 }], ['marks.0.month']],
    ['of a month that there is not', [{ unit: A, month: 0, percent: 50 }], ['marks.0.month']],
    [
      'of a unit that nobody knows',
      [
        { unit: A, month: 1, percent: 5 },
        { unit: 'x', month: 1, percent: 5 },
      ],
      ['marks.1.unit'],
    ],
    ['of a unit of another district', [{ unit: '05854', month: 1, percent: 5 }], ['marks.0.unit']],
    ['of a unit without a target', [{ unit: '05512', month: 1, percent: 5 }], ['marks.0.unit']],
    [
      'of a month twice',
      [
        { unit: A, month: 1, percent: 5 },
        { unit: A, month: 1 },
      ],
      ['marks.1.unit'],
    ],
    ['finer than hundredths', [{ unit: A, month: 1, percent: 5.005 }], ['marks.0.percent']],
  ];
  it.each(wrong)('%s is refused in its place, and nothing is written', async (_what, marks, paths) => {
    const answer = await typed(marks);
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', paths]);
    expect(await api.db.query('select from milestone')).toMatchObject({ rowCount: 0 });
  });

  it('before the plan comes into force is refused', async () => {
    const decision = { number: '8/QĐ-UBND', issuedOn: '2023-04-01', effectiveOn: '2023-05-01' };
    const later = (await createPlan(api, { year: 2023, decision })).plan;
    await setTargets(api, later.id, [{ unit: A, percent: 60 }]);
    const answer = await typed([{ unit: A, month: 4, percent: 5 }], {}, later.id);
    expect(answer.fields.map(({ path }) => path)).toEqual(['marks.0.month']);
    expect((await typed([{ unit: A, month: 5, percent: 5 }], {}, later.id)).code).toBeUndefined();
  });

  it('is for drafts alone', async () => {
    await movePlanUpTo(api, plan.id, 'SUBMITTED');
    expect((await typed([{ unit: A, month: 1, percent: 5 }])).code).toBe('CONFLICT');
  });

  it('makes no version and leaves no event where it changes nothing', async () => {
    const { data } = await typed([{ unit: A, month: 3, percent: 25 }]);
    const version = data?.setMilestones.version;
    const counted = async () =>
      (
        await api.db.query(
          `select (select count(*) from audit_event) as told, (select count(*) from plan_event) as kept`,
        )
      ).rows[0] as unknown;
    const before = await counted();
    const nothing = [[], [{ unit: A, month: 3, percent: 25 }], [{ unit: A, month: 4 }]];
    for (const marks of nothing) expect((await typed(marks)).data?.setMilestones.version).toBe(version);
    expect(await counted()).toEqual(before);
    expect((await typed([{ unit: A, month: 3 }])).data?.setMilestones.version).toBe((version ?? 0) + 1);
  });

  it('is remembered with the plan and in the audit trail, with what stood there before', async () => {
    await typed([{ unit: A, month: 3, percent: 25 }]);
    await typed([{ unit: A, month: 3, percent: 26 }]);
    const { targetPlan, auditTrail } = await api.ask<{
      targetPlan: { events: { what: string; version: number }[] };
      auditTrail: { nodes: { differences: { field: string; before: string; after: string }[] }[] };
    }>(
      `{ targetPlan(id: "${plan.id}") { events { what version } }
         auditTrail(about: "PLAN:${plan.id}", act: "MILESTONES_SET", first: 1) { nodes { differences { field before after } } } }`,
    );
    expect(targetPlan.events.map(({ what, version }) => `${version} ${what}`).slice(-2)).toEqual([
      '3 MILESTONES_SET',
      '4 MILESTONES_SET',
    ]);
    const [told] = auditTrail.nodes;
    expect(told?.differences).toContainEqual({
      field: 'Mốc tháng · 05506 Phường Lương Sơn',
      before: '25\u00a0%, tháng 3',
      after: '26\u00a0%, tháng 3',
    });
  });
});
