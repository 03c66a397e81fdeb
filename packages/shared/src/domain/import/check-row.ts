import { dayOfNumber, type Day } from '../days.ts';
import { fold } from '../fold.ts';
import { nationalCode } from '../procedure-code.ts';
import { LONGEST_NAME, type ProcedureFields } from '../procedure-row.ts';
import { storableText } from '../row-problem.ts';
import { readDay } from '../vietnamese-format.ts';
import { LONGEST_CELL, type Cell } from './cell.ts';
import type { ImportField } from './fields.ts';
import { likelyCode } from './likely-code.ts';
import { readWorkingDays } from './read-working-days.ts';
import { blocks, type ImportProblem } from './problem.ts';
import { readTiers } from './read-tiers.ts';

/** The cells of a row by the field that their column was matched with; a field without a column tells nothing. */
export type FieldCells = Readonly<Partial<Record<ImportField, Cell>>>;

/** What one row says, and everything that is to be said about it; `procedure` is null where something keeps it out. */
export interface CheckedRow {
  procedure: ProcedureFields | null;
  /** The national part, also where another cell keeps the row out. */
  code: string | null;
  problems: ImportProblem[];
}

/** The longest name that is usual. */
const LONG_NAME = 500;
/** Services with offices of their own in communes: their procedures there are none of the commune's. */
const LOCAL_SERVICES = new Set(['hai quan', 'thue']);

/** Reads one row by itself: every problem of every cell, not only the first. */
export function checkRow(cells: FieldCells): CheckedRow {
  const problems: ImportProblem[] = [];
  const tell = (code: ImportProblem['code'], field: ImportField | null, more: Partial<ImportProblem> = {}) =>
    problems.push({ code, field, ...more });
  for (const [field, cell] of entries(cells)) noteCell(field, cell, tell);
  const code = readCode(cells.CODE, tell);
  const name = readText('NAME', cells.NAME, tell);
  if (name === null) tell('MISSING', 'NAME');
  const field = readText('FIELD', cells.FIELD, tell);
  const tiers = readTierCell(cells.TIERS, tell);
  const from = readDayCell('IN_FORCE_FROM', cells.IN_FORCE_FROM, tell);
  const to = readDayCell('IN_FORCE_TO', cells.IN_FORCE_TO, tell);
  if (from && to && to < from) tell('ENDS_BEFORE_START', 'IN_FORCE_TO');
  if (name && name.length > LONG_NAME && name.length <= LONGEST_NAME)
    tell('LONG_NAME', 'NAME', { params: { length: name.length } });
  const details = readDetails(cells, tell);
  if (field && tiers?.tiers?.includes('COMMUNE') && LOCAL_SERVICES.has(fold(field))) tell('LOCAL_OFFICE', 'TIERS');
  const isGood = !problems.some(blocks) && code !== null && name;
  const procedure: ProcedureFields | null = isGood
    ? {
        code,
        name,
        droppedTiers: tiers?.droppedTiers ?? [],
        ...(field === undefined ? {} : { field }),
        ...(tiers?.tiers && { tiers: tiers.tiers }),
        ...(from === undefined ? {} : { inForceFrom: from }),
        ...(to === undefined ? {} : { inForceTo: to }),
        ...details,
      }
    : null;
  return { procedure, code, problems };
}

type Tell = (code: ImportProblem['code'], field: ImportField | null, more?: Partial<ImportProblem>) => void;

function entries(cells: FieldCells): [ImportField, Cell][] {
  return Object.entries(cells) as [ImportField, Cell][];
}

/** What holds for every cell, whatever it is for. */
function noteCell(field: ImportField, { text, kind, isFormula, isMerged }: Cell, tell: Tell): void {
  if (kind === 'ERROR') tell('ERROR_CELL', field);
  if (kind === 'HIDDEN') tell('HIDDEN', field);
  if (text.includes('\0')) tell('BAD_CHARACTER', field);
  if (isFormula && kind !== 'ERROR') tell('FORMULA', field);
  if (isMerged && text.trim() !== '') tell('MERGED', field);
}

/** A text composed, trimmed and with single blanks; null where there is none, undefined where nothing is told. */
function plain(cell: Cell | undefined): string | null | undefined {
  if (cell === undefined || cell.kind === 'ABSENT') return undefined;
  // Said already what is wrong with it.
  if (cell.kind === 'ERROR' || cell.kind === 'HIDDEN') return undefined;
  return storableText(cell.text, cell.text.length).normalize('NFC').replace(/\s+/g, ' ').trim() || null;
}

type Details = Pick<ProcedureFields, 'authority' | 'processingDays' | 'legalBases' | 'fees' | 'conditions'>;

/** What a procedure says besides; what no column tells is not there. */
function readDetails(cells: FieldCells, tell: Tell): Details {
  const authority = readText('AUTHORITY', cells.AUTHORITY, tell);
  const processingDays = readDaysCell(cells.PROCESSING_DAYS, tell);
  const legalBases = readLegalBases(cells.LEGAL_BASES, tell);
  const fees = readLines('FEES', cells.FEES, tell);
  const conditions = readLines('CONDITIONS', cells.CONDITIONS, tell);
  return {
    ...(authority === undefined ? {} : { authority }),
    ...(processingDays === undefined ? {} : { processingDays }),
    ...(legalBases === undefined ? {} : { legalBases }),
    ...(fees === undefined ? {} : { fees }),
    ...(conditions === undefined ? {} : { conditions }),
  };
}

