/** What failed, by name, out of the reports that the test tools write: told last, where a long log ends. */

import { stripVTControlCharacters } from 'node:util';

const LONGEST_REASON = 300;

/** Of a report of vitest's (`--reporter=json`): one line a test, or a file that could not be run at all. */
export function failedOfVitest(report) {
  return (report.testResults ?? []).flatMap((file) => {
    const tests = (file.assertionResults ?? []).filter(({ status }) => status === 'failed');
    if (tests.length === 0) return file.status === 'failed' ? [told(file.name, file.message)] : [];
    return tests.map((test) => told(`${file.name} › ${test.fullName}`, test.failureMessages?.[0]));
  });
}

/** Of a report of Playwright's (`json`): what did not come out as expected, at once. */
export function failedOfPlaywright(report) {
  const inside = (suite, path) => [
    ...(suite.specs ?? []).flatMap((spec) => spec.tests.filter(isFault).map((test) => faultOf(spec, test, path))),
    ...(suite.suites ?? []).flatMap((inner) => inside(inner, [...path, inner.title])),
  ];
  return (report.suites ?? []).flatMap((suite) => inside(suite, [suite.title]));
}

function isFault({ status }) {
  return status === 'unexpected' || status === 'flaky';
}

function faultOf(spec, test, path) {
  return told([...path, spec.title].join(' › '), test.results.find(({ error }) => error)?.error.message);
}

function told(name, reason = '') {
  // Colours of a terminal say nothing in a log.
  const plain = stripVTControlCharacters(reason).replace(/\s+/g, ' ').trim();
  return plain === '' ? name : `${name}: ${plain.slice(0, LONGEST_REASON)}`;
}
