import { defineConfig } from 'vitest/config';

/**
 * The tests of the rules that are broken on purpose (stryker.config.mjs), and no others: a table is read when a test file is
 * loaded, so for every change of it all tests run, and those of the search for a cascade take a quarter of a minute.
 */
export default defineConfig({
  test: {
    name: 'mutants',
    include: [
      'src/domain/{rate,eligibility,percent,plan-state}.test.ts',
      'src/domain/access/*.test.ts',
      'src/domain/cascade/{roll-up,shortfall}.test.ts',
    ],
  },
});
