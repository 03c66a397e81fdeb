import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCounts, basisPoints, type Counts } from '../rate.ts';
import { explainChange, type ChangeGroup } from './change.ts';
import { changeByPart, changeTable, shownRise, sumOfRows } from './change-table.ts';
import { fraction, isSame, minus, sumOf } from './fraction.ts';
import { sharedOutTable } from './shared-table.ts';

const counts = (numerator: number, denominator: number): Counts => ({ numerator, denominator });
const NOTHING = counts(0, 0);

it('tells what each part adds beside the middle of both rates', () => {
  // A rises above, B falls below what the whole is; a part with the whole's own rate adds nothing, however it grows.
  const whole = { then: counts(50, 100), now: counts(75, 150) };
  const parts = [
    { key: 'A', then: counts(10, 20), now: counts(20, 30) },
    { key: 'B', then: counts(20, 40), now: counts(35, 80) },
    { key: 'C', then: counts(20, 40), now: counts(20, 40) },
  ];
  expect(changeByPart(whole, parts, 'rest')).toEqual({
    hundredths: 0,
    parts: [
      { key: 'A', hundredths: 333, exact: expect.anything() as unknown },
      { key: 'B', hundredths: -333, exact: expect.anything() as unknown },
    ],
  });
});

it('counts what is in no part, and parts that came or went', () => {
  const whole = { then: counts(10, 40), now: counts(30, 60) };
  const parts = [
    { key: 'gone', then: counts(5, 10), now: NOTHING },
    { key: 'new', then: NOTHING, now: counts(20, 30) },
  ];
  const told = changeByPart(whole, parts, 'rest');
  expect(told?.parts.map(({ key }) => key).sort()).toEqual(['gone', 'new', 'rest']);
  expect(told?.hundredths).toBe(2500);
});

it('is nothing without a rate at either end', () => {
  expect(changeByPart({ then: NOTHING, now: counts(1, 2) }, [], 'rest')).toBeNull();
});

/** Groups of the shape that procedures of units have: a row of each by unit, a row of each by procedure. */
const arbitraryCounts = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => counts(Math.min(a, b), Math.max(a, b)));
const arbitraryGroups = fc
  .array(
    fc.record({
      a: arbitraryCounts,
      b: arbitraryCounts,
      byCatalogue: fc.boolean(),
      unit: fc.constantFrom('1', '2', '3'),
      procedure: fc.constantFrom('p', 'q', 'r', 's'),
    }),
    { maxLength: 12 },
  )
  .map((some) => new Map(some.map((one, key) => [key, { key, ...one }])));
const totalOf = (groups: Iterable<ChangeGroup<number>>, side: 'a' | 'b') =>
  [...groups].reduce<Counts>((all, group) => addCounts(all, group[side]), NOTHING);

it('prints what adds up as it is printed: parts to the whole, rows to the parts, columns and rows each to their sum', () => {
  fc.assert(
    fc.property(arbitraryGroups, arbitraryCounts, arbitraryCounts, (groups, from, to) => {
      const change = explainChange({ from, learned: totalOf(groups.values(), 'a'), groups: [...groups.values()], to });
      if (change === null) return;
      for (const by of ['unit', 'procedure'] as const) {
        const table = changeTable({ from, to, change, groups }, (key) => groups.get(key)?.[by] ?? '', String);
        const { parts, rows } = table;
        expect((basisPoints(from) ?? 0) + table.hundredths).toBe(basisPoints(to));
        expect(Object.values(parts).reduce((all, one) => all + one, 0)).toBe(table.hundredths);
        if (rows.length === 0) continue;
        const all = sumOfRows(rows);
        expect([all.catalogue, all.rate, all.mix]).toEqual([parts.CATALOGUE, parts.RATE, parts.MIX]);
        for (const row of rows) expect(row.catalogue + row.rate + row.mix).toBe(row.hundredths);
        expect(all.hundredths).toBe(table.hundredths - parts.LEARNED - parts.REORGANISATION);
      }
    }),
  );
});

it('is one decomposition: units and procedures tell the same parts, and sums alone tell the same rows', () => {
  fc.assert(
    fc.property(arbitraryGroups, (groups) => {
      const whole = { then: totalOf(groups.values(), 'a'), now: totalOf(groups.values(), 'b') };
      const change = explainChange({
        ...{ from: whole.then, learned: whole.then, to: whole.now },
        groups: [...groups.values()],
      });
      if (change === null) return;
      const asked = { from: whole.then, to: whole.now, change, groups };
      const byUnit = changeTable(asked, (key) => groups.get(key)?.unit ?? '', String);
      const byProcedure = changeTable(asked, (key) => groups.get(key)?.procedure ?? '', String);
      expect(byProcedure.parts).toEqual(byUnit.parts);
      // The overview knows what each unit below has, and finds the rest, here that of unit 1, by taking them away.
      const parts = byUnit.rows.filter(({ key }) => key !== '1').map(({ key, a, b }) => ({ key, then: a, now: b }));
      const told = changeByPart(whole, parts, '1');
      const rows = byUnit.rows.filter(({ exact, hundredths }) => exact.top !== 0n || hundredths !== 0);
      expect(told?.parts.map(({ key, hundredths }) => [key, hundredths])).toEqual(
        rows.map(({ key, hundredths }) => [key, hundredths]),
      );
      const rates = minus(
        fraction(whole.now.numerator, whole.now.denominator),
        fraction(whole.then.numerator, whole.then.denominator),
      );
      expect(isSame(sumOf(told?.parts.map(({ exact }) => exact) ?? []), rates)).toBe(true);
      expect(told?.hundredths).toBe(shownRise(whole.then, whole.now));
    }),
  );
});

it('settles any table whose rows and columns sum to the same, whatever they are', () => {
  const cell = fc
    .tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 30 }))
    .map(([a, b]) => fraction(a, b));
  const arbitrary = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
  const off = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }));
  fc.assert(
    fc.property(arbitrary, off, (cells, [first, second]) => {
      const whole = (line: readonly { top: bigint; bottom: bigint }[]) =>
        0 + Math.round(1e4 * line.reduce((all, { top, bottom }) => all + Number(top) / Number(bottom), 0));
      const columns = [0, 1].map(
        (at) => whole(cells.map((row) => row[at] ?? fraction(0))) + (at === 0 ? first : second),
      );
      const rows = cells.map(whole);
      columns.push(rows.reduce((all, one) => all + one, 0) - (columns[0] ?? 0) - (columns[1] ?? 0));
      const table = sharedOutTable(cells, rows, columns);
      expect(table.map((row) => row.reduce((all, one) => all + one, 0))).toEqual(rows);
      expect([0, 1, 2].map((at) => table.reduce((all, row) => all + (row[at] ?? 0), 0))).toEqual(columns);
    }),
  );
  expect(() => sharedOutTable([[fraction(1)]], [1], [2])).toThrow('different sums');
});

it('compares two rates in hundredths of a point, and not without dossiers', () => {
  expect(shownRise({ numerator: 1, denominator: 2 }, { numerator: 2, denominator: 3 })).toBe(1667);
  expect(shownRise({ numerator: 2, denominator: 3 }, { numerator: 1, denominator: 2 })).toBe(-1667);
  expect(shownRise({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 })).toBeNull();
});
