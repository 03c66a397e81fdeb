import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../test/api.ts';

let api: Api;
let url: string;
beforeAll(async () => {
  api = await openApi();
  url = `${await api.listen()}/graphql`;
});
afterAll(() => api.close());

/** Every check of GraphQL over HTTP, asked over a real connection with the header that forms cannot send. */
const audits = serverAudits({
  url: () => url,
  fetchFn: (address: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('apollo-require-preflight', 'yes');
    return fetch(address, { ...init, headers });
  },
});

/** What a GET could do is done by POST here: a query in an address ends up in logs and histories. */
const BY_GET = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
];

it('speaks GraphQL over HTTP as its specification says, but for queries by GET: 58 of 61 checks', async () => {
  const failed: string[] = [];
  for (const audit of audits) if ((await audit.fn()).status !== 'ok') failed.push(audit.name);
  expect([audits.length, failed]).toEqual([61, BY_GET]);
});
