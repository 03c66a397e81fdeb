import type { Locale } from '../../app/locale.ts';
import type { EventBody } from './event-text.ts';
import { fieldText, valueText } from './field-texts.ts';

/** A value that an event changed, in words. */
export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

const MOST = 200;
/** Of several numbers in one row each is called by its name. */
const NAMED = new Set(['volume', 'baseline', 'floor', 'ceiling']);
/** What tells the rows of a list apart, the first that they have. */
const KEYS = ['unit', 'procedure', 'code', 'id'] as const;

type Values = Map<string, string>;

/** What was and what is, field by field: what stayed the same is left out. */
export function changesOf({ before, after }: EventBody, locale: Locale): Change[] {
  const [old, now] = [before, after].map((side) => flatten(side, locale)) as [Values, Values];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  return fields
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
    .slice(0, MOST);
}

/** All values by their names in words; members within members are named by both. */
function flatten(side: unknown, locale: Locale, above = ''): Values {
  const values: Values = new Map();
  if (typeof side !== 'object' || side === null) return values;
  for (const [name, value] of Object.entries(side)) {
    const field = above + fieldText(name, locale);
    if (Array.isArray(value)) addList(values, field, value, locale);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, text] of flatten(value, locale, `${field} · `)) values.set(inner, text);
    else add(values, field, valueText(name, value, locale));
  }
  return values;
}

/** Words stand in one line, rows in one each. */
function addList(values: Values, field: string, list: unknown[], locale: Locale): void {
  const rows = list.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
  if (rows.length === 0) {
    const words = list.map((one) => valueText('', one, locale) ?? '');
    return add(values, field, words.join(', '));
  }
  for (const row of rows) {
    const { called, said } = rowText(row, locale);
    const line = called === '' ? field : `${field} · ${called}`;
    const known = values.get(line);
    values.set(line, known === undefined ? said : `${known}; ${said}`);
  }
}

/** A row by what tells it apart, and the rest of it in words; of claims those that hold. */
function rowText(row: Record<string, unknown>, locale: Locale): { called: string; said: string } {
  const key = KEYS.find((name) => typeof row[name] === 'string');
  const called = [key === undefined ? null : row[key], row['name']]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const said = Object.entries(row)
    .filter(([name, value]) => name !== key && name !== 'name' && value !== false)
    .sort(([a], [b]) => Number(b === 'percent') - Number(a === 'percent'))
    .map(([name, value]) => {
      if (value === true) return fieldText(name, locale).toLowerCase();
      const text = valueText(name, value, locale);
      return NAMED.has(name) && text !== null ? `${fieldText(name, locale).toLowerCase()} ${text}` : text;
    })
    .filter((text) => text !== null);
  return { called, said: said.join(', ') };
}

function add(values: Values, field: string, text: string | null): void {
  if (text !== null && text !== '') values.set(field, text);
}
