import { defineConfig } from '@playwright/test';
import { QUIET_FLAGS, installedBrowser } from '../scripts/browser.mjs';

const browser = installedBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './server.ts',
  workers: 1,
  // `places` only looks, so two may at once; `quarter` has a server of its own; the others write, and what one does another
  // would see.
  projects: [
    { name: 'places', testMatch: 'pages.test.ts', fullyParallel: true },
    { name: 'quarter', testMatch: 'quarter.test.ts' },
    { name: 'walks', testIgnore: ['pages.test.ts', 'quarter.test.ts'] },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    // Named by the set-up (server.ts) before the first test is loaded.
    baseURL: process.env['E2E_BASE_URL'] ?? 'http://127.0.0.1',
    ...(process.env['E2E_SESSION'] === undefined ? {} : { storageState: process.env['E2E_SESSION'] }),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'off',
    launchOptions: {
      args: QUIET_FLAGS,
      ...(browser === null ? {} : { executablePath: browser }),
    },
  },
});
