/**
 * Mutation tests of the rules that decide: rates, targets and who may do what. Each rule is broken in every way that Stryker
 * knows, and the tests have to notice: 80 of 100 at the least. `npm run mutation`, a part of `npm run test:long`.
 */
export default {
  // Named by path: with strict folders of packages Stryker does not find its parts by name.
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.config.ts' },
  mutate: [
    'src/domain/rate.ts',
    'src/domain/eligibility.ts',
    'src/domain/percent.ts',
    'src/domain/plan-state.ts',
    'src/domain/access/*.ts',
    'src/domain/cascade/roll-up.ts',
    'src/domain/cascade/shortfall.ts',
    '!src/**/*.test.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  thresholds: { high: 90, low: 85, break: 80 },
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: '.cache/mutation.json' },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  // One folder deep: Stryker leads the settings of TypeScript out of it by two steps and no more.
  tempDirName: '.mutants',
  symlinkNodeModules: true,
  checkers: [],
  allowEmpty: false,
};
