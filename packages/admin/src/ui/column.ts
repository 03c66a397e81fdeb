/**
 * A column of a `DataTable`. `value` is what the cell says when it has no slot of its own, and what is sorted by: numbers
 * as numbers, texts as Vietnamese is sorted, null always last.
 */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly value: (row: Row) => string | number | null;
  /** In pixels; the column without a width takes what is left, at least `minWidth` of it. */
  readonly width?: number;
  readonly minWidth?: number;
  /** Figures stand at the end, with equally wide digits. */
  readonly align?: 'end';
  readonly sortable?: boolean;
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Orders two values of a column, ascending. */
export function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** How a table is sorted, as one word: `name` ascending, `-name` descending, nothing as it came. */
export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

/** Reads a sort word. */
export function readSort(word: string): Sort | null {
  if (word === '' || word === '-') return null;
  return word.startsWith('-') ? { key: word.slice(1), descending: true } : { key: word, descending: false };
}

/** The sort word after a press on a header: figures begin with the largest, a third press takes the sort away. */
export function nextSort(word: string, key: string, numeric: boolean): string {
  const first = numeric ? `-${key}` : key;
  const second = numeric ? key : `-${key}`;
  return word === first ? second : word === second ? '' : first;
}
