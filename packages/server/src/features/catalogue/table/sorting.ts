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
  /** What the statement joins for it, each procedure once; `day` is the expression of the day. */
  join?: (day: string) => string;
}

const text = (column: string): Key => ({ sql: column, type: 'text', collated: true });
const plain = (sql: string, type: string): Key => ({ sql, type });
const ofPeriod = (sql: string): Key => ({
  sql,
  type: 'date',
  join: (day) => `left join (
    select distinct on (procedure_id) procedure_id, valid from procedure_period where superseded_by is null
     order by procedure_id, valid @> ${day} desc, lower(valid) desc nulls last) k on k.procedure_id = p.id`,
});

const KEYS: Readonly<Record<SortColumn, Key>> = {
  CODE: plain('p.code', 'text'),
  NAME: text('v.name'),
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
  VERSION: plain('p.version', 'int'),
  CHANGED_AT: {
    sql: 'k.at',
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
  const isValue = value === null || (typeof value === 'string' && isReadable(sort, value));
  return isSort && isValue && typeof code === 'string' && nationalCode(code) === code && more.length === 0;
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
  if (typeof sort !== 'string') return /^[01]$/.test(value);
  const type = KEYS[sort.replace(/^-/, '') as SortColumn].type;
  return FORMS[type]?.test(value) ?? false;
}

/** The pieces of a statement that sorts: its order, what comes after a cursor. Null always comes last. */
export interface Ordering {
  /** What is sorted by; null: by the code alone. */
  key: string | null;
  /** The key as the cursor holds it, `key` being its expression. */
  shown: (key: string) => string;
  /** The order of rows whose key is `key`. */
  order: (key: string) => string;
  after: string;
  join: string;
}

/** How the statement sorts; `rank` is the expression for how well the words fit, null where none tells rows apart. */
export function orderingOf(
  sort: ProcedureSort | null,
  { rank, day }: { rank: string | null; day: string },
  after: ProcedureKey | null,
  params: Params,
): Ordering {
  if (!sort && rank === null) return byCode(after, params);
  const { sql: key, type, collated = false, join } = sort ? KEYS[sort.by] : plain(rank ?? '0', 'int');
  const direction = sort?.descending ? 'desc' : 'asc';
  const compared = (value: string) => (collated ? `${value} collate "vi-VN-x-icu"` : value);
  const beyond = sort?.descending ? '<' : '>';
  return {
    key,
    shown: (value) => (type === 'timestamptz' ? utc(value) : `${value}::text`),
    order: (value) => `${compared(value)} ${direction} nulls last, p.code`,
    after: after ? comesAfter({ key, compared: compared(key), beyond, type }, after, params) : 'true',
    join: join?.(day) ?? '',
  };
}

const utc = (value: string): string => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function byCode(after: ProcedureKey | null, params: Params): Ordering {
  const beyond = after ? `p.code > ${params.add(after[2], 'text')}` : 'true';
  return { key: null, shown: () => `'0'`, order: () => 'p.code', after: beyond, join: '' };
}

function comesAfter(
  { key, compared, beyond, type }: { key: string; compared: string; beyond: string; type: string },
  [, value, code]: ProcedureKey,
  params: Params,
): string {
  const held = params.add(code, 'text');
  if (value === null) return `(${key} is null and p.code > ${held})`;
  const given = params.add(value, type);
  return `(${compared} ${beyond} ${given} or (${key} = ${given} and p.code > ${held}) or ${key} is null)`;
}
