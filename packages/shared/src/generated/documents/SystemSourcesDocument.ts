// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { SystemSourcesQuery, SystemSourcesQueryVariables } from '../graphql.ts';

export const SystemSourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SystemSources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dossierSources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}],"hash":"a65a2999250b6a67ebd14f2accdb1ab220a46bb34f269b8c00776e0b8d4c3687"} as unknown as DocumentNode<SystemSourcesQuery, SystemSourcesQueryVariables>;
