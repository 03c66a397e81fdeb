import { compare, roundedDown, type Fraction } from './fraction.ts';

/** Where a cell of a table lies, and how much it lost by being rounded down. */
interface Loss {
  row: number;
  column: number;
  lost: Fraction;
}

/**
 * Cells in hundredths of a point whose rows sum to `rows` and whose columns sum to `columns`, both given in hundredths and alike in
 * sum: whatever is printed adds up as it is printed. Cells are rounded down, then what rows and columns both miss goes to those that
 * lost most by it. There is at least one row and one column. Throws where rows and columns do not sum to the same.
 */
export function sharedOutTable(
  cells: readonly (readonly Fraction[])[],
  rows: readonly number[],
  columns: readonly number[],
): number[][] {
  const down = cells.map((row) => row.map(roundedDown));
  const given = down.map((row) => row.map(({ whole }) => whole));
  const missing = {
    rows: rows.map((all, row) => all - sum(given[row] ?? [])),
    columns: columns.map((all, column) => all - sum(given.map((row) => row[column] ?? 0))),
  };
  if (sum(missing.rows) !== sum(missing.columns)) throw new Error('rows and columns of a table have different sums');
  const give = (row: number, column: number, by: number): void => {
    const line = given[row];
    if (!line) throw new RangeError('no such row');
    line[column] = (line[column] ?? 0) + by;
    missing.rows[row] = (missing.rows[row] ?? 0) - by;
    missing.columns[column] = (missing.columns[column] ?? 0) - by;
  };
  const order = down
    .flatMap((line, row) => line.map(({ rest: lost }, column) => ({ row, column, lost })))
    .sort((x, y) => compare(y.lost, x.lost) || x.row - y.row || x.column - y.column);
  for (const { row, column } of order)
    if ((missing.rows[row] ?? 0) > 0 && (missing.columns[column] ?? 0) > 0) give(row, column, 1);
  settle(missing, order, give);
  return given;
}

/** What is left where no cell was free any more: rows first, in a column that lacks as much if there is one, then columns among themselves. */
function settle(
  missing: { rows: number[]; columns: number[] },
  order: readonly Loss[],
  give: (row: number, column: number, by: number) => void,
): void {
  const found = (side: number[], sign: number): number => side.findIndex((left) => Math.sign(left) === sign);
  for (const sign of [1, -1])
    for (let row = found(missing.rows, sign); row >= 0; row = found(missing.rows, sign))
      give(row, Math.max(found(missing.columns, sign), 0), sign);
  const row = order[0]?.row ?? 0;
  for (let column = found(missing.columns, 1); column >= 0; column = found(missing.columns, 1)) {
    give(row, column, 1);
    give(row, found(missing.columns, -1), -1);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
