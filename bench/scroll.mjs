/** How many frames a second the catalogue's table of 10,000 rows draws while it is scrolled, beside a page that draws nothing new. */
import { chromium } from '@playwright/test';
import { QUIET_FLAGS, installedBrowser } from '../scripts/browser.mjs';
import { fillCatalogue } from './catalogue-search.mjs';
import { quantile } from './timing.mjs';

const SECONDS = 5;
const PASSES = 3;

export async function measureScrolling(product, client) {
  await fillCatalogue(client);
  const browser = await chromium.launch({ args: QUIET_FLAGS, executablePath: installedBrowser() ?? undefined });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    const cookies = product.cookie.split('; ').map((cookie) => cookie.split(/=(.*)/s));
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: product.base })));
    const page = await context.newPage();
    await page.goto(`${product.base}/thu-tuc`);
    await page.waitForSelector('tr[data-row="0"]');
    await loadRows(page);
    const table = await frames(page, '[data-scroll]:has(> table)', PASSES);
    const plain = await plainFrames(context);
    const tell = (gaps) => {
      const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
      return { rate, said: `${rate.toFixed(1)} frames/s, 95 % of frames within ${quantile(gaps, 0.95).toFixed(1)} ms` };
    };
    const [ours, least] = [tell(table), tell(plain)];
    return [
      ['a page of nothing but lines, scrolled', least.said],
      ['the table of the catalogue, 10,000 rows (goal 55 frames/s)', ours.said],
      ['frames of the table beside those', `${(ours.rate / least.rate).toFixed(2)} ×`],
    ];
  } finally {
    await browser.close();
  }
}

/** Goes to the end as often as more rows come, as somebody would who looks through all. */
async function loadRows(page) {
  for (let n = 0; n < 100; n++) {
    const before = await page.evaluate(() => document.querySelector('[data-scroll]:has(> table)').scrollHeight);
    await page.evaluate(() => {
      const scroller = document.querySelector('[data-scroll]:has(> table)');
      scroller.scrollTop = scroller.scrollHeight;
    });
    await page.waitForLoadState('networkidle');
    const after = await page.evaluate(() => document.querySelector('[data-scroll]:has(> table)').scrollHeight);
    if (after === before) return;
  }
}

async function plainFrames(context) {
  const page = await context.newPage();
  await page.setContent(
    `<div data-scroll style="height:90vh;overflow:auto">${'<p style="height:36px;margin:0">·</p>'.repeat(2_000)}</div>`,
  );
  return frames(page, '[data-scroll]', 1);
}

/** The milliseconds between frames while an element is scrolled by 40 px in each, down and up again. */
function frames(page, selector, passes) {
  return page.evaluate(
    async ({ selector, passes, seconds }) => {
      const element = document.querySelector(selector);
      const gaps = [];
      for (let pass = 0; pass < passes; pass++) {
        element.scrollTop = 0;
        let by = 40;
        await new Promise((done) => {
          const end = performance.now() + seconds * 1000;
          let last = null;
          const step = (now) => {
            if (last !== null) gaps.push(now - last);
            last = now;
            if (element.scrollTop + element.clientHeight >= element.scrollHeight - 1) by = -40;
            element.scrollTop += by;
            if (performance.now() < end) requestAnimationFrame(step);
            else done();
          };
          requestAnimationFrame(step);
        });
      }
      return gaps;
    },
    { selector, passes, seconds: SECONDS },
  );
}
