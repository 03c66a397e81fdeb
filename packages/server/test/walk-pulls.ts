import type { Api } from './api.ts';
import { buildSource } from './one-stop.ts';
import { PLACE, type Case } from './walk.ts';

/** Questions about sources that are fetched from: one of the city 164, made anew for each who asks. */
export function pullCases(api: () => Api): Record<string, Case> {
  let count = 0;
  const source = async () => {
    const id = await buildSource(api(), { name: `Nguồn đọc ${(count += 1)}`, units: ['164'] });
    await api().ask(
      `mutation ($id: ID!) { setSourcePull(source: $id, input: { mode: FOLDER, address: "walk" }) { id } }`,
      { id },
    );
    return { id };
  };
  const about = (query: string): Case => ({ query, variables: source, expected: PLACE });
  return {
    'Mutation.setSourcePull': about(
      'mutation ($id: ID!) { setSourcePull(source: $id, input: { mode: FOLDER, address: "walk" }) { id } }',
    ),
    'Mutation.runSource': about('mutation ($id: ID!) { runSource(source: $id) { id } }'),
    'Mutation.stopSource': about('mutation ($id: ID!) { stopSource(source: $id) { id } }'),
    'Mutation.replaySource': about('mutation ($id: ID!) { replaySource(source: $id) { id } }'),
  };
}
