/**
 * What a leader waits for, over so many dossiers: the overview as the console asks for it (every widget, one request), the
 * forecast of every unit, and the yearly report with its papers. Each right after an import, so that nothing is answered from
 * what was kept, and asked again.
 */
import { bodyOf, organisationsOf, send } from './ingest.mjs';
import { fill } from './filled.mjs';
import { workOf } from './product.mjs';
import { median, timed } from './timing.mjs';
import { chromium } from '@playwright/test';
import { QUIET_FLAGS, installedBrowser } from '../scripts/browser.mjs';
import { OverviewDocument } from '../packages/shared/dist/generated/graphql.js';
import { createRequire } from 'node:module';

const { print } = createRequire(new URL('../packages/server/package.json', import.meta.url))('graphql');

const INDICATOR = 'ONLINE_RESOLUTION_L4';
const YEAR = { from: '2022-01-01', to: '2022-12-31' };
const OVERVIEW = {
  query: print(OverviewDocument),
  variables: {
    root: '19',
    indicator: INDICATOR,
    ...YEAR,
    beforeFrom: '2022-01-01',
    before: '2022-11-30',
    seriesFrom: '2022-01-01',
    compare: true,
    byMonth: true,
    knownAt: null,
    year: 2022,
    on: null,
    ofYear: true,
  },
};
const FORECASTS = {
  query: `{ units(on: "2022-08-31", first: 500) { nodes { code
    forecast(indicator: "${INDICATOR}", year: 2022, on: "2022-08-31") { projected projectedLow projectedHigh outlook } } } }`,
};
const BATCHES = 20;
const ROUNDS = 9;

export async function measureOverview(product, client, dossiers) {
  await fill(product, { from: 0, to: dossiers, batches: BATCHES });
  await client.query('vacuum analyze');
  const organisations = await organisationsOf(product);
  const asked = (body) => timed(() => askedWhole(product, body));
  let number = 0;
  const imports = () => send(product, bodyOf(1, organisations, dossiers + number++), 1);
  const costOf = async (body, rounds, before = () => undefined) => {
    const times = [];
    let work = 0;
    for (let round = 0; round < rounds; round++) {
      await before();
      // The database that it started works for it.
      const began = workOf([product.pid]);
      times.push(await asked(body));
      work += workOf([product.pid]) - began;
    }
    return `${median(times).toFixed(1)} ms, ${(work / rounds).toFixed(0)} ms of work of server and database`;
  };
  const rows = [];
  for (const [name, body] of [
    ['overview, every widget', OVERVIEW],
    ['forecast of every unit', FORECASTS],
  ]) {
    await asked(body);
    rows.push([`${name}, right after an import`, await costOf(body, ROUNDS, imports)]);
    rows.push([`${name}, asked again`, await costOf(body, ROUNDS * 3)]);
  }
  return [...rows, ...(await largestPaint(product)), ...(await yearlyReport(product))];
}

/** When the largest part of the overview was painted, in a browser that was there before and in one that was not. */
async function largestPaint(product) {
  const browser = await chromium.launch({ args: QUIET_FLAGS, executablePath: installedBrowser() ?? undefined });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    const cookies = product.cookie.split('; ').map((cookie) => cookie.split(/=(.*)/s));
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: product.base })));
    const painted = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await context.newPage();
      await page.goto(product.base, { waitUntil: 'networkidle' });
      painted.push(
        await page.evaluate(
          () =>
            new Promise((done) => {
              new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({
                type: 'largest-contentful-paint',
                buffered: true,
              });
            }),
        ),
      );
      await page.close();
    }
    const [first, ...later] = painted;
    return [
      ['largest paint of the overview', `${first.toFixed(0)} ms the first time, then ${median(later).toFixed(0)} ms`],
    ];
  } finally {
    await browser.close();
  }
}

async function yearlyReport(product) {
  let id = '';
  const input = `{ kind: YEARLY, indicator: "${INDICATOR}", from: "${YEAR.from}", to: "${YEAR.to}" }`;
  const drawn = await timed(async () => {
    id = (await product.gql(`mutation { createReport(input: ${input}) { id } }`)).createReport.id;
  });
  const rows = [['yearly report, drawn up', `${drawn.toFixed(0)} ms`]];
  for (const form of ['docx', 'pdf', 'xlsx']) {
    const took = await timed(async () => {
      const answer = await fetch(`${product.base}/reports/${id}.${form}`, { headers: { cookie: product.cookie } });
      if (answer.status !== 200) throw new Error(`the report as ${form} was answered with ${answer.status}`);
      await answer.arrayBuffer();
    });
    rows.push([`yearly report as ${form}`, `${took.toFixed(0)} ms`]);
  }
  return rows;
}

async function askedWhole(product, body) {
  const answer = await (await product.post('/graphql', JSON.stringify(body))).json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
