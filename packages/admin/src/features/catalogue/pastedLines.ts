import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { ServiceLevel } from '@chi-tieu/shared/generated/graphql';
import { readTsv } from '../../ui/grid/tsv.ts';
import type { ToldProcedure } from './announced.ts';
import { TIERS, type Tier } from './levels.ts';
import { isForce, type LineAction } from './lineActions.ts';
import {
  actionIn,
  headerRole,
  levelIn,
  roleMeant,
  roleOf,
  successorIn,
  tiersIn,
  type CellRole,
  type ColumnRole,
} from './lineWords.ts';
import { sectionAction } from './sectionWords.ts';

/** The cells of a pasted line that say something which could not be read, by what they are about. */
export type Unread = Readonly<Partial<Record<CellRole, string>>>;

/**
 * What one line of a decision does. `procedure` is what stood for the code, as typed; a level is null where none is wanted, and a tier
 * `''` where the line is about no list. What could not be read is `''`, and its cell is in `unread`.
 */
export interface AmendmentLine {
  readonly procedure: string;
  readonly action: LineAction | '';
  readonly tier: Tier | '';
  readonly level: ServiceLevel | '' | null;
  /** The page or annex, where a column of that title tells it, else the default. */
  readonly locator?: string;
  /** What a column of that title names: a unit's code or name, as typed. */
  readonly unit?: string;
  /** Of REPLACED: the code that takes its place, as typed. */
  readonly successor?: string;
  /** What the row says of the procedure itself. */
  readonly told?: ToldProcedure;
  readonly unread?: Unread;
}

/** What a pasted line takes where its row does not say it. */
export interface LineDefaults {
  readonly action: LineAction;
  readonly tier: Tier;
  readonly level: ServiceLevel | null;
  readonly locator?: string;
  readonly field?: string;
}

/** A pasted table: its lines, and the rows (their text, cells by `·`) that say nothing which belongs to a line. */
export interface PastedTable {
  readonly lines: readonly AmendmentLine[];
  readonly leftOut: readonly string[];
}

type Row = readonly string[];
/** What a column holds, by its place; what is not told is free text. */
type Columns = ReadonlyMap<number, ColumnRole>;
/** Columns whose cells are taken as they are. */
const FREE: readonly (ColumnRole | undefined)[] = ['locator', 'unit', 'successor', 'name', 'field'];

/**
 * Reads a table pasted from Excel or Word (tab-separated, a row a line) as lines of a decision. Columns may stand in any
 * order: the code is recognised by its form, tier, level and action by their words; several tiers in a cell give a line
 * each. A title of a part (`III. Thủ tục hành chính bị bãi bỏ`) says what the lines under it do. Only an empty or missing cell takes the default: what cannot be read, a code too, is left to be mended in the line.
 * A row of known titles is left out silently.
 */
export function pastedLines(text: string, defaults: LineDefaults): PastedTable {
  const rows = readTsv(text.normalize('NFC'))
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const body = rows.filter((cells) => !isHeader(cells));
  const columns = columnsOf(rows.find(isHeader), body);
  const [lines, leftOut]: [AmendmentLine[], string[]] = [[], []];
  let section: LineAction | null = null;
  let field: string | null = null;
  for (const cells of body) {
    const begun = sectionOf(cells);
    section = begun ?? section;
    field = begun ? null : (fieldOf(cells) ?? field);
    const found = begun
      ? []
      : linesOfRow(cells, columns, {
          ...defaults,
          action: section ?? defaults.action,
          ...(field === null ? {} : { field }),
        });
    lines.push(...found);
    if (!begun && found.length === 0) leftOut.push(cells.filter(Boolean).join(' · '));
  }
  return { lines, leftOut };
}

/** What the lines under a row do, where it is the title of a part: words alone, maybe with their number before them. */
function sectionOf(cells: Row): LineAction | null {
  const said = cells.filter(Boolean);
  if (said.length > 2 || said.some((cell) => nationalCode(cell) !== null)) return null;
  return sectionAction(said.join(' '));
}

function isHeader(cells: Row): boolean {
  return cells.every((cell) => cell === '' || headerRole(cell) !== null);
}

/** What the columns hold: by their titles, else by what at least half of their cells say. */
function columnsOf(header: Row | undefined, body: readonly Row[]): Columns {
  const columns = new Map<number, ColumnRole>();
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
  const said = cells.map((cell, i) =>
    i === at || FREE.includes(columns.get(i)) || (i < at && isNumber(cell)) ? '' : cell,
  );
  const inColumn = (role: ColumnRole): string => cells.find((cell, i) => columns.get(i) === role && cell !== '') ?? '';
  const place = inColumn('locator') || (defaults.locator?.trim() ?? '');
  const told = toldIn(inColumn('name') || nameIn(said, columns), inColumn('field') || (defaults.field ?? ''));
  const line = { procedure: nationalCode(typed) ?? typed, ...(place ? { locator: place } : {}), ...told };
  const action = actionOf(said, columns, defaults);
  if (action === '' || !isForce(action))
    return listLines(line, { said, columns, defaults, action, unit: inColumn('unit') });
  const other = successorOf(inColumn('successor'), said);
  const successor = action === 'REPLACED' && other ? { successor: other } : {};
  return [{ ...line, ...withTiers(told, said), action, tier: '', level: null, ...successor }];
}

