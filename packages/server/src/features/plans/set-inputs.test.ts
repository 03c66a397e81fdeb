import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import {
  amendList,
  buildAccount,
  dossierCode,
  dossierRow,
  nameUnits,
  saveProcedures,
} from '../../../test/factories.ts';
import { cascade, createPlan, movePlan, movePlanUpTo, setTargets, type PlanSeen } from '../../../test/plans.ts';
import { INPUTS, setInputs, type InputsSeen } from '../../../test/scenarios.ts';

let api: Api;
let plan: PlanSeen;

const [A, B, CITY] = ['05506', '05509', '165'] as const;
const CHILDREN = ['05506', '05509', '05512', '05515', '05518', '05521', '05527', '05528', '05530', '05533'];

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
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
  await nameUnits(api, { [A]: ['H55.1.1'], [B]: ['H55.1.2'] });
  await api.ingest([...dossiers('H55.1.1', 60, 24), ...dossiers('H55.1.2', 40, 8)]);
});
afterAll(() => api.close());
beforeEach(async () => {
  plan = (await createPlan(api)).plan;
  return async () =>
    void (await api.db.query(
      'delete from plan_input; delete from milestone; delete from target; delete from plan_event; delete from target_plan',
    ));
});

interface Seen {
  version: number;
  inputs: InputsSeen;
  rollUp: { required: number | null; achieved: number; residualPoints: number; feasible: boolean };
  children: {
    unit: { code: string };
    isIssuer: boolean;
    volume: number;
    baseline: number | null;
    countedVolume: number;
    countedBaseline: number | null;
    volumeTyped: boolean;
    baselineTyped: boolean;
  }[];
}

async function look(id = plan.id): Promise<Seen> {
  const { targetPlan } = await api.ask<{ targetPlan: Seen }>(
    `query ($id: ID!) { targetPlan(id: $id) { version ${INPUTS} rollUp { required achieved residualPoints feasible }
       children { unit { code } isIssuer volume baseline countedVolume countedBaseline volumeTyped baselineTyped } } }`,
    { id },
  );
  return targetPlan;
}

const childOf = ({ children }: Seen, code: string) => children.find(({ unit }) => unit.code === code);
const unitsOf = ({ units }: InputsSeen) => units.map(({ unit, ...fields }) => ({ unit: unit.code, ...fields }));

