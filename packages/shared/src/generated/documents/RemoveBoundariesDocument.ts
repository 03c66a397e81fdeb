// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { RemoveBoundariesMutation, RemoveBoundariesMutationVariables } from '../graphql.ts';

export const RemoveBoundariesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveBoundaries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeBoundaries"}}]}}],"hash":"12d7e2fbcf35ba066a292305430242cd712ebb14d40e4725802327a370a885d0"} as unknown as DocumentNode<RemoveBoundariesMutation, RemoveBoundariesMutationVariables>;
