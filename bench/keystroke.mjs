/**
 * How long the page works on one keystroke in a plan of 200 units: from the key to rolled-up rate, remainder and cells laid out.
 * What the browser then waits for its next frame is not in it.
 */
import { chromium } from '@playwright/test';
import { QUIET_FLAGS, installedBrowser } from '../scripts/browser.mjs';
import { median, quantile } from './timing.mjs';

const UNITS = 200;
const KEYS = 60;
const YEAR = 2021;

export async function measureKeystrokes(product, client) {
  const id = await planOf(product, client);
  const browser = await chromium.launch({ args: QUIET_FLAGS, executablePath: installedBrowser() ?? undefined });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    const cookies = product.cookie.split('; ').map((cookie) => cookie.split(/=(.*)/s));
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: product.base })));
    const page = await context.newPage();
    await page.goto(`${product.base}/giao-chi-tieu/${id}?required=60`);
    await page.waitForSelector('[role=grid] [data-cell]');
    const rows = Number(await page.getAttribute('[role=grid]', 'aria-rowcount')) - 1;
    const times = await keystrokes(page);
    const said = `${median(times).toFixed(1)} ms, 95 % within ${quantile(times, 0.95).toFixed(1)} ms`;
    return [[`${KEYS} keystrokes, ${rows} rows (goal 16 ms)`, said]];
  } finally {
    await browser.close();
  }
}

/** A draft of the province with so many units more below it that it has 200 children, every one with a target. */
async function planOf(product, client) {
  await client.query(
    `with province as (select id from unit where kind = 'PROVINCE'),
     children as (select count(*) as n from unit_version v, province p
       where v.parent_id = p.id and v.superseded_by is null and v.valid @> make_date($2, 12, 31)),
     added as (
       insert into unit (province_id, kind, code_is_official)
       select p.id, 'DISTRICT', false from province p, children c, generate_series(1, $1 - c.n) returning id, province_id)
     insert into unit_version (province_id, unit_id, code, name, type, parent_id, valid, source, recorded_by)
     select province_id, id, 'Z' || id, 'Huyện ' || id, 'Huyện', province_id, '(,)', 'bench', (select max(id) from moment) from added`,
    [UNITS, YEAR],
  );
  const input = `{ issuer: "19", indicator: "ONLINE_RESOLUTION_L4", year: ${YEAR} }`;
  const made = await product.gql(`mutation { createTargetPlan(input: ${input}) { id } }`);
  const { id } = made.createTargetPlan ?? made.data.createTargetPlan;
  await product.gql(
    `mutation { cascadeTargets(plan: "${id}", method: UNIFORM, options: { required: 55 }) { proposals { percent } } }`,
  );
  return id;
}

/** Types digits into the first unit's target; the milliseconds that each took the page. */
async function keystrokes(page) {
  await page.locator('[role=grid] [data-cell]').first().click();
  await page.keyboard.press('Home');
  for (let i = 0; i < 20; i++) {
    if (await page.evaluate(() => document.activeElement?.getAttribute('aria-readonly') !== 'true')) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('F2');
  await page.waitForSelector('[role=grid] input');
  return page.evaluate(async (keys) => {
    const field = document.querySelector('[role=grid] input');
    field.focus();
    const times = [];
    for (let key = 0; key < keys; key++) {
      field.select();
      const began = performance.now();
      document.execCommand('insertText', false, String(40 + (key % 50)));
      // What follows from it is drawn before the next task; then the place of everything is asked for.
      await new Promise((done) => setTimeout(done));
      document.body.getBoundingClientRect();
      times.push(performance.now() - began);
      await new Promise((done) => requestAnimationFrame(done));
    }
    return times;
  }, KEYS);
}
