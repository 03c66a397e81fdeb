/**
 * `npm test`: everything that can be checked, on databases and ports of its own; ends with the line `N passed, N failed`.
 * `--long` adds the tests that take minutes (*.long.test.ts), and the rules broken on purpose (scripts/mutation.mjs).
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { filesBelow, requireNode, root } from './project.mjs';
import { endOnSignals, onSignal, run, runTool } from './processes.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureBuilt } from './build.mjs';
import { alone } from './setup-lock.mjs';
import { ensureBrowser } from './browser.mjs';
import { HALVES, format, lint } from './lint.mjs';
import { mutate } from './mutation.mjs';
import { halvesOf } from './walk-halves.mjs';
import { failedOfPlaywright, failedOfVitest, unsteadyOfPlaywright, unsteadyOfVitest } from './failed-tests.mjs';

requireNode();
endOnSignals();
const long = process.argv.includes('--long');
const temporary = mkdtempSync(join(tmpdir(), 'ct-'));
const removeTemporary = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
onSignal(removeTemporary);

const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, LONG_TESTS: long ? 'on' : 'off' };
for (const name of ['NODE_ENV', 'DATABASE_URL', 'DATA_DIR', 'PORT', 'HOST', 'SEED', 'PUBLIC_URL']) delete env[name];
const total = { passed: 0, failed: 0 };
const failures = [];
/** What passed at its second try only: told by name, for a race is a fault to be found. */
const unsteady = [];
const took = [];
/** Projects of their own. */
const NO_WALKS = new Set(['pages.test.ts', 'quarter.test.ts']);

try {
  if (await stage('install', installs)) {
    // Where there is none yet it is fetched while other things are tested.
    const browser = ensureBrowser();
    browser.catch(() => undefined);
    await stage('build', builds);
    // The server's tests wait now and then: the checks take what time they leave, and both processors once they are through.
    await sideBySide([() => unitTests('packages/server'), ...checks(), ...smallTests()]);
    await browserTests(browser);
    if (long) await stage('rules broken on purpose', () => mutate({ env, capture: true }));
  }
} finally {
  removeTemporary();
}
tellTimes();
for (const name of unsteady) console.log(`UNSTEADY ${name}`);
for (const name of failures) console.log(`FAILED ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** One stage counts as one check; its output is shown when it was kept. */
async function stage(name, work) {
  const from = Date.now();
  const { code, output } = await work().catch((error) => ({ code: 1, output: String(error.stack ?? error) }));
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  took.push({ name, seconds });
  console.log(`\n── ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (output?.trim()) console.log(output.trimEnd());
  total[code === 0 ? 'passed' : 'failed']++;
  if (code !== 0) failures.push(name);
  return code === 0;
}

/** Where the time went; stages that ran side by side count each for itself. */
function tellTimes() {
  console.log(`\n── ${(performance.now() / 1000).toFixed(0)} s in all`);
  for (const { name, seconds } of took) console.log(`${seconds.padStart(8)} s  ${name}`);
}

async function installs() {
  await alone(ensureInstalled);
  return { code: 0 };
}

async function builds() {
  await alone(ensureBuilt);
  return { code: 0 };
}

/** What is checked without running any of it, the longest first: each of these uses one processor. */
function checks() {
  const options = { env, capture: true, patient: true };
  const generated = () => run(process.execPath, ['scripts/generate.mjs', '--check'], options);
  return [
    ...Object.entries(HALVES).map(
      ([name, paths]) =>
        () =>
          stage(name, () => lint(paths, options)),
    ),
    () => stage('format', () => format('--check', options)),
    ...['packages/admin', 'packages/server', 'packages/shared', 'e2e']
      .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
      .map((folder) => () => stage(`types of ${folder}`, () => checkTypes(folder, options))),
    () => stage('generated files are up to date', generated),
  ];
}

function smallTests() {
  return ['packages/shared', 'packages/admin', 'scripts'].map((folder) => () => unitTests(folder, { capture: true }));
}

/** Two at a time. */
async function sideBySide(jobs) {
  const waiting = [...jobs];
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all([worker(), worker()]);
}

function checkTypes(folder, options) {
  const from = join(root, folder);
  if (folder === 'packages/admin') return runTool('vue-tsc', 'vue-tsc', ['--noEmit'], { from, ...options });
  return runTool('typescript', 'tsc', ['--noEmit', '-p', from], options);
}

async function unitTests(folder, { capture = false } = {}) {
  if (filesBelow(folder, (file) => /\.test\.(ts|mjs)$/.test(file)).length === 0) return;
  const report = join(temporary, `${basename(folder)}.json`);
  const args = ['run', '--retry=1', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  if (!long) args.push('--exclude', '**/*.long.test.ts');
  await stage(`tests of ${folder}`, () => runTool('vitest', 'vitest', args, { cwd: join(root, folder), env, capture }));
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const failed = failedOfVitest(counted);
  total.passed += (counted.numTotalTests ?? 0) - (counted.numPendingTests ?? 0) - failed.length;
  total.failed += failed.length;
  failures.push(...failed);
  unsteady.push(...unsteadyOfVitest(counted));
}

/**
 * First the places, two at a time, and beside them the quarter, which mostly waits for its mail. Then the walks in two halves
 * beside each other, always the same ones, since a walk waits now and then: those of a half one after the other. Each of these
 * has a server of its own.
 */
async function browserTests(browser) {
  if (filesBelow('e2e', (file) => /\.test\.ts$/.test(file)).length === 0) return;
  await sideBySide([
    () => browserStage('places', ['--project=places', '--workers=2'], { browser }),
    () =>
      browserStage('a quarter', ['--project=quarter', '--workers=1'], {
        browser,
        capture: true,
        more: { E2E_SERVER: 'none' },
      }),
  ]);
  const walks = filesBelow('e2e', (file) => file.endsWith('.test.ts') && !NO_WALKS.has(file));
  const halves = halvesOf(walks).map((files) => ['--project=walks', '--workers=1', ...files.map(wholeName)]);
  await sideBySide(
    halves.map((args, n) => () => browserStage(`walks, half ${n + 1}`, args, { browser, capture: true })),
  );
}

/** What Playwright takes for a pattern: `procedure.test.ts` alone would also be found in other names. */
function wholeName(file) {
  return `/${basename(file).replaceAll('.', '\\.')}$`;
}

/** What others write meanwhile is not shown as it comes but once it is over. */
async function browserStage(name, which, { browser, capture = false, more = {} }) {
  const own = join(temporary, `browser ${name}`);
  mkdirSync(own);
  const report = join(own, 'report.json');
  await stage(`tests in a browser: ${name}`, async () => {
    const here = {
      CHROMIUM_PATH: await browser,
      PWTEST_CACHE_DIR: join(own, 'transformed'),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      HOME: own,
    };
    const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json', '--retries=1', ...which];
    // Each empties its folder at its start.
    args.push('--output', join(root, 'test-results', name));
    return runTool('@playwright/test', 'playwright', args, { env: { ...env, ...here, ...more }, capture });
  });
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const { stats } = told;
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  total.failed += stats?.unexpected ?? 0;
  failures.push(...failedOfPlaywright(told));
  unsteady.push(...unsteadyOfPlaywright(told));
}
