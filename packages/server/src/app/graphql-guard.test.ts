import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const REPEATED = (depth: number, inner: string, ...around: string[]) =>
  Array.from({ length: depth }, (_none, index) => around[index % around.length] ?? '').join(' { ') +
  ` { ${inner} ` +
  '}'.repeat(depth);

describe('a question without end', () => {
  const FIGURE = 'indicator: "ONLINE_RESOLUTION_L4", from: "2022-01-01", to: "2022-12-31"';
  const endless: [string, string][] = [
    ['up and down the tree', `{ unit(code: "19") { ${REPEATED(12, 'code', 'children', 'parent')} } }`],
    [
      'from every unit of the largest page',
      `{ units(first: 500) { nodes { ${REPEATED(4, 'code', 'children', 'parent')} } } }`,
    ],
    [
      'from the list to its entries and back',
      `{ serviceList(code: "QD402") { ${REPEATED(9, 'code', 'entries(first: 500)', 'nodes', 'list')} } }`,
    ],
    [
      'from figures to units and back',
      `{ attainments(${FIGURE}) { ${REPEATED(8, 'code', 'unit', 'children', `attainment(${FIGURE})`)} } }`,
    ],
    [
      'by fragments that double each time',
      `{ me { ...f0 } } ${Array.from({ length: 40 }, (_none, at) => `fragment f${at} on Account { a: grants { unit { id } } ${at < 39 ? `...f${at + 1} ...f${at + 1}` : ''} }`).join(' ')}`,
    ],
  ];
  it.each(endless)('is refused before anything is asked: %s', async (_what, query) => {
    const { code, status, data } = await api.gql(query);
    expect([code, status, data]).toEqual(['BAD_USER_INPUT', 400, null]);
  });

  it('is refused by the size of a page told in a variable', async () => {
    const query =
      'query ($first: Int) { procedures(first: $first) { nodes { listEntries { list { entries(first: $first) { nodes { procedure { code name } } } } } } } }';
    expect((await api.gql(query, { first: 500 })).code).toBe('BAD_USER_INPUT');
    expect((await api.gql(query, { first: 10 })).code).toBeUndefined();
  });

  it.each([
    ['children as deep as one likes', `{ unit(code: "19") { ${REPEATED(8, 'code', 'children')} } }`],
    ['parents as high as one likes', `{ unit(code: "05506") { ${REPEATED(8, 'code', 'parent')} } }`],
    [
      'the largest page of units with figures and neighbours',
      `{ units(first: 500) { nodes { code attainment(${FIGURE}) { rate } parent { code } children { code name } aliases } } }`,
    ],
    [
      'the largest page of procedures with their entries',
      '{ procedures(first: 500) { nodes { code listEntries { level list { code } openedBy { number } closedBy { number } } } } }',
    ],
    ['the question about the schema', getIntrospectionQuery()],
  ])('is not %s', async (_what, query) => {
    const { errors } = await api.gql(query);
    expect(errors).toEqual([]);
  });
});

