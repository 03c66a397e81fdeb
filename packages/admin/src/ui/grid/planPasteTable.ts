import { pasteInto, type PasteField, type PastedCell } from './planPaste.ts';

/** Which row a pasted name means; `unmarked` where it does so only without its marks. */
export interface NamedRow {
  readonly row: number;
  readonly unmarked: boolean;
}

/** How the column that a table is pasted for is told from its other columns. */
export interface TableColumn {
  /** How well a header fits it: 0 not at all. */
  readonly heading: (text: string) => number;
  /** Whether a text could be a value of it. */
  readonly isFigure: (text: string) => boolean;
}

/** The grid as a pasted table sees it. */
export interface TableField extends PasteField, TableColumn {
  readonly rowNamed: (name: string) => NamedRow | null;
  /** What is wrong with a second line for a row that has one already. */
  readonly twice: string;
}

type Block = readonly (readonly string[])[];

/**
 * What pasting a whole table would do, as offices write them: the names of the rows stand in any of its columns, the values
 * for `column` in the one whose header says so, else in the last column of figures after the names. Headers and running
 * numbers are passed over; names that nobody knows are told. Null where there are no names: then it is no such table.
 */
export function planPasteTable(block: Block, column: number, field: TableField): PastedCell[] | null {
  const names = nameColumn(block, field);
  if (names === null) return null;
  const lines = block.map((texts) => ({ texts, name: texts[names] ?? '', named: field.rowNamed(texts[names] ?? '') }));
  const values = valueColumn(lines, names, field);
  if (values === null) return null;
  const first = lines.findIndex(({ named }) => named !== null);
  const seen = new Set<number>();
  return lines.flatMap(({ texts, name, named }, i): PastedCell[] => {
    const text = texts[values] ?? '';
    if (named === null) return isUnknown(name, text, i < first, field) ? [unknown(name, column)] : [];
    const cell = { row: named.row, column };
    if (seen.has(named.row)) return [{ ...cell, text, outcome: 'refused', problem: field.twice }];
    seen.add(named.row);
    const pasted = pasteInto(cell, text, field);
    return [named.unmarked ? { ...pasted, unmarked: name.trim() } : pasted];
  });
}

/** The column that names the most rows; the first of several. */
function nameColumn(block: Block, { rowNamed }: TableField): number | null {
  const width = block[0]?.length ?? 0;
  if (width < 2) return null;
  const found = Array.from(
    { length: width },
    (_, column) => block.filter((texts) => rowNamed(texts[column] ?? '') !== null).length,
  );
  const most = Math.max(...found);
  return most === 0 ? null : found.indexOf(most);
}

interface Line {
  readonly texts: readonly string[];
  readonly named: NamedRow | null;
}

function valueColumn(lines: readonly Line[], names: number, field: TableField): number | null {
  const first = lines.findIndex(({ named }) => named !== null);
  const known = lines.filter(({ named }) => named !== null);
  const width = lines[0]?.texts.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    figures: known.filter(({ texts }) => field.isFigure(texts[column] ?? '')).length,
    // A title over the whole table stands alone in its row: it is the header of nothing.
    heading: Math.max(
      0,
      ...lines
        .slice(0, first)
        .filter(({ texts }) => texts.filter((text) => text.trim() !== '').length > 1)
        .map(({ texts }) => field.heading(texts[column] ?? '')),
    ),
  })).filter(({ column }) => column !== names);
  const best = Math.max(0, ...columns.map(({ heading }) => heading));
  if (best > 0) return columns.findLast(({ heading }) => heading === best)?.column ?? null;
  const after = columns.filter(({ column }) => column > names);
  const full = after.findLast(({ figures }) => figures * 2 >= known.length);
  return (full ?? after.findLast(({ figures }) => figures > 0) ?? after.at(-1))?.column ?? null;
}

/** Whether a line without a known name holds something that would be lost unseen. */
function isUnknown(name: string, text: string, isAbove: boolean, { isFigure }: TableField): boolean {
  if (name.trim() === '' || text.trim() === '' || isFigure(name)) return false;
  return isFigure(text) || !isAbove;
}

function unknown(name: string, column: number): PastedCell {
  return { row: -1, column, text: name, outcome: 'unknown' };
}
