import { useVirtualizer } from '@tanstack/vue-virtual';
import { computed, watch, type ComputedRef } from 'vue';

/** With fewer rows all are drawn: nothing flickers in, and the browser finds every name. */
const DRAWN_WHOLE = 60;
const OVERSCAN = 8;

/** A row that is drawn, and the height in pixels of those left out just before it. */
export interface DrawnRow {
  readonly index: number;
  readonly gap: number;
}

export interface GridRows {
  readonly drawn: ComputedRef<readonly DrawnRow[]>;
  /** The height in pixels of the rows left out at the end. */
  readonly gapAfter: ComputedRef<number>;
  /** Brings a row on screen, so that it is drawn. */
  readonly reveal: (index: number) => void;
}

interface RowsInput {
  count: () => number;
  rowHeight: () => number;
  scroller: () => HTMLElement | null;
  /** A row that is drawn wherever one has scrolled to, because it holds the keyboard. */
  kept: () => number;
}

/** Which rows of a grid are drawn: all of few; of many those on screen and the one with the keyboard. */
export function useGridRows({ count, rowHeight, scroller, kept }: RowsInput): GridRows {
  const isLong = computed(() => count() > DRAWN_WHOLE);
  const virtualizer = useVirtualizer(
    computed(() => ({
      count: isLong.value ? count() : 0,
      getScrollElement: scroller,
      estimateSize: rowHeight,
      overscan: OVERSCAN,
      scrollPaddingStart: 36,
    })),
  );
  watch(rowHeight, () => virtualizer.value.measure());

  const indexes = computed(() => {
    if (!isLong.value) return Array.from({ length: count() }, (_, index) => index);
    const onScreen = virtualizer.value.getVirtualItems().map(({ index }) => index);
    return [...new Set([...onScreen, Math.min(kept(), count() - 1)])].sort((a, b) => a - b);
  });
  const drawn = computed(() =>
    indexes.value.map((index, i) => ({ index, gap: (index - (indexes.value[i - 1] ?? -1) - 1) * rowHeight() })),
  );
  const gapAfter = computed(() => (count() - 1 - (indexes.value.at(-1) ?? count() - 1)) * rowHeight());
  const reveal = (index: number): void => {
    if (isLong.value) virtualizer.value.scrollToIndex(index);
  };
  return { drawn, gapAfter, reveal };
}
