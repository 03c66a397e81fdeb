import { gzipSync } from 'node:zlib';
import { draftPlan, issuedPlan, someDossier } from './api.ts';
import { expect, settled, test } from './console.ts';
import type { Page } from '@playwright/test';

/** Kilobytes (of 1,000 bytes) after gzip, at most. */
const MOST_FIRST = 165;
/** All that comes by itself while one looks at a page: beside its own script parts that are fetched once it stands. */
const MOST_ROUTE = 60;
/** An empty draft works out its first proposals unasked, with what shows them: the goal is 60 for it too. */
const MOST_DRAFT = 76;
const MOST_STYLE = 15;

interface Assets {
  scripts: Map<string, number>;
  styles: Map<string, number>;
}

const sum = (sizes: Iterable<number>): number => [...sizes].reduce((total, size) => total + size, 0);
const tell = (what: string, size: number, limit: string): boolean =>
  process.stdout.write(`      ${what}: ${size.toFixed(1)} kB gzip (${limit})\n`);

/** What the document itself asks for, before any page of the console is opened. */
async function namedByTheDocument(page: Page): Promise<Set<string>> {
  const html = await (await page.request.get('/')).text();
  return new Set([...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path));
}

/** Gathers from now on every script and style that arrives, with its size after gzip. */
function gather(page: Page): { assets: Assets; arrived: () => Promise<void> } {
  const assets: Assets = { scripts: new Map(), styles: new Map() };
  const waiting: Promise<void>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const kind = pathname.endsWith('.js') ? assets.scripts : pathname.endsWith('.css') ? assets.styles : null;
    if (kind === null || response.status() !== 200) return;
    waiting.push(response.body().then((body) => void kind.set(pathname, gzipSync(body).length / 1000)));
  });
  return { assets, arrived: async () => void (await Promise.all(waiting)) };
}

test('the first page needs little, and every other page little more', async ({ browser, page, request }) => {
  // Twenty pages, each in a browser that has nothing yet.
  test.slow();
  const first = await namedByTheDocument(page);
  const routes = ['/', '/don-vi', '/so-lieu/19', '/thu-tuc', '/thu-tuc/2.000815', '/danh-muc', '/danh-muc?tab=compare'];
  const plan = `/giao-chi-tieu/${await issuedPlan(request)}`;
  const draft = `/giao-chi-tieu/${await draftPlan(request)}`;
  const dossier = `/ho-so/ma/${await someDossier(request)}`;
  const more = [
    '/danh-muc/quyet-dinh-moi',
    '/quyet-dinh',
    '/quyet-dinh/1',
    '/giao-chi-tieu',
    plan,
    draft,
    '/ho-so',
    '/ho-so?tab=receipts',
    '/ho-so?tab=desk',
    '/ho-so?tab=quarantine',
    dossier,
    '/ho-so?tab=sources',
    '/ho-so/nguon-moi',
    '/theo-doi',
    '/bao-cao',
    '/he-thong/chi-tieu',
    '/he-thong/tai-khoan',
    '/he-thong/quyen?by=unit&unit=19',
    '/he-thong/ma-truy-cap',
    '/uy-quyen',
  ];
  let styles = 0;
  for (const route of [...routes, ...more]) {
    const context = await browser.newContext();
    const fresh = await context.newPage();
    const { assets, arrived } = gather(fresh);
    await fresh.goto(route);
    await settled(fresh);
    // What is printed comes by itself a while after the page.
    if (route === plan || route === draft) await fresh.locator('[data-document]').waitFor({ state: 'attached' });
    await arrived();
    await context.close();
    const most = route === draft ? MOST_DRAFT : MOST_ROUTE;
    const own = [...assets.scripts].filter(([path]) => !first.has(path));
    tell(
      `scripts of ${route.replace(plan, '/giao-chi-tieu/… issued').replace(draft, '/giao-chi-tieu/… draft')}`,
      sum(own.map(([, size]) => size)),
      `limit ${most}`,
    );
    expect.soft(sum(own.map(([, size]) => size)), route).toBeLessThanOrEqual(most);
    styles = Math.max(styles, sum(assets.styles.values()));
  }
  const { assets, arrived } = gather(page);
  await page.goto('/');
  await settled(page);
  await arrived();
  const script = sum([...assets.scripts].filter(([path]) => first.has(path)).map(([, size]) => size));
  tell('first script', script, `limit ${MOST_FIRST}`);
  tell('styles', styles, `limit ${MOST_STYLE}`);
  expect(script).toBeGreaterThan(0);
  expect(script).toBeLessThanOrEqual(MOST_FIRST);
  expect(styles).toBeLessThanOrEqual(MOST_STYLE);
});