describe('what stands too deep in something else', () => {
  /** A JSON text: `JSON.stringify` itself goes no deeper than the stack. */
  const deep = (levels: number) => '['.repeat(levels) + '"a"' + ']'.repeat(levels);
  const send = (payload: string, caller: Pick<Api, 'raw'> = api) =>
    caller.raw({ method: 'POST', url: '/graphql', payload, headers: { 'content-type': 'application/json' } });
  const asked = (query: string, variables = '{}') => `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const MEND = 'mutation ($x: JSON!) { mendQuarantined(id: "1", fields: $x) { rejected } }';

  it.each([
    ['a list of lists', asked('query ($x: ID!) { unit(code: $x) { code } }', `{"x":${deep(100_000)}}`), 'code'],
    ['fields of a row', asked(MEND, `{"x":{"MaHoSo":${deep(100_000)}}}`), 'fields'],
    ['a type of types', asked(`query ($x: ${deep(4_900).replace('"a"', 'ID')}) { unit(code: $x) { code } }`), null],
    ['a written list', asked(`{ unit(code: ${deep(2_000)}) { code } }`), null],
    [
      'a field in fields',
      asked(`{ unit(code: "19") { ${'children {'.repeat(1_500)} code ${'}'.repeat(1_500)} } }`),
      null,
    ],
    ['a fragment in fragments', asked(`{ ${'... {'.repeat(1_500)} __typename ${'}'.repeat(1_500)} }`), null],
  ])('is refused before the stack ends: %s', async (_what, payload, path) => {
    const response = await send(payload);
    const { errors } = response.json<{
      errors: { message: string; extensions: { code: string; fields?: { path: string }[] } }[];
    }>();
    expect([response.statusCode, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(errors[0]?.extensions.fields?.map((field) => field.path) ?? null).toEqual(path === null ? null : [path]);
    expect(errors[0]?.message).toBe('Không được lồng quá 100 cấp.');
  });

  it('is refused of nobody too, and by the count of fields that fragments hold', async () => {
    const parts = (at: number) => (at < 30 ? `...a${at} ...b${at}` : '__typename');
    const doubling = Array.from({ length: 30 }, (_none, at) => {
      return `fragment a${at} on Query { ${parts(at + 1)} } fragment b${at} on Query { ${parts(at + 1)} }`;
    });
    const { status, code, errors } = await api.as(null).gql(`{ ${parts(0)} } ${doubling.join(' ')}`);
    expect([status, code, errors[0]?.message]).toEqual([
      400,
      'BAD_USER_INPUT',
      'Câu hỏi đòi quá nhiều giá trị: hãy hỏi từng phần.',
    ]);
    const variables = `{"x":${deep(100_000)}}`;
    expect((await send(asked('query ($x: ID!) { unit(code: $x) { code } }', variables), api.as(null))).statusCode).toBe(
      400,
    );
  });

  it('is taken as deep as rows ever are', async () => {
    expect((await send(asked(MEND, `{"x":{"MaHoSo":${deep(20)}}}`))).json()).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });
});

describe('a text that cannot be stored', () => {
  const unfit = ['a\0b', '\ud800', 'x\udfffy'];
  it.each(unfit)('is refused wherever it stands: %j', async (text) => {
    const save = 'mutation ($rows: [ProcedureInput!]!) { saveProcedures(input: $rows) { code } }';
    const rows = [
      { code: '2.000815', name: 'Tên', tiers: [] },
      { code: '2.000816', name: 'Tên', field: text, tiers: [] },
    ];
    const cases: [string, string, Record<string, unknown>][] = [
      [save, 'input.1.field', { rows }],
      ['query ($code: ID!) { unit(code: $code) { code } }', 'code', { code: text }],
      ['query ($field: String) { procedures(field: $field) { totalCount } }', 'field', { field: text }],
      [
        'mutation ($reason: String) { movePlan(plan: "x", to: DRAFT, reason: $reason) { id } }',
        'reason',
        { reason: text },
      ],
      [
        'mutation ($d: DecisionInput) { movePlan(plan: "x", to: DRAFT, decision: $d) { id } }',
        'decision.number',
        { d: { number: text, issuedOn: '2022-01-01' } },
      ],
    ];
    for (const [query, path, variables] of cases) {
      const { code, fields, status } = await api.gql(query, variables);
      expect([code, fields.map((field) => field.path), status]).toEqual(['BAD_USER_INPUT', [path], 400]);
    }
  });

  it('is refused where it is written out', async () => {
    const { code, fields } = await api.gql('{ procedures(field: "a\\u0000") { totalCount } }');
    expect([code, fields.map(({ path }) => path)]).toEqual(['BAD_USER_INPUT', ['field']]);
  });

  it('is told row by row where rows are mended', async () => {
    const mend = 'mutation ($fields: JSON!) { mendQuarantined(id: "1", fields: $fields) { rejected } }';
    expect((await api.gql(mend, { fields: { MaHoSo: 'a\0' } })).code).toBe('NOT_FOUND');
  });

  it('is no emoji and no combining mark', async () => {
    const variables = { code: '👩‍🌾 Hòa' };
    expect((await api.gql('query ($code: ID!) { unit(code: $code) { code } }', variables)).errors).toEqual([]);
  });
});

describe('the schema in production', () => {
  let production: Api;
  beforeAll(async () => {
    production = await openApi({ config: { production: true } });
  });
  afterAll(() => production.close());

  const ASKS = [
    getIntrospectionQuery(),
    '{ __type(name: "Unit") { name } }',
    '{ ...s } fragment s on Query { __schema { types { name } } }',
  ];

  it.each(ASKS)('is for those who are signed in', async (query) => {
    const nobody = production.as(null);
    const refused = await nobody.gql(query, {}, { 'accept-language': 'en' });
    expect([refused.status, refused.code, refused.errors[0]?.message]).toEqual([
      400,
      'UNAUTHENTICATED',
      'Sign in first.',
    ]);
    expect((await production.gql(query)).errors).toEqual([]);
    expect((await api.as(null).gql(query)).errors).toEqual([]);
  });

  it('is not told by hints about misspelt names either', async () => {
    const { errors } = await production.as(null).gql('{ unts { nodes { code } } }');
    expect(errors[0]?.message).not.toMatch(/did you mean|units/i);
    expect((await production.as(null).gql('{ me { id } __typename }')).errors).toEqual([]);
  });
});