function readDaysCell(cell: Cell | undefined, tell: Tell): number | null | undefined {
  const text = plain(cell);
  if (!text) return text === undefined ? undefined : null;
  const days = cell?.kind === 'DATE' ? null : readWorkingDays(text);
  if (typeof days === 'number') return days;
  tell('BAD_DAYS', 'PROCESSING_DAYS', days === null ? {} : { suggestion: days.suggestion });
  return undefined;
}

/** A text of several lines, each trimmed and with single blanks. */
function readLines(field: ImportField, cell: Cell | undefined, tell: Tell): string | null | undefined {
  if (plain(cell) === undefined || cell === undefined) return undefined;
  const lines = storableText(cell.text, cell.text.length).normalize('NFC').split(/\r?\n/);
  const text = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim();
  if (text.length > LONGEST_CELL) tell('TOO_LONG', field, { params: { length: text.length, most: LONGEST_CELL } });
  return text || null;
}

const MOST_LEGAL_BASES = 200;

/** One on each line, or between semicolons; signs of a list before them are left. */
function readLegalBases(cell: Cell | undefined, tell: Tell): string[] | undefined {
  const text = readLines('LEGAL_BASES', cell, tell);
  if (text === undefined) return undefined;
  const bases = (text ?? '').split(/[\n;]/).map((base) => base.replace(/^\s*[-–•+*]\s*/, '').trim());
  const named = [...new Set(bases)].filter((base) => base !== '');
  const longest = Math.max(0, ...named.map(({ length }) => length));
  if (longest > LONGEST_NAME) tell('TOO_LONG', 'LEGAL_BASES', { params: { length: longest, most: LONGEST_NAME } });
  if (named.length > MOST_LEGAL_BASES)
    tell('TOO_MANY', 'LEGAL_BASES', { params: { count: named.length, most: MOST_LEGAL_BASES } });
  return named;
}

function readText(field: ImportField, cell: Cell | undefined, tell: Tell): string | null | undefined {
  const text = plain(cell);
  if (text && text.length > LONGEST_NAME)
    tell('TOO_LONG', field, { params: { length: text.length, most: LONGEST_NAME } });
  // A name that no column tells is missing as well.
  return text === undefined && field === 'NAME' && cell?.kind !== 'ERROR' && cell?.kind !== 'HIDDEN' ? null : text;
}

function readCode(cell: Cell | undefined, tell: Tell): string | null {
  const text = plain(cell);
  if (!text) {
    if (text === null || cell === undefined || cell.kind === 'ABSENT') tell('MISSING', 'CODE');
    return null;
  }
  const { code, isFromNumber } = codeOf(text, cell?.kind === 'NUMBER');
  if (code === null) {
    const suggestion = likelyCode(text);
    tell('BAD_CODE', 'CODE', suggestion === null ? {} : { suggestion });
    const looksInternal = /^[56]\./.test(text);
    if (looksInternal) tell('INTERNAL_CODE', 'CODE');
    return null;
  }
  if (isFromNumber) tell('CODE_FROM_NUMBER', 'CODE', { params: { code } });
  else if (text !== code) tell('SUFFIX', 'CODE', { params: { code } });
  if (/^[56]/.test(code)) tell('INTERNAL_CODE', 'CODE');
  return code;
}

/** A spreadsheet that takes `1.000010` for a number holds 1.00001: the zeros at its end come back. */
function codeOf(text: string, isNumber: boolean): { code: string | null; isFromNumber: boolean } {
  if (isNumber && /^[1-6](\.\d{1,6})?$/.test(text)) {
    const [whole, part = ''] = text.split('.');
    return { code: nationalCode(`${whole}.${part.padEnd(6, '0')}`), isFromNumber: part.length < 6 };
  }
  return { code: nationalCode(text), isFromNumber: false };
}

function readTierCell(
  cell: Cell | undefined,
  tell: Tell,
): Partial<Pick<ProcedureFields, 'tiers' | 'droppedTiers'>> | null {
  const text = plain(cell);
  if (text === undefined) return null;
  const tiers = readTiers(text ?? '');
  if (tiers === null) tell('UNKNOWN_TIER', 'TIERS');
  else if (tiers.droppedTiers.includes('MINISTRY')) tell('MINISTRY', 'TIERS');
  else if (tiers.tiers.length === 0) tell('NO_TIER', 'TIERS');
  return tiers;
}

const SERIAL_OF_1970 = 25_569;
const LAST_SERIAL = 109_575;
/** Before it lies a 29 February 1900 that never was. */
const FIRST_SERIAL = 61;
const DAY_SHAPE = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{8})$/;

function readDayCell(field: ImportField, cell: Cell | undefined, tell: Tell): Day | null | undefined {
  const text = plain(cell);
  if (!text) return text;
  if (cell?.kind === 'DATE') return readDay(text.slice(0, 10));
  if (/^\d{4,6}$/.test(text)) {
    const serial = Number(text);
    if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL && text.length > 4) {
      const day = dayOfNumber(serial - SERIAL_OF_1970);
      tell('DAY_FROM_NUMBER', field, { params: { day } });
      return day;
    }
  }
  const day = readDay(/^\d{7}$/.test(text) && cell?.kind === 'NUMBER' ? `0${text}` : text);
  if (day !== null) return day;
  tell(DAY_SHAPE.test(text) ? 'NO_SUCH_DAY' : 'BAD_DAY', field);
  return undefined;
}
