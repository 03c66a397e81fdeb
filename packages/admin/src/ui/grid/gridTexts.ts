/** Everything a `SpreadGrid` says by itself, in the language of the screen. */
export interface GridTexts {
  /** Read out once one is in the grid: what the keys do. */
  readonly help: string;
  /** Beside the status while there is nothing else to say. */
  readonly hint: string;
  readonly selected: (rows: number, columns: number) => string;
  readonly copied: (cells: number) => string;
  readonly cleared: (cells: number) => string;
  readonly filled: (cells: number) => string;
  readonly pasted: (cells: number) => string;
  readonly nothingToPaste: string;
  readonly notHere: string;
  /** What was typed was left because it could not be read. */
  readonly left: (text: string) => string;
  readonly paste: PasteTexts;
}

/** The texts of the preview of a paste that does not fit. */
export interface PasteTexts {
  readonly title: string;
  readonly description: (taken: number, refused: number) => string;
  readonly cell: string;
  readonly now: string;
  readonly pasted: string;
  readonly outcome: string;
  readonly willTake: string;
  readonly willClear: string;
  readonly same: string;
  readonly outside: string;
  readonly unknown: string;
  /** A second line for the same row. */
  readonly twice: string;
  /** The row was found only without the marks of the name. */
  readonly unmarked: (name: string) => string;
  readonly empty: string;
  readonly take: (cells: number) => string;
  readonly cancel: string;
  readonly close: string;
}
