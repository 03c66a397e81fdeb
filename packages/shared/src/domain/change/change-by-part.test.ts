import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeByPart } from './change-by-part.ts';
import { isSame, minus, sumOf, fraction } from './fraction.ts';

const counts = (numerator: number, denominator: number) => ({ numerator, denominator });

it('tells what came to each part beside the rate before', () => {
  // Half of 100 then. A adds 10, all of them in the numerator; B adds 10, none of them.
  const whole = { then: counts(50, 100), now: counts(60, 120) };
  const parts = [
    { key: 'A', then: counts(25, 50), now: counts(35, 60) },
    { key: 'B', then: counts(25, 50), now: counts(25, 60) },
  ];
  expect(changeByPart(whole, parts, 'rest')).toMatchObject({
    hundredths: 0,
    parts: [
      { key: 'A', hundredths: 417 },
      { key: 'B', hundredths: -417 },
    ],
  });
});

it('counts what is in no part, and parts that came or went', () => {
  const whole = { then: counts(10, 40), now: counts(30, 60) };
  const parts = [
    { key: 'gone', then: counts(5, 10), now: counts(0, 0) },
    { key: 'new', then: counts(0, 0), now: counts(20, 30) },
  ];
  const told = changeByPart(whole, parts, 'rest');
  expect(told?.parts.map(({ key }) => key).sort()).toEqual(['gone', 'new', 'rest']);
  expect(told?.hundredths).toBe(2500);
});

it('is nothing without a rate at either end', () => {
  expect(changeByPart({ then: counts(0, 0), now: counts(1, 2) }, [], 'rest')).toBeNull();
});

const part = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
  .map(([a, b, c, d]) => ({ then: counts(a, a + b), now: counts(c, c + d) }));

it('sums to the difference exactly, and as it is shown', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), part, (found, own) => {
      const sum = (side: 'then' | 'now') =>
        [...found, own].reduce(
          (all, one) => counts(all.numerator + one[side].numerator, all.denominator + one[side].denominator),
          counts(0, 0),
        );
      const whole = { then: sum('then'), now: sum('now') };
      const told = changeByPart(
        whole,
        found.map((one, key) => ({ ...one, key })),
        -1,
      );
      if (whole.then.denominator === 0 || whole.now.denominator === 0) return told === null;
      const rates = minus(
        fraction(whole.now.numerator, whole.now.denominator),
        fraction(whole.then.numerator, whole.then.denominator),
      );
      // As it stands beside two rates that are rounded each by itself.
      const [before, after] = [whole.then, whole.now].map(({ numerator, denominator }) =>
        Math.round((numerator * 10_000) / denominator),
      ) as [number, number];
      const parts = found.map((one, key) => ({ ...one, key }));
      const beside = changeByPart(whole, parts, -1, after - before)?.parts ?? [];
      expect(beside.reduce((all, { hundredths }) => all + hundredths, 0)).toBe(after - before);
      const shown = told?.parts.reduce((all, { hundredths }) => all + hundredths, 0);
      return isSame(sumOf(told?.parts.map(({ exact }) => exact) ?? []), rates) && shown === told?.hundredths;
    }),
  );
});
