// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { ListsToNameQuery, ListsToNameQueryVariables } from '../graphql.ts';

export const ListsToNameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListsToName"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceLists"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}],"hash":"ae06ed18c6875228b690c2cc59a317100f500a76b23945c543dbbce1e819f9bd"} as unknown as DocumentNode<ListsToNameQuery, ListsToNameQueryVariables>;
