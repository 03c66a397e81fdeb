import type { Expression } from './expression.ts';
import { add, compare, divide, fraction, multiply, subtract, type Fraction } from './fraction.ts';

/** What the inputs of a formula are worth; null: no data. */
export type Inputs = ReadonlyMap<string, Fraction | null>;

/** One part of an index: a formula, and the most that it can give. */
export interface Component {
  code: string;
  /** In the unit of the set: points. */
  maximum: Fraction;
  expression: Expression;
}

/** What a component gives; null: an input has no data, or it would have to be divided by 0. No data is not 0. */
export interface ComponentScore {
  code: string;
  score: Fraction | null;
}

/** Points of a whole set. */
export interface SetScore {
  components: ComponentScore[];
  /** Of the components that have data. */
  sum: Fraction;
  /** The most that these could give: beside it stands what was reached where some have no data. */
  outOf: Fraction;
  isComplete: boolean;
}

/** What a formula gives for some inputs; null where it asks for what has no data. Exact. */
export function valueOf(expression: Expression, inputs: Inputs): Fraction | null {
  switch (expression.kind) {
    case 'NUMBER':
      return expression.value;
    case 'INPUT':
      return inputs.get(expression.name) ?? null;
    case 'LEAST':
      return extreme(expression.of, inputs, (order) => order < 0);
    case 'MOST':
      return extreme(expression.of, inputs, (order) => order > 0);
    case 'SUM':
    case 'DIFFERENCE':
    case 'PRODUCT':
    case 'QUOTIENT':
      return combined(expression, inputs);
  }
}

/** The score of every component, and of the set: never below 0 nor above a component's maximum. */
export function scoreOf(components: readonly Component[], inputs: Inputs): SetScore {
  const scored = components.map(({ code, maximum, expression }) => ({
    code,
    maximum,
    score: between(valueOf(expression, inputs), maximum),
  }));
  const known = scored.filter(({ score }) => score !== null);
  return {
    components: scored.map(({ code, score }) => ({ code, score })),
    sum: known.reduce((sum, { score }) => (score ? add(sum, score) : sum), fraction(0)),
    outOf: known.reduce((sum, { maximum }) => add(sum, maximum), fraction(0)),
    isComplete: known.length === scored.length,
  };
}

/** How many points a set would give more with some inputs changed: what an improvement is worth. */
export function gainOf(components: readonly Component[], inputs: Inputs, changed: Inputs): Fraction {
  const after = scoreOf(components, new Map([...inputs, ...changed])).sum;
  return subtract(after, scoreOf(components, inputs).sum);
}

/** Inputs that no formula of a decision was written for: what is nought with both of them is nought with all. */
const ANY_INPUTS: readonly ((name: string, at: number) => Fraction)[] = [
  (_name, at) => fraction(1 + 7 * at, 97 + 13 * at),
  (_name, at) => fraction(31 + 5 * at, 53 + 11 * at),
];

/** Whether a formula divides by what is 0 whatever its inputs are: `A/0`, `A/(B−B)`. It would never give a point, and no rank to anybody. */
export function dividesByNought(expression: Expression): boolean {
  return partsOf(expression).some((part) => part.kind === 'QUOTIENT' && isNought(part.right));
}

function isNought(expression: Expression): boolean {
  const names = [...new Set(partsOf(expression).flatMap((part) => (part.kind === 'INPUT' ? [part.name] : [])))];
  return ANY_INPUTS.every((worth) => {
    const value = valueOf(expression, new Map(names.map((name, at) => [name, worth(name, at)])));
    return value?.over === 0n;
  });
}

function partsOf(expression: Expression): Expression[] {
  if (expression.kind === 'NUMBER' || expression.kind === 'INPUT') return [expression];
  const below = 'of' in expression ? expression.of : [expression.left, expression.right];
  return [expression, ...below.flatMap(partsOf)];
}

function combined(expression: Extract<Expression, { left: Expression }>, inputs: Inputs): Fraction | null {
  const [left, right] = [valueOf(expression.left, inputs), valueOf(expression.right, inputs)];
  if (left === null || right === null) return null;
  if (expression.kind === 'SUM') return add(left, right);
  if (expression.kind === 'DIFFERENCE') return subtract(left, right);
  return expression.kind === 'PRODUCT' ? multiply(left, right) : divide(left, right);
}

function extreme(of: readonly Expression[], inputs: Inputs, isNearer: (order: number) => boolean): Fraction | null {
  let found: Fraction | null = null;
  for (const one of of) {
    const value = valueOf(one, inputs);
    if (value === null) return null;
    if (found === null || isNearer(compare(value, found))) found = value;
  }
  return found;
}

function between(score: Fraction | null, maximum: Fraction): Fraction | null {
  if (score === null) return null;
  if (score.over < 0n) return fraction(0);
  return compare(score, maximum) > 0 ? maximum : score;
}
