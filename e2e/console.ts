import { test as plain, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

/** Somebody who was never here: no session, nothing remembered. */
export const NOBODY = { cookies: [], origins: [] };

/**
 * A test of the console. It also fails when the page says anything is wrong: an error in the browser's console or one that
 * nobody caught, an answer of 500 or above, a request to another host.
 */
export const test = plain.extend<{ complaints: string[] }>({
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

/** Waits until a page shows what it was asked for: its title, no grey blocks any more, no question open. */
export async function settled(page: Page): Promise<void> {
  await plain.expect(page.locator('h1')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await plain.expect(page.locator('.animate-pulse, [aria-busy="true"]')).toHaveCount(0);
}
