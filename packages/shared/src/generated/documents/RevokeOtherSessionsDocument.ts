// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables } from '../graphql.ts';

export const RevokeOtherSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeOtherSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeOtherSessions"}}]}}],"hash":"7182192a65355e1770c6cb6e9ac93cdf397b7d953c452b6f0988d38e743c1253"} as unknown as DocumentNode<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>;
