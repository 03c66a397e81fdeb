/** A cell: as it is printed, and as a number where it is one (percentages and points in hundredths). */
export interface AnnexCell {
  text: string;
  value: number | null;
  /** It was typed in the plan, or rests on what was: printed with the sign of the footnote. */
  isTyped?: true;
}

export interface AnnexColumn {
  title: string;
  /** In millimetres on paper. */
  width: number;
  align: 'left' | 'center' | 'right';
  /** What its numbers are. */
  kind: 'ORDINAL' | 'NAME' | 'WHOLE' | 'PERCENT' | 'POINTS';
  /** What it and its neighbours have in common: stands above their titles. */
  group?: string;
  /** What stands in the line of numbers below the titles: `(3)=(4)+(5)`. */
  number?: string;
}

export interface AnnexRow {
  /** The code of its unit; null for what is of no unit, and for sums. */
  code: string | null;
  kind: 'UNIT' | 'OWN' | 'SUM';
  cells: AnnexCell[];
}

/** A table: the same for paper, screen and spreadsheet. */
export interface AnnexTable {
  columns: AnnexColumn[];
  rows: AnnexRow[];
  /** It needs a page on its long side. */
  wide?: true;
}

/** A title of a table: over how many columns and lines it reaches. */
export interface HeadCell {
  text: string;
  column: number;
  span: number;
  lines: number;
}

/** The lines of titles above a table: groups over what they hold, titles, and the numbers of columns where there are any. */
export function headLines(columns: readonly Pick<AnnexColumn, 'title' | 'group' | 'number'>[]): HeadCell[][] {
  const isGrouped = columns.some(({ group }) => group !== undefined);
  const first: HeadCell[] = [];
  const second: HeadCell[] = [];
  for (const [at, { title, group }] of columns.entries()) {
    if (group === undefined) first.push({ text: title, column: at, span: 1, lines: isGrouped ? 2 : 1 });
    else {
      const last = first.at(-1);
      if (last && at > 0 && columns[at - 1]?.group === group) last.span += 1;
      else first.push({ text: group, column: at, span: 1, lines: 1 });
      second.push({ text: title, column: at, span: 1, lines: 1 });
    }
  }
  const numbers = columns.some(({ number }) => number !== undefined)
    ? [columns.map(({ number = '' }, at): HeadCell => ({ text: number, column: at, span: 1, lines: 1 }))]
    : [];
  return [first, ...(isGrouped ? [second] : []), ...numbers];
}
