/** Why a row was not taken. What people read about it is the server's text for the code. */
export type ProblemCode =
  | 'MISSING'
  | 'MALFORMED'
  | 'NO_SUCH_TIME'
  | 'UNKNOWN_CHANNEL'
  | 'UNKNOWN_STATUS'
  | 'FINISH_BEFORE_RECEPTION'
  | 'HAS_NUL'
  | 'TOO_LONG'
  | 'NOT_AN_OBJECT'
  | 'UNREADABLE_LINE'
  | 'ROW_TOO_LARGE'
  | 'OTHER_COLUMNS'
  | 'UNKNOWN_UNIT'
  | 'UNKNOWN_PROCEDURE'
  | 'BEYOND_REACH'
  | 'TOO_MANY_WAIT'
  | 'NOT_YET'
  | 'UNKNOWN_TIER'
  | 'TIERS_DISAGREE'
  | 'ENDS_BEFORE_START';

/** The part of a row that may be kept, as text by field name. */
export type KeptFields = Record<string, string>;

/** A row of an import: a JSON object or a record of a table. */
export type Row = Readonly<Record<string, unknown>>;

/** The longest text that a field may hold, in UTF-16 code units. */
export const LONGEST_FIELD = 10_000;
/** What is left of the texts of a row that cannot be stored as it came. */
export const LONGEST_REMNANT = 200;

/**
 * Stands where a row is kept for a value that is there but cannot be kept as it came. No field takes it for a value: a row that
 * was bad for such a value is bad when it is read again.
 */
export const UNREADABLE = '\u{fffd}';

const NUL = '\0';
const SUSPECT = /[\0\ud800-\udfff]/;
const ALL_NUL = /\0/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const PLAIN_NAME = /^[A-Za-z]\w{0,63}$/;

/** Whether something is a JSON object: the only thing that can be a row. */
export function isRow(raw: unknown): raw is Row {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/**
 * The first field of a row whose text cannot be stored: it holds NUL, or more than 10,000 characters. All fields count, also
 * those that are never kept. A field's name that is not a plain word may itself be personal data and is told as ''.
 */
export function findUnfitField(row: Row): { field: string; problem: 'HAS_NUL' | 'TOO_LONG' } | null {
  for (const name in row) {
    const value = row[name];
    if (typeof value !== 'string') continue;
    const problem = value.length > LONGEST_FIELD ? 'TOO_LONG' : value.includes(NUL) ? 'HAS_NUL' : null;
    if (problem !== null) return { field: PLAIN_NAME.test(name) ? name : '', problem };
  }
  return null;
}

/** A text as PostgreSQL and JSON take it: without NUL and halves of surrogate pairs, cut to a length. */
export function storableText(text: string, longest: number = LONGEST_FIELD): string {
  const cut = text.length > longest ? text.slice(0, longest) : text;
  if (!SUSPECT.test(cut)) return cut;
  return cut.replace(ALL_NUL, '').replace(LONE_SURROGATE, '\u{fffd}');
}
