import { dayInVietnam, monthStart, previousDay } from '@chi-tieu/shared/domain/days';
import { DEFAULT_REPORT } from '@chi-tieu/shared/domain/report/defaults';
import type { Api } from './api.ts';
import { dossierCode, dossierRow } from './factories.ts';
import { all, LEFT_OUT, PROVINCE, sparing, type Case } from './walk.ts';

/** Of the province alone: who looks at the city knows of none. */
const OF_PROVINCE: Case['expected'] = { ...LEFT_OUT, inside: 'left out' };

/** More than are drawn up here. */
const MONTHS = 48;

/** Questions about reports to the chairman, each of a month of its own for whoever asks. */
export function reportCases(api: () => Api): Record<string, Case> {
  let first = monthStart(dayInVietnam(new Date()));
  /** A month that is over, an earlier one each time. */
  const month = () => {
    const to = previousDay(first);
    first = monthStart(to);
    return { kind: 'MONTHLY', indicator: 'ONLINE_RESOLUTION_L4', from: first, to };
  };
  let filledFrom = first;
  let filled: Promise<unknown> | undefined;
  /** One dossier of each of the last months: there is something to submit of all that are drawn up here. */
  const fill = () =>
    (filled ??= api().ingest(
      Array.from({ length: MONTHS }, (_, at) => {
        filledFrom = monthStart(previousDay(filledFrom));
        const day = filledFrom.replaceAll('-', '');
        const MaHoSo = dossierCode('H55.164.3', 7000 + at);
        return dossierRow({ MaHoSo, NgayTiepNhan: `${day}080000`, NgayKetThucXuLy: `${day}160000` });
      }),
    ));
  const drafted = async () => {
    await fill();
    const input = month();
    const { createReport } = await api().ask<{ createReport: { id: string } }>(
      'mutation ($input: ReportInput!) { createReport(input: $input) { id } }',
      { input },
    );
    return { id: createReport.id };
  };
  const published = async () => {
    const { id } = await drafted();
    await api().ask('mutation ($id: ID!) { publishReport(id: $id) { id } }', { id });
    return { id };
  };
  const delivered = async () => {
    const { id } = await published();
    const { report } = await api().ask<{ report: { deliveries: { id: string }[] } }>(
      'query ($id: ID!) { report(id: $id) { deliveries { id } } }',
      { id },
    );
    return { id: report.deliveries[0]?.id ?? '' };
  };
  const scheduled = async () => {
    await api().ask(
      'mutation { saveReportSchedule(kind: QUARTERLY, indicator: "ONLINE_RESOLUTION_L4", daysAfter: 5, active: false, expectedVersion: 0) { id } }',
    );
    return {};
  };
  /** That of quarters, as it stands; put there again once somebody deleted it. */
  const deletable = async (): Promise<{ id: string; version: number }> => {
    const SEEN = '{ id version kind }';
    type Seen = { id: string; version: number; kind: string };
    const { reportSchedules } = await api().ask<{ reportSchedules: Seen[] }>(`{ reportSchedules ${SEEN} }`);
    const found = reportSchedules.find(({ kind }) => kind === 'QUARTERLY');
    if (found) return { id: found.id, version: found.version };
    await scheduled();
    return deletable();
  };
  const change = (call: string) => `mutation ($id: ID!) { ${call} { version } }`;
  return sparing({
    'Query.reports': { query: '{ reports { id possible } }', variables: drafted, expected: OF_PROVINCE },
    'Query.reportPages': {
      query: '{ reportPages { nodes { id possible } } }',
      variables: drafted,
      expected: OF_PROVINCE,
    },
    'Query.report': {
      query: 'query ($id: ID!) { report(id: $id) { version content { parts { heading } } steps { act } } }',
      variables: drafted,
      expected: OF_PROVINCE,
    },
    'Query.reportSchedules': { query: '{ reportSchedules { id } }', variables: scheduled, expected: PROVINCE },
    'Query.reportTemplate': { query: '{ reportTemplate(kind: YEARLY) { version } }', expected: PROVINCE },
    'Mutation.createReport': {
      query: 'mutation ($input: ReportInput!) { createReport(input: $input) { version } }',
      variables: () => ({ input: month() }),
      expected: PROVINCE,
    },
    'Mutation.redrawReport': {
      query: change('redrawReport(id: $id, expectedVersion: 1)'),
      variables: drafted,
      expected: PROVINCE,
    },
    'Mutation.wordReport': {
      query: change('wordReport(id: $id, sentence: "0.0", text: "Tốt.", expectedVersion: 1)'),
      variables: drafted,
      expected: PROVINCE,
    },
    'Mutation.moveReport': {
      query: change('moveReport(id: $id, to: SUBMITTED, expectedVersion: 1)'),
      variables: drafted,
      expected: PROVINCE,
    },
    'Mutation.giveUpReport': {
      query: change('giveUpReport(id: $id, reason: "Lập nhầm.", expectedVersion: 1)'),
      variables: drafted,
      expected: PROVINCE,
    },
    'Mutation.publishReport': { query: change('publishReport(id: $id)'), variables: drafted, expected: PROVINCE },
    'Mutation.replaceReport': {
      query: change('replaceReport(id: $id, reason: "Đính chính.", takesNewFigures: true)'),
      variables: published,
      expected: PROVINCE,
    },
    'Mutation.deliverReport': {
      query: change('deliverReport(id: $id, units: ["164"])'),
      variables: published,
      expected: PROVINCE,
    },
    // Who administers a unit does not speak for it.
    'Mutation.receiveReport': {
      query: 'mutation ($id: ID!) { receiveReport(id: $id) { id } }',
      variables: delivered,
      expected: all('FORBIDDEN'),
    },
    'Mutation.saveReportSchedule': {
      query:
        'mutation { saveReportSchedule(kind: YEARLY, indicator: "ONLINE_RESOLUTION_L4", daysAfter: 5, active: false, expectedVersion: 0) { id } }',
      expected: PROVINCE,
    },
    'Mutation.deleteReportSchedule': {
      query: 'mutation ($id: ID!, $version: Int!) { deleteReportSchedule(id: $id, expectedVersion: $version) }',
      variables: deletable,
      expected: PROVINCE,
    },
    'Mutation.saveReportTemplate': {
      query:
        'mutation ($words: ReportWordsInput!) { saveReportTemplate(kind: YEARLY, words: $words, expectedVersion: 0) { version } }',
      variables: () => ({ words: DEFAULT_REPORT }),
      expected: PROVINCE,
    },
  });
}
