import { createHash } from 'node:crypto';
import { TRUSTED_DOCUMENTS } from '@chi-tieu/shared/generated/trusted-documents';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';
import type { Caller } from '../../test/caller.ts';
import { buildAccount, tokenEnd } from '../../test/factories.ts';
import type { TrustedDocuments } from './config.ts';
import { buildProductSchema } from './schema.ts';

const apis = {} as Record<TrustedDocuments, Api>;
beforeAll(async () => {
  for (const trustedDocuments of ['on', 'only', 'off'] as const)
    apis[trustedDocuments] = await openApi({ config: { trustedDocuments } });
});
afterAll(async () => {
  for (const api of Object.values(apis)) await api.close();
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const [ME_HASH = '', ME_TEXT = ''] = [...TRUSTED_DOCUMENTS].find(([, text]) => text.startsWith('query Me ')) ?? [];
const OTHER = '{ me { username } }';
const known = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });

interface Answered {
  status: number;
  code: string | undefined;
  data: unknown;
  text: string;
}

async function post(caller: Caller, body: object, headers: Record<string, string> = {}): Promise<Answered> {
  const response = await caller.raw({ method: 'POST', url: '/graphql', payload: body, headers });
  const { data, errors } = response.json<{ data?: unknown; errors?: { extensions: { code: string } }[] }>();
  return { status: response.statusCode, code: errors?.[0]?.extensions.code, data, text: response.body };
}

describe('the list of documents', () => {
  it('has each under the hash of its text, and each fits the schema', async () => {
    const schema = await buildProductSchema();
    expect(TRUSTED_DOCUMENTS.size).toBeGreaterThan(30);
    for (const [hash, text] of TRUSTED_DOCUMENTS) {
      expect(hashOf(text)).toBe(hash);
      expect(validate(schema, parse(text))).toEqual([]);
    }
  });
});

describe('a document that is known', () => {
  it('is answered by its hash alone, as often as one likes, with the same answer as its text', async () => {
    const byText = await post(apis.on, { query: ME_TEXT });
    for (const _again of [1, 2, 3]) {
      const byHash = await post(apis.on, { operationName: 'Me', variables: {}, extensions: known(ME_HASH) });
      expect([byHash.status, byHash.data]).toEqual([200, byText.data]);
    }
    expect(await post(apis.on, { query: ME_TEXT, extensions: known(ME_HASH) })).toMatchObject({ data: byText.data });
  });

  it('is asked in the name of who calls, and costs what its variables make of it', async () => {
    const nobody = await post(apis.on.as(null), { extensions: known(ME_HASH) });
    expect([nobody.status, nobody.data]).toEqual([200, { me: null }]);
    const [paged = ''] = [...TRUSTED_DOCUMENTS].find(([, text]) => text.includes('first: $first')) ?? [];
    expect(paged).not.toBe('');
    expect(await post(apis.on, { variables: { first: 501 }, extensions: known(paged) })).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('a hash that nobody knows', () => {
  it.each([
    '0'.repeat(64),
    ME_HASH.toUpperCase(),
    `${ME_HASH} `,
    '',
    '__proto__',
    'constructor',
    'x'.repeat(1_000_000),
  ])('is told so, and not repeated: %.20s', async (hash) => {
    const { status, code, text } = await post(apis.on, { extensions: known(hash) });
    expect([status, code]).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
    expect(text.length).toBeLessThan(300);
  });

  it('comes with its text from a page of yesterday: answered as any question, within all limits, and not kept', async () => {
    expect(await post(apis.on, { query: OTHER, extensions: known(hashOf(OTHER)) })).toMatchObject({ status: 200 });
    expect(await post(apis.on, { extensions: known(hashOf(OTHER)) })).toMatchObject({
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
    const deep = `{ unit(code: "19") ${'{ children '.repeat(15)}{ code }${' }'.repeat(15)} }`;
    expect(await post(apis.on, { query: deep, extensions: known(hashOf(deep)) })).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
    });
  });

  it.each([
    ['a hash of another text', { query: OTHER, extensions: known(ME_HASH) }],
    ['no text beside it', { query: '', extensions: known(ME_HASH) }],
    ['another version', { extensions: known(ME_HASH, 2) }],
    ['a number', { extensions: known(7) }],
    ['an object', { extensions: known({ toString: 'x' }) }],
    ['a list', { extensions: known([ME_HASH]) }],
    ['nothing', { extensions: { persistedQuery: {} } }],
    ['a word', { extensions: { persistedQuery: ME_HASH } }],
  ])('is refused where it is %s', async (_what, body) => {
    expect(await post(apis.on, body)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('does not come in a batch', async () => {
    const response = await apis.on.raw({ method: 'POST', url: '/graphql', payload: [{ extensions: known(ME_HASH) }] });
    expect(response.statusCode).toBe(400);
  });
});

describe('where nothing but known documents is taken', () => {
  it('a session may send them, by hash or as text, and nothing else', async () => {
    const { only } = apis;
    const clerk = only.as(await buildAccount(only, { role: 'ADMINISTRATOR', unit: '164' }));
    expect(await post(clerk, { extensions: known(ME_HASH) })).toMatchObject({ status: 200 });
    expect(await post(clerk, { query: ME_TEXT })).toMatchObject({ status: 200 });
    for (const body of [{ query: OTHER }, { query: OTHER, extensions: known(hashOf(OTHER)) }, { query: '{' }, {}])
      expect(await post(clerk, body)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await post(clerk, { query: OTHER })).toMatchObject({ data: undefined });
  });

  it('programs ask freely by their tokens, even with a cookie beside, and so does who operates the system', async () => {
    const { only } = apis;
    const input = { name: 'Một cửa', role: 'VIEWER', unit: '164', expiresOn: tokenEnd() };
    const create = 'mutation ($input: TokenInput!) { createToken(input: $input) { token } }';
    const { createToken } = await only.ask<{ createToken: { token: string } }>(create, { input });
    const token = { authorization: `Bearer ${createToken.token}` };
    expect(await post(only.as(null), { query: OTHER }, token)).toMatchObject({ status: 200 });
    expect(await post(only.as(await buildAccount(only, {})), { query: OTHER }, token)).toMatchObject({ status: 200 });
    expect(await post(only, { query: OTHER })).toMatchObject({ status: 200 });
  });

  it('nobody comes further by saying nothing of who they are', async () => {
    const answer = await post(apis.only.as(null), { query: '{ units { totalCount } }' });
    expect([answer.code, answer.data]).toEqual(['UNAUTHENTICATED', null]);
  });
});

it('is all off where it is switched off: a client hears that hashes are not taken, and sends texts', async () => {
  expect(await post(apis.off, { extensions: known(ME_HASH) })).toMatchObject({ code: 'PERSISTED_QUERY_NOT_SUPPORTED' });
  expect(await post(apis.off, { query: ME_TEXT })).toMatchObject({ status: 200 });
});
