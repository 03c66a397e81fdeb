import {
  ApolloClient,
  ApolloLink,
  HttpLink,
  Observable,
  from,
  fromPromise,
  type NormalizedCacheObject,
} from '@apollo/client/core';
import { onError } from '@apollo/client/link/error';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { getMainDefinition } from '@apollo/client/utilities';
import { Kind, OperationTypeNode, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { language } from '../i18n/i18n.ts';
import { createCache } from './cache.ts';
import { noteChange } from './changes.ts';

/** A document as `npm run generate` makes it. */
type Hashed = DocumentNode & { hash?: string };

export interface Session {
  /** The session is over. Where one may sign in again over the page: settles with whether the one who was there did. */
  signedOut: () => Promise<boolean> | undefined;
  /** Whom the page shows: what it sends goes under that name or not at all. */
  shownAccount?: () => string | null;
  /** The server knows somebody else in this browser. */
  takenOver?: () => void;
}

/** Asked of the server whoever is signed in: the question who that is. */
export const AS_WHOEVER = { asWhoever: true };

/** Asked by a page by itself, whether or not somebody sits before it: it keeps no session open. */
export const UNATTENDED = { headers: { 'x-unattended': 'yes' } };

/** The way to the API: the session's cookie and whom the page shows, the language of the screen. */
export function createApollo({
  signedOut,
  shownAccount = () => null,
  takenOver,
}: Session): ApolloClient<NormalizedCacheObject> {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  });
  const speak = new ApolloLink((operation, forward) => {
    const shown = shownAccount();
    operation.setContext(({ headers, asWhoever }: { headers?: Record<string, string>; asWhoever?: boolean }) => ({
      headers: {
        ...headers,
        'accept-language': language.value,
        ...(shown !== null && !asWhoever && { 'x-account': shown }),
      },
    }));
    if (!isChange(operation.query)) return forward(operation);
    return forward(operation).map((answer) => {
      noteChange();
      return answer;
    });
  });
  // Questions go by the hash that was made of them with the server's list; to a server of another build once more as text.
  const trusted = createPersistedQueryLink({ generateHash: ({ hash = '' }: Hashed) => hash });
  const watchSession = onError(({ graphQLErrors, networkError, operation, forward, response }) => {
    if (isOtherAccount(networkError)) takenOver?.();
    if (!graphQLErrors?.some((error) => error.extensions?.['code'] === 'UNAUTHENTICATED')) return undefined;
    const again = signedOut();
    // A change is made after all once one has signed in again; questions are asked again by whoever shows the answers.
    if (!again || !response || !isChange(operation.query)) return undefined;
    return fromPromise(again).flatMap((isBack) => (isBack ? forward(operation) : Observable.of(response)));
  });
  return new ApolloClient({
    link: from([watchSession, speak, trusted, http]),
    cache: createCache(),
    // What is known is shown at once and asked for again: figures change while one looks at another page.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
}

function isChange(document: DocumentNode): boolean {
  const definition = getMainDefinition(document);
  return definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION;
}

function isOtherAccount(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('result' in error)) return false;
  const { errors } = (error.result ?? {}) as { errors?: readonly GraphQLFormattedError[] };
  return errors?.some(({ extensions }) => extensions?.['code'] === 'OTHER_ACCOUNT') ?? false;
}
