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
}
