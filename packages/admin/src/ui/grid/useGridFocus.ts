import { nextTick, ref, watch, type Ref } from 'vue';
import type { Cell } from './selection.ts';
import type { Grid } from './useGrid.ts';

export interface GridFocus {
  /** Whether the keyboard is in the grid. */
  readonly hasFocus: Ref<boolean>;
  /** Takes the keyboard to the active cell, and what is selected into sight. */
  readonly focus: () => Promise<void>;
  /** Takes what is selected into sight and leaves the keyboard where it is; where it is nowhere, it comes along. */
  readonly show: () => Promise<void>;
}

/** Keeps the keyboard on the active cell while it is in the grid, and what one selects in sight. */
export function useGridFocus<Row>(
  grid: Pick<Grid<Row>, 'selection' | 'range' | 'size' | 'editing'>,
  scroller: () => HTMLElement | null,
  reveal: (row: number) => void,
): GridFocus {
  const hasFocus = ref(false);
  const element = ({ row, column }: Cell): HTMLElement | null =>
    scroller()?.querySelector<HTMLElement>(`[data-cell="${row}.${column}"]`) ?? null;

  const focus = (): Promise<void> => bring(true);
  const show = (): Promise<void> => bring(document.activeElement === document.body);

  async function bring(keyboard: boolean): Promise<void> {
    const { active, end } = grid.selection.value;
    const { top, bottom } = grid.range.value;
    // Who selects a whole column does not want to be taken to its end.
    const shown = top === 0 && bottom === grid.size.value.rows - 1 ? active : end;
    reveal(shown.row);
    await nextTick();
    if (keyboard) element(active)?.focus({ preventScroll: true });
    element(shown)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  watch(grid.selection, () => hasFocus.value && !grid.editing.value && void focus());
  return { hasFocus, focus, show };
}
