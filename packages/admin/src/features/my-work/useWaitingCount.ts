import { WaitingCountDocument, type WaitingCountQuery } from '@chi-tieu/shared/generated/graphql';
import { useApolloClient, useQuery } from '@vue/apollo-composable';
import { computed, watch, type ComputedRef } from 'vue';
import { UNATTENDED } from '../../app/apollo.ts';
import { changesMade } from '../../app/changes.ts';

/** What waits is asked of every feature: for so long an answer is good enough beside other pages, unless one changed something oneself. */
export const KEPT_MS = 60_000;

/** What the side bar counts. */
interface WaitingCount {
  matters: ComputedRef<WaitingCountQuery['myWork']>;
  /** How much was answered or told and not read yet. */
  news: ComputedRef<number>;
}

/**
 * What waits for whoever is signed in, and what is new for them. Asked again with a page where the answer is older than a minute, where they
 * changed something since, or where the page lists what waits: the two must not disagree. Where one has gone to, what is told there is read,
 * by whichever way one came. `mayAsk`: somebody is signed in.
 */
export function useWaitingCount(page: () => { path: string; lists: boolean }, mayAsk: () => boolean): WaitingCount {
  const { client } = useApolloClient();
  const { result, refetch } = useQuery(WaitingCountDocument, null, {
    fetchPolicy: 'network-only',
    context: UNATTENDED,
  });
  let asked = { at: Date.now(), changes: changesMade() };
  function askAgain(): void {
    const before = asked;
    asked = { at: Date.now(), changes: changesMade() };
    // What could not be asked is asked again with the next page.
    void refetch()?.catch(() => (asked = { ...before, at: 0 }));
  }
  watch(
    () => page().path,
    () => {
      const isGood = Date.now() - asked.at < KEPT_MS && asked.changes === changesMade() && !page().lists;
      if (!isGood && mayAsk()) askAgain();
    },
  );
  const news = computed(() => result.value?.myNews ?? []);
  const readHere = computed(() => news.value.filter(({ path }) => path === page().path).map(({ id }) => id));
  watch(readHere, async (ids) => {
    if (ids.length === 0) return;
    const { readNews } = await import('./readNews.ts');
    if (await readNews(client, ids)) askAgain();
  });
  return {
    matters: computed(() => result.value?.myWork ?? []),
    news: computed(() => news.value.length - readHere.value.length),
  };
}
