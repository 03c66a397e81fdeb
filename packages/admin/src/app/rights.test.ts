import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client/core';
import { describe, expect, it } from 'vitest';
import { may } from './rights.ts';
import { refreshFrame, useSessionClient } from './session.ts';

/** Signs somebody in who holds these rights. */
async function holds(rights: { right: string; everywhere: boolean; units: string[] }[] | null): Promise<void> {
  const me = rights && {
    __typename: 'Account',
    id: '1',
    username: 'a',
    name: 'A',
    grants: [],
    rights: rights.map((held) => ({ __typename: 'HeldRight', ...held })),
  };
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next({ data: { me, dataStatus: null, indicators: [] } });
        observer.complete();
      }),
  );
  useSessionClient(new ApolloClient({ link, cache: new InMemoryCache() }));
  await refreshFrame();
}

describe('what is offered', () => {
  it('is nothing to nobody', async () => {
    await holds(null);
    expect([may('dossier.read'), may('dossier.read', '164')]).toEqual([false, false]);
  });

  it('is at the units that a right is held for, and no others', async () => {
    await holds([{ right: 'plan.draft', everywhere: false, units: ['164', '05503'] }]);
    expect([may('plan.draft'), may('plan.draft', '164'), may('plan.draft', '165')]).toEqual([true, true, false]);
    expect([may('plan.approve'), may('catalogue.edit', '164')]).toEqual([false, false]);
  });

  it('is everywhere to who holds it for the province', async () => {
    await holds([{ right: 'dossier.read', everywhere: true, units: [] }]);
    expect([may('dossier.read'), may('dossier.read', '05503')]).toEqual([true, true]);
  });
});
