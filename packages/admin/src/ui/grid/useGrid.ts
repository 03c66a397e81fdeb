import { computed, inject, provide, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import type { GridChange, GridColumn, GridDeed } from './gridColumn.ts';
import type { GridTexts } from './gridTexts.ts';
import {
  nearest,
  rangeOf,
  selectCell,
  withinSize,
  type Cell,
  type Range,
  type Selection,
  type Size,
} from './selection.ts';

/** A cell that is being typed into. `typed` is how it began: by a letter, then arrows leave it; else they move in the text. */
export interface Editing {
  readonly cell: Cell;
  readonly typed: boolean;
  readonly text: string;
  readonly problem: string | null;
}

export interface GridInput<Row> {
  rows: () => readonly Row[];
  columns: () => readonly GridColumn<Row>[];
  keyOf: (row: Row) => string;
  /** The key of the column one begins in. */
  start: string;
  texts: () => GridTexts;
  change: (changes: GridChange[], deed: GridDeed) => void;
  draft: (change: GridChange | null) => void;
}

/** What the parts of one grid share. */
export interface Grid<Row> {
  readonly selection: Ref<Selection>;
  readonly range: ComputedRef<Range>;
  readonly size: ComputedRef<Size>;
  readonly editing: Ref<Editing | null>;
  /** The latest thing to say: shown in the status bar and read out. */
  readonly message: Ref<string>;
  readonly texts: () => GridTexts;
  readonly columns: () => readonly GridColumn<Row>[];
  /** The column that figures beside names are meant for: the active one if it is typed into, else the one one begins in. */
  readonly entryColumn: () => number;
  readonly rowAt: (cell: Cell) => Row | undefined;
  readonly columnAt: (cell: Cell) => GridColumn<Row> | undefined;
  readonly select: (selection: Selection) => void;
  readonly valueAt: (cell: Cell) => number | null;
  /** Why a cell cannot be changed; null where it can. */
  readonly refusalAt: (cell: Cell) => string | null;
  /** Opens a cell for typing, with the text given or its own; says why where it cannot be. */
  readonly begin: (cell: Cell, text?: string) => void;
  readonly type: (text: string) => void;
  /** Takes what was typed. False where it cannot be read: then the cell stays open and says why. */
  readonly commit: () => boolean;
  readonly cancel: () => void;
  /** Gives cells other values, as one deed. */
  readonly set: (values: readonly { cell: Cell; value: number | null }[], deed: GridDeed) => void;
}

const GRID: InjectionKey<Grid<unknown>> = Symbol('grid');

/** The grid that a part belongs to. */
export function useGridParent(): Grid<unknown> {
  const grid = inject(GRID);
  if (!grid) throw new Error('A part of a grid stands outside of one');
  return grid;
}

/** The state of a grid: what is selected, what is being typed, and the ways to change cells. */
export function useGrid<Row>(input: GridInput<Row>): Grid<Row> {
  const size = computed(() => ({ rows: input.rows().length, columns: input.columns().length }));
  const selection = shallowRef(selectCell({ row: 0, column: startOf(input) }));
  const range = computed(() => rangeOf(selection.value));
  const message = ref('');
  watch(size, (now) => (selection.value = withinSize(selection.value, now)));
  watch(input.rows, (now, before) => {
    const held = before[selection.value.active.row];
    const row = held === undefined ? -1 : now.findIndex((one) => input.keyOf(one) === input.keyOf(held));
    if (row >= 0 && row !== selection.value.active.row)
      selection.value = selectCell({ ...selection.value.active, row });
  });

  const rowAt = ({ row }: Cell): Row | undefined => input.rows()[row];
  const columnAt = ({ column }: Cell): GridColumn<Row> | undefined => input.columns()[column];
  const valueAt = (cell: Cell): number | null => {
    const row = rowAt(cell);
    return row === undefined ? null : (columnAt(cell)?.edit?.value(row) ?? null);
  };
  const refusalAt = (cell: Cell): string | null => {
    const [row, edit] = [rowAt(cell), columnAt(cell)?.edit];
    return row === undefined || !edit ? input.texts().notHere : edit.refusal(row);
  };
  const keyed = (cell: Cell, value: number | null): GridChange[] => {
    const [row, column] = [rowAt(cell), columnAt(cell)];
    return row === undefined || !column ? [] : [{ row: input.keyOf(row), column: column.key, value }];
  };
  const set: Grid<Row>['set'] = (values, deed) => {
    const changes = values.flatMap(({ cell, value }) => keyed(cell, value));
    if (changes.length > 0) input.change(changes, deed);
  };
  const select = (next: Selection): void => {
    if (size.value.rows === 0) return;
    message.value = '';
    selection.value = next;
    const { top, bottom, left, right } = range.value;
    if (top !== bottom || left !== right) message.value = input.texts().selected(bottom - top + 1, right - left + 1);
  };

  const base = {
    selection,
    range,
    size,
    message,
    texts: input.texts,
    columns: input.columns,
    entryColumn: () => {
      const { active } = selection.value;
      return columnAt(active)?.edit ? active.column : startOf(input);
    },
    rowAt,
    columnAt,
    select,
    valueAt,
    refusalAt,
    set,
  };
  const grid: Grid<Row> = { ...base, ...useEditing(input, base, keyed) };
  provide(GRID, grid as Grid<unknown>);
  return grid;
}

type Base<Row> = Omit<Grid<Row>, 'editing' | 'begin' | 'type' | 'commit' | 'cancel'>;

function useEditing<Row>(
  input: GridInput<Row>,
  { size, message, rowAt, columnAt, refusalAt, select, set }: Base<Row>,
  keyed: (cell: Cell, value: number | null) => GridChange[],
): Pick<Grid<Row>, 'editing' | 'begin' | 'type' | 'commit' | 'cancel'> {
  const editing = shallowRef<Editing | null>(null);

  function begin(cell: Cell, text?: string): void {
    const at = nearest(cell, size.value);
    const [row, edit] = [rowAt(at), columnAt(at)?.edit];
    const refusal = refusalAt(at);
    select(selectCell(at));
    if (refusal !== null || row === undefined || !edit) {
      message.value = refusal ?? '';
      return;
    }
    editing.value = { cell: at, typed: text !== undefined, text: '', problem: null };
    type(text ?? edit.write(edit.value(row)));
  }

  function read(): { cell: Cell; value: number | null } | { problem: string } | null {
    const open = editing.value;
    const [row, edit] = open ? [rowAt(open.cell), columnAt(open.cell)?.edit] : [];
    if (!open || row === undefined || !edit) return null;
    const reading = edit.read(open.text, row);
    return 'problem' in reading ? reading : { cell: open.cell, value: reading.value };
  }

  function type(text: string): void {
    if (!editing.value) return;
    editing.value = { ...editing.value, text, problem: null };
    const reading = read();
    input.draft(reading && 'cell' in reading ? (keyed(reading.cell, reading.value)[0] ?? null) : null);
  }

  function commit(): boolean {
    const open = editing.value;
    const refusal = open ? refusalAt(open.cell) : null;
    const reading = refusal === null ? read() : { problem: refusal };
    if (reading && 'problem' in reading) {
      if (editing.value) editing.value = { ...editing.value, problem: reading.problem };
      return false;
    }
    cancel();
    if (reading) set([reading], 'type');
    return true;
  }

  function cancel(): void {
    editing.value = null;
    input.draft(null);
  }
  return { editing, begin, type, commit, cancel };
}

function startOf<Row>({ columns, start }: GridInput<Row>): number {
  return Math.max(
    0,
    columns().findIndex(({ key }) => key === start),
  );
}
