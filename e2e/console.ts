import { test as plain, type Page, type Request } from '@playwright/test';

export { expect } from '@playwright/test';

/** Somebody who was never here: no session, nothing remembered. */
export const NOBODY = { cookies: [], origins: [] };

/**
 * A test of the console. It also fails when the page says anything is wrong: an error in the browser's console or one that
 * nobody caught, an answer of 500 or above, a request to another host.
 */
export const test = plain.extend<{ complaints: string[] }>({
  context: async ({ context }, use) => {
    context.on('page', watchRequests);
    await use(context);
  },
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints = complaintsOf(page, baseURL ?? '');
      await use(complaints);
      plain.expect(complaints, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
});

/** Gathers from now on whatever should not happen on a page. */
function complaintsOf(page: Page, baseUrl: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseUrl) complaints.push(`another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${response.url()}`);
  });
  return complaints;
}

/** What each page has asked for and not heard of yet. */
const underWay = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

const QUIET_MS = 250;

/**
 * Waits until a page shows what it was asked for: its title, nothing asked that is not answered, no grey blocks any more, and
 * nothing drawn anew for a while. (Playwright's `networkidle` is about the first load alone, which says nothing of what a click
 * has begun, and waits half a second each time.)
 */
export async function settled(page: Page): Promise<void> {
  await plain.expect(page.locator('h1')).toBeVisible();
  await plain
    .expect(async () => {
      await expectStillFor(page, QUIET_MS);
      plain.expect([...(underWay.get(page) ?? [])].map((request) => request.url())).toEqual([]);
      plain.expect(await page.locator('.animate-pulse, [aria-busy="true"]').count()).toBe(0);
    })
    .toPass({ timeout: 15_000, intervals: [50] });
}

/** Fails when the page is drawn anew within so many milliseconds. */
async function expectStillFor(page: Page, ms: number): Promise<void> {
  const isStill = await page.evaluate(
    (wait) =>
      new Promise<boolean>((done) => {
        const observer = new MutationObserver(() => finish(false));
        const timer = setTimeout(() => finish(true), wait);
        const finish = (still: boolean): void => {
          clearTimeout(timer);
          observer.disconnect();
          done(still);
        };
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
    ms,
  );
  plain.expect(isStill, 'the page is still being drawn').toBe(true);
}
