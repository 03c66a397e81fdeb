import { NewsCountDocument } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient, useQuery } from '@vue/apollo-composable';
import { computed, watch, type ComputedRef } from 'vue';
import { UNATTENDED } from '../../app/apollo.ts';

/** So long an answer about news is good, wherever one goes meanwhile. */
const GOOD_FOR_MS = 60_000;

/**
 * How much was answered or told and not read yet. Where one has gone to, what is told there is read, by whichever way one came. Asked again
 * with a page a minute later, and with the page that lists it.
 */
export function useNews(place: () => { path: string; lists: boolean }, isSignedIn: () => boolean): ComputedRef<number> {
  const { client } = useApolloClient();
  const { result, refetch, onResult } = useQuery(NewsCountDocument, null, {
    fetchPolicy: 'network-only',
    context: UNATTENDED,
  });
  let askedAt = 0;
  onResult(() => (askedAt = Date.now()));
  const askAgain = async (): Promise<void> => {
    await refetch()?.catch(() => undefined);
  };
  const news = computed(() => result.value?.myNews ?? []);
  const readHere = computed(() => news.value.filter(({ path }) => path === place().path).map(({ id }) => id));
  watch(
    () => place().path,
    () => isSignedIn() && (place().lists || Date.now() - askedAt > GOOD_FOR_MS) && void askAgain(),
  );
  watch(readHere, async (ids) => {
    if (ids.length === 0) return;
    const { readNews } = await import('./readNews.ts');
    if (await readNews(client, ids)) await askAgain();
  });
  return computed(() => news.value.length - readHere.value.length);
}
