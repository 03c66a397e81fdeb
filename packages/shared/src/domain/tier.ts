import { foldMarked } from './fold.ts';
import { isRow, LONGEST_REMNANT, storableText } from './row-problem.ts';

/** What a unit is. */
export type UnitKind = 'PROVINCE' | 'DEPARTMENT' | 'DISTRICT' | 'COMMUNE';

/** The tier at which a procedure is carried out. A department is a kind of unit, never a tier. */
export type Tier = 'PROVINCE' | 'DISTRICT' | 'COMMUNE';

/** The tiers of a procedure, each once, from the province down, and what was named besides. */
export interface StatedTiers {
  tiers: Tier[];
  /** `MINISTRY`, or the text as received where it names no tier of a province. */
  droppedTiers: string[];
}

/** All tiers, from the province down. */
export const TIERS: readonly Tier[] = ['PROVINCE', 'DISTRICT', 'COMMUNE'];

type Stated = Tier | 'MINISTRY';

const BY_DIGIT = new Map<string, Stated>([
  ['0', 'MINISTRY'],
  ['1', 'PROVINCE'],
  ['2', 'DISTRICT'],
  ['3', 'COMMUNE'],
]);
// With their marks: without them "cơ quan khác" would be a district (quận).
const BY_WORD = new Map<string, Stated>([
  ['bộ', 'MINISTRY'],
  ['tỉnh', 'PROVINCE'],
  ['huyện', 'DISTRICT'],
  ['quận', 'DISTRICT'],
  ['xã', 'COMMUNE'],
  ['phường', 'COMMUNE'],
]);

/** The tier for which a unit's dossiers are looked up in a list: the province's departments work at the tier PROVINCE. */
export function tierOfKind(kind: UnitKind): Tier {
  return kind === 'DEPARTMENT' ? 'PROVINCE' : kind;
}

/** Reads `PROVINCE|DISTRICT|COMMUNE`, any of them or none; MINISTRY is dropped. Null where another word stands among them. */
export function writtenTiers(value: unknown): StatedTiers | null {
  if (value !== null && typeof value !== 'string') return null;
  const words = (value ?? '').split('|').map((word) => word.trim().toUpperCase());
  const stated = words.filter((word) => word !== '');
  const known = (word: string): word is Stated => word === 'MINISTRY' || TIERS.some((tier) => tier === word);
  return stated.every(known) ? gather(stated, []) : null;
}

/**
 * Reads `CAPTHUCHIEN` of a reply of `LayThuTuc`: a list of digits (1 province, 2 district, 3 commune, 0 ministry), each with its
 * name in `TENCAP`. Where only the name is understood it decides; where both are and they say different things, the tiers disagree.
 * Null where nothing is told: the list is absent or empty.
 */
export function statedTiers(value: unknown): StatedTiers | null | 'MALFORMED' | 'TIERS_DISAGREE' {
  if (value === undefined || value === null || value === '') return null;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (items.length === 0) return null;
  const stated: Stated[] = [];
  const others: string[] = [];
  for (const item of items) {
    const digit = textIn(isRow(item) ? item['CAPTHUCHIEN'] : item);
    const name = textIn(isRow(item) ? item['TENCAP'] : undefined);
    if (digit === '' && name === '') return 'MALFORMED';
    const byDigit = BY_DIGIT.get(digit);
    const byWord = tierNamed(name);
    if (byDigit !== undefined && byWord !== undefined && byDigit !== byWord) return 'TIERS_DISAGREE';
    const tier = byDigit ?? byWord;
    if (tier === undefined) others.push(storableText(name || digit, LONGEST_REMNANT));
    else stated.push(tier);
  }
  return gather(stated, others);
}

function gather(stated: readonly Stated[], others: readonly string[]): StatedTiers {
  const dropped = stated.includes('MINISTRY') ? ['MINISTRY', ...others] : others;
  return { tiers: TIERS.filter((tier) => stated.includes(tier)), droppedTiers: [...new Set(dropped)] };
}

function tierNamed(name: string): Stated | undefined {
  for (const word of foldMarked(name).split(' ')) {
    const tier = BY_WORD.get(word);
    if (tier !== undefined) return tier;
  }
  return undefined;
}

function textIn(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}
