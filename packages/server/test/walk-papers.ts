import { DISTRICT_TEMPLATE } from '@chi-tieu/shared/domain/decision-document/defaults';
import type { Api } from './api.ts';
import { all, LEFT_OUT, OPEN, PLACE, PROVINCE, type Case } from './walk.ts';

/** Questions about papers of plans; `ids` are filled in before the first is asked. */
export function paperCases(
  api: () => Api,
  ids: { draft: string; issued: string },
): Record<string, Case | Record<string, Case>> {
  const make = 'mutation ($plan: ID!) { makePlanDocument(plan: $plan) { reference } }';
  const paperOf = async (plan: string) => ({
    reference: (await api().ask<{ makePlanDocument: { reference: string } }>(make, { plan })).makePlanDocument
      .reference,
  });
  const look = 'query ($reference: ID!) { planDocument(reference: $reference) { reference } }';
  const save =
    'mutation ($unit: ID, $template: DecisionWordsInput!) { saveDocumentTemplate(unit: $unit, template: $template) { version } }';
  return {
    'Query.planDocument': {
      'of a draft': { query: look, variables: () => paperOf(ids.draft), expected: LEFT_OUT },
      'of an issued plan': { query: look, variables: () => paperOf(ids.issued), expected: OPEN },
    },
    'Query.documentTemplate': {
      'of the city': { query: '{ documentTemplate(unit: "164") { version } }', expected: PLACE },
      'for all': {
        query: '{ documentTemplate { version } }',
        expected: { ...all('FORBIDDEN'), sibling: 'given', child: 'given', inside: 'given', province: 'given' },
      },
    },
    'Mutation.makePlanDocument': { query: make, variables: () => ({ plan: ids.draft }), expected: PLACE },
    'Mutation.saveDocumentTemplate': {
      'of the city': { query: save, variables: () => ({ unit: '164', template: DISTRICT_TEMPLATE }), expected: PLACE },
      'for all': { query: save, variables: () => ({ template: DISTRICT_TEMPLATE }), expected: PROVINCE },
    },
    'Mutation.attachScan': {
      query: 'mutation ($plan: ID!) { attachScan(plan: $plan, files: []) { id } }',
      variables: () => ({ plan: ids.issued }),
      expected: PLACE,
    },
  };
}
