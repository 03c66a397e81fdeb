import type { Api } from './api.ts';
import { MONITORING_CASES } from './walk-monitoring.ts';
import { all, OPEN, PLACE, PROVINCE, type Case } from './walk.ts';

const ASKED = 'indicator: "ONLINE_RESOLUTION_L4", from: "2022-03-01", to: "2022-03-31"';

/** Questions about cited figures, closed periods and explanations. */
export function figureCases(api: () => Api): Record<string, Case | Record<string, Case>> {
  const referenceOf = async (unit: string) => {
    const cited = await api().ask<{ citeFigure: { reference: string } }>(
      `mutation { citeFigure(unit: "${unit}", ${ASKED}) { reference } }`,
    );
    return { reference: cited.citeFigure.reference };
  };
  const changed =
    'query ($reference: ID!) { changedDossiers(figure: $reference, cause: NEW) { totalCount pageInfo { hasNextPage } } }';
  return {
    ...MONITORING_CASES,
    'Query.figure': {
      query: 'query ($reference: ID!) { figure(reference: $reference) { holds bridge { points } } }',
      variables: () => referenceOf('164'),
      expected: OPEN,
    },
    'Query.changedDossiers': {
      'of the city': { query: changed, variables: () => referenceOf('164'), expected: { ...PLACE, looking: 'given' } },
      'of the commune': {
        query: changed,
        variables: () => referenceOf('05503'),
        expected: { ...PLACE, looking: 'given', child: 'given' },
      },
    },
    'Query.closedPeriods': { query: '{ closedPeriods { nodes { id } } indicators { code } }', expected: OPEN },
    'Query.explainChange': {
      query: `{ explainChange(indicator: "ONLINE_RESOLUTION_L4", unit: "164", a: { from: "2022-02-01", to: "2022-02-28" },
        b: { from: "2022-03-01", to: "2022-03-31" }) { points a { numerator } } }`,
      expected: OPEN,
    },
    'Query.dossierExplanation': {
      query: `{ dossierExplanation(code: "H55.164.3-220301-0001", ${ASKED}) { code } }`,
      expected: { ...all('left out'), looking: 'given', inside: 'given', child: 'given', province: 'given' },
    },
    'Mutation.citeFigure': {
      query: `mutation { citeFigure(unit: "164", ${ASKED}) { reference } }`,
      expected: OPEN,
    },
    'Mutation.closePeriod': {
      query: `mutation { closePeriod(${ASKED}) { id } }`,
      expected: PROVINCE,
    },
    'Mutation.reopenPeriod': {
      query: 'mutation ($id: ID!) { reopenPeriod(id: $id, reason: "Sửa số liệu.") { id } }',
      variables: async () => {
        const { rows } = await api().db.query<{ id: string }>('select id from closed_period where reopened_by is null');
        return { id: rows[0]?.id ?? '00000000-0000-0000-0000-000000000000' };
      },
      expected: PROVINCE,
    },
  };
}
