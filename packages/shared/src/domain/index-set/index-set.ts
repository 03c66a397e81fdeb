import { dividesByNought } from './score.ts';
import { parseExpression, type ExpressionProblem } from './expression.ts';
import { compare, fractionOfDecimal, type Fraction } from './fraction.ts';
import type { Component } from './score.ts';

/** RATE: the rate of an indicator in the period. TYPED: a number that somebody gives, with its evidence. */
export type IndexInputKind = 'RATE' | 'TYPED';

/** What a formula may name. */
export interface IndexInputFacts {
  /** As formulas name it: A. */
  name: string;
  label: string;
  kind: IndexInputKind;
  /** The indicator's code, of a rate. */
  indicator: string | null;
}

/** One component as it is written down. */
export interface IndexComponentFacts {
  code: string;
  name: string;
  /** The most points that it gives, a decimal. */
  maximum: string;
  expression: string;
  /** What has to be shown for it. */
  evidence: string | null;
}

/** An index set as it is written down. */
export interface IndexSetFacts {
  name: string;
  /** The decision that it comes from. */
  source: string | null;
  inputs: IndexInputFacts[];
  components: IndexComponentFacts[];
}

/** DIVIDED_BY_NOUGHT: whatever the inputs are, it asks to divide by 0. */
export type IndexSetProblem =
  'EMPTY' | 'LONG' | 'MANY' | 'NAME' | 'TWICE' | 'INDICATOR' | 'MAXIMUM' | 'DIVIDED_BY_NOUGHT' | ExpressionProblem;

/** What cannot be as it is written, and where: `inputs.2.name`, counted from 0. */
export interface IndexSetFault {
  path: string;
  problem: IndexSetProblem;
  /** What was found there, where the problem is about a part of a text. */
  found: string;
}

const MOST = { inputs: 40, components: 60 };
const LONGEST = { name: 200, source: 300, label: 300, evidence: 1_000 };
const INPUT_NAME = /^\p{L}[\p{L}\p{N}_]{0,19}$/u;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,19}$/u;
const FUNCTIONS = ['min', 'max'];

/** Everything that is wrong with a set; empty where it may be saved. `indicators` are the codes that there are. */
export function faultsOf(set: IndexSetFacts, indicators: readonly string[]): IndexSetFault[] {
  return [
    ...textFaults('name', set.name, LONGEST.name, true),
    ...textFaults('source', set.source ?? '', LONGEST.source, false),
    ...countFaults('inputs', set.inputs.length, MOST.inputs, false),
    ...countFaults('components', set.components.length, MOST.components, true),
    ...set.inputs.flatMap((input, at) => inputFaults(set, input, at, indicators)),
    ...set.components.flatMap((component, at) => componentFaults(set, component, at)),
  ];
}

/** The components of a set that has no faults, ready to be scored. Throws for one that has. */
export function componentsOf({ inputs, components }: IndexSetFacts): Component[] {
  const known = inputs.map(({ name }) => name);
  return components.map(({ code, maximum, expression }) => {
    const parsed = parseExpression(expression, known);
    const most = fractionOfDecimal(maximum);
    if (!('expression' in parsed) || most === null) throw new RangeError(`component ${code} cannot be read`);
    return { code, maximum: most, expression: parsed.expression };
  });
}

function inputFaults(
  { inputs }: IndexSetFacts,
  { name, label, kind, indicator }: IndexInputFacts,
  at: number,
  indicators: readonly string[],
): IndexSetFault[] {
  const path = `inputs.${at}`;
  const faults = textFaults(`${path}.label`, label, LONGEST.label, true);
  if (!INPUT_NAME.test(name) || FUNCTIONS.includes(name.toLowerCase()))
    faults.push({ path: `${path}.name`, problem: 'NAME', found: name.slice(0, 30) });
  else if (inputs.findIndex((other) => other.name === name) < at)
    faults.push({ path: `${path}.name`, problem: 'TWICE', found: name });
  if (kind === 'RATE' && (indicator === null || !indicators.includes(indicator)))
    faults.push({ path: `${path}.indicator`, problem: 'INDICATOR', found: (indicator ?? '').slice(0, 50) });
  return faults;
}

function componentFaults(
  { inputs, components }: IndexSetFacts,
  { code, name, maximum, expression, evidence }: IndexComponentFacts,
  at: number,
): IndexSetFault[] {
  const path = `components.${at}`;
  const faults = [
    ...textFaults(`${path}.name`, name, LONGEST.name, true),
    ...textFaults(`${path}.evidence`, evidence ?? '', LONGEST.evidence, false),
  ];
  if (!CODE.test(code)) faults.push({ path: `${path}.code`, problem: 'NAME', found: code.slice(0, 30) });
  else if (components.findIndex((other) => other.code === code) < at)
    faults.push({ path: `${path}.code`, problem: 'TWICE', found: code });
  if (!isPositive(fractionOfDecimal(maximum)))
    faults.push({ path: `${path}.maximum`, problem: 'MAXIMUM', found: maximum.slice(0, 30) });
  const parsed = parseExpression(
    expression,
    inputs.map((input) => input.name),
  );
  if ('problem' in parsed)
    faults.push({ path: `${path}.expression`, problem: parsed.problem, found: parsed.found.slice(0, 30) });
  else if (dividesByNought(parsed.expression))
    faults.push({ path: `${path}.expression`, problem: 'DIVIDED_BY_NOUGHT', found: '' });
  return faults;
}

/**
 * Whether what was saved with a source is what was first saved with the same source: a set that a decision promulgated and somebody changed
 * since says so. The number of that first version, or null where nothing differs or no source is named. `versions` are all of the set.
 */
export function differsFrom<Version extends IndexSetFacts & { version: number }>(
  set: Version,
  versions: readonly Version[],
): number | null {
  if (set.source === null) return null;
  const [first] = versions.filter(({ source }) => source === set.source).sort((a, b) => a.version - b.version);
  if (!first || first.version >= set.version) return null;
  const said = ({ inputs, components }: IndexSetFacts): string =>
    JSON.stringify([
      inputs.map(({ name, kind, indicator }) => [name, kind, indicator]),
      components.map(({ code, maximum, expression }) => [code, maximum, expression]),
    ]);
  return said(first) === said(set) ? null : first.version;
}

function isPositive(value: Fraction | null): boolean {
  return value !== null && compare(value, { over: 0n, under: 1n }) > 0;
}

function textFaults(path: string, text: string, longest: number, isNeeded: boolean): IndexSetFault[] {
  if (isNeeded && text.trim() === '') return [{ path, problem: 'EMPTY', found: '' }];
  return text.length > longest ? [{ path, problem: 'LONG', found: '' }] : [];
}

function countFaults(path: string, count: number, most: number, isNeeded: boolean): IndexSetFault[] {
  if (isNeeded && count === 0) return [{ path, problem: 'EMPTY', found: '' }];
  return count > most ? [{ path, problem: 'MANY', found: String(most) }] : [];
}
