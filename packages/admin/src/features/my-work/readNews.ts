import { ReadNewsDocument } from '@chi-tieu/shared/generated/graphql';
import type { ApolloClient } from '@apollo/client/core';
import { UNATTENDED } from '../../app/apollo.ts';

/** Says that what stands at a place was read, as somebody has gone there; gives whether that was kept. What was not is told again. */
export async function readNews(client: ApolloClient<unknown>, ids: readonly string[]): Promise<boolean> {
  const asked = { mutation: ReadNewsDocument, variables: { ids: [...ids] }, context: UNATTENDED };
  return client.mutate(asked).then(
    () => true,
    () => false,
  );
}
