// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { DecisionYearsQuery, DecisionYearsQueryVariables } from '../graphql.ts';

export const DecisionYearsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DecisionYears"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionYears"}}]}}],"hash":"eb64f88bab5e5bedd7dc5dc489f8f92f62af7dc51d0a056028ac05b2be63cd8d"} as unknown as DocumentNode<DecisionYearsQuery, DecisionYearsQueryVariables>;
