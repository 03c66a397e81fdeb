import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, parse, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { isAffordable } from './graphql-cost.ts';
import { isTooDeep } from './graphql-depth.ts';
import { buildProductSchema } from './schema.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildProductSchema();
});

/** Whether each operation of a text is small enough. */
function affordable(text: string, variables: Record<string, unknown> = {}): boolean[] {
  const document = parse(text);
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => isAffordable({ schema, document, operation, variables }));
}

const PERIOD = 'from: "2022-01-01", to: "2022-12-31"';
const FIGURE = `indicator: "ONLINE_RESOLUTION_L4", ${PERIOD}`;
const times = (count: number, part: (number: number) => string) =>
  Array.from({ length: count }, (_none, number) => part(number)).join(' ');

describe('counting a question', () => {
  it('follows fragments only so often and so deep', () => {
    const doubling = times(
      41,
      (n) => `fragment f${n} on Query { ${n < 40 ? `...f${n + 1} ...f${n + 1}` : '__typename'} }`,
    );
    expect(affordable(`{ ...f0 } ${doubling}`)).toEqual([false]);
    const chain = (long: number) =>
      times(long, (n) => `fragment f${n} on Query { ${n < long - 1 ? `...f${n + 1}` : '__typename'} }`);
    expect(affordable(`{ ...f0 } ${chain(50)}`)).toEqual([true]);
    expect(affordable(`{ ...f0 } ${chain(3_000)}`)).toEqual([false]);
  });

  it('counts the names of types and the schema too', () => {
    const names = (count: number) =>
      `{ units(first: 500) { nodes { children { ${times(count, (n) => `a${n}: __typename`)} } } } }`;
    expect(affordable(names(10))).toEqual([true]);
    expect(affordable(names(100))).toEqual([false]);
    const fields = (inner: string) => `fields { type { ${inner} } }`;
    expect(affordable(`{ __schema { types { ${fields(fields(fields(fields(fields('name')))))} } } }`)).toEqual([false]);
    expect(affordable(`{ __schema { types { ${fields('name')} } } }`)).toEqual([true]);
  });

  it('counts how many units a ranking names', () => {
    const passed = (inner: string) =>
      `{ ranking(${FIGURE}, kind: COMMUNE) { movement { overtook { ${inner} } overtakenBy { ${inner} } entered { ${inner} } } } }`;
    expect(affordable(passed('id code name'))).toEqual([true]);
    expect(affordable(passed(times(20, (n) => `a${n}: name`)))).toEqual([false]);
  });

  it('counts what stands in an empty page', () => {
    const inside = times(90, (n) => `a${n}: children { parent { code } }`);
    const query = `{ units(first: 500) { nodes { procedures: children { ${inside} } } } }`;
    expect(affordable(query)).toEqual([false]);
    expect(
      affordable(
        times(
          1,
          () =>
            `{ serviceList(code: "a") { entries(first: 0) { nodes { list { ${times(600, (n) => `a${n}: entries(first: 0) { totalCount }`)} } } } } }`,
        ),
      ),
    ).toEqual([false]);
  });

  it('takes the size of a page from the definition where no variable is given', () => {
    const query = (first: number) =>
      `query ($n: Int = ${first}) { procedures(first: $n) { nodes { listEntries { list { entries(first: $n) { nodes { procedure { code name } } } } } } } }`;
    expect(affordable(query(500))).toEqual([false]);
    expect(affordable(query(10))).toEqual([true]);
    expect(affordable(query(500), { n: 10 })).toEqual([true]);
    expect(affordable(query(10), { n: 500 })).toEqual([false]);
  });
});

