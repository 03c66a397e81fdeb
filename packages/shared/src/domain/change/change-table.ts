import { addCounts, basisPoints, type Counts } from '../rate.ts';
import { addedBy, CHANGE_PARTS, type Change, type ChangeGroup, type ChangePart } from './change.ts';
import { minus, plus, sharedOut, sumOf, ZERO, type Fraction } from './fraction.ts';
import { sharedOutTable } from './shared-table.ts';

/** What some groups add together, in hundredths of a point; all three sum to the whole. */
export interface ShownEffect {
  catalogue: number;
  rate: number;
  mix: number;
  hundredths: number;
}

/** A row of what a change is made of: groups that are told together, with their counts on both sides. */
export interface ChangeRow<Key> extends ShownEffect {
  key: Key;
  a: Counts;
  b: Counts;
  exact: Fraction;
}

/** A change as it is printed: hundredths of a point that add up as they stand, down and across. */
export interface ChangeTable<Key> {
  /** The second rate as it is shown less the first as it is shown. */
  hundredths: number;
  parts: Record<ChangePart, number>;
  /** The largest effect first. */
  rows: ChangeRow<Key>[];
}

const NOTHING: Counts = { numerator: 0, denominator: 0 };
const COLUMNS = ['catalogue', 'rate', 'mix'] as const;

/**
 * The change from one figure to another as it is printed. One rule of rounding: the whole is what lies between both rates as they are
 * shown; parts sum to it, rows sum to the parts that are told by groups, each row's effects to the row and each column's to its part.
 * Keys are sorted by `order` before anything is shared out, so that whoever asks with the same rows is told the same.
 */
export function changeTable<Key, Row>(
  asked: { from: Counts; to: Counts; change: Change<Key>; groups: ReadonlyMap<Key, ChangeGroup<Key>> },
  rowOf: (key: Key) => Row,
  order: (row: Row) => string,
): ChangeTable<Row> {
  const { from, to, change } = asked;
  const hundredths = shownRise(from, to) ?? 0;
  const shared = sharedOut(
    CHANGE_PARTS.map((part) => change.parts[part]),
    hundredths,
  );
  const parts = Object.fromEntries(CHANGE_PARTS.map((part, at) => [part, shared[at] ?? 0])) as Record<
    ChangePart,
    number
  >;
  return { hundredths, parts, rows: sortedByEffect(rowsOf(grouped(asked, rowOf, order), parts)) };
}

/** The difference of two rates in hundredths of a point, as both are shown; null where either has no dossiers. */
export function shownRise(from: Counts, to: Counts): number | null {
  const [start, end] = [basisPoints(from), basisPoints(to)];
  return start === null || end === null ? null : end - start;
}

interface Gathered<Row> {
  key: Row;
  a: Counts;
  b: Counts;
  cells: Record<(typeof COLUMNS)[number], Fraction>;
}

function grouped<Key, Row>(
  { change, groups }: { change: Change<Key>; groups: ReadonlyMap<Key, ChangeGroup<Key>> },
  rowOf: (key: Key) => Row,
  order: (row: Row) => string,
): Gathered<Row>[] {
  const rows = new Map<Row, Gathered<Row>>();
  for (const { key, ...effect } of change.groups) {
    const row = rowOf(key);
    const { a, b } = groups.get(key) ?? { a: NOTHING, b: NOTHING };
    const before = rows.get(row) ?? {
      key: row,
      a: NOTHING,
      b: NOTHING,
      cells: { catalogue: ZERO, rate: ZERO, mix: ZERO },
    };
    const cells = { ...before.cells };
    for (const column of COLUMNS) cells[column] = plus(cells[column], effect[column]);
    rows.set(row, { key: row, a: addCounts(before.a, a), b: addCounts(before.b, b), cells });
  }
  return [...rows.values()].sort((x, y) => compareText(order(x.key), order(y.key)));
}

function rowsOf<Row>(gathered: readonly Gathered<Row>[], parts: Record<ChangePart, number>): ChangeRow<Row>[] {
  if (gathered.length === 0) return [];
  const exact = gathered.map(({ cells }) => sumOf(COLUMNS.map((column) => cells[column])));
  const columns = [parts.CATALOGUE, parts.RATE, parts.MIX];
  const shared = sharedOut(
    exact,
    columns.reduce((all, one) => all + one, 0),
  );
  const cells = sharedOutTable(
    gathered.map((row) => COLUMNS.map((column) => row.cells[column])),
    shared,
    columns,
  );
  return gathered.map(({ key, a, b }, at) => {
    const [catalogue = 0, rate = 0, mix = 0] = cells[at] ?? [];
    return { ...{ key, a, b, catalogue, rate, mix }, hundredths: shared[at] ?? 0, exact: exact[at] ?? ZERO };
  });
}

/** The sum of rows, as they are printed. */
export function sumOfRows(
  rows: readonly Omit<ChangeRow<unknown>, 'key' | 'exact'>[],
): ShownEffect & { a: Counts; b: Counts } {
  const sums = { a: NOTHING, b: NOTHING, catalogue: 0, rate: 0, mix: 0, hundredths: 0 };
  for (const row of rows) {
    sums.a = addCounts(sums.a, row.a);
    sums.b = addCounts(sums.b, row.b);
    for (const column of [...COLUMNS, 'hundredths'] as const) sums[column] += row[column];
  }
  return sums;
}

/** A part of a whole at two moments: nothing where it was not there yet, or is no more. */
export interface PartThen<Key> {
  key: Key;
  then: Counts;
  now: Counts;
}

/**
 * What a rate changed by since another moment, told by the parts of the whole: the rows of `changeTable` from their sums alone, for
 * whoever does not ask why. What is in none of the parts is one itself, under `rest`. Null where a rate is missing at either end.
 */
export function changeByPart<Key extends string>(
  whole: { then: Counts; now: Counts },
  parts: readonly PartThen<Key>[],
  rest: Key,
): { hundredths: number; parts: { key: Key; hundredths: number; exact: Fraction }[] } | null {
  const shown = shownRise(whole.then, whole.now);
  if (shown === null) return null;
  const left = parts.reduce((all, { then, now }) => ({ then: less(all.then, then), now: less(all.now, now) }), whole);
  const rows = [...parts, { key: rest, ...left }].sort((x, y) => compareText(x.key, y.key));
  const exact = rows.map(({ then, now }) => addedBy({ a: then, b: now }, whole.then, whole.now));
  const shared = sharedOut(exact, shown);
  const told = rows.map(({ key }, at) => ({ key, hundredths: shared[at] ?? 0, exact: exact[at] ?? ZERO }));
  return {
    hundredths: shown,
    parts: sortedByEffect(told.filter((row) => row.exact.top !== 0n || row.hundredths !== 0)),
  };
}

/** The largest effect first, whichever its sign; equal ones stay in their order. */
function sortedByEffect<Row extends { exact: Fraction }>(rows: readonly Row[]): Row[] {
  const size = ({ top, bottom }: Fraction): Fraction => ({ top: top < 0n ? -top : top, bottom });
  return rows.toSorted((x, y) => {
    const { top } = minus(size(y.exact), size(x.exact));
    return top < 0n ? -1 : top > 0n ? 1 : 0;
  });
}

function less(whole: Counts, part: Counts): Counts {
  return { numerator: whole.numerator - part.numerator, denominator: whole.denominator - part.denominator };
}

function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
