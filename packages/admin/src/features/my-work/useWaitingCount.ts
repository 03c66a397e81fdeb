import { WaitingCountDocument, type WaitingCountQuery } from '@chi-tieu/shared/generated/graphql';
import { useQuery } from '@vue/apollo-composable';
import { computed, watch, type ComputedRef } from 'vue';
import { UNATTENDED } from '../../app/apollo.ts';
import { changesMade } from '../../app/changes.ts';

/** What waits is asked of every feature: for so long an answer is good enough beside other pages, unless one changed something oneself. */
export const KEPT_MS = 60_000;

/**
 * What waits for whoever is signed in. Asked again with a page where the answer is older than a minute, where they changed something since, or
 * where the page lists what waits: the two must not disagree. `mayAsk`: somebody is signed in.
 */
export function useWaitingCount(
  page: () => { path: string; lists: boolean },
  mayAsk: () => boolean,
): ComputedRef<WaitingCountQuery['myWork']> {
  const { result, refetch } = useQuery(WaitingCountDocument, null, {
    fetchPolicy: 'network-only',
    context: UNATTENDED,
  });
  let asked = { at: Date.now(), changes: changesMade() };
  watch(
    () => page().path,
    () => {
      const isGood = Date.now() - asked.at < KEPT_MS && asked.changes === changesMade() && !page().lists;
      if (isGood || !mayAsk()) return;
      const before = asked;
      asked = { at: Date.now(), changes: changesMade() };
      // What could not be asked is asked again with the next page.
      void refetch()?.catch(() => (asked = { ...before, at: 0 }));
    },
  );
  return computed(() => result.value?.myWork ?? []);
}
