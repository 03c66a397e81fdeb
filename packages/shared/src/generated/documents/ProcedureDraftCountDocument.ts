// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { ProcedureDraftCountQuery, ProcedureDraftCountQueryVariables } from '../graphql.ts';

export const ProcedureDraftCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ProcedureDraftCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"procedureDrafts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}],"hash":"ab736b3c3a6dbeeba51772ea960ff849fb2ce7ff0c92f18736ad91878ea3c8a0"} as unknown as DocumentNode<ProcedureDraftCountQuery, ProcedureDraftCountQueryVariables>;
