/**
 * `npm test`: everything that can be checked, on databases and ports of its own; ends with the line `N passed, N failed`.
 * `--long` adds the tests that take minutes (*.long.test.ts), and the rules broken on purpose (scripts/mutation.mjs).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

try {
  if (await stage('install', installs)) {
    await stage('build', builds);
    await sideBySide([
      ...Object.entries(HALVES).map(
        ([name, paths]) =>
          () =>
            stage(name, () => lint(paths, { env })),
      ),
      () => stage('format', () => format('--check', { env })),
      ...typeStages(),
      () =>
        stage('generated files are up to date', () =>
          run(process.execPath, ['scripts/generate.mjs', '--check'], { env, capture: true }),
        ),
    ]);
    for (const folder of ['packages/shared', 'packages/server', 'packages/admin', 'scripts']) await unitTests(folder);
    await browserTests();
    if (long) await stage('rules broken on purpose', () => mutate({ env, capture: true }));
  }
} finally {
  removeTemporary();
}
for (const name of failures) console.log(`FAILED ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** One stage counts as one check; its output is shown when it was kept. */
async function stage(name, work) {
  const from = Date.now();
  const { code, output } = await work().catch((error) => ({ code: 1, output: String(error.stack ?? error) }));
  console.log(`\n── ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  if (output?.trim()) console.log(output.trimEnd());
  total[code === 0 ? 'passed' : 'failed']++;
  if (code !== 0) failures.push(name);
  return code === 0;
}

async function installs() {
  await alone(ensureInstalled);
  return { code: 0 };
}

async function builds() {
  await alone(ensureBuilt);
  return { code: 0 };
}

function tool(packageName, name, args, from = root) {
  return runTool(packageName, name, args, { from, env, capture: true });
}

/** Two at a time: each of these uses one processor. */
async function sideBySide(jobs) {
  const waiting = [...jobs];
  const worker = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all([worker(), worker()]);
}

function typeStages() {
  const folders = ['packages/shared', 'packages/server', 'packages/admin', 'e2e'];
  return folders
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .map((folder) => () => stage(`types of ${folder}`, () => checkTypes(folder)));
}

function checkTypes(folder) {
  const from = join(root, folder);
  if (folder === 'packages/admin') return tool('vue-tsc', 'vue-tsc', ['--noEmit'], from);
  return runTool('typescript', 'tsc', ['--noEmit', '-p', from], { env, capture: true });
}

async function unitTests(folder) {
  if (filesBelow(folder, (file) => /\.test\.(ts|mjs)$/.test(file)).length === 0) return;
  const report = join(temporary, `${basename(folder)}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  if (!long) args.push('--exclude', '**/*.long.test.ts');
  await stage(`tests of ${folder}`, () => runTool('vitest', 'vitest', args, { cwd: join(root, folder), env }));
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  total.passed += counted.numPassedTests ?? 0;
  total.failed += counted.numFailedTests ?? 0;
}

/** First the places, two at a time, then the walks through them, one after the other: each project on a server of its own. */
async function browserTests() {
  if (filesBelow('e2e', (file) => /\.test\.ts$/.test(file)).length === 0) return;
  await browserProject('places', 2);
  await browserProject('walks', 1);
}

async function browserProject(project, workers) {
  const report = join(temporary, `browser-${project}.json`);
  await stage(`tests in a browser: ${project}`, async () => {
    const browser = await ensureBrowser();
    const here = {
      CHROMIUM_PATH: browser,
      PWTEST_CACHE_DIR: join(temporary, 'transformed'),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    };
    const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'];
    args.push(`--project=${project}`, `--workers=${workers}`);
    return runTool('@playwright/test', 'playwright', args, { env: { ...env, ...here, HOME: temporary } });
  });
  const { stats } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  total.passed += stats?.expected ?? 0;
  total.failed += (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
}
