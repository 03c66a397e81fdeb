import { OPEN, PROVINCE, type Case } from './walk.ts';

/** Questions about standings, forecasts and rankings: figures, which are open to all. */
export const MONITORING_CASES: Record<string, Case> = {
  'Query.forecast': {
    query: '{ forecast(indicator: "ONLINE_RESOLUTION_L4", year: 2022, on: "2022-03-31") { expected outlook } }',
    expected: OPEN,
  },
  'Query.forecastQuality': {
    query: '{ forecastQuality(indicator: "ONLINE_RESOLUTION_L4", year: 2022) { on errors { judged } } }',
    expected: OPEN,
  },
  'Query.indexSets': { query: '{ indexSets { code version } }', expected: OPEN },
  'Query.indexSetVersions': { query: '{ indexSetVersions(set: "DVCTT_766") { version } }', expected: OPEN },
  'Query.indexScores': {
    query: '{ indexScores(set: "DVCTT_766", from: "2022-03-01", to: "2022-03-31", kind: DISTRICT) { rows { sum } } }',
    expected: OPEN,
  },
  'Query.tryIndexSet': {
    query: `{ tryIndexSet(code: "WALK", from: "2022-03-01", to: "2022-03-31", kind: DISTRICT, input: { name: "Bộ thử", inputs: [],
      components: [{ code: "1", name: "Một", maximum: "1", expression: "1" }] }) { rows { rank } } }`,
    expected: PROVINCE,
  },
  'Mutation.saveIndexSet': {
    query: `mutation { saveIndexSet(code: "WALK", expectedVersion: 0, input: { name: "Bộ thử", inputs: [],
      components: [{ code: "1", name: "Một", maximum: "1", expression: "1" }] }) { version } }`,
    expected: PROVINCE,
  },
  'Mutation.setIndexValues': {
    query: `mutation { setIndexValues(set: "CCHC_TINH", from: "2022-01-01", to: "2022-12-31", kind: DISTRICT,
      values: [{ unit: "164", input: "D", value: "1", evidence: "Thử." }]) { rows { sum } } }`,
    expected: PROVINCE,
  },
  'Query.ranking': {
    query:
      '{ ranking(indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31", kind: COMMUNE) { rank note } }',
    expected: OPEN,
  },
};
