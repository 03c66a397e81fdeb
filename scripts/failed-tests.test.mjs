import { expect, test } from 'vitest';
import { failedOfPlaywright, failedOfVitest, unsteadyOfPlaywright, unsteadyOfVitest } from './failed-tests.mjs';

test('names each test that failed, and a file that could not be read', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds up', status: 'passed' },
          { fullName: 'divides', status: 'failed', failureMessages: ['\u001b[31mexpected 1\nto be 2\u001b[39m'] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'cannot be read', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [] },
    ],
  };
  expect(failedOfVitest(report)).toEqual(['a.test.ts › divides: expected 1 to be 2', 'b.test.ts: cannot be read']);
  expect(failedOfVitest({})).toEqual([]);
});

test('names what a browser did not find as expected, also deep in', () => {
  const spec = (title, status, results = [{}]) => ({ title, tests: [{ status, results }] });
  const report = {
    suites: [
      {
        title: 'pages.test.ts',
        specs: [spec('light', 'expected')],
        suites: [
          {
            title: 'phone',
            specs: [spec('desk', 'unexpected', [{}, { error: { message: 'too wide' } }]), spec('plan', 'flaky')],
          },
        ],
      },
    ],
  };
  expect(failedOfPlaywright(report)).toEqual(['pages.test.ts › phone › desk: too wide']);
  expect(unsteadyOfPlaywright(report)).toEqual(['pages.test.ts › phone › plan']);
});

test('tells apart what passed at the second try, but a property that failed once has failed', () => {
  const passed = (fullName, ...failureMessages) => ({ fullName, status: 'passed', failureMessages });
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        assertionResults: [
          passed('adds'),
          passed('waits', 'expected 6 to be 0'),
          passed('holds always', 'Error: Property failed after 3 tests\n{ seed: 5 }'),
        ],
      },
    ],
  };
  expect(unsteadyOfVitest(report)).toEqual(['a.test.ts › waits: expected 6 to be 0']);
  expect(failedOfVitest(report)).toEqual([
    'a.test.ts › holds always: Error: Property failed after 3 tests { seed: 5 }',
  ]);
});
