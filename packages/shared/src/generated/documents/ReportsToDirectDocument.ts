// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { ReportsToDirectQuery, ReportsToDirectQueryVariables } from '../graphql.ts';

export const ReportsToDirectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportsToDirect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}}],"hash":"3bb9e7e8eaa572f0997a6805f138e502b004dcdf58abcc74098ddac29395791d"} as unknown as DocumentNode<ReportsToDirectQuery, ReportsToDirectQueryVariables>;
