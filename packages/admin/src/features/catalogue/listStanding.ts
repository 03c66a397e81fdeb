import type { Day } from '@chi-tieu/shared/domain/days';
import { ListDayDocument, type ListDayQuery, type ListDayQueryVariables } from '@chi-tieu/shared/generated/graphql';
import type { ApolloClient } from '@apollo/client/core';
import type { LevelOn } from './amendmentDraft.ts';

const ENTRIES_AT_ONCE = 500;

/** What stands on a list on a day, all of it: what a line about it may do. */
export async function levelsOf(client: ApolloClient<unknown>, code: string, on: Day): Promise<LevelOn> {
  const levels = new Map<string, ReturnType<LevelOn>>();
  let after: string | null = null;
  do {
    const variables = { code, on, first: ENTRIES_AT_ONCE, after };
    const page = await entriesPage(client, variables);
    for (const { procedure, tier, unit, level } of page?.nodes ?? [])
      levels.set(`${procedure.code}|${tier}|${unit?.code ?? ''}`, level);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return (procedure, tier, unit) => levels.get(`${procedure}|${tier}|${unit}`);
}

async function entriesPage(
  client: ApolloClient<unknown>,
  variables: ListDayQueryVariables,
): Promise<NonNullable<ListDayQuery['serviceList']>['entries'] | undefined> {
  const { data } = await client.query({ query: ListDayDocument, variables, fetchPolicy: 'no-cache' });
  return data.serviceList?.entries;
}
