import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countServices, type ServiceForUnits, type ServicesOfUnit } from './service-counts.ts';
import { tierOfKind, type Tier, type UnitKind } from './tier.ts';
import { unitTreeOn, type UnitVersionRow } from './unit-tree.ts';

const unit = (unitId: number, kind: UnitKind, parentId: number | null): UnitVersionRow => ({
  unitId,
  code: String(unitId),
  name: `Đơn vị ${unitId}`,
  type: '',
  kind,
  parentId,
  from: null,
  to: null,
});
const UNITS = [
  unit(1, 'PROVINCE', null),
  unit(2, 'DEPARTMENT', 1),
  unit(3, 'DISTRICT', 1),
  unit(4, 'COMMUNE', 3),
  unit(5, 'COMMUNE', 3),
];
// Unit 9 is gone; 5 carries on for it.
const TREE = unitTreeOn(UNITS, [{ predecessorId: 9, successorId: 5, on: '2021-01-01', isMain: true }], '2022-12-31');
const row = (procedureId: number, tier: Tier, facts: Partial<ServiceForUnits> = {}): ServiceForUnits => ({
  procedureId,
  tier,
  unitId: null,
  but: null,
  ...facts,
});

describe('services over a tree', () => {
  it('count once for a unit and all below it, and only where they count for the unit that has them', () => {
    const whole = [row(100, 'COMMUNE'), row(101, 'COMMUNE'), row(100, 'DISTRICT')];
    const used = [
      { unitId: 4, procedureIds: [100, 102] },
      { unitId: 9, procedureIds: [100, 101] },
      { unitId: 2, procedureIds: [100] },
    ];
    const { counts, behind } = countServices(TREE, { whole, part: null, used }, 'SUBTREE');
    expect([counts.get(4), counts.get(5), counts.get(3), counts.get(2)]).toEqual([
      { numerator: 1, denominator: 2 },
      { numerator: 2, denominator: 2 },
      { numerator: 2, denominator: 2 },
      { numerator: 0, denominator: 0 },
    ]);
    expect(behind(4)).toEqual({ numerator: [100], denominator: [100, 101] });
  });

  it('hold for a unit that is named, and not for those that something else holds for', () => {
    const whole = [row(100, 'COMMUNE', { but: [4] }), row(101, 'COMMUNE', { unitId: 4 })];
    const { behind } = countServices(TREE, { whole, part: whole, used: [] }, 'OWN');
    expect([behind(4).denominator, behind(5).denominator, behind(3).denominator]).toEqual([[101], [100], []]);
  });

  it('are what plain sets say, for any of them', () => {
    const rows = fc.array(
      fc.record<ServiceForUnits>({
        procedureId: fc.integer({ min: 1, max: 80 }),
        tier: fc.constantFrom('PROVINCE', 'DISTRICT', 'COMMUNE'),
        unitId: fc.constant(null),
        but: fc.option(fc.subarray([3, 4, 5])),
      }),
    );
    const had = fc.array(
      fc.record<ServicesOfUnit>({
        unitId: fc.constantFrom(1, 2, 3, 4, 5, 9),
        procedureIds: fc.array(fc.integer({ min: 1, max: 80 })),
      }),
    );
    fc.assert(
      fc.property(rows, had, fc.constantFrom('OWN' as const, 'SUBTREE' as const), (whole, used, scope) => {
        const { counts } = countServices(TREE, { whole, part: null, used }, scope);
        for (const { unitId } of UNITS) {
          const within = scope === 'OWN' ? [unitId] : [unitId, ...TREE.below(unitId)];
          const countsFor = (id: number) => {
            const tier = tierOfKind(UNITS.find((one) => one.unitId === id)?.kind ?? 'COMMUNE');
            return whole.filter((one) => one.tier === tier && !one.but?.includes(id)).map((one) => one.procedureId);
          };
          const under = new Set(within.flatMap(countsFor));
          const over = new Set(
            within.flatMap((id) => {
              const mine = used.filter((one) => TREE.receivedBy(id).includes(one.unitId));
              return mine.flatMap((one) => one.procedureIds).filter((one) => countsFor(id).includes(one));
            }),
          );
          expect(counts.get(unitId)).toEqual({ numerator: over.size, denominator: under.size });
        }
      }),
    );
  });
});
