// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { MeQuery, MeQueryVariables } from '../graphql.ts';

export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mustChange"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}}]}}],"hash":"ae3082e50c378dadefb97e2cf9897f4afaca190b0863188bdeceeefc168eabb4"} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
