// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { LookByUrgeRulesMutation, LookByUrgeRulesMutationVariables } from '../graphql.ts';

export const LookByUrgeRulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LookByUrgeRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lookByUrgeRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"begun"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"raised"}}]}}]}}],"hash":"62cde5f40550e0bfd43250a69752253b55b0a11635ac25b14841c82ee38caa6d"} as unknown as DocumentNode<LookByUrgeRulesMutation, LookByUrgeRulesMutationVariables>;
