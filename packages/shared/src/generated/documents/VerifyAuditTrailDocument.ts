// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { VerifyAuditTrailMutation, VerifyAuditTrailMutationVariables } from '../graphql.ts';

export const VerifyAuditTrailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyAuditTrail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyAuditTrail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"checking"}}]}}]}}],"hash":"578d00eb8eb7e2da885f9e975fab482a01826180250f2ada09f12de8346c6e05"} as unknown as DocumentNode<VerifyAuditTrailMutation, VerifyAuditTrailMutationVariables>;
