import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression, type Expression } from './expression.ts';
import { add, compare, divide, fraction, fractionOfDecimal, multiply, subtract, tenThousandths } from './fraction.ts';
import { gainOf, scoreOf, valueOf, type Component, type Inputs } from './score.ts';

/** The group of online services of the national evaluation set, 12 points. */
const NATIONAL = 'min(2; 2×A/0,8) + 4×B + min(6; 6×C/0,5)';
const KNOWN = ['A', 'B', 'C'];

function read(text: string): Expression {
  const parsed = parseExpression(text, KNOWN);
  if (!('expression' in parsed)) throw new Error(`${parsed.problem} at ${parsed.at}`);
  return parsed.expression;
}
const inputs = (a: string | null, b: string | null, c: string | null): Inputs =>
  new Map([
    ['A', a === null ? null : fractionOfDecimal(a)],
    ['B', b === null ? null : fractionOfDecimal(b)],
    ['C', c === null ? null : fractionOfDecimal(c)],
  ]);
const value = (text: string, given: Inputs = inputs('0.4', '0.5', '0.25')): string | null => {
  const found = valueOf(read(text), given);
  return found && `${found.over}/${found.under}`;
};

describe('a formula', () => {
  it('of the national set gives what it gives by hand', () => {
    // A = 40 % of 80 %: 1 of 2 points; B = 50 %: 2 of 4; C = 25 % of 50 %: 3 of 6.
    expect(value(NATIONAL)).toBe('6/1');
    expect(value(NATIONAL, inputs('1', '1', '0.9'))).toBe('12/1');
    expect(value(NATIONAL, inputs('0', '0', '0'))).toBe('0/1');
  });

  it('is read as people write: comma or point, signs of one kind or another, products before sums', () => {
    expect(value('1 + 2 × 3')).toBe('7/1');
    expect(value('(1+2)*3')).toBe('9/1');
    expect(value('10 − 4 - 3')).toBe('3/1');
    expect(value('12 ÷ 4 / 3 : 1')).toBe('1/1');
    expect(value('MAX(0.25; 0,5)')).toBe('1/2');
    expect(value(' A ')).toBe('2/5');
  });

  it('says where it cannot be read', () => {
    const problem = (text: string): unknown => {
      const parsed = parseExpression(text, KNOWN);
      return 'problem' in parsed ? [parsed.problem, parsed.at, parsed.found] : parsed;
    };
    expect(problem('')).toEqual(['UNEXPECTED', 0, '']);
    expect(problem('1 +')).toEqual(['UNEXPECTED', 3, '']);
    expect(problem('1 2')).toEqual(['UNEXPECTED', 2, '2']);
    expect(problem('min(1, 2)')).toEqual(['UNKNOWN_CHARACTER', 5, ',']);
    expect(problem('(1')).toEqual(['UNEXPECTED', 2, '']);
    expect(problem('D + 1')).toEqual(['UNKNOWN_INPUT', 0, 'D']);
    expect(problem('A + sqrt(2)')).toEqual(['UNKNOWN_FUNCTION', 4, 'sqrt']);
    expect(problem('A & B')).toEqual(['UNKNOWN_CHARACTER', 2, '&']);
    expect(problem('1'.repeat(501))).toEqual(['TOO_LONG', 500, '']);
    expect(problem('1 + min(2,2*A/0.8)')).toEqual(['TOO_FEW', 4, 'min']);
    expect(problem('max(A)')).toEqual(['TOO_FEW', 0, 'max']);
    expect(problem('constructor(1)')).toEqual(['UNKNOWN_FUNCTION', 0, 'constructor']);
  });

  it('names the inputs that it asks for', () => {
    expect(parseExpression('C + A × C', KNOWN)).toMatchObject({ inputs: ['A', 'C'] });
  });

  it('without data gives none, and nothing is divided by 0', () => {
    expect(value('A + 1', inputs(null, '1', '1'))).toBeNull();
    expect(value('min(1; A)', inputs(null, '1', '1'))).toBeNull();
    expect(value('1 / A', inputs('0', '1', '1'))).toBeNull();
  });
});

const component = (code: string, maximum: number, text: string): Component => ({
  code,
  maximum: fraction(maximum),
  expression: read(text),
});
const SET = [component('a', 2, '2×A/0,8'), component('b', 4, '4×B'), component('c', 6, '6×C/0,5')];

describe('a set', () => {
  it('gives no component more than its maximum, nor less than nothing', () => {
    const { components, sum } = scoreOf([component('x', 2, '5'), component('y', 2, '1 - 5')], inputs('0', '0', '0'));
    expect(components.map(({ score }) => score && tenThousandths(score))).toEqual([20_000, 0]);
    expect(tenThousandths(sum)).toBe(20_000);
  });

  it('with an input that has no data says out of how many points the rest is', () => {
    const told = scoreOf(SET, inputs('0.4', null, '0.25'));
    expect([told.isComplete, tenThousandths(told.sum), tenThousandths(told.outOf)]).toEqual([false, 40_000, 80_000]);
    expect(told.components.map(({ score }) => score === null)).toEqual([false, true, false]);
  });

  it('says what an improvement is worth', () => {
    const now = inputs('0.4', '0.5', '0.25');
    const gain = (changed: Inputs): number => tenThousandths(gainOf(SET, now, changed));
    expect(gain(new Map([['C', fractionOfDecimal('0.30')]]))).toBe(6000);
    // Beyond half of all received online nothing more is given.
    expect(gain(new Map([['C', fractionOfDecimal('0.9')]]))).toBe(30_000);
  });

  it('is never above the sum of its maxima', () => {
    const share = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => fraction(Math.min(a, b), Math.max(a, b, 1)));
    fc.assert(
      fc.property(share, share, share, (a, b, c) => {
        const { sum, outOf } = scoreOf(
          SET,
          new Map([
            ['A', a],
            ['B', b],
            ['C', c],
          ]),
        );
        expect(compare(sum, outOf)).toBeLessThanOrEqual(0);
        expect(outOf).toEqual(fraction(12));
      }),
    );
  });
});

describe('fractions', () => {
  it('are exact, and in lowest terms', () => {
    expect(fraction(6, -4)).toEqual({ over: -3n, under: 2n });
    expect(fraction(0, 7)).toEqual({ over: 0n, under: 1n });
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(['0.1', '1,50', '7', '', '1.', '-1', '1e3'].map((text) => fractionOfDecimal(text))).toEqual([
      fraction(1, 10),
      fraction(3, 2),
      fraction(7),
      null,
      null,
      null,
      null,
    ]);
  });

  it('go together as numbers do', () => {
    const any = fc
      .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }))
      .map(([a, b]) => fraction(a, b));
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        const product = multiply(a, b);
        expect(divide(product, b)).toEqual(b.over === 0n ? null : a);
      }),
    );
  });

  it('are rounded half away from 0, to be shown only', () => {
    expect([fraction(1, 3), fraction(1, 20_000), fraction(-1, 20_000)].map(tenThousandths)).toEqual([3333, 1, -1]);
  });
});
