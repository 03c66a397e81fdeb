import { useEventListener, useResizeObserver } from '@vueuse/core';
import { computed, shallowRef, watch, type ComputedRef } from 'vue';

/** The head of a table stays above its rows as they scroll, in pixels. */
const HEAD = 36;

interface WindowInput {
  count: () => number;
  /** In pixels, of every row. */
  rowHeight: () => number;
  scroller: () => HTMLElement | null;
  /** So many rows are drawn before and after those in sight, so that none is missing as one scrolls. */
  around: number;
}

export interface RowWindow {
  /** The first row that is drawn, and the one after the last. */
  readonly first: ComputedRef<number>;
  readonly end: ComputedRef<number>;
  /** Scrolls no further than needed to bring a row into sight; it is drawn with the next tick. */
  readonly reveal: (index: number) => void;
}

/** Which of many rows are drawn. All have one height, so that what is in sight is a matter of dividing by it. */
export function useRowWindow({ count, rowHeight, scroller, around }: WindowInput): RowWindow {
  const top = shallowRef(0);
  const height = shallowRef(0);
  const look = (): void => {
    top.value = scroller()?.scrollTop ?? 0;
    height.value = scroller()?.clientHeight ?? 0;
  };
  watch(scroller, look, { flush: 'post' });
  useEventListener(scroller, 'scroll', look, { passive: true });
  useResizeObserver(scroller, look);

  const inSight = computed(() => Math.ceil(height.value / rowHeight()) + 1);
  // While fewer rows come than there were, the browser has not scrolled back yet.
  const firstInSight = computed(() =>
    Math.min(Math.floor(top.value / rowHeight()), Math.max(0, count() - inSight.value)),
  );
  const first = computed(() => Math.max(0, firstInSight.value - around));
  const end = computed(() => Math.min(count(), firstInSight.value + inSight.value + around));

  function reveal(index: number): void {
    const place = scroller();
    if (!place) return;
    const start = index * rowHeight();
    const lowest = start + rowHeight() + HEAD - place.clientHeight;
    if (start < place.scrollTop) place.scrollTop = start;
    else if (lowest > place.scrollTop) place.scrollTop = lowest;
    look();
  }
  return { first, end, reveal };
}
