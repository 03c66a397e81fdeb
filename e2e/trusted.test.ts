import { expect, settled, test } from './console.ts';
import type { Page } from '@playwright/test';

interface Asked {
  query?: string;
  operationName: string;
  extensions?: { persistedQuery?: { sha256Hash?: string } };
}

/** Gathers from now on what the page asks of the API. */
function gather(page: Page): Asked[] {
  const asked: Asked[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/graphql') asked.push(request.postDataJSON() as Asked);
  });
  return asked;
}

const ROUTES = ['/', '/don-vi', '/so-lieu/19', '/thu-tuc', '/danh-muc', '/giao-chi-tieu', '/ho-so'];

test('the console asks everything by hash, never by text, and is answered', async ({ page }) => {
  const asked = gather(page);
  for (const route of ROUTES) {
    await page.goto(route);
    await settled(page);
  }
  expect(asked.length).toBeGreaterThan(ROUTES.length);
  for (const { operationName, query, extensions } of asked) {
    expect([operationName, query]).toEqual([operationName, undefined]);
    expect(extensions?.persistedQuery?.sha256Hash, operationName).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('a page of another build asks once more by text, and shows what it shows', async ({ page }) => {
  await page.route('/graphql', async (route) => {
    const body = route.request().postDataJSON() as Asked;
    // As a server would see it to which this page came from yesterday: the hash is none that it knows.
    const told = { ...body, extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } };
    if (body.query === undefined) {
      const answer = await route.fetch({ postData: JSON.stringify(told) });
      const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
      expect(errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
      // The browser would complain about the status, which is as it should be.
      await route.fulfill({ response: answer, status: 200 });
    } else await route.continue();
  });
  const asked = gather(page);
  await page.goto('/don-vi');
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked.filter(({ query }) => query !== undefined).length).toBe(asked.length / 2);
});
