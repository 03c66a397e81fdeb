import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counts } from './rate.ts';
import { findBearer, rollUp, unitTreeOn, type SuccessionRow, type UnitVersionRow } from './unit-tree.ts';

function version(
  unitId: number,
  code: string,
  parentId: number | null,
  more: Partial<UnitVersionRow> = {},
): UnitVersionRow {
  return { unitId, code, name: code, type: 'Xã', kind: 'COMMUNE', parentId, from: null, to: null, ...more };
}

function succession(predecessorId: number, successorId: number, on: string, isMain = true): SuccessionRow {
  return { predecessorId, successorId, on, isMain };
}

// A small province: two districts until 30/06/2025, then none. On 01/01/2025 a township's code moves to the commune that
// takes its name; on 01/07/2025 the communes merge.
const VERSIONS = [
  version(1, '19', null, { kind: 'PROVINCE' }),
  version(2, '19-STTTT', 1, { kind: 'DEPARTMENT' }),
  version(10, '167', 1, { kind: 'DISTRICT', to: '2025-06-30' }),
  version(11, '172', 1, { kind: 'DISTRICT', type: 'Thị xã', to: '2022-04-09' }),
  version(11, '172', 1, { kind: 'DISTRICT', type: 'Thành phố', from: '2022-04-10', to: '2025-06-30' }),
  version(100, '05536', 10, { name: 'Thị trấn Chợ Chu', to: '2024-12-31' }),
  version(101, '05569', 10, { name: 'Xã Bảo Cường', to: '2024-12-31' }),
  version(101, '05569', 10, { name: 'Thị trấn Chợ Chu', from: '2025-01-01', to: '2025-06-30' }),
  version(110, '05869', 11, { to: '2025-06-30' }),
  version(111, '05875', 11, { to: '2025-06-30' }),
  version(200, '05536', 1, { name: 'Xã Định Hóa', from: '2025-07-01' }),
  version(210, '05869', 1, { from: '2025-07-01' }),
];
const SUCCESSIONS = [
  succession(100, 101, '2025-01-01'),
  succession(101, 200, '2025-07-01'),
  succession(110, 210, '2025-07-01'),
  succession(111, 200, '2025-07-01', false),
  succession(111, 210, '2025-07-01'),
];
const on = (day: string) => unitTreeOn(VERSIONS, SUCCESSIONS, day);

