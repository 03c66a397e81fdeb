import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { createPlan, issuePlan, movePlanUpTo, setTargets, type PlanSeen } from '../../../test/plans.ts';

let api: Api;
let year = 2023;
let decisions = 0;

const [DISTRICT, COMMUNE] = ['173', '05908'] as const;
const REASON = { reason: 'Theo quyết định.' };

beforeAll(async () => {
  api = await openApi({ now: new Date('2023-05-20T05:00:00Z') });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2015-01-01', [{ procedure: '2.000815', tier: 'COMMUNE' }]);
  await nameUnits(api, { [COMMUNE]: ['H55.4.1'] });
  const stamp = '20201231090000';
  const rows = Array.from({ length: 10 }, (_none, index) =>
    dossierRow({
      MaHoSo: dossierCode('H55.4.1', index + 1),
      MaTTHC: '2.000815',
      KenhThucHien: index < 5 ? '2' : '1',
      NgayTiepNhan: stamp,
      NgayKetThucXuLy: stamp,
    }),
  );
  expect((await api.ingest(rows)).result.created).toBe(10);
});
afterAll(() => api.close());

interface Standing {
  required: number | null;
  madeFor: number | null;
  changed: boolean;
  addsUp: boolean | null;
  residualPoints: number;
  residualDossiers: number;
  since: string | null;
  issuerEndedOn: string | null;
  byPlan: { id: string } | null;
  successor: { code: string } | null;
}

async function standing(plan: { id: string }, args = ''): Promise<Standing> {
  const query = `{ targetPlan(id: "${plan.id}") { standing${args} {
    required madeFor changed addsUp residualPoints residualDossiers since issuerEndedOn byPlan { id } successor { code } } } }`;
  return (await api.ask<{ targetPlan: { standing: Standing } }>(query)).targetPlan.standing;
}

async function given(percent: number): Promise<PlanSeen> {
  year += 1;
  return issuePlan(api, { issuer: '19', year }, [{ unit: DISTRICT, percent }]);
}

async function spread(percent: number): Promise<PlanSeen> {
  const { plan } = await createPlan(api, { issuer: DISTRICT, year });
  return (await setTargets(api, plan.id, [{ unit: COMMUNE, percent }])).plan;
}

async function amend(parent: PlanSeen, percent: number, from: string): Promise<PlanSeen> {
  const { plan } = await createPlan(api, { issuer: '19', year, amends: parent.id });
  await setTargets(api, plan.id, [{ unit: DISTRICT, percent }]);
  const decision = { number: `${(decisions += 1)}/SĐ`, issuedOn: `${year}-01-01`, effectiveOn: `${year}-${from}` };
  return movePlanUpTo(api, plan.id, 'ISSUED', { ...REASON, decision });
}

