// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { RevokeSessionMutation, RevokeSessionMutationVariables } from '../graphql.ts';

export const RevokeSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}]}}],"hash":"2cf06f6d9b9f06b95d57d60e6ed575a6a67e1a7d1b33e30ee27d69dc939dbdb4"} as unknown as DocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables>;
