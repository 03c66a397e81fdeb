import { isDay } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { Params } from './conditions.ts';

/** What the table can be sorted by. */
export const SORTS = [
  'CODE',
  'NAME',
  'FIELD',
  'AUTHORITY',
  'TIERS',
  'PROCESSING_DAYS',
  'IN_FORCE_FROM',
  'IN_FORCE_TO',
  'LEVEL',
  'VERSION',
  'CHANGED_AT',
] as const;
export type SortColumn = (typeof SORTS)[number];

/** Without one: what fits the words best, then the order of the codes. */
export interface ProcedureSort {
  by: SortColumn;
  descending?: boolean | null | undefined;
}

/** Where a page ends: how it was sorted (null: by rank), the value there as text, and the code. */
export type ProcedureKey = [sort: string | null, value: string | null, code: string];

interface Key {
  /** What is sorted by, of procedure `p` and its text `v`. */
  sql: string;
  /** The type as which a value of the cursor is read. */
  type: string;
  collated?: boolean;
  isNeverNull?: boolean;
  /** What the statement joins for it, each procedure once; `day` is the expression of the day. */
  join?: (day: string) => string;
}

const text = (column: string): Key => ({ sql: column, type: 'text', collated: true });
const plain = (sql: string, type: string): Key => ({ sql, type });
const always = (key: Key): Key => ({ ...key, isNeverNull: true });
const ofPeriod = (sql: string): Key => ({
  sql,
  type: 'date',
  join: (day) => `left join (
    select distinct on (procedure_id) procedure_id, valid from procedure_period where superseded_by is null
     order by procedure_id, valid @> ${day} desc, lower(valid) desc nulls last) k on k.procedure_id = p.id`,
});

const KEYS: Readonly<Record<SortColumn, Key>> = {
  CODE: always(plain('p.code', 'text')),
  NAME: always(text('v.name')),
  FIELD: text('v.field'),
  AUTHORITY: text('v.authority'),
  TIERS: plain(`nullif(v.tiers, '{}')`, 'tier[]'),
  PROCESSING_DAYS: plain('v.processing_days', 'numeric'),
  IN_FORCE_FROM: ofPeriod('lower(k.valid)'),
  IN_FORCE_TO: ofPeriod('(upper(k.valid) - 1)'),
  LEVEL: {
    sql: 'k.level',
    type: 'service_level',
    join: (day) => `left join (
      select procedure_id, max(level) as level from service_list_entry where superseded_by is null and valid @> ${day}
       group by procedure_id) k on k.procedure_id = p.id`,
  },
  VERSION: always(plain('p.version', 'int')),
  // Not the column itself: most moments are about something else than the catalogue, and would be walked in vain.
  CHANGED_AT: {
    sql: `(k.at + interval '0')`,
    type: 'timestamptz',
    join: () => `left join procedure_revision r on r.procedure_id = p.id and r.version = p.version
      left join moment k on k.id = r.moment_id`,
  },
};

/** How a list is sorted, as it stands in its cursors. */
export function sortWord(sort: ProcedureSort | null): string | null {
  return sort && (sort.descending ? `-${sort.by}` : sort.by);
}

/** Whether something is a cursor's key; what its value means is only known to the sort it names. */
export function isProcedureKey(key: unknown): key is ProcedureKey {
  const [sort, value, code, ...more] = Array.isArray(key) ? (key as unknown[]) : [];
  const isSort = sort === null || (typeof sort === 'string' && SORTS.some((name) => sort.replace(/^-/, '') === name));
  if (!isSort) return false;
  const isValue = value === null || (typeof value === 'string' && isReadable(sort, value));
  return isValue && typeof code === 'string' && nationalCode(code) === code && more.length === 0;
}

