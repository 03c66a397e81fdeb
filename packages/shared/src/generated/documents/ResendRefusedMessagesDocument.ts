// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { ResendRefusedMessagesMutation, ResendRefusedMessagesMutationVariables } from '../graphql.ts';

export const ResendRefusedMessagesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendRefusedMessages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendRefusedMessages"}}]}}],"hash":"d3a9fd7d84915001e48a2f28ecfbf58472f170f4799d148706d3436c6555b48a"} as unknown as DocumentNode<ResendRefusedMessagesMutation, ResendRefusedMessagesMutationVariables>;