const toldIn = (name: string, field: string): Pick<AmendmentLine, 'told'> =>
  name === '' ? {} : { told: { name, ...(field ? { field } : {}) } };

/** With the tiers that a row names, where its line about being in force has no place for them. */
function withTiers({ told }: Pick<AmendmentLine, 'told'>, said: Row): Pick<AmendmentLine, 'told'> {
  const named = said.filter(Boolean).flatMap(tiersIn);
  const tiers = TIERS.filter((tier) => named.includes(tier));
  return told ? { told: { ...told, ...(tiers.length > 0 ? { tiers } : {}) } } : {};
}

/** Where no column is titled so, the longest cell of several words that means nothing else. */
function nameIn(said: Row, columns: Columns): string {
  if ([...columns.values()].includes('name')) return '';
  const free = said.filter((cell, i) => !columns.has(i) && isWords(cell) && roleOf(cell) === null && !roleMeant(cell));
  return free.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

const isWords = (cell: string): boolean => /\p{L}{2,}\s+\p{L}{2,}/u.test(cell);

/** The field that a title of a part names: `I. LĨNH VỰC HỘ TỊCH`. */
function fieldOf(cells: Row): string | null {
  const named = /^(?:(?:[IVX]+|\d+|[A-H])[.)]?\s+)?lĩnh vực:?\s+(.+)$/iu.exec(cells.filter(Boolean).join(' '))?.[1];
  return named === undefined ? null : sentenceCase(named);
}

/** Capitals of a title as they are written in a text: `HỘ TỊCH` as `Hộ tịch`. */
function sentenceCase(text: string): string {
  if (text !== text.toLocaleUpperCase('vi')) return text;
  return text.slice(0, 1) + text.slice(1).toLocaleLowerCase('vi');
}

/** What a row does: by its own words, else the default. Where a level stands beside it, `bãi bỏ` is said of the list. */
function actionOf(said: Row, columns: Columns, defaults: LineDefaults): LineAction | '' {
  const action = find(said, actionIn);
  const saysLevel = said.some((cell) => levelIn(cell) !== null || roleMeant(cell) === 'level');
  if (action === 'REPEALED' && saysLevel) return 'REMOVE';
  return action ?? (unreadIn(said, columns, { action: false, level: true, tier: true }).action ? '' : defaults.action);
}

/** The code that takes a procedure's place: its column's, else what stands behind the words. */
function successorOf(cell: string, said: Row): string | null {
  return cell ? (nationalCode(cell) ?? cell) : find(said, successorIn);
}

function find<T>(said: Row, read: (cell: string) => T | null): T | null {
  return (
    said
      .filter(Boolean)
      .map(read)
      .find((one) => one !== null) ?? null
  );
}

interface ListRow {
  said: Row;
  columns: Columns;
  defaults: LineDefaults;
  action: AmendmentLine['action'];
  unit: string;
}

/** The lines about the list that a row makes: one for each tier that it names. */
function listLines(
  about: Pick<AmendmentLine, 'procedure' | 'locator' | 'told'>,
  { said, columns, defaults, action, unit }: ListRow,
): AmendmentLine[] {
  // A column of units may say tiers: `UBND cấp xã`.
  const ofUnits = tiersIn(unit);
  const named = [...said.filter(Boolean).flatMap(tiersIn), ...ofUnits];
  const readLevel = find(said, levelIn);
  const unread = unreadIn(said, columns, {
    action: find(said, actionIn) !== null,
    level: readLevel !== null || action === 'REMOVE',
    tier: named.length > 0,
  });
  const level = action === 'REMOVE' ? null : (readLevel ?? ('level' in unread ? '' : defaults.level));
  const line: Omit<AmendmentLine, 'tier'> = {
    ...about,
    action,
    level,
    ...(unit && ofUnits.length === 0 ? { unit } : {}),
    ...(Object.keys(unread).length > 0 ? { unread } : {}),
  };
  const tiers = TIERS.filter((tier) => named.includes(tier));
  if (tiers.length > 0) return tiers.map((tier) => ({ ...line, tier }));
  return [{ ...line, tier: 'tier' in unread ? '' : defaults.tier }];
}

/** The cells that say what was not found elsewhere in the row, in words that are not known. */
function unreadIn(said: Row, columns: Columns, found: Readonly<Record<CellRole, boolean>>): Unread {
  const unread: Partial<Record<CellRole, string>> = {};
  said.forEach((cell, i) => {
    if (cell === '' || roleOf(cell) !== null) return;
    const column = columns.get(i);
    const role = column === 'tier' || column === 'level' || column === 'action' ? column : roleMeant(cell);
    if (role !== null && !found[role] && !(role in unread)) unread[role] = cell;
  });
  return unread;
}
