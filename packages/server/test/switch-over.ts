import { computeAll } from '../src/features/definitions/compute-slices.service.ts';
import type { Api } from './api.ts';

/** Has an indicator count every dossier received from now on, wherever its procedure stands. */
export async function switchOver(api: Api, indicator: string): Promise<void> {
  const { createDefinition: draft } = await api.ask<{ createDefinition: { id: string; revision: number } }>(
    'mutation ($indicator: ID!) { createDefinition(indicator: $indicator) { id revision } }',
    { indicator },
  );
  const terms = { counts: 'DOSSIERS', basis: 'RECEIVED', eligibilityDate: 'RECEIVED', numerator: 'CHANNEL' };
  const input = { ...terms, inForceRequired: false, levels: [], numeratorChannel: 'ONLINE' };
  const save = `mutation ($id: ID!, $revision: Int!, $input: DefinitionInput!) {
    saveDefinition(id: $id, expectedRevision: $revision, input: $input) { id revision } }`;
  const { saveDefinition: saved } = await api.ask<{ saveDefinition: { id: string; revision: number } }>(save, {
    ...draft,
    input,
  });
  await api.ask(
    'mutation ($id: ID!, $revision: Int!) { startComputing(id: $id, expectedRevision: $revision) { id } }',
    {
      ...saved,
    },
  );
  await computeAll(api.app);
  await api.ask('mutation ($id: ID!) { switchOnDefinition(id: $id, reason: "Theo quyết định mới.") { id } }', {
    id: draft.id,
  });
}
