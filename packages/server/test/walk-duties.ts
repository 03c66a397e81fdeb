import { all, OPEN, PLACE, type Case } from './walk.ts';

/** What is asked about who has to assign and take note, and about copying a plan; `ids` are filled in before the first is asked. */
export function dutyCases(ids: { draft: string; issued: string }): Record<string, Case> {
  return {
    'Query.assignments': {
      query: '{ assignments(indicator: "ONLINE_RESOLUTION_L4", year: 2021, under: "164") { children } }',
      expected: OPEN,
    },
    'Mutation.setPlanDates': {
      query: 'mutation ($plan: ID!) { setPlanDates(plan: $plan, seen: {}) { id } }',
      variables: () => ({ plan: ids.draft }),
      expected: PLACE,
    },
    'Mutation.copyTargets': {
      query:
        'mutation ($plan: ID!, $from: ID!) { copyTargets(plan: $plan, from: $from, preview: true) { kept { id } } }',
      variables: () => ({ plan: ids.draft, from: ids.issued }),
      expected: PLACE,
    },
    'Mutation.setEffectiveDay': {
      query: 'mutation ($plan: ID!) { setEffectiveDay(plan: $plan, effectiveOn: "2022-07-01") { id } }',
      variables: () => ({ plan: ids.draft }),
      expected: PLACE,
    },
    // Who administers a unit does not speak for it.
    'Mutation.acknowledgeTarget': {
      query: 'mutation ($plan: ID!) { acknowledgeTarget(plan: $plan, unit: "05503") { id } }',
      variables: () => ({ plan: ids.issued }),
      expected: all('FORBIDDEN'),
    },
  };
}
