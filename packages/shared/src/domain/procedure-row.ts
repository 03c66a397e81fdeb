import type { Day } from './days.ts';
import { nationalCode } from './procedure-code.ts';
import {
  isRow,
  LONGEST_FIELD,
  LONGEST_REMNANT,
  storableText,
  UNREADABLE,
  type KeptFields,
  type ProblemCode,
  type Row,
} from './row-problem.ts';
import { statedTiers, writtenTiers, type Tier } from './tier.ts';
import { readDay } from './vietnamese-format.ts';

/** What a row tells of a procedure. What is absent was not told: what is stored of it stays. */
export interface ProcedureFields {
  /** The national part, `2.000815`. */
  code: string;
  name: string;
  /** Null: told to have none. */
  field?: string | null;
  tiers?: Tier[];
  /** Null: told to be open at that end. */
  inForceFrom?: Day | null;
  inForceTo?: Day | null;
  authority?: string | null;
  /** Working days, halves too. */
  processingDays?: number | null;
  legalBases?: string[];
  fees?: string | null;
  conditions?: string | null;
  /** Implementing tiers that are none of a province's, `MINISTRY` or as received; they are reported, not stored. */
  droppedTiers: string[];
}

/** A row that is not a procedure, and the first thing that makes it bad. */
export interface BadProcedureRow {
  ok: false;
  code: string | null;
  /** The national part of the code, null where it is malformed: of two rows with the same one the later stands. */
  codeKey: string | null;
  field: string;
  problem: ProblemCode;
  /** Every field that is read: with another value in the place of the wrong one it reads as the row would have. */
  kept: KeptFields;
}

/** What became of a row. */
export type ProcedureRow = { ok: true; procedure: ProcedureFields } | BadProcedureRow;

/** The longest name of a procedure; the longest known one has 1,094 characters. */
export const LONGEST_NAME = 2000;

interface Problem {
  at: string;
  problem: ProblemCode;
}
type Part<Name extends keyof ProcedureFields> = Pick<ProcedureFields, Name>;

const KEPT_TEXTS = ['MATTHC', 'TENTTHC', 'code', 'name', 'field', 'tiers', 'in_force_from', 'in_force_to'];
/** The fields that are lists, and what is read of their items; they are kept as JSON. */
const KEPT_LISTS = new Map([
  ['CAPTHUCHIEN', ['CAPTHUCHIEN', 'TENCAP']],
  ['LINHVUCTHUCHIEN', ['TENLINHVUC']],
]);
const DAY_SHAPE = /^(\d{4}-\d\d-\d\d|\d\d?\/\d\d?\/\d{4})$/;
const BLANKS = /\s+/g;

/**
 * Reads one row of a catalogue: an item of the replies of `LayDanhSachTTHC` (code and name) or `LayThuTuc` (field and tiers too),
 * or a record of a table with `code,name,field,tiers,in_force_from,in_force_to`. In a table a column that is missing tells
 * nothing, an empty cell tells that there is none: no tiers, no field, in force without a beginning or an end. Names are
 * composed, with single blanks, at most 2,000 characters.
 */
export function readProcedureRow(raw: unknown): ProcedureRow {
  if (!isRow(raw)) return { ok: false, code: null, codeKey: null, field: '', problem: 'NOT_AN_OBJECT', kept: {} };
  const isReply = 'MATTHC' in raw || 'TENTTHC' in raw;
  const procedure = isReply ? checkReply(raw) : checkRecord(raw);
  if (!('problem' in procedure)) return { ok: true, procedure };
  const code = isReply ? raw['MATTHC'] : raw['code'];
  const isText = typeof code === 'string' && code !== UNREADABLE;
  return {
    ok: false,
    field: procedure.at,
    problem: procedure.problem,
    code: isText ? storableText(code.trim(), LONGEST_REMNANT) : null,
    codeKey: isText ? nationalCode(code) : null,
    kept: keepFields(raw),
  };
}

function checkReply(row: Row): ProcedureFields | Problem {
  const named = readCodeAndName(row, 'MATTHC', 'TENTTHC');
  if ('problem' in named) return named;
  const stated = unfolded(row['CAPTHUCHIEN']);
  const tiers = stated === UNREADABLE ? 'MALFORMED' : statedTiers(stated);
  if (tiers === 'MALFORMED' || tiers === 'TIERS_DISAGREE') return { at: 'CAPTHUCHIEN', problem: tiers };
  const field = firstFieldName(unfolded(row['LINHVUCTHUCHIEN']));
  if (field !== null && 'problem' in field) return field;
  return { ...named, ...field, ...(tiers === null ? { droppedTiers: [] } : tiers) };
}

