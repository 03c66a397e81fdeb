/** A Chromium for the browser tests: the system's, else Playwright's own, else Debian's. The one without windows comes first. */
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from './project.mjs';
import { run, runTool } from './processes.mjs';
import { downloadsDir } from './install.mjs';

const NAMES = [
  // The same engine without windows: a page costs two thirds of the time.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'chrome',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Keep it from talking to its maker and from needing a sandbox that containers do not have. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The browser that is there already, or null. */
export function installedBrowser() {
  const folders = ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const paths = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES];
  return process.env.CHROMIUM_PATH ?? paths.find((path) => existsSync(path)) ?? null;
}

/** The path of a browser that runs, fetched if need be; throws with one sentence that says what to install. */
export async function ensureBrowser() {
  const installed = installedBrowser();
  if (installed && (await works(installed))) return installed;
  const own = await playwrightsOwn();
  if (own && (await works(own))) return own;
  if (await installedByApt()) {
    const fresh = installedBrowser();
    if (fresh && (await works(fresh))) return fresh;
  }
  throw new Error(
    'Cần trình duyệt Chromium để chạy kiểm thử giao diện; hãy cài Chromium hoặc Chrome. ' +
      'The browser tests need Chromium: install Chromium or Chrome (or name it in CHROMIUM_PATH).',
  );
}

async function works(path) {
  // Chrome on Windows opens a window when asked for its version.
  if (platform() === 'win32') return true;
  return (await run(path, ['--version'], { capture: true }).catch(() => ({ code: 1 }))).code === 0;
}

async function playwrightsOwn() {
  console.log('Đang tải trình duyệt… Fetching a browser…');
  process.env.PLAYWRIGHT_BROWSERS_PATH = downloadsDir('playwright');
  const { code } = await runTool('@playwright/test', 'playwright', ['install', 'chromium'], { capture: true });
  if (code !== 0) return null;
  const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');
  return chromium.executablePath();
}

async function installedByApt() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log('Đang cài Chromium bằng apt… Installing Chromium with apt…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = async (...args) => (await run('apt-get', args, { env, capture: true })).code === 0;
  if (!(await apt('update'))) return false;
  return (await apt('install', '-y', 'chromium-headless-shell')) || apt('install', '-y', 'chromium');
}
