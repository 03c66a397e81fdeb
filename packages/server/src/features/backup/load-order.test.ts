import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadOrder } from './load-order.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

it('puts what a table refers to before it, whatever the order they come in', () => {
  const pairs = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })), { maxLength: 20 });
  fc.assert(
    fc.property(pairs, fc.shuffledSubarray(NAMES, { minLength: 7 }), (all, tables) => {
      // From a later letter to an earlier one, or to itself: no circle.
      const references = all.map(([x, y]) => ({ from: NAMES[Math.max(x, y)]!, to: NAMES[Math.min(x, y)]! }));
      const order = loadOrder(tables, references);
      expect([...order].sort()).toEqual(NAMES);
      for (const { from, to } of references) expect(order.indexOf(to)).toBeLessThanOrEqual(order.indexOf(from));
    }),
  );
});

it('does not mind references to tables that are left out', () => {
  expect(loadOrder(['b'], [{ from: 'b', to: 'gone' }])).toEqual(['b']);
});

it('says which tables refer to each other in a circle', () => {
  const circle = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ];
  expect(() => loadOrder(['a', 'b', 'c'], circle)).toThrow('in a circle: a, b.');
});
