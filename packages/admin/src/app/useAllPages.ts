import { watch } from 'vue';
import type { Pages } from './usePages.ts';

/**
 * Fetches page after page for as long as all of a list is `wanted` (to sort it, to compare it). A page that failed is not
 * asked for again by itself: the message about it offers that.
 */
export function useAllPages(pages: Pages<unknown>, wanted: () => boolean): void {
  let askedAt = -1;
  watch(
    [wanted, () => pages.nodes.value.length, pages.hasMore, pages.loadingMore],
    ([isWanted, length, hasMore, loading]) => {
      if (!isWanted || !hasMore) askedAt = -1;
      else if (!loading && askedAt !== length) {
        askedAt = length;
        void pages.loadMore();
      }
    },
    { immediate: true },
  );
}
