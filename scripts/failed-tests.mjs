/** What failed, by name, out of the reports that the test tools write: told last, where a long log ends. */

import { stripVTControlCharacters } from 'node:util';

const LONGEST_REASON = 300;

/** How fast-check begins: what it found once is a fault, though a second try with other examples finds none. */
const PROPERTY = /^\s*(Error: )?Property failed/;

/** Of a report of vitest's (`--reporter=json`): one line a test, or a file that could not be run at all. */
export function failedOfVitest(report) {
  return (report.testResults ?? []).flatMap((file) => {
    const tests = (file.assertionResults ?? []).filter(hasFailed);
    if (tests.length === 0) return file.status === 'failed' ? [told(file.name, file.message)] : [];
    return tests.map((test) => ofVitest(file, test));
  });
}

/** What passed at the second try only. */
export function unsteadyOfVitest(report) {
  return (report.testResults ?? []).flatMap((file) =>
    (file.assertionResults ?? [])
      .filter((test) => test.status === 'passed' && test.failureMessages?.length > 0 && !hasFailed(test))
      .map((test) => ofVitest(file, test)),
  );
}

function hasFailed({ status, failureMessages = [] }) {
  return status === 'failed' || failureMessages.some((message) => PROPERTY.test(stripVTControlCharacters(message)));
}

function ofVitest(file, test) {
  return told(`${file.name} › ${test.fullName}`, test.failureMessages?.[0]);
}

/** Of a report of Playwright's (`json`): what did not come out as expected at either try. */
export function failedOfPlaywright(report) {
  return ofPlaywright(report, 'unexpected');
}

/** What came out as expected at the second try only. */
export function unsteadyOfPlaywright(report) {
  return ofPlaywright(report, 'flaky');
}

function ofPlaywright(report, wanted) {
  const inside = (suite, path) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.filter(({ status }) => status === wanted).map((test) => faultOf(spec, test, path)),
    ),
    ...(suite.suites ?? []).flatMap((inner) => inside(inner, [...path, inner.title])),
  ];
  return (report.suites ?? []).flatMap((suite) => inside(suite, [suite.title]));
}

function faultOf(spec, test, path) {
  return told([...path, spec.title].join(' › '), test.results.find(({ error }) => error)?.error.message);
}

function told(name, reason = '') {
  // Colours of a terminal say nothing in a log.
  const plain = stripVTControlCharacters(reason).replace(/\s+/g, ' ').trim();
  return plain === '' ? name : `${name}: ${plain.slice(0, LONGEST_REASON)}`;
}
