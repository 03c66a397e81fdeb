// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { RetryAfterMappingMutation, RetryAfterMappingMutationVariables } from '../graphql.ts';

export const RetryAfterMappingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryAfterMapping"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryQuarantined"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"updated"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}},{"kind":"Field","name":{"kind":"Name","value":"rejected"}}]}}]}}],"hash":"e546e82e415d1fcb3c6326142eeabb46af6095ef96840207de8ae838370a666b"} as unknown as DocumentNode<RetryAfterMappingMutation, RetryAfterMappingMutationVariables>;
