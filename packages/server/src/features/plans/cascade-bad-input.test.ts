import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { cascade, createPlan, setTargets, type CascadeSeen } from '../../../test/plans.ts';

let api: Api;
let plan: string;
let year = 2022;

// Sông Công, and Phú Lương with so many communes beside its own that it has a thousand and more.
const [A, B] = ['05506', '05509'] as const;
const MANY = 1_000;
const METHODS = ['UNIFORM', 'PROPORTIONAL', 'CLOSE_THE_GAP', 'FAIREST', 'LEAST_EFFORT', 'SPREAD_REMAINDER'];

beforeAll(async () => {
  api = await openApi({ now: new Date('2022-03-01T05:00:00Z') });
  await api.db.query(
    `with district as (select unit_id, province_id from unit_version where code = '168' and superseded_by is null limit 1),
     added as (
       insert into unit (province_id, kind, code_is_official)
       select province_id, 'COMMUNE', false from district, generate_series(1, $1) returning id, province_id)
     insert into unit_version (province_id, unit_id, code, name, type, parent_id, valid, source, recorded_by)
     select a.province_id, a.id, 'Z' || lpad((row_number() over (order by a.id))::text, 4, '0'), 'Xã ' || a.id, 'Xã',
            d.unit_id, '(,)', 'thử nghiệm', (select max(id) from moment)
       from added a, district d`,
    [MANY],
  );
});
afterAll(() => api.close());
beforeEach(async () => {
  plan = (await createPlan(api, { year: (year += 1) })).plan.id;
});

async function proposed(method: string, options: Record<string, unknown>, id = plan): Promise<CascadeSeen> {
  const { data, errors } = await cascade(api, id, method, { options: { required: 55, ...options }, preview: true });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.cascadeTargets;
}
const of = ({ proposals }: CascadeSeen, code: string) => proposals.find(({ unit }) => unit.code === code);

describe('a cascade of what is unusual', () => {
  it.each(METHODS)('by %s leaves everybody at the required target where nobody has dossiers', async (method) => {
    const result = await proposed(method, {});
    expect(new Set(result.proposals.map(({ percent, volume }) => `${percent} ${volume}`))).toEqual(new Set(['55 0']));
    expect(result).toMatchObject({
      feasible: true,
      achieved: 55,
      residualPoints: 0,
      residualDossiers: 0,
      conflicts: [],
    });
  });

  it.each(METHODS)(
    'by %s puts a baseline over the ceiling at the ceiling, and the others make up for it',
    async (method) => {
      const units = [
        { unit: A, volume: 100, baseline: 80, ceiling: 50 },
        { unit: B, volume: 100, baseline: 40 },
      ];
      const result = await proposed(method, { required: 55, units });
      expect(result.feasible).toBe(true);
      expect(of(result, A)?.percent).toBeLessThanOrEqual(50);
      expect((of(result, A)?.percent ?? 0) + (of(result, B)?.percent ?? 0)).toBe(110);
    },
  );

  it.each(METHODS)('by %s keeps a lock beyond its limits, and says so', async (method) => {
    const units = [
      { unit: A, volume: 100, baseline: 40, ceiling: 50, locked: 70 },
      { unit: B, volume: 100, baseline: 40, floor: 30 },
    ];
    const result = await proposed(method, { units });
    expect([of(result, A)?.percent, of(result, B)?.percent]).toEqual([70, 40]);
    expect([result.feasible, result.conflicts.length]).toEqual([true, 1]);
    expect(result.conflicts[0]).toContain('50,00');
  });

  it.each(METHODS)('by %s spreads over a thousand children and more', async (method) => {
    const { plan: large } = await createPlan(api, { issuer: '168', year });
    const units = Array.from({ length: MANY }, (_none, index) => ({
      unit: `Z${String(index + 1).padStart(4, '0')}`,
      volume: 100 + ((index * 7919) % 2900),
      baseline: 15 + ((index * 31) % 60),
    }));
    const result = await proposed(method, { required: 60, units }, large.id);
    expect(result.proposals.length).toBeGreaterThan(MANY);
    expect([result.feasible, result.achieved >= 60]).toEqual([true, true]);
    const given = result.proposals.map(({ unit, percent }) => ({ unit: unit.code, percent }));
    expect((await setTargets(api, large.id, given)).plan.targets).toHaveLength(given.length);
  });
});
