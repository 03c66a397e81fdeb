import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { ServiceLevel, ServiceListAction } from '@chi-tieu/shared/generated/graphql';
import { readTsv } from '../../ui/grid/tsv.ts';
import { TIERS, type Tier } from './levels.ts';
import { actionIn, headerRole, levelIn, roleMeant, roleOf, tiersIn, type CellRole } from './lineWords.ts';

/** The cells of a pasted line that say something which could not be read, by what they are about. */
export type Unread = Readonly<Partial<Record<CellRole, string>>>;

/**
 * What one line of a decision does to a list. `procedure` is what stood for the code, as typed; a level is null where none is
 * wanted. What could not be read is `''`, and its cell is in `unread`.
 */
export interface AmendmentLine {
  readonly procedure: string;
  readonly action: ServiceListAction | '';
  readonly tier: Tier | '';
  readonly level: ServiceLevel | '' | null;
  /** The page or annex, where a column of that title tells it, else the default. */
  readonly locator?: string;
  readonly unread?: Unread;
}

/** What a pasted line takes where its row does not say it. */
export interface LineDefaults {
  readonly action: ServiceListAction;
  readonly tier: Tier;
  readonly level: ServiceLevel | null;
  readonly locator?: string;
}

/** A pasted table: its lines, and the rows (their text, cells by `·`) that say nothing which belongs to a line. */
export interface PastedTable {
  readonly lines: readonly AmendmentLine[];
  readonly leftOut: readonly string[];
}

type Row = readonly string[];
/** What a column holds, by its place; what is not told is free text. */
type Columns = ReadonlyMap<number, CellRole | 'code' | 'locator'>;

/**
 * Reads a table pasted from Excel or Word (tab-separated, a row a line) as lines of a decision. Columns may stand in any
 * order: the code is recognised by its form, tier, level and action by their words; several tiers in a cell give a line
 * each. Only an empty or missing cell takes the default: what cannot be read, a code too, is left to be mended in the line.
 * A row of known titles is left out silently.
 */
export function pastedLines(text: string, defaults: LineDefaults): PastedTable {
  const rows = readTsv(text.normalize('NFC'))
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const body = rows.filter((cells) => !isHeader(cells));
  const columns = columnsOf(rows.find(isHeader), body);
  const read = body.map((cells) => ({ cells, lines: linesOfRow(cells, columns, defaults) }));
  const withoutLine = read.filter(({ lines }) => lines.length === 0);
  return {
    lines: read.flatMap(({ lines }) => lines),
    leftOut: withoutLine.map(({ cells }) => cells.filter(Boolean).join(' · ')),
  };
}

function isHeader(cells: Row): boolean {
  return cells.every((cell) => cell === '' || headerRole(cell) !== null);
}

/** What the columns hold: by their titles, else by what at least half of their cells say. */
function columnsOf(header: Row | undefined, body: readonly Row[]): Columns {
  const columns = new Map<number, CellRole | 'code' | 'locator'>();
  const width = Math.max(0, ...body.map((cells) => cells.length));
  for (let i = 0; i < width; i++) {
    const title = headerRole(header?.[i] ?? '');
    const role = title ?? roleOfMost(body.map((cells) => cells[i] ?? '').filter(Boolean));
    if (role !== null && role !== 'other') columns.set(i, role);
  }
  return columns;
}

function roleOfMost(cells: readonly string[]): CellRole | 'code' | null {
  const roles = cells.map((cell) => (nationalCode(cell) === null ? roleOf(cell) : 'code'));
  const isMost = (role: CellRole | 'code'): boolean => roles.filter((one) => one === role).length * 2 >= roles.length;
  return roles.length > 0 ? ((['code', 'tier', 'level', 'action'] as const).find(isMost) ?? null) : null;
}

/** A bare number: before the code it counts the rows, after it it may be a level. */
const isNumber = (cell: string): boolean => /^\d+\.?$/.test(cell);
/** What was meant as a code: `2.00815`, `2,000815`, `2.000.815`. */
const isCodeLike = (cell: string): boolean => /^\d{1,2}\s?[.,]\s?\d{3}/.test(cell);

/** Where the procedure stands in a row: its code, what was meant as one, else what a line about something begins with. */
function placeOfProcedure(cells: Row, columns: Columns): number {
  const known = cells.findIndex((cell) => nationalCode(cell) !== null);
  if (known >= 0) return known;
  const meant = cells.findIndex((cell, i) => cell !== '' && (columns.get(i) === 'code' || isCodeLike(cell)));
  if (meant >= 0) return meant;
  const isAboutList = cells.some((cell) => !isNumber(cell) && (roleOf(cell) ?? roleMeant(cell)) !== null);
  return isAboutList ? cells.findIndex((cell) => cell !== '' && !isNumber(cell) && roleOf(cell) === null) : -1;
}

function linesOfRow(cells: Row, columns: Columns, defaults: LineDefaults): AmendmentLine[] {
  const at = placeOfProcedure(cells, columns);
  const typed = cells[at];
  if (typed === undefined) return [];
  const procedure = nationalCode(typed) ?? typed;
  const place = cells.find((cell, i) => columns.get(i) === 'locator' && cell !== '') ?? defaults.locator?.trim();
  const said = cells.map((cell, i) =>
    i === at || columns.get(i) === 'locator' || (i < at && isNumber(cell)) ? '' : cell,
  );
  const find = <T>(read: (cell: string) => T | null): T | null =>
    said
      .filter(Boolean)
      .map(read)
      .find((one) => one !== null) ?? null;
  const [readAction, readLevel] = [find(actionIn), find(levelIn)];
  const named = said.filter(Boolean).flatMap(tiersIn);
  const unread = unreadIn(said, columns, {
    action: readAction !== null,
    level: readLevel !== null || readAction === 'REMOVE',
    tier: named.length > 0,
  });
  const action = readAction ?? ('action' in unread ? '' : defaults.action);
  const level = action === 'REMOVE' ? null : (readLevel ?? ('level' in unread ? '' : defaults.level));
  const tiers = TIERS.filter((tier) => named.includes(tier));
  const line: Omit<AmendmentLine, 'tier'> = {
    procedure,
    action,
    level,
    ...(place ? { locator: place } : {}),
    ...(Object.keys(unread).length > 0 ? { unread } : {}),
  };
  if (tiers.length > 0) return tiers.map((tier) => ({ ...line, tier }));
  return [{ ...line, tier: 'tier' in unread ? '' : defaults.tier }];
}

/** The cells that say what was not found elsewhere in the row, in words that are not known. */
function unreadIn(said: Row, columns: Columns, found: Readonly<Record<CellRole, boolean>>): Unread {
  const unread: Partial<Record<CellRole, string>> = {};
  said.forEach((cell, i) => {
    if (cell === '' || roleOf(cell) !== null) return;
    const column = columns.get(i);
    const role = column === undefined || column === 'code' || column === 'locator' ? roleMeant(cell) : column;
    if (role !== null && !found[role] && !(role in unread)) unread[role] = cell;
  });
  return unread;
}
