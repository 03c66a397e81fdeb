import { createHash } from 'node:crypto';
import * as generated from '@chi-tieu/shared/generated/graphql';
import { TRUSTED_DOCUMENTS } from '@chi-tieu/shared/generated/trusted-documents';
import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AS_WHOEVER, createApollo } from './apollo.ts';

interface Sent {
  headers: Headers;
  query?: string;
  extensions?: { persistedQuery: { version: number; sha256Hash: string } };
}

/** What was sent, and what the server answers to it. */
let sent: Sent[];
let answer: (body: Partial<Sent>) => { status: number; body: object };

beforeEach(() => {
  sent = [];
  answer = () => ({ status: 200, body: { data: {} } });
  vi.stubGlobal('fetch', async (_uri: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
    sent.push({ ...(JSON.parse(body) as Sent), headers: new Headers(headers) });
    const { status, body: said } = answer(sent.at(-1) ?? {});
    return new Response(JSON.stringify(said), { status, headers: { 'content-type': 'application/json' } });
  });
});
afterEach(() => vi.unstubAllGlobals());

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const refusal = (status: number, code: string) => ({
  status,
  body: { errors: [{ message: code, extensions: { code } }] },
});
const isQuery = ({ definitions: [first] }: DocumentNode) =>
  first?.kind === Kind.OPERATION_DEFINITION && first.operation === OperationTypeNode.QUERY;
const documents = Object.entries(generated)
  .filter(([name]) => name.endsWith('Document'))
  .map(([name, document]) => [name, document as DocumentNode] as const);
const ask = (document: DocumentNode) =>
  isQuery(document)
    ? createApollo({ signedOut: () => undefined }).query({ query: document, fetchPolicy: 'no-cache' })
    : createApollo({ signedOut: () => undefined }).mutate({ mutation: document, fetchPolicy: 'no-cache' });

describe('a question of the console', () => {
  it.each(documents)('goes by its hash alone, which the server knows: %s', async (_name, document) => {
    await ask(document);
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toHaveProperty('query');
    expect(TRUSTED_DOCUMENTS.has(sent[0]?.extensions?.persistedQuery.sha256Hash ?? '')).toBe(true);
  });

  it.each(documents)(
    'goes once more as the text that has this hash, to a server that does not know it: %s',
    async (_name, document) => {
      answer = ({ query }) =>
        query === undefined ? refusal(400, 'PERSISTED_QUERY_NOT_FOUND') : { status: 200, body: { data: {} } };
      await ask(document);
      expect(sent).toHaveLength(2);
      const { query = '', extensions } = sent[1] ?? {};
      expect(extensions?.persistedQuery.sha256Hash).toBe(hashOf(query));
      expect(TRUSTED_DOCUMENTS.get(hashOf(query))).toBe(query);
    },
  );

  it('goes no third time, and fails with what the server says then', async () => {
    answer = ({ query }) =>
      query === undefined ? refusal(400, 'PERSISTED_QUERY_NOT_FOUND') : refusal(403, 'FORBIDDEN');
    await expect(ask(generated.MeDocument)).rejects.toMatchObject({
      networkError: { statusCode: 403, result: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } },
    });
    expect(sent).toHaveLength(2);
  });

  it('goes as text from then on where the server takes no hashes', async () => {
    answer = ({ query }) =>
      query === undefined ? refusal(200, 'PERSISTED_QUERY_NOT_SUPPORTED') : { status: 200, body: { data: {} } };
    const apollo = createApollo({ signedOut: () => undefined });
    for (const _again of [1, 2]) await apollo.query({ query: generated.MeDocument, fetchPolicy: 'no-cache' });
    expect(sent.map(({ query }) => query !== undefined)).toEqual([false, true, true]);
  });
});

describe('a page', () => {
  const rename = { mutation: generated.RenameAccountDocument, variables: { id: '1', name: 'Một' } };
  const ended = refusal(200, 'UNAUTHENTICATED');

  it('sends everything under the name that it shows, but not the question who is signed in', async () => {
    let shown: string | null = null;
    const apollo = createApollo({ signedOut: () => undefined, shownAccount: () => shown });
    const question = { query: generated.MeDocument, fetchPolicy: 'no-cache' as const };
    await apollo.query(question);
    shown = '7';
    await apollo.query(question);
    await apollo.mutate(rename);
    await apollo.query({ ...question, context: AS_WHOEVER });
    expect(sent.map(({ headers }) => headers.get('x-account'))).toEqual([null, '7', '7', null]);
  });

  it('is told where the server knows somebody else', async () => {
    answer = () => refusal(409, 'OTHER_ACCOUNT');
    const takenOver = vi.fn();
    const apollo = createApollo({ signedOut: () => undefined, shownAccount: () => '7', takenOver });
    await expect(apollo.mutate(rename)).rejects.toThrow();
    expect(takenOver).toHaveBeenCalledOnce();
  });

  it('makes its change after all once one has signed in again', async () => {
    answer = () => (sent.length === 1 ? ended : { status: 200, body: { data: { renameAccount: null } } });
    const apollo = createApollo({ signedOut: () => Promise.resolve(true) });
    expect((await apollo.mutate(rename)).data).toEqual({ renameAccount: null });
    expect(sent).toHaveLength(2);
  });

  it('says that the change was refused where the sign-in is put off, or cannot be made over the page', async () => {
    answer = () => ended;
    for (const signedOut of [() => Promise.resolve(false), () => undefined])
      await expect(createApollo({ signedOut }).mutate(rename)).rejects.toMatchObject({
        graphQLErrors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    expect(sent).toHaveLength(2);
  });
});
