import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProductSchema } from '../../app/schema.ts';
import { openApi, type Api } from '../../../test/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const SCALARS: Record<string, string> = {
  ID: '"19"',
  String: '"x"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  Date: '"2022-01-01"',
  DateTime: '"2022-01-01T00:00:00Z"',
  Percent: '55',
  JSON: '{}',
};

/** Something that a type takes, written out. */
function sample(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return `[${sample(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return SCALARS[type.toString()] ?? 'null';
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${fields.map((field) => `${field.name}: ${sample(field.type)}`).join(', ')} }`;
}

function question(field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${sample(arg.type)}`);
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection}`;
}

function everything(schema: GraphQLSchema): string[] {
  const of = (kind: string, fields: GraphQLField<unknown, unknown>[]) =>
    fields.map((field) => `${kind} { ${question(field)} }`);
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return [
    ...of(
      'query',
      queries.filter(({ name }) => name !== 'me'),
    ),
    ...of('mutation', mutations),
  ];
}

const schema = await buildProductSchema();

describe('whoever is not signed in', () => {
  it.each(everything(schema))('is refused: %s', async (query) => {
    const answer = await api.as(null).gql(query, {}, { 'accept-language': 'en' });
    expect([answer.code, answer.errors[0]?.message, answer.errors.length]).toEqual([
      'UNAUTHENTICATED',
      'Sign in first.',
      1,
    ]);
    expect(Object.values(answer.data ?? {}).every((value) => value === null)).toBe(true);
  });

  it.each([
    ['query ($k: UnitKind) { units(kind: $k) { totalCount } }', { k: 'COMUNE' }],
    ['query ($day: Date!) { units(on: $day) { totalCount } }', { day: 'yesterday' }],
    ['query ($code: ID!) { unit(code: $code) { code } }', {}],
    ['mutation ($r: [ProcedureInput!]!) { saveProcedures(input: $r) { code } }', { r: Array(20).fill({ nam: 'x' }) }],
  ])('hears nothing of what is wrong with the variables sent: %s', async (query, variables) => {
    const { errors } = await api.as(null).gql(query, variables, { 'accept-language': 'en' });
    expect(errors).toEqual([{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('hears that nobody is signed in', async () => {
    expect((await api.as(null).gql('{ me { id } }')).data).toEqual({ me: null });
  });

  it.each(['/ingest/dossiers', '/ingest/procedures'])('cannot send anything to %s', async (path) => {
    const answer = await api.as(null).ingest([], { path });
    expect([answer.status, answer.body.result, answer.body.error_code === '0']).toEqual([401, null, false]);
    expect((await api.db.query('select from ingest_batch')).rowCount).toBe(0);
  });
});

describe('a call by cookie', () => {
  let cookie: string;
  beforeAll(async () => {
    const response = await api.raw({ method: 'POST', url: '/graphql', payload: { query: '{ me { username } }' } });
    expect(response.json()).toEqual({ data: { me: { username: 'admin' } } });
    cookie = String(response.raw.req.headers.cookie);
  });

  const query = JSON.stringify({ query: 'mutation { setUnitAliases(unit: "165", aliases: ["x"]) { code } }' });
  const FORMS = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];

  it.each(FORMS)('from a form is refused by /graphql: %s', async (type) => {
    const response = await api.server.inject({
      method: 'POST',
      url: '/graphql',
      payload: query,
      headers: { cookie, 'content-type': type },
    });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect((await api.db.query('select from unit_alias')).rowCount).toBe(0);
  });

  it.each([...FORMS, 'text/csv', 'application/x-ndjson'])(
    'without the header is refused by /ingest: %s',
    async (type) => {
      for (const url of ['/ingest/dossiers', '/ingest/procedures']) {
        const response = await api.server.inject({
          method: 'POST',
          url,
          payload: 'code,name\n',
          headers: { cookie, 'content-type': type },
        });
        expect([response.statusCode, response.json<{ result: null }>().result]).toEqual([403, null]);
      }
    },
  );

  it('with the header, or as JSON, is taken', async () => {
    const send = (url: string, type: string, payload: string, more = {}) =>
      api.server.inject({ method: 'POST', url, payload, headers: { cookie, 'content-type': type, ...more } });
    const header = { 'apollo-require-preflight': 'yes' };
    expect((await send('/ingest/procedures', 'text/csv', 'code,name\n', header)).statusCode).toBe(200);
    expect((await send('/ingest/procedures', 'application/json', '[]')).statusCode).toBe(200);
    expect((await send('/graphql', 'application/json', '{"query":"{ me { id } }"}')).json()).toMatchObject({
      data: { me: { id: '1' } },
    });
  });

  it('cannot be made by a link', async () => {
    const url = `/graphql?query=${encodeURIComponent('mutation { retryQuarantined { received } }')}`;
    for (const accept of ['text/html', 'application/json'])
      expect((await api.server.inject({ method: 'GET', url, headers: { cookie, accept } })).body).not.toContain(
        'received',
      );
  });
});
