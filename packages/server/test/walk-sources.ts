import type { Api } from './api.ts';
import { buildSource } from './one-stop.ts';
import { LEFT_OUT, PLACE, type Case } from './walk.ts';

/** Questions about sources of dossiers: one of the city 164, made anew for each who asks. */
export function sourceCases(api: () => Api): Record<string, Case> {
  let count = 0;
  const source = async () => ({ id: await buildSource(api(), { name: `Nguồn ${(count += 1)}`, units: ['164'] }) });
  return {
    'Query.dossierSources': {
      query: '{ dossierSources { id } }',
      variables: async () => {
        await source();
        return {};
      },
      expected: LEFT_OUT,
    },
    'Query.dossierSource': {
      query: 'query ($id: ID!) { dossierSource(id: $id) { id } }',
      variables: source,
      expected: LEFT_OUT,
    },
    'Mutation.saveDossierSource': {
      query: 'mutation ($name: String!) { saveDossierSource(input: { name: $name, units: ["164"] }) { id } }',
      variables: () => ({ name: `Nguồn ${(count += 1)}` }),
      expected: PLACE,
    },
    'Mutation.removeDossierSource': {
      query: 'mutation ($id: ID!) { removeDossierSource(id: $id) }',
      variables: source,
      expected: PLACE,
    },
    'Mutation.setSourceCodes': {
      query: 'mutation ($id: ID!) { setSourceCodes(source: $id, codes: []) { id } }',
      variables: source,
      expected: PLACE,
    },
    'Mutation.makeSourceToken': {
      query: 'mutation ($id: ID!, $day: Date!) { makeSourceToken(source: $id, expiresOn: $day) { id } }',
      variables: async () => ({ ...(await source()), day: new Date(Date.now() + 1e9).toISOString().slice(0, 10) }),
      expected: PLACE,
    },
  };
}
