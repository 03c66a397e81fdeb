import type { Api } from './api.ts';
import { scenarioOf } from './scenarios.ts';
import { PLACE, type Case } from './walk.ts';

/** Changes of what a plan rests on and of its scenarios; the plan is the draft. */
export function scenarioCases(api: () => Api, ids: { readonly draft: string }): Record<string, Case> {
  return {
    'Mutation.saveScenario': {
      query: 'mutation ($plan: ID!, $name: String!) { saveScenario(input: { plan: $plan, name: $name }) { id } }',
      variables: () => ({ plan: ids.draft, name: `Phương án ${Math.random()}` }),
      expected: PLACE,
    },
    'Mutation.takeScenario': {
      query: 'mutation ($id: ID!) { takeScenario(id: $id) { id } }',
      variables: async () => ({ id: await scenarioOf(api(), ids.draft) }),
      expected: PLACE,
    },
    'Mutation.deleteScenario': {
      query: 'mutation ($id: ID!) { deleteScenario(id: $id) }',
      variables: async () => ({ id: await scenarioOf(api(), ids.draft) }),
      expected: PLACE,
    },
    'Mutation.setPlanInputs': {
      query: 'mutation ($plan: ID!) { setPlanInputs(plan: $plan, units: [{ unit: "05503", floor: 40 }]) { id } }',
      variables: () => ({ plan: ids.draft }),
      expected: PLACE,
    },
  };
}
