import { ApolloClient, ApolloLink, HttpLink, from, type NormalizedCacheObject } from '@apollo/client/core';
import { onError } from '@apollo/client/link/error';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import type { DocumentNode } from 'graphql';
import { language } from '../i18n/i18n.ts';
import { createCache } from './cache.ts';

/** A document as `npm run generate` makes it. */
type Hashed = DocumentNode & { hash?: string };

/** The way to the API: the session's cookie, the language of the screen, `signedOut` when the session is over. */
export function createApollo(signedOut: () => void): ApolloClient<NormalizedCacheObject> {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  });
  const speak = new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
      headers: { ...headers, 'accept-language': language.value },
    }));
    return forward(operation);
  });
  // Questions go by the hash that was made of them with the server's list; to a server of another build once more as text.
  const trusted = createPersistedQueryLink({ generateHash: ({ hash = '' }: Hashed) => hash });
  const watchSession = onError(({ graphQLErrors }) => {
    if (graphQLErrors?.some((error) => error.extensions?.['code'] === 'UNAUTHENTICATED')) signedOut();
  });
  return new ApolloClient({
    link: from([watchSession, speak, trusted, http]),
    cache: createCache(),
    // What is known is shown at once and asked for again: figures change while one looks at another page.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}
