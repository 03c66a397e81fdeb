// Made by `npm run generate` from packages/shared/schema.graphql and the *.graphql files of packages/admin: never edited.

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
import type { OfferSecondFactorMutation, OfferSecondFactorMutationVariables } from '../graphql.ts';

export const OfferSecondFactorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OfferSecondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offerSecondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"uri"}}]}}]}}],"hash":"204b068b9497a1bea31443e9f17237c531ebfbea2bce51589c282380d169cfbc"} as unknown as DocumentNode<OfferSecondFactorMutation, OfferSecondFactorMutationVariables>;
