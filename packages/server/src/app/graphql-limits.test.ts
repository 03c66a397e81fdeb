import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api, type ApiOptions } from '../../test/api.ts';
import { exceededLimit } from './graphql-limits.ts';
import {
  MOST_ALIASES,
  MOST_CHARACTERS,
  MOST_DEPTH,
  MOST_DIRECTIVES,
  MOST_REPEATED,
  MOST_TOKENS,
} from './graphql-weights.ts';

const times = (count: number, part: (number: number) => string) =>
  Array.from({ length: count }, (_none, number) => part(number)).join(' ');
const deep = (levels: number) =>
  `{ unit(code: "19") ${'{ parent '.repeat(levels - 2)} { code } ${'}'.repeat(levels - 1)}`;
const NAMED = (count: number) => `{ ${times(count, (n) => `a${n}: __typename`)} }`;
const DIRECTED = (count: number) => `{ me ${'@include(if: true) '.repeat(count)} { id } }`;
const REPEATED = (count: number) => `{ me { id ${'id '.repeat(count)} } }`;
const WORDS = (count: number) => `{ ${'a '.repeat(count - 2)}}`;

describe('the form of a question', () => {
  it.each([
    ['depth', deep(MOST_DEPTH), deep(MOST_DEPTH + 1), 'input.depth'],
    ['names', NAMED(MOST_ALIASES), NAMED(MOST_ALIASES + 1), 'input.aliases'],
    ['directives', DIRECTED(MOST_DIRECTIVES), DIRECTED(MOST_DIRECTIVES + 1), 'input.directives'],
    ['fields asked for again', REPEATED(MOST_REPEATED), REPEATED(MOST_REPEATED + 1), 'input.repeated'],
  ])('has a limit of %s, and everything up to it passes', (_what, within, beyond, text) => {
    expect([exceededLimit(within), exceededLimit(beyond)?.text]).toEqual([null, text]);
  });

  it('has a limit of words', () => {
    expect(exceededLimit(WORDS(MOST_TOKENS))?.text).toBe('input.repeated');
    expect(exceededLimit(WORDS(MOST_TOKENS + 1))).toEqual({ text: 'input.tokens', most: MOST_TOKENS });
    expect(exceededLimit('[]'.repeat(1_000))).toBeNull();
  });

  it.each([
    [
      'depth',
      `{ unit(code: "19") { ...a } } fragment a on Unit { ${'parent { '.repeat(8)} ...b ${'}'.repeat(8)} } fragment b on Unit { ${'parent { '.repeat(6)} code ${'}'.repeat(6)} }`,
      'input.depth',
    ],
    [
      'names',
      `{ unit(code: "19") { ...a parent { ...a } } } fragment a on Unit { ${times(16, (n) => `a${n}: code`)} }`,
      'input.aliases',
    ],
    [
      'directives',
      `{ me { ...a } x: me { ...a } } fragment a on Account { id ${'@skip(if: false) '.repeat(11)} }`,
      'input.directives',
    ],
    [
      'fields asked for again',
      `{ a: me { ...a } b: me { ...a } } fragment a on Account { id id id id id id id }`,
      'input.repeated',
    ],
    ['fragments without a name', `{ me { ${'... { id } '.repeat(MOST_REPEATED + 2)} } }`, 'input.repeated'],
  ])('is measured with its fragments put in: %s', (_what, query, text) => {
    expect(exceededLimit(query)?.text).toBe(text);
  });

  it('has a limit of characters, whether or not they are words', () => {
    const blanks = (count: number) => `{${' '.repeat(count - 2)}}`;
    const name = (count: number) => `{${'x'.repeat(count - 2)}}`;
    for (const long of [name, blanks]) {
      expect([exceededLimit(long(MOST_CHARACTERS)), exceededLimit(long(MOST_CHARACTERS + 1))?.text]).toEqual([
        null,
        'input.long',
      ]);
    }
  });

  it.each(['', '{', 'hello', '{ ...a }', '{ ...a } fragment a on Query { ...a }', 'type A { b: C }'])(
    'is not looked at where it is no question: %s',
    (text) => {
      expect(exceededLimit(text)).toBeNull();
    },
  );

  it('is measured soon where fragments hold each other in all ways', () => {
    const parts = (at: number) => (at < 70 ? `...a${at} ...b${at}` : '__typename');
    const all = times(
      70,
      (at) => `fragment a${at} on Query { ${parts(at + 1)} } fragment b${at} on Query { x: me { id } }`,
    );
    expect(exceededLimit(`{ ${parts(0)} } ${all}`)?.text).toBe('input.tokens');
    const some = times(
      35,
      (at) => `fragment a${at} on Q { ...a${at + 1} ...b${at + 1} } fragment b${at} on Q { ...a${at + 1} x: b }`,
    );
    expect(exceededLimit(`{ ...a0 } ${some}`)?.text).toBe('input.aliases');
  });

  it('lets the question about the schema pass, and no endless one', () => {
    expect(exceededLimit(getIntrospectionQuery())).toBeNull();
    const types = (levels: number) =>
      `{ __schema { types ${'{ fields { type '.repeat(levels)} { name } ${'} }'.repeat(levels)} } }`;
    expect([exceededLimit(types(8)), exceededLimit(types(10))?.text]).toEqual([null, 'input.depth']);
    expect(
      exceededLimit(`{ ...s } fragment s on __Type { ${'ofType { '.repeat(21)} name ${'}'.repeat(21)} }`)?.text,
    ).toBe('input.depth');
  });
});