describe('what takes long to find', () => {
  const LISTED = (count: number) =>
    `{ procedures(first: 20) { nodes { listEntries { list { ${times(count, (n) => `e${n}: entries(first: 0) { totalCount }`)} } } } } }`;
  const PREVIEW = (n: number) => `a${n}: cascadeTargets(plan: "x", method: LEAST_EFFORT, preview: true) { feasible }`;
  const dearly: [string, string][] = [
    ['dossiers', `{ ${times(5, (n) => `d${n}: dossiers(${FIGURE}, unit: "19", first: 0) { totalCount }`)} }`],
    ['explanations', `{ ${times(6, (n) => `e${n}: explanation(${FIGURE}, unit: "19") { rule }`)} }`],
    ['cascades', `mutation { ${times(300, PREVIEW)} }`],
    ['changes', `mutation { ${times(11, (n) => `a${n}: retryQuarantined { rejected }`)} }`],
    ['entries of lists', LISTED(3)],
    ['searches', `{ ${times(300, (n) => `u${n}: units(search: "a b c", first: 0) { totalCount }`)} }`],
    [
      'figures of many periods',
      `{ ${times(300, (n) => `a${n}: attainments(indicator: "I", from: "2022-01-01", to: "${2022 + n}-01-01", under: "164") { rate }`)} }`,
    ],
    [
      'series of many periods',
      `{ unit(code: "19") { ${times(60, (n) => `s${n}: series(indicator: "I", from: "2022-01-01", to: "${2022 + n}-01-01") { numerator }`)} } }`,
    ],
    [
      'series of days of all units',
      `{ units(first: 500) { nodes { series(${FIGURE}, grain: DAY) { from to numerator denominator } own: series(${FIGURE}, grain: DAY, scope: OWN) { from to numerator } } } }`,
    ],
    ['counts of all data', `{ ${times(50, (n) => `d${n}: dataStatus { dossiers }`)} }`],
  ];
  it.each(dearly)('may not be asked for at once: %s', (_what, query) => {
    expect(affordable(query)).toEqual([false]);
  });

  const cheaply: [string, string][] = [
    [
      'figures of the whole tree',
      `{ units(first: 500) { nodes { code attainment(${FIGURE}) { rate target status } } } }`,
    ],
    [
      'the same figures unit by unit',
      `{ ${times(230, (n) => `u${n}: unit(code: "${n}") { attainment(${FIGURE}) { rate } }`)} }`,
    ],
    [
      'figures of the whole tree from the top',
      `{ unit(code: "19") { attainment(${FIGURE}) { rate } children { attainment(${FIGURE}) { rate } children { attainment(${FIGURE}) { rate } } } } }`,
    ],
    ['months of all units', `{ units(first: 500) { nodes { series(${FIGURE}) { from to numerator denominator } } } }`],
    [
      'a year of months',
      `{ ${times(12, (n) => `m${n}: attainments(indicator: "I", from: "2022-01-01", to: "2022-01-${n + 10}") { unit { code } rate }`)} }`,
    ],
    [
      'the three kinds of dossiers',
      `{ ${times(3, (n) => `d${n}: dossiers(${FIGURE}, unit: "19", first: 500) { totalCount nodes { code procedure { code } unit { code } } }`)} }`,
    ],
    ['a few changes', `mutation { ${times(10, (n) => `a${n}: retryQuarantined { rejected }`)} }`],
  ];
  it.each(cheaply)('may be asked for: %s', (_what, query) => {
    expect(affordable(query)).toEqual([true]);
  });
});

it('lets everything pass that the console asks, with the largest pages', () => {
  const folder = fileURLToPath(new URL('../../../admin/src', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
  const text = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n');
  const answers = affordable(text, { first: 500, compare: true, past: true });
  expect(answers.length).toBeGreaterThan(20);
  expect(answers.every(Boolean)).toBe(true);
});

describe('brackets in brackets', () => {
  const nest = (count: number, open = '[', close = ']') => open.repeat(count) + close.repeat(count);
  it.each<[string, boolean]>([
    [nest(100), false],
    [nest(101), true],
    [nest(60, '[({', ')}]'), true],
    ['['.repeat(101), true],
    ['[]'.repeat(500), false],
    [`"${nest(500)}"`, false],
    [`"\\"${'['.repeat(500)}"`, false],
    [`"\\\\"${'['.repeat(500)}"`, true],
    [`"""a " \\""" ${'{'.repeat(500)}"""`, false],
    [`"""\\""""""${nest(500)}`, true],
    [`"""\\"""${nest(500)}`, false],
    [`"" ${nest(500)}`, true],
    [`# " ${nest(500)}`, false],
    [`# "\n${nest(500)}`, true],
  ])('are counted outside of texts and comments: case %#', (query, deep) => {
    expect(isTooDeep(query)).toBe(deep);
  });
});
