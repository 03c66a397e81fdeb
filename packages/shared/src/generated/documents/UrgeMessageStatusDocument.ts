// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { UrgeMessageStatusQuery, UrgeMessageStatusQueryVariables } from '../graphql.ts';

export const UrgeMessageStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UrgeMessageStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"urgeMessageStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mailsFrom"}},{"kind":"Field","name":{"kind":"Name","value":"callsGateway"}},{"kind":"Field","name":{"kind":"Name","value":"queued"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"uncertain"}},{"kind":"Field","name":{"kind":"Name","value":"held"}}]}}]}}],"hash":"5cbb499516843bf5f5a8a258521351ce4abe783dd1e90525aab4ede15815820a"} as unknown as DocumentNode<UrgeMessageStatusQuery, UrgeMessageStatusQueryVariables>;
