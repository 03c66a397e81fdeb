// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { ServiceListsQuery, ServiceListsQueryVariables } from '../graphql.ts';

export const ServiceListsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServiceLists"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceLists"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}],"hash":"331e0e1a327cbd3be81192b518edae5a3353564fcfe60b38087bf6609f9fdd04"} as unknown as DocumentNode<ServiceListsQuery, ServiceListsQueryVariables>;
