import { EMPTY, type Cell, type CellKind } from '@chi-tieu/shared/domain/import/cell';
import { holdsCitizenNumber } from '@chi-tieu/shared/domain/citizen-number';

/** A cell as it is stored: a text alone as itself, anything else with what it is. */
export type PackedCell = string | { t: string; k?: Exclude<CellKind, 'TEXT'>; f?: 1; m?: 1 };

/** So many digits has the shortest number of a citizen. */
const FEWEST_DIGITS = 9;

/** Cells to be stored: of what looks like the number of a citizen nothing is kept but that it was there. */
export function packCells(cells: readonly Cell[]): PackedCell[] {
  return cells.map((cell) => {
    const { text, kind, isFormula, isMerged } =
      cell.kind !== 'DATE' && tellsCitizen(cell.text) ? ({ text: '', kind: 'HIDDEN' } as Cell) : cell;
    if (kind === 'TEXT' && !isFormula && !isMerged) return text;
    return { t: text, ...(kind !== 'TEXT' && { k: kind }), ...(isFormula && { f: 1 }), ...(isMerged && { m: 1 }) };
  });
}

/** Numbers of standards, as titles of procedures name them: ISO/IEC 17025: 2007. */
const STANDARD = /\b(?:ISO|IEC|TCVN|QCVN)(?:[\s/]*(?:ISO|IEC))?[\s-]*\d{1,6}(?:\s*[-:]\s*\d{1,4})*/gi;

/** Whether a text holds what looks like the number of a citizen; numbers of standards are none. */
export function tellsCitizen(text: string): boolean {
  if (text.length < FEWEST_DIGITS || text.replace(/\D/g, '').length < FEWEST_DIGITS) return false;
  return holdsCitizenNumber(text.replace(STANDARD, 'x'));
}

export function unpackCells(packed: readonly PackedCell[]): Cell[] {
  return packed.map((cell) => {
    if (cell === '') return EMPTY;
    if (typeof cell === 'string') return { text: cell, kind: 'TEXT' };
    return {
      text: cell.t,
      kind: cell.k ?? 'TEXT',
      ...(cell.f && { isFormula: true as const }),
      ...(cell.m && { isMerged: true as const }),
    };
  });
}