function checkRecord(row: Row): ProcedureFields | Problem {
  const named = readCodeAndName(row, 'code', 'name');
  if ('problem' in named) return named;
  const field: Part<'field'> | Problem | null = row['field'] === undefined ? null : readField(row['field'], 'field');
  if (field !== null && 'problem' in field) return field;
  const tiers = recordTiers(row['tiers']);
  if ('problem' in tiers) return tiers;
  const inForce = readInForce(row);
  return 'problem' in inForce ? inForce : { ...named, ...field, ...tiers, ...inForce };
}

function recordTiers(value: unknown): Pick<ProcedureFields, 'tiers' | 'droppedTiers'> | Problem {
  if (value === undefined) return { droppedTiers: [] };
  return writtenTiers(value) ?? { at: 'tiers', problem: 'UNKNOWN_TIER' };
}

function readCodeAndName(row: Row, codeField: string, nameField: string): Part<'code' | 'name'> | Problem {
  const codeText = readText(row[codeField], LONGEST_FIELD);
  if (typeof codeText !== 'string') return { at: codeField, problem: codeText?.problem ?? 'MISSING' };
  const code = nationalCode(codeText);
  if (code === null) return { at: codeField, problem: 'MALFORMED' };
  const name = readText(row[nameField], LONGEST_NAME);
  if (typeof name !== 'string') return { at: nameField, problem: name?.problem ?? 'MISSING' };
  return { code, name };
}

function readInForce(row: Row): Pick<ProcedureFields, 'inForceFrom' | 'inForceTo'> | Problem {
  const from = readEnd(row['in_force_from']);
  if (typeof from === 'object' && from !== null) return { at: 'in_force_from', ...from };
  const to = readEnd(row['in_force_to']);
  if (typeof to === 'object' && to !== null) return { at: 'in_force_to', ...to };
  if (from && to && to < from) return { at: 'in_force_to', problem: 'ENDS_BEFORE_START' };
  return { ...(from === undefined ? {} : { inForceFrom: from }), ...(to === undefined ? {} : { inForceTo: to }) };
}

function readEnd(value: unknown): Day | null | undefined | { problem: ProblemCode } {
  if (value === undefined) return undefined;
  const text = readText(value, LONGEST_REMNANT);
  if (typeof text !== 'string') return text;
  return readDay(text) ?? { problem: DAY_SHAPE.test(text) ? 'NO_SUCH_TIME' : 'MALFORMED' };
}

function firstFieldName(value: unknown): Part<'field'> | Problem | null {
  if (value === UNREADABLE) return { at: 'LINHVUCTHUCHIEN', problem: 'MALFORMED' };
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const field = isRow(first) ? readField(first['TENLINHVUC'], 'LINHVUCTHUCHIEN') : null;
  return field !== null && 'field' in field && field.field === null ? null : field;
}

function readField(value: unknown, column: string): Part<'field'> | Problem {
  const text = readText(value, LONGEST_NAME);
  return typeof text === 'object' && text !== null ? { at: column, problem: text.problem } : { field: text };
}

/** A text composed, trimmed and with single blanks; null where there is none. */
function readText(value: unknown, longest: number): string | null | { problem: ProblemCode } {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return { problem: 'MALFORMED' };
  if (value.includes('\0')) return { problem: 'HAS_NUL' };
  if (value.length > LONGEST_FIELD) return { problem: 'TOO_LONG' };
  const text = storableText(value).normalize('NFC').replace(BLANKS, ' ').trim();
  if (text === UNREADABLE) return { problem: 'MALFORMED' };
  return text.length > longest ? { problem: 'TOO_LONG' } : text || null;
}

function keepFields(row: Row): KeptFields {
  const kept: KeptFields = {};
  for (const name of KEPT_TEXTS) if (row[name] !== undefined) kept[name] = keptText(row[name]);
  for (const [name, parts] of KEPT_LISTS) if (row[name] !== undefined) kept[name] = keptList(row[name], parts);
  return kept;
}

/** Null is kept as the empty text: both tell that there is none. */
function keptText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? wholeOrUnreadable(value) : UNREADABLE;
}

/** What is read of the items of a list, as JSON. */
function keptList(value: unknown, parts: readonly string[]): string {
  const list = unfolded(value);
  if (list === null || list === '') return '';
  if (list === UNREADABLE) return UNREADABLE;
  const items: readonly unknown[] = Array.isArray(list) ? list : [list];
  return wholeOrUnreadable(JSON.stringify(items.map((item) => keptItem(item, parts))));
}

function keptItem(item: unknown, parts: readonly string[]): unknown {
  if (!isRow(item)) return keptPart(item);
  const told = parts.filter((part) => item[part] !== undefined);
  return Object.fromEntries(told.map((part) => [part, keptPart(item[part])]));
}

function keptPart(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' || value === null ? value : true;
}

function wholeOrUnreadable(text: string): string {
  return text.length > LONGEST_FIELD || text.includes('\0') ? UNREADABLE : storableText(text);
}

/** A list as it came, or as JSON where it was kept. */
function unfolded(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('[')) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return UNREADABLE;
  }
}