/** Whether a value can be read as what its sort compares: a cursor that somebody made up is refused before the database sees it. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'tier[]': /^\{(PROVINCE|DISTRICT|COMMUNE)(,(PROVINCE|DISTRICT|COMMUNE))*\}$/,
  service_level: /^(LEVEL_[1-4]|PARTIAL|FULL)$/,
  numeric: /^\d{1,5}(\.\d)?$/,
  int: /^\d{1,9}$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  timestamptz: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/,
  text: /^[^\0]*$/s,
};

function isReadable(sort: unknown, value: string): boolean {
  if (typeof sort !== 'string') return /^[012]$/.test(value);
  const type = KEYS[sort.replace(/^-/, '') as SortColumn].type;
  const hasDay = type === 'date' || type === 'timestamptz';
  return (FORMS[type]?.test(value) ?? false) && (!hasDay || isDay(value.slice(0, 10)));
}

/** Rows that come one after the other: those of a part before those of the next, by the code where `order` says no more. */
export interface Part {
  /** What is sorted by. */
  key: string;
  /** Which rows are of the part and come after the cursor. */
  where: string;
  order: string;
}

/**
 * The pieces of a statement that sorts. What comes last whatever the direction (no value; names that only fold to the letters that
 * were typed) is a part of its own: so that each part is read in the order of an index where there is one, and the last part only
 * where those before it do not fill the page.
 */
export interface Ordering {
  parts: [Part, ...Part[]];
  /** The key as the cursor holds it, `key` being its expression. */
  shown: (key: string) => string;
  /** The order of all rows whose key is `key`. */
  order: (key: string) => string;
  join: string;
}

/** How the statement sorts; each of the `ranks` is true for what answers better than whatever is not. */
export function orderingOf(
  sort: ProcedureSort | null,
  { ranks, day }: { ranks: string[]; day: string },
  after: ProcedureKey | null,
  params: Params,
): Ordering {
  const beyondCode = after ? `p.code > ${params.add(after[2], 'text')}` : 'true';
  if (!sort) return byRank(ranks, after, beyondCode);
  const { sql: key, type, collated = false, isNeverNull = false, join } = KEYS[sort.by];
  const [direction, beyond] = sort.descending ? ['desc', '<'] : ['asc', '>'];
  const compared = (value: string) => (collated ? `${value} collate "vi-VN-x-icu"` : value);
  const given = after && after[1] !== null ? params.add(after[1], type) : null;
  const comesAfter =
    given === null
      ? 'true'
      : `${compared(key)} ${beyond}= ${given} and (${compared(key)} ${beyond} ${given} or (${key} = ${given} and ${beyondCode}))`;
  const valued = { key, where: `${key} is not null and ${comesAfter}`, order: `${compared(key)} ${direction}, p.code` };
  const without = {
    key: `null::${type}`,
    where: `${key} is null and ${given === null ? beyondCode : 'true'}`,
    order: 'p.code',
  };
  return {
    parts: isNeverNull ? [valued] : after && given === null ? [without] : [valued, without],
    shown: (value) => (type === 'timestamptz' ? utc(value) : `${value}::text`),
    order: (value) => `${compared(value)} ${direction} nulls last, p.code`,
    join: join?.(day) ?? '',
  };
}

const utc = (value: string): string => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What is of the first rank, then of those after it, then the others; where nothing was typed all alike. */
function byRank(ranks: string[], after: ProcedureKey | null, beyondCode: string): Ordering {
  const reached = Number(after?.[1] ?? 0);
  const part = (rank: number): Part => {
    const better = ranks.slice(0, rank).map((one) => `not (${one})`);
    const own = ranks[rank] === undefined ? [] : [`(${ranks[rank]})`];
    const beyond = after && rank === reached ? beyondCode : 'true';
    return { key: String(rank), where: [...better, ...own, beyond].join(' and '), order: 'p.code' };
  };
  const from = Math.min(reached, ranks.length);
  const later = ranks.slice(from).map((_, n) => part(from + 1 + n));
  return {
    parts: [part(from), ...later],
    shown: (value) => `${value}::text`,
    order: (value) => `${value}, p.code`,
    join: '',
  };
}