describe('how a plan stands to the item of its issuing unit', () => {
  it('is as it was made, before anything changes', async () => {
    const parent = await given(60);
    const draft = await spread(60);
    expect(await standing(draft)).toEqual({
      required: 60,
      madeFor: 60,
      changed: false,
      addsUp: true,
      residualPoints: 0,
      residualDossiers: 0,
      since: `${year}-01-01`,
      issuerEndedOn: null,
      byPlan: { id: parent.id },
      successor: null,
    });
  });

  it('no longer adds up once the parent amends it late, tells by which plan and since when, and adds up again corrected back', async () => {
    const parent = await given(60);
    const plan = await movePlanUpTo(api, (await spread(60)).id, 'ISSUED', REASON);
    const second = await amend(parent, 70, '10-01');
    expect(await standing(plan)).toMatchObject({
      required: 70,
      madeFor: 60,
      changed: true,
      addsUp: false,
      residualPoints: 10,
      residualDossiers: 1,
      since: `${year}-10-01`,
      byPlan: { id: second.id },
    });
    expect(await standing(plan, `(on: "${year}-09-30")`)).toMatchObject({ required: 60, addsUp: true });
    expect(await standing(plan, `(on: "${year}-10-01")`)).toMatchObject({ required: 70, addsUp: false });
    await amend(second, 60, '11-01');
    expect(await standing(plan)).toMatchObject({ required: 60, changed: false, addsUp: true });
  });

  it('is told as it was known at an instant', async () => {
    const parent = await given(60);
    const plan = await movePlanUpTo(api, (await spread(60)).id, 'ISSUED', REASON);
    const before = new Date().toISOString();
    await amend(parent, 70, '10-01');
    expect(await standing(plan, `(knownAt: "${before}")`)).toMatchObject({ required: 60, addsUp: true });
  });

  it('of a draft goes by what was known when its targets were written last', async () => {
    const parent = await given(60);
    const draft = await spread(60);
    await amend(parent, 70, '10-01');
    expect(await standing(draft)).toMatchObject({ madeFor: 60, required: 70, changed: true, addsUp: false });
    await setTargets(api, draft.id, [{ unit: COMMUNE, percent: 70 }]);
    expect(await standing(draft)).toMatchObject({ madeFor: 70, required: 70, changed: false, addsUp: true });
  });

  it('of an issuing unit that nobody gave an item asks for nothing', async () => {
    year += 1;
    const draft = await spread(60);
    expect(await standing(draft)).toMatchObject({ required: null, madeFor: null, changed: false, addsUp: true });
    const issued = await movePlanUpTo(api, draft.id, 'ISSUED', REASON);
    await given2(65);
    expect(await standing(issued)).toMatchObject({ required: 65, madeFor: null, changed: true, addsUp: false });
  });

  const given2 = (percent: number) => issuePlan(api, { issuer: '19', year }, [{ unit: DISTRICT, percent }]);

  it('of an issuing unit that ended before the year did says so, with who succeeded it', async () => {
    const parent = await given(60);
    const plan = await movePlanUpTo(api, (await spread(60)).id, 'ISSUED', REASON);
    await amend(parent, 70, '10-01');
    const undo = await abolish(DISTRICT, '172', `${year}-07-01`);
    expect(await standing(plan)).toMatchObject({
      addsUp: null,
      residualPoints: 0,
      issuerEndedOn: `${year}-06-30`,
      successor: { code: '172' },
    });
    await undo();
    expect(await standing(plan)).toMatchObject({ addsUp: false, issuerEndedOn: null, successor: null });
  });

  /** Ends a unit the day before another one takes over; the answer undoes it. */
  async function abolish(code: string, successor: string, day: string): Promise<() => Promise<void>> {
    const ids = await api.db.query<{ id: number; code: string }>(
      `select unit_id as id, code from unit_version where code = any ($1) and superseded_by is null`,
      [[code, successor]],
    );
    const idOf = (one: string) => ids.rows.find((row) => row.code === one)?.id;
    await api.db.query(`update unit_version set valid = daterange(lower(valid), $2) where unit_id = $1`, [
      idOf(code),
      day,
    ]);
    await api.db.query(
      `insert into unit_succession (province_id, predecessor_id, successor_id, on_day, is_main, source, recorded_by)
       select province_id, $1, $2, $3, true, 'thử', recorded_by from unit_version where unit_id = $1 limit 1`,
      [idOf(code), idOf(successor), day],
    );
    return async () => {
      await api.db.query(`update unit_version set valid = daterange(lower(valid), null) where unit_id = $1`, [
        idOf(code),
      ]);
      await api.db.query(`delete from unit_succession where predecessor_id = $1`, [idOf(code)]);
    };
  }
});

describe('which plan holds', () => {
  const held = async (plan: { id: string }, args = '') =>
    (
      await api.ask<{ targetPlan: { holdsUntil: string | null; replacedFrom: string | null } }>(
        `{ targetPlan(id: "${plan.id}") { holdsUntil${args} replacedFrom } }`,
      )
    ).targetPlan;

  it('is the amended one until the day before the amending one, though it is superseded at once', async () => {
    const parent = await given(60);
    expect(await held(parent)).toEqual({ holdsUntil: `${year}-12-31`, replacedFrom: null });
    const before = new Date().toISOString();
    const second = await amend(parent, 70, '10-01');
    expect(await held(parent)).toEqual({ holdsUntil: `${year}-09-30`, replacedFrom: `${year}-10-01` });
    expect((await held(parent, `(knownAt: "${before}")`)).holdsUntil).toBe(`${year}-12-31`);
    expect((await held(second, `(knownAt: "${before}")`)).holdsUntil).toBeNull();
    await amend(second, 80, '10-01');
    expect(await held(second)).toEqual({ holdsUntil: null, replacedFrom: `${year}-10-01` });
    expect(await held(parent)).toEqual({ holdsUntil: `${year}-09-30`, replacedFrom: `${year}-10-01` });
  });

  it('is none of the drafts', async () => {
    year += 1;
    expect(await held(await spread(60))).toEqual({ holdsUntil: null, replacedFrom: null });
  });
});