describe('the tree of a day', () => {
  it('holds the units of that day in the order of their codes', () => {
    expect(
      on('2022-06-01')
        .alive()
        .map((unit) => unit.code),
    ).toEqual(['05536', '05569', '05869', '05875', '167', '172', '19', '19-STTTT']);
    expect(
      on('2025-07-01')
        .alive()
        .map((unit) => unit.unitId),
    ).toEqual([200, 210, 1, 2]);
  });

  it.each([
    ['2022-04-09', 'Thị xã'],
    ['2022-04-10', 'Thành phố'],
    ['2025-06-30', 'Thành phố'],
    ['2025-07-01', undefined],
  ])('knows on %s the type %s of 172: first and last days belong to a version', (day, type) => {
    expect(on(day).byCode('172')?.type).toBe(type);
    expect(on(day).byId(11)?.type).toBe(type);
  });

  it('tells children, everything below, and what is within', () => {
    const tree = on('2022-06-01');
    expect(tree.children(1).map((unit) => unit.unitId)).toEqual([10, 11, 2]);
    expect(tree.children(100)).toEqual([]);
    expect(tree.below(1)).toEqual([10, 100, 101, 11, 110, 111, 2]);
    expect(tree.below(100)).toEqual([]);
    expect(tree.lineOf(100)).toEqual([100, 10, 1]);
    expect([tree.isWithin(100, 1), tree.isWithin(100, 100), tree.isWithin(100, 11), tree.isWithin(1, 100)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(tree.isWithin(200, 1)).toBe(false);
  });

  it('does not run in circles when units stand above each other in one', () => {
    const tree = unitTreeOn(
      [version(1, 'A', 2), version(2, 'B', 1)],
      [succession(3, 4, '2022-01-01'), succession(4, 3, '2022-01-01')],
      '2022-06-01',
    );
    expect(tree.below(1)).toEqual([2]);
    expect(tree.isWithin(1, 2)).toBe(true);
    expect(tree.liveUnitOf(3)).toBeNull();
  });
});

describe('who answers for what a unit received', () => {
  it.each([
    ['2024-12-31', 100, 100],
    ['2025-01-01', 100, 101],
    ['2025-06-30', 100, 101],
    ['2025-07-01', 100, 200],
    ['2025-07-01', 101, 200],
    ['2025-07-01', 111, 210],
    ['2025-07-01', 10, null],
    ['2024-12-31', 200, null],
    ['2022-06-01', 999, null],
  ])('is on %s for unit %i the unit %s', (day, receiving, live) => expect(on(day).liveUnitOf(receiving)).toBe(live));

  it('is the inverse of the units it answers for', () => {
    const tree = on('2025-07-01');
    expect(tree.receivedBy(200)).toEqual([200, 100, 101]);
    expect(tree.receivedBy(210)).toEqual([210, 110, 111]);
    expect(tree.receivedBy(100)).toEqual([]);
    for (const unit of tree.alive()) {
      for (const id of tree.receivedBy(unit.unitId)) expect(tree.liveUnitOf(id)).toBe(unit.unitId);
    }
  });
});

describe('the bearer of a code', () => {
  const today = '2026-03-01';
  it.each([
    ['on a day', '05536', { on: '2024-12-31' }, 100],
    ['on a day without a bearer', '05536', { on: '2025-03-01' }, null],
    ['in a year', '05536', { year: 2022 }, 100],
    ['in a year in which it moved: the later one', '05869', { year: 2025 }, 210],
    ['in a year in which it was borne until June', '172', { year: 2025 }, 11],
    ['in a year after its end: the last one, gone', '172', { year: 2026 }, 11],
    ['today', '05536', {}, 200],
    ['today, by nobody any more: the last one', '05875', {}, 111],
    ['ever: nobody', '99999', {}, null],
    ['with an unknown year', '19', { year: null, on: null }, 1],
  ])('%s: %s asked with %o', (_, code, question, unitId) => {
    expect(findBearer(VERSIONS, code, { ...question, today })?.unitId ?? null).toBe(unitId);
  });

  it('is the last one until today where the year does not say, and one to come if there is no other', () => {
    expect(findBearer(VERSIONS, '05536', { today: '2025-03-01' })?.unitId).toBe(100);
    expect(findBearer([version(7, 'X', null, { from: '2030-01-01' })], 'X', { today })?.unitId).toBe(7);
  });

  it('is told in the form the unit had last in that year', () => {
    expect(findBearer(VERSIONS, '172', { year: 2021, today })?.type).toBe('Thị xã');
    expect(findBearer(VERSIONS, '172', { year: 2022, today })?.type).toBe('Thành phố');
  });
});

describe('rolling up', () => {
  const counts = (numerator: number, denominator: number): Counts => ({ numerator, denominator });
  const received = new Map([
    [1, counts(1, 1)],
    [10, counts(0, 2)],
    [100, counts(3, 4)],
    [101, counts(5, 8)],
    [111, counts(7, 16)],
  ]);

  it('gives every unit of the day its own counts, zeros too', () => {
    const own = rollUp(on('2025-03-01'), received, 'OWN');
    expect(own.get(101)).toEqual(counts(8, 12));
    expect(own.get(110)).toEqual(counts(0, 0));
    expect(own.has(100)).toBe(false);
    expect(own.size).toBe(7);
  });

  it('adds up what is below', () => {
    const all = rollUp(on('2025-03-01'), received, 'SUBTREE');
    expect([all.get(10), all.get(11), all.get(1)]).toEqual([counts(8, 14), counts(7, 16), counts(16, 31)]);
  });

  it('leaves out what nobody answers for', () => {
    expect(rollUp(on('2025-07-01'), received, 'SUBTREE').get(1)).toEqual(counts(16, 29));
  });

  const random = fc
    .array(fc.record({ parent: fc.nat(), gone: fc.boolean(), numerator: fc.nat(50), more: fc.nat(50) }), {
      minLength: 1,
      maxLength: 25,
    })
    .map((units) => {
      const versions = units.map((unit, id) =>
        version(id, `C${id}`, id === 0 ? null : unit.parent % id, { to: unit.gone && id > 0 ? '2022-06-30' : null }),
      );
      const successions = units.flatMap((unit, id) =>
        unit.gone && id > 0
          ? [succession(id, (unit.parent * 7) % units.length, '2022-07-01')].filter((row) => row.successorId !== id)
          : [],
      );
      const own = new Map(units.map((unit, id) => [id, counts(unit.numerator, unit.numerator + unit.more)]));
      return { tree: unitTreeOn(versions, successions, '2022-12-31'), own };
    });

  it('makes SUBTREE the sum of OWN over the unit and the units below it', () => {
    fc.assert(
      fc.property(random, ({ tree, own }) => {
        const ownTotals = rollUp(tree, own, 'OWN');
        const subtree = rollUp(tree, own, 'SUBTREE');
        for (const unit of tree.alive()) {
          const within = tree.alive().filter((other) => tree.isWithin(other.unitId, unit.unitId));
          const sum = (part: keyof Counts) =>
            within.reduce((total, other) => total + (ownTotals.get(other.unitId)?.[part] ?? 0), 0);
          expect(subtree.get(unit.unitId)).toEqual(counts(sum('numerator'), sum('denominator')));
          expect(new Set([unit.unitId, ...tree.below(unit.unitId)])).toEqual(
            new Set(within.map((other) => other.unitId)),
          );
        }
      }),
    );
  });

  it('counts every dossier once that somebody answers for', () => {
    fc.assert(
      fc.property(random, ({ tree, own }) => {
        const total = (map: Map<number, Counts>) => [...map.values()].reduce((sum, each) => sum + each.denominator, 0);
        const answered = new Map([...own].filter(([id]) => tree.liveUnitOf(id) !== null));
        expect(total(rollUp(tree, own, 'OWN'))).toBe(total(answered));
        const back = tree.alive().flatMap((unit) => tree.receivedBy(unit.unitId));
        expect(back.toSorted((a, b) => a - b)).toEqual([...answered.keys()].toSorted((a, b) => a - b));
      }),
    );
  });
});
