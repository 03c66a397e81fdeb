import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = fileURLToPath(new URL('../shared/src', import.meta.url));
const graphql = createRequire(import.meta.url).resolve('graphql/index.js');

export default defineConfig({
  resolve: {
    alias: [
      // One copy for our code (as a module) and for the libraries (as CommonJS): two would not accept each other's schema.
      { find: /^graphql$/, replacement: graphql },
      // The rules are tested as they are written, not as they were built last.
      { find: /^@chi-tieu\/shared\/(domain|generated)\/(.+)$/, replacement: `${shared}/$1/$2.ts` },
    ],
  },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: process.env['LONG_TESTS'] === 'on' ? [] : ['**/*.long.test.ts'],
    globalSetup: 'test/global-setup.ts',
    setupFiles: 'test/setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // Reading all modules anew for each file took as long as half the tests. What a file changes for all it puts back.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
