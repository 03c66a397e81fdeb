import { OPEN, PROVINCE, type Case } from './walk.ts';

/** Questions and changes of the catalogue; `ids` are filled in before the first is asked. */
export function catalogueCases(ids: { step: string; decision: string }): Record<string, Case> {
  return {
    'Query.procedureFacets': { query: '{ procedureFacets { tiers { count } } }', expected: OPEN },
    'Query.changes': { query: '{ changes { cursor } }', expected: OPEN },
    'Mutation.editProcedures': {
      query:
        'mutation { editProcedures(selection: { codes: ["2.000815"] }, changes: { authority: "Sở" }, dryRun: true) { changed } }',
      expected: PROVINCE,
    },
    'Query.procedureDraft': { query: '{ procedureDraft(code: "2.000815") { code } }', expected: PROVINCE },
    'Query.procedureDrafts': { query: '{ procedureDrafts { nodes { code } } }', expected: PROVINCE },
    'Query.catalogueStep': {
      query: 'query ($id: ID!) { catalogueStep(id: $id) { id } }',
      variables: () => ({ id: ids.step }),
      expected: PROVINCE,
    },
    'Query.catalogueSteps': { query: '{ catalogueSteps { next } }', expected: PROVINCE },
    'Query.serviceList': { query: '{ serviceList(code: "QD402") { code } }', expected: OPEN },
    'Query.serviceLists': { query: '{ serviceLists { code } }', expected: OPEN },
    'Query.serviceListDiff': {
      query: '{ serviceListDiff(list: "QD402", from: "2022-01-01", to: "2022-02-01") { from } }',
      expected: OPEN,
    },
    'Query.serviceListDiffByDecision': {
      query: 'query ($decision: ID!) { serviceListDiffByDecision(list: "QD402", decision: $decision) { from } }',
      variables: () => ({ decision: ids.decision }),
      expected: OPEN,
    },
    'Query.previewAmendment': {
      query: `{ previewAmendment(input: { list: "QD402", decision: { number: "1", issuedOn: "2022-01-01" },
      changes: [{ action: ADD, procedure: "2.000815", tier: COMMUNE, level: LEVEL_4 }] }) { lines } }`,
      expected: PROVINCE,
    },
    'Query.listCoverage': {
      query:
        '{ listCoverage(list: "QD402", from: "2022-01-01", to: "2022-12-31", kind: LISTED_WITHOUT_DOSSIER) { totalCount } }',
      expected: OPEN,
    },
    'Query.decision': {
      query: 'query ($decision: ID!) { decision(id: $decision) { number } }',
      variables: () => ({ decision: ids.decision }),
      expected: OPEN,
    },
    'Query.decisionYears': { query: '{ decisionYears }', expected: OPEN },
    'Mutation.enterDecision': {
      query: `mutation { enterDecision(input: { decision: { number: "1", issuedOn: "2022-01-01" },
      force: [{ action: AMENDED, procedure: "2.000815" }] }) { lines } }`,
      expected: PROVINCE,
    },
    'Mutation.previewDecision': {
      query: `mutation { previewDecision(input: { decision: { number: "1", issuedOn: "2022-01-01" },
      force: [{ action: AMENDED, procedure: "2.000815" }] }) { procedures { code } } }`,
      expected: PROVINCE,
    },
    'Query.decisions': { query: '{ decisions { nodes { number } } }', expected: OPEN },
  };
}
