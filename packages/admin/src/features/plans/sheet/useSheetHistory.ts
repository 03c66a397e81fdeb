import { computed, shallowRef, type ComputedRef } from 'vue';
import { emptyHistory, record, redo, undo, type Moved, type Step } from '../../../ui/grid/history.ts';
import { readField, writeField, type SheetField, type SheetValues } from './sheetField.ts';

/** A value that one wants to set. */
export interface SheetChange {
  readonly code: string;
  readonly field: SheetField;
  readonly value: number | null;
}

export interface SheetHistory {
  /** Sets values as one step that can be undone; says how many really changed. */
  readonly edit: (changes: readonly SheetChange[], what: string) => number;
  /** Takes back or does again; gives the step that was moved over, null when there is none. */
  readonly undo: () => Step<number | null> | null;
  readonly redo: () => Step<number | null> | null;
  readonly canUndo: ComputedRef<boolean>;
  readonly canRedo: ComputedRef<boolean>;
}

/** The values of a plan with everything done to them, whole pastes as one; `changed` hears of units whose targets changed. */
export function useSheetHistory(values: SheetValues, changed: (codes: string[]) => void): SheetHistory {
  const history = shallowRef(emptyHistory<number | null>());

  function apply({ changes }: Step<number | null>): void {
    const touched = new Set<string>();
    for (const { key, after } of changes) {
      const { code, field } = fieldOf(key);
      writeField(values, code, field, after);
      if (field === 'target' || field === 'lock') touched.add(code);
    }
    if (touched.size > 0) changed([...touched]);
  }

  function edit(changes: readonly SheetChange[], what: string): number {
    const step: Step<number | null> = {
      what,
      changes: changes.map(({ code, field, value }) => ({
        key: keyOf(code, field),
        before: readField(values, code, field),
        after: value,
      })),
    };
    const next = record(history.value, step);
    const recorded = next === history.value ? undefined : next.done.at(-1);
    history.value = next;
    if (recorded) apply(recorded);
    return recorded?.changes.length ?? 0;
  }

  function move(moved: Moved<number | null> | null): Step<number | null> | null {
    if (!moved) return null;
    history.value = moved.history;
    apply(moved.step);
    return moved.step;
  }

  return {
    edit,
    undo: () => move(undo(history.value)),
    redo: () => move(redo(history.value)),
    canUndo: computed(() => history.value.done.length > 0),
    canRedo: computed(() => history.value.undone.length > 0),
  };
}

const SEPARATOR = ' ';

function keyOf(code: string, field: SheetField): string {
  return `${field}${SEPARATOR}${code}`;
}

function fieldOf(key: string): { field: SheetField; code: string } {
  const [field, code = ''] = key.split(SEPARATOR) as [SheetField, string?];
  return { field, code };
}
