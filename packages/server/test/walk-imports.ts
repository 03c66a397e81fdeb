import type { Api } from './api.ts';
import { pullEnded } from '../src/features/catalogue/sources/running-pulls.ts';
import { apply, beginImport, mapColumns } from './imports.ts';
import { PROVINCE, type Case } from './walk.ts';

const SOURCE = `{ name: "Nguồn", url: "http://127.0.0.1:9/mapi", username: "a", secret: "b", organisation: "000.00.00.H55", everyMinutes: 60, enabled: false }`;

let count = 0;

/** The cases of imports of the catalogue: each begins one of its own. */
export function importCases(api: () => Api): Record<string, Case> {
  const fresh = async () => {
    const id = await beginImport(api(), 'code,name\n2.000815,Tên\n');
    await mapColumns(api(), id);
    return { id };
  };
  const cases: Record<string, string> = {
    'Query.catalogueImport': 'query ($id: ID!) { catalogueImport(id: $id) { id } }',
    'Query.catalogueImports': '{ catalogueImports { nodes { id } } }',
    'Query.importRows': 'query ($id: ID!) { importRows(id: $id) { nodes { row } } }',
    'Mutation.mapImportColumns': 'mutation ($id: ID!) { mapImportColumns(id: $id, mapping: { headerFrom: 1 }) { id } }',
    'Mutation.mendImportCells':
      'mutation ($id: ID!) { mendImportCells(id: $id, cells: [{ row: 2, field: NAME, text: "Tên khác" }]) { id } }',
    'Mutation.dropImportRows': 'mutation ($id: ID!) { dropImportRows(id: $id, rows: [2]) { id } }',
    'Mutation.previewImport': 'mutation ($id: ID!) { previewImport(id: $id) { id } }',
    'Mutation.applyImport': 'mutation ($id: ID!) { applyImport(id: $id, expectedVersion: 2) { id } }',
    'Mutation.dropImport': 'mutation ($id: ID!) { dropImport(id: $id) }',
  };
  const source = async () => {
    const query = `mutation { saveCatalogueSource(input: ${SOURCE}) { id } }`;
    const { saveCatalogueSource } = await api().ask<{ saveCatalogueSource: { id: string } }>(query);
    return { id: saveCatalogueSource.id };
  };
  const asCase = (query: string): Case => ({ query, variables: fresh, expected: PROVINCE });
  return {
    ...Object.fromEntries(Object.entries(cases).map(([field, query]) => [field, asCase(query)])),
    'Mutation.undoImport': {
      query: 'mutation ($id: ID!) { undoImport(id: $id) { id } }',
      variables: async () => {
        const id = await beginImport(api(), `code,name\n3.${String((count += 1)).padStart(6, '0')},Tên\n`);
        await mapColumns(api(), id);
        await apply(api(), id);
        return { id };
      },
      expected: PROVINCE,
    },
    'Query.catalogueSources': { query: '{ catalogueSources { id } }', variables: source, expected: PROVINCE },
    'Mutation.saveCatalogueSource': {
      query: `mutation { saveCatalogueSource(input: ${SOURCE}) { id } }`,
      expected: PROVINCE,
    },
    'Mutation.deleteCatalogueSource': {
      query: 'mutation ($id: ID!) { deleteCatalogueSource(id: $id) }',
      variables: source,
      expected: PROVINCE,
    },
    'Mutation.pullCatalogueSource': {
      query: 'mutation ($id: ID!) { pullCatalogueSource(id: $id) { id } }',
      variables: async () => (await pullEnded(api().app, { end: true }), source()),
      expected: PROVINCE,
    },
  };
}
