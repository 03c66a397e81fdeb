import { cellsOf, sizeOf } from './selection.ts';
import { summarise, type Summary } from './summarise.ts';
import type { Grid } from './useGrid.ts';

/** What the status bar says of the selection: how many cells, and of numbers of one unit what they come to. */
export interface GridStatus {
  readonly cells: number;
  readonly unit: string | null;
  readonly summary: Summary | null;
}

/** The status of a grid's selection; numbers of different units are not added up. */
export function gridStatus<Row>(grid: Grid<Row>, weightOf: (row: Row) => number): GridStatus {
  const { rows, columns } = sizeOf(grid.range.value);
  const measured = cellsOf(grid.range.value).flatMap((cell) => {
    const [row, measure] = [grid.rowAt(cell), grid.columnAt(cell)?.measure];
    return row === undefined || !measure
      ? []
      : [{ unit: measure.unit, value: measure.value(row), weight: weightOf(row) }];
  });
  const unit = measured[0]?.unit ?? null;
  const alike = unit !== null && measured.every((cell) => cell.unit === unit);
  return { cells: rows * columns, unit: alike ? unit : null, summary: alike ? summarise(measured) : null };
}