describe('inputs of a plan', () => {
  it('are set field by field: what is absent stays, what is null is dropped, and each makes a version', async () => {
    const bands = [
      { points: 5, weight: 1 },
      { points: null, weight: 3 },
    ];
    await setInputs(api, plan.id, {
      units: [
        { unit: A, floor: 40, ceiling: 90.5 },
        { unit: B, volume: 30, baseline: 25.25 },
      ],
      policy: 'FLOOR',
      step: 1,
      method: 'LEAST_EFFORT',
      required: 55,
      effort: bands,
    });
    const { data } = await setInputs(api, plan.id, {
      units: [
        { unit: A, floor: null },
        { unit: B, volume: null, baseline: null },
      ],
      step: null,
    });
    expect(data?.setPlanInputs.version).toBe(3);
    expect({ ...data?.setPlanInputs.inputs, units: [] }).toEqual({
      policy: 'FLOOR',
      step: null,
      method: 'LEAST_EFFORT',
      required: 55,
      effort: bands,
      units: [],
    });
    expect(unitsOf((await look()).inputs)).toEqual([
      { unit: A, volume: null, baseline: null, floor: null, ceiling: 90.5 },
    ]);
  });

  it('go before what was counted, of the issuing unit as well, and say so', async () => {
    await setInputs(api, plan.id, {
      units: [
        { unit: A, volume: 20, baseline: 50 },
        { unit: CITY, volume: 10, baseline: 70 },
      ],
    });
    const seen = await look();
    expect(childOf(seen, A)).toMatchObject({
      volume: 20,
      baseline: 50,
      countedVolume: 60,
      countedBaseline: 40,
      volumeTyped: true,
      baselineTyped: true,
    });
    expect(childOf(seen, B)).toMatchObject({ volume: 40, baseline: 20, countedVolume: 40, volumeTyped: false });
    expect(childOf(seen, CITY)).toMatchObject({ isIssuer: true, volume: 10, baseline: 70, countedVolume: 0 });
    await setTargets(api, plan.id, [
      { unit: A, percent: 60 },
      { unit: B, percent: 30 },
    ]);
    // (20 × 60 + 40 × 30 + 10 × 70) / 70
    expect((await look()).rollUp.achieved).toBe(44.29);
  });

  it('decide at issuing: under FLOOR every child is judged, against what was typed where nothing was received', async () => {
    const targets = CHILDREN.map((unit) => ({ unit, percent: unit === B ? 54 : 60 }));
    await setTargets(api, plan.id, targets);
    await setInputs(api, plan.id, { required: 55 });
    expect((await look()).rollUp).toMatchObject({ required: 55, feasible: true });
    await setInputs(api, plan.id, { policy: 'FLOOR' });
    expect((await look()).rollUp).toMatchObject({ feasible: false, residualPoints: 1 });
    await movePlanUpTo(api, plan.id, 'APPROVED');
    const refused = await movePlan(api, plan.id, 'ISSUED');
    expect([refused.code, refused.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['reason']]);
    expect((await movePlan(api, plan.id, 'ISSUED', { reason: 'Một xã chưa đạt.' })).plan.state).toBe('ISSUED');
  });

  it('are what a cascade goes by, unless the call says otherwise', async () => {
    const percentsOf = async (options: Record<string, unknown>, method = 'UNIFORM') => {
      const answer = await cascade(api, plan.id, method, { options, preview: true });
      if (!answer.data) throw new Error(JSON.stringify(answer.errors));
      const { required, proposals } = answer.data.cascadeTargets;
      return [required, ...[A, B].map((code) => proposals.find(({ unit }) => unit.code === code)?.percent)];
    };
    await setInputs(api, plan.id, {
      required: 55,
      step: 5,
      units: [
        { unit: B, ceiling: 40, volume: 60 },
        { unit: A, floor: 30 },
      ],
    });
    expect(await percentsOf({})).toEqual([55, 70, 40]);
    expect(await percentsOf({ required: 50, step: 1 })).toEqual([50, 60, 40]);
    expect(await percentsOf({ units: [{ unit: B, ceiling: 100, volume: 40 }] })).toEqual([55, 55, 55]);
    expect(await percentsOf({ ceiling: 60 })).toEqual([55, 55, 55]);
    const flat = [{ points: null, weight: 1 }];
    const steep = [
      { points: 1, weight: 1 },
      { points: null, weight: 9 },
    ];
    await setInputs(api, plan.id, { effort: flat, units: [{ unit: B, ceiling: null }] });
    const told = await percentsOf({ effort: steep }, 'LEAST_EFFORT');
    await setInputs(api, plan.id, { effort: steep });
    expect(await percentsOf({}, 'LEAST_EFFORT')).toEqual(told);
  });

  it('are taken over by an amending plan', async () => {
    await setInputs(api, plan.id, { required: 55, method: 'FAIREST', units: [{ unit: A, floor: 40 }] });
    await movePlanUpTo(api, plan.id, 'ISSUED', { reason: 'Theo quyết định.' });
    const amending = (await createPlan(api, { amends: plan.id })).plan;
    const { inputs } = await look(amending.id);
    expect([inputs.required, inputs.method, unitsOf(inputs)]).toEqual([
      55,
      'FAIREST',
      [{ unit: A, volume: null, baseline: null, floor: 40, ceiling: null }],
    ]);
  });

  it('leave an event, and in the trail what they were and are', async () => {
    await setInputs(api, plan.id, { step: 1, units: [{ unit: A, floor: 40 }] });
    const { targetPlan, auditTrail } = await api.ask<{
      targetPlan: { events: { what: string; version: number }[] };
      auditTrail: { nodes: { what: string; differences: { field: string; before: string; after: string }[] }[] };
    }>(
      `query ($id: ID!, $about: ID!) { targetPlan(id: $id) { events { what version } }
         auditTrail(about: $about) { nodes { what differences { field before after } } } }`,
      { id: plan.id, about: `PLAN:${plan.id}` },
    );
    expect(targetPlan.events.at(-1)).toEqual({ what: 'INPUTS_SET', version: 2 });
    const event = auditTrail.nodes.find(({ what }) => what === 'PLAN_INPUTS_SET');
    expect(event?.differences).toContainEqual({ field: 'Bước', before: null, after: '1' });
    expect(event?.differences.map(({ after }) => after)).toContain('sàn 40');
  });
});

