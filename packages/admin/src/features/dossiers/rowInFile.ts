import { t } from '../../i18n/i18n.ts';
import { bodyTypeOf } from './bodyType.ts';
import './importTexts.ts';

const isTable = (fileName: string | null): boolean => bodyTypeOf(fileName ?? '')?.type === 'text/csv';

/** The number of a row as a spreadsheet shows it: the server counts rows of data, a table has its titles above them. */
export function rowNumber(row: number, fileName: string | null): number {
  return isTable(fileName) ? row + 1 : row;
}

/** Where a row stands: `dòng 5 trong tệp` of a table, else `dòng 4`. */
export function rowText(row: number, fileName: string | null): string {
  return t(isTable(fileName) ? 'imports.rowInFile' : 'imports.rowN', { n: String(rowNumber(row, fileName)) });
}

/** A note that begins with the number of its row (`4: 2.000815: MINISTRY`), numbered as the file is. */
export function noteInFile(note: string, fileName: string | null): string {
  return note.replace(/^\d+(?=:)/, (row) => String(rowNumber(Number(row), fileName)));
}
