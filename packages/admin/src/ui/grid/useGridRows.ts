import { computed, type ComputedRef } from 'vue';
import { useRowWindow } from '../useRowWindow.ts';

/** With fewer rows all are drawn: nothing flickers in, and the browser finds every name. */
const DRAWN_WHOLE = 60;
const AROUND = 8;

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
  const { first, end, reveal: scrollTo } = useRowWindow({ count, rowHeight, scroller, around: AROUND });

  const indexes = computed(() => {
    const [from, to] = isLong.value ? [first.value, end.value] : [0, count()];
    const onScreen = Array.from({ length: to - from }, (_, at) => from + at);
    const held = Math.min(kept(), count() - 1);
    if (!isLong.value || (held >= from && held < to)) return onScreen;
    return held < from ? [held, ...onScreen] : [...onScreen, held];
  });
  const drawn = computed(() =>
    indexes.value.map((index, i) => ({ index, gap: (index - (indexes.value[i - 1] ?? -1) - 1) * rowHeight() })),
  );
  const gapAfter = computed(() => (count() - 1 - (indexes.value.at(-1) ?? count() - 1)) * rowHeight());
  const reveal = (index: number): void => {
    if (isLong.value) scrollTo(index);
  };
  return { drawn, gapAfter, reveal };
}