describe('inputs that mean nothing', () => {
  const wrong: [string, Record<string, unknown>, string[]][] = [
    ['a unit of another district', { units: [{ unit: '05503', floor: 1 }] }, ['units.0.unit']],
    ['a unit twice', { units: [{ unit: A }, { unit: A }] }, ['units.1.unit']],
    ['a floor above the ceiling', { units: [{ unit: A, floor: 60, ceiling: 50 }] }, ['units.0.floor']],
    ['limits of the issuing unit', { units: [{ unit: CITY, ceiling: 50 }] }, ['units.0.ceiling']],
    ['a volume below 0', { units: [{ unit: A, volume: -1 }] }, ['units.0.volume']],
    ['a volume beyond all measure', { units: [{ unit: A, volume: 10_000_001 }] }, ['units.0.volume']],
    ['a percentage above 100', { units: [{ unit: A, floor: 100.5 }] }, ['units.0.floor']],
    ['a step of 0', { step: 0 }, ['step']],
    ['no bands of effort', { effort: [] }, ['effort']],
    [
      'effort that gets lighter',
      {
        effort: [
          { points: 10, weight: 2 },
          { points: null, weight: 1 },
        ],
      },
      ['effort'],
    ],
    ['effort with an end', { effort: [{ points: 10, weight: 2 }] }, ['effort']],
    ['more than a thousand units', { units: Array.from({ length: 1001 }, () => ({ unit: A, floor: 1 })) }, ['units']],
  ];
  it.each(wrong)('%s are refused, and nothing is written', async (_what, inputs, paths) => {
    const answer = await setInputs(api, plan.id, inputs);
    expect([answer.code, answer.fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', paths]);
    expect((await look()).version).toBe(1);
  });

  it('as is a ceiling below a floor that stood there', async () => {
    await setInputs(api, plan.id, { units: [{ unit: A, floor: 60 }] });
    const answer = await setInputs(api, plan.id, { units: [{ unit: A, ceiling: 50 }] });
    expect(answer.fields.map(({ path }) => path)).toEqual(['units.0.ceiling']);
  });
});

describe('inputs that are not for everybody', () => {
  it('are refused to who may not draft, and in a plan that is submitted', async () => {
    const approver = api.as(await buildAccount(api, { role: 'APPROVER', unit: CITY }));
    expect((await setInputs(approver, plan.id, { step: 1 })).code).toBe('FORBIDDEN');
    const elsewhere = api.as(await buildAccount(api, { role: 'PLANNER', unit: '164' }));
    expect((await setInputs(elsewhere, plan.id, { step: 1 })).code).toBe('FORBIDDEN');
    await movePlan(api, plan.id, 'SUBMITTED');
    expect((await setInputs(api, plan.id, { step: 1 })).code).toBe('CONFLICT');
  });

  it('are refused with the version where somebody was faster, and of two at once one wins', async () => {
    await setTargets(api, plan.id, [{ unit: A, percent: 50 }]);
    const late = await setInputs(api, plan.id, { step: 1, expectedVersion: 1 });
    expect([late.code, late.errors[0]?.extensions?.['version']]).toEqual(['CONFLICT', 2]);
    const both = await Promise.all(
      [40, 45].map((floor) => setInputs(api, plan.id, { units: [{ unit: A, floor }], expectedVersion: 2 })),
    );
    expect(both.map(({ code }) => code ?? 'taken').sort()).toEqual(['CONFLICT', 'taken']);
    expect((await look()).version).toBe(3);
  });

  it('make whoever set them one of the authors', async () => {
    api.app.config.separateDuties = true;
    try {
      const setter = api.as(await buildAccount(api, { role: 'ADMINISTRATOR', unit: CITY }));
      await setInputs(setter, plan.id, { step: 1 });
      await movePlan(setter, plan.id, 'SUBMITTED');
      expect((await movePlan(setter, plan.id, 'APPROVED')).code).toBe('FORBIDDEN');
    } finally {
      api.app.config.separateDuties = false;
    }
  });
});
