// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { ReleaseMessagesMutation, ReleaseMessagesMutationVariables } from '../graphql.ts';

export const ReleaseMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseMessages"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sends"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseMessages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"sends"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sends"}}}]}]}}],"hash":"9d56b8ea6e11d71c4d8aa39f684fe391cfbd0023e5feada21b14a4bec568fd1b"} as unknown as DocumentNode<ReleaseMessagesMutation, ReleaseMessagesMutationVariables>;