describe('an answer to a question beyond a limit', () => {
  const opened: Api[] = [];
  const open = async (options?: ApiOptions) => {
    const api = await openApi(options);
    opened.push(api);
    return api;
  };
  let api: Api;
  beforeAll(async () => {
    api = await open();
  });
  afterAll(() => Promise.all(opened.map((one) => one.close())));

  it.each([
    [
      deep(MOST_DEPTH + 1),
      'Không được hỏi các trường lồng nhau quá 14 cấp.',
      'Fields may stand at most 14 levels deep in each other.',
    ],
    [NAMED(MOST_ALIASES + 1), 'Không được đặt tên khác cho quá 30 trường.', 'At most 30 fields may bear another name.'],
    [WORDS(2_000), 'Câu hỏi dài quá 1000 từ và dấu.', 'The question has more than 1000 words and signs.'],
    ['[ '.repeat(2_000), 'Không được lồng quá 100 cấp.', 'Nothing may stand deeper than 100 levels in something else.'],
    [DIRECTED(30), 'Không được dùng quá 20 chỉ thị.', 'At most 20 directives may be used.'],
    [REPEATED(30), 'Không được hỏi lặp lại quá 10 trường.', 'At most 10 fields may be asked for again.'],
    ['{ units(first: 501) { totalCount } }', '"first" phải từ 0 đến 500.', '"first" must be from 0 to 500.'],
    [
      'query ($n: Int = 501) { units(first: $n) { totalCount } }',
      '"first" phải từ 0 đến 500.',
      '"first" must be from 0 to 500.',
    ],
  ])('is a 400 with a code, in both languages: %.40s', async (query, vi, en) => {
    const answers = [await api.gql(query), await api.gql(query, {}, { 'accept-language': 'en' })];
    expect(
      answers.map(({ status, code, data, errors }) => [status, code, data, errors.length, errors[0]?.message]),
    ).toEqual([
      [400, 'BAD_USER_INPUT', null, 1, vi],
      [400, 'BAD_USER_INPUT', null, 1, en],
    ]);
  });

  it('is the same for a page told in a variable, and 500 is none too many', async () => {
    const query = 'query ($n: Int) { units(first: $n) { totalCount } }';
    expect(await api.gql(query, { n: 501 })).toMatchObject({ status: 400, fields: [{ path: 'first' }] });
    expect((await api.gql(query, { n: 500 })).errors).toEqual([]);
  });

  it('is one for several questions at once', async () => {
    const payload = [{ query: '{ me { id } }' }, { query: '{ me { id } }' }];
    const response = await api.raw({ method: 'POST', url: '/graphql', payload });
    expect([response.statusCode, response.json()]).toEqual([
      400,
      { errors: [{ message: 'Mỗi lần gửi một câu hỏi.', extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
  });

  const many = Array.from({ length: 300 }, (_none, n) => `nothing${n}`).join(' ');
  it.each<[string, string, Record<string, unknown>]>([
    ['fields that there are not', `{ ${many} }`, {}],
    ['arguments that there are not', `{ units(${times(200, (n) => `x${n}: 1`)}) { totalCount } }`, {}],
    [
      'values that do not fit',
      'mutation ($rows: [ProcedureInput!]!) { saveProcedures(input: $rows) { code } }',
      { rows: Array.from({ length: 500 }, () => 1) },
    ],
    ['fields that fail', `{ ${times(MOST_ALIASES, (n) => `a${n}: unit(code: "19") { code }`)} }`, {}],
  ])('tells ten errors at most: %s', async (_what, query, variables) => {
    // Strangers hear nothing of their variables.
    const { errors } = await ('rows' in variables ? api : api.as(null)).gql(query, variables);
    expect(errors).toHaveLength(10);
    expect(JSON.stringify(errors).length).toBeLessThan(10_000);
  });

  it('quotes no long text', async () => {
    const long = 'x'.repeat(40_000);
    const asked: [string, Record<string, unknown>][] = [
      [`{ ${long} }`, {}],
      [`{ me { id } } ${long}`, {}],
      ['query ($n: Int) { units(first: $n) { totalCount } }', { n: long }],
    ];
    for (const [query, variables] of asked) {
      const response = await api.raw({ method: 'POST', url: '/graphql', payload: { query, variables } });
      expect(response.json()).toHaveProperty('errors');
      expect(response.body.length).toBeLessThan(3_000);
    }
  });

  it.each<[string, string, Record<string, unknown>, string, string]>([
    [
      'a value',
      'query ($k: UnitKind) { units(kind: $k) { totalCount } }',
      { k: 'COMUNE' },
      'kind',
      'The value is none',
    ],
    [
      'a number',
      'query ($n: Int) { units(first: $n) { totalCount } }',
      { n: 'mật khẩu' },
      'first',
      'The value is none',
    ],
    [
      'a field',
      'mutation ($r: [ProcedureInput!]!) { saveProcedures(input: $r) { code } }',
      { r: [{ code: 'mật khẩu', name: 'x', tiers: [], nam: 'x' }] },
      'input.0',
      'There is a field',
    ],
    [
      'what is missing',
      'mutation ($r: [ProcedureInput!]!) { saveProcedures(input: $r) { code } }',
      { r: [{ name: 'mật khẩu' }] },
      'input.0',
      'Something that is needed',
    ],
    ['all', 'query ($c: ID!) { unit(code: $c) { code } }', {}, 'code', 'Something that is needed'],
  ])('repeats no variable and hints at no name: %s', async (_what, query, variables, path, message) => {
    for (const by of [await open({ config: { production: true } }), await open({})]) {
      const { errors } = await by.gql(query, variables, { 'accept-language': 'en' });
      expect(JSON.stringify(errors)).not.toMatch(/did you mean|mật khẩu|COMUNE|type/i);
      expect(errors[0]?.message).toContain(message);
      expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', fields: [{ path }] } });
    }
  });

  it('names nothing of the inside and hints at no name in production', async () => {
    const nobody = (await open({ config: { production: true } })).as(null);
    const asked = [
      '{ unitz { nodes { code } } }',
      '{ units(frist: 1) { totalCount } }',
      '{ units { nodes { cod } } }',
      '{ me { ... on Unti { id } } }',
      '{ a: __schema { types { name } } }',
      '{ units(kind: COMUNE) { totalCount } }',
      '{',
      '{ __type(name: "Unit") { fields { name } } }',
    ];
    for (const query of asked) {
      const { errors, data } = await nobody.gql(query, {}, { 'accept-language': 'en' });
      expect([query, errors.length > 0, Object.values(data ?? {}).some(Boolean)]).toEqual([query, true, false]);
      expect(JSON.stringify(errors)).not.toMatch(/did you mean|stacktrace|node_modules|\.[jt]s:|select |\/src\//i);
    }
  });
});
