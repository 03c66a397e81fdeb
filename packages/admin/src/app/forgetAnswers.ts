import type { ApolloClient } from '@apollo/client/core';
import { noteChange } from './changes.ts';

/**
 * Forgets every answer, because something was changed that most of them rest on (an import, a decision): what is on the
 * screen is asked for again at once, the rest when it is next looked at. What is shown stays until the new answer is here.
 */
export function forgetAnswers(client: ApolloClient<unknown>): void {
  noteChange();
  client.cache.evict({ id: 'ROOT_QUERY' });
  client.cache.gc();
}
