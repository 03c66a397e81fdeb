// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { AuditActsQuery, AuditActsQueryVariables } from '../graphql.ts';

export const AuditActsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditActs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditActs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}],"hash":"43f8674abd21ccbb81552f9a72a92e3e76b6b32bb6e1c2c8c3166105d536dda8"} as unknown as DocumentNode<AuditActsQuery, AuditActsQueryVariables>;
