import { computed, shallowRef, type ComputedRef } from 'vue';
import { emptyHistory, record, redo, undo, type Change, type Moved, type Step } from '../../../ui/grid/history.ts';
import { sameCell, type CellValue } from '../saving/targets.ts';
import { keyOfField, readField, workingCells, writeField, type SheetField, type SheetValues } from './sheetField.ts';

/** A value that one wants to set. */
export interface SheetChange {
  readonly code: string;
  readonly field: SheetField;
  readonly value: number | null;
}

/** What a step of the history changes: one value, or, of what came from elsewhere, a whole cell. */
type StepValue = number | null | CellValue;

export interface SheetHistory {
  /** Sets values as one step that can be undone; says how many really changed. */
  readonly edit: (changes: readonly SheetChange[], what: string) => number;
  /**
   * Remembers what was set elsewhere already (cells by their keys) as one step that can be undone. Gives the way to do so as long
   * as nothing was done after it: false where something was.
   */
  readonly adopt: (
    cells: readonly { key: string; before: CellValue | undefined; after: CellValue | undefined }[],
    what: string,
  ) => () => boolean;
  /** Takes back or does again; gives the step that was moved over, null when there is none. */
  readonly undo: () => Step<StepValue> | null;
  readonly redo: () => Step<StepValue> | null;
  readonly canUndo: ComputedRef<boolean>;
  readonly canRedo: ComputedRef<boolean>;
}

/** The values of a plan with everything done to them, whole pastes as one; `changed` hears of the keys of changed cells. */
export function useSheetHistory(values: SheetValues, changed: (keys: string[]) => void): SheetHistory {
  const history = shallowRef(emptyHistory<StepValue>());
  const cells = workingCells(values);

  function apply({ changes }: Step<StepValue>): void {
    const touched = new Set<string>();
    for (const { key, after } of changes) touched.add(put(key, after));
    if (touched.size > 0) changed([...touched]);
  }

  /** Sets one value of a step; the key of the cell in which it lies. */
  function put(key: string, after: StepValue): string {
    if (key.startsWith(WHOLE)) {
      const cell = key.slice(WHOLE.length);
      if (after === null) cells.delete(cell);
      else cells.set(cell, after);
      return cell;
    }
    const { code, field } = fieldOf(key);
    if (after === null || typeof after === 'number') writeField(values, code, field, after);
    return keyOfField(code, field);
  }

  function recorded(what: string, changes: Change<StepValue>[]): Step<StepValue> | undefined {
    const next = record(history.value, { what, changes });
    const step = next === history.value ? undefined : next.done.at(-1);
    history.value = next;
    return step;
  }

  function edit(changes: readonly SheetChange[], what: string): number {
    const step = recorded(
      what,
      changes.map(({ code, field, value }) => ({
        key: keyOf(code, field),
        before: readField(values, code, field),
        after: value,
      })),
    );
    if (step) apply(step);
    return step?.changes.length ?? 0;
  }

  function move(moved: Moved<StepValue> | null): Step<StepValue> | null {
    if (!moved) return null;
    history.value = moved.history;
    apply(moved.step);
    return moved.step;
  }

  return {
    edit,
    adopt(adopted, what) {
      const changes = adopted
        .filter(({ before, after }) => !sameCell(before, after))
        .map(({ key, before, after }) => ({ key: WHOLE + key, before: before ?? null, after: after ?? null }));
      const step = recorded(what, changes);
      return () => step !== undefined && history.value.done.at(-1) === step && move(undo(history.value)) !== null;
    },
    undo: () => move(undo(history.value)),
    redo: () => move(redo(history.value)),
    canUndo: computed(() => history.value.done.length > 0),
    canRedo: computed(() => history.value.undone.length > 0),
  };
}

const SEPARATOR = ' ';
/** Before the key of a cell that is set as a whole. */
const WHOLE = 'cell ';

function keyOf(code: string, field: SheetField): string {
  return `${field}${SEPARATOR}${code}`;
}

function fieldOf(key: string): { field: SheetField; code: string } {
  const [field, code = ''] = key.split(SEPARATOR) as [SheetField, string?];
  return { field, code };
}
