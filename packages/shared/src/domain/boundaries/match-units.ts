import { fold } from '../fold.ts';
import type { Area, Ring } from './geojson.ts';

/** A unit that a file may draw: its code, its name, and its names and codes elsewhere. */
export interface DrawnUnit {
  code: string;
  name: string;
}

export interface MatchedAreas {
  /** By the unit's code: all of its rings. */
  found: ReadonlyMap<string, readonly Ring[]>;
  /** Which property named the units; null where none did. */
  by: string | null;
  /** How each area that is no unit's calls itself. */
  strange: string[];
}

/** Codes of districts have three digits, of communes five: spreadsheets lose the zeros in front. */
const WIDTHS = [2, 3, 5];
const KIND = /^(tinh|thanh pho|thi xa|thi tran|huyen|phuong|xa|tp|tx|tt)\.? /;
const bare = (name: string): string => fold(name).replace(KIND, '');

/**
 * Which area is which unit's: by the property that holds the most codes of units, else by the one that holds the most names that one
 * unit alone bears. Several areas of one unit are its parts.
 */
export function matchUnits(areas: readonly Area[], units: readonly DrawnUnit[]): MatchedAreas {
  const keys = [...new Set(areas.flatMap(({ properties }) => [...properties.keys()]))];
  const ways = [byCode(units), byWholeName(units), byBareName(units)];
  for (const codeOf of ways) {
    const best = keys
      .map((key) => ({ key, count: areas.filter((area) => codeOf(area.properties.get(key) ?? '') !== null).length }))
      .reduce((one, other) => (other.count > one.count ? other : one), { key: '', count: 0 });
    if (best.count === 0) continue;
    return matched(areas, best.key, codeOf);
  }
  return { found: new Map(), by: null, strange: areas.map(labelOf) };
}

type CodeOf = (text: string) => string | null;

function byCode(units: readonly DrawnUnit[]): CodeOf {
  const codes = new Set(units.map(({ code }) => code));
  return (text) => {
    if (codes.has(text)) return text;
    if (!/^\d{1,5}$/.test(text)) return null;
    return WIDTHS.map((width) => text.padStart(width, '0')).find((code) => codes.has(code)) ?? null;
  };
}

const byWholeName = (units: readonly DrawnUnit[]): CodeOf => byName(units, (name) => fold(name));
const byBareName = (units: readonly DrawnUnit[]): CodeOf => byName(units, bare);

function byName(units: readonly DrawnUnit[], keyOf: (name: string) => string): CodeOf {
  const codes = new Map<string, string | null>();
  for (const { code, name } of units) codes.set(keyOf(name), codes.has(keyOf(name)) ? null : code);
  return (text) => (text === '' ? null : (codes.get(keyOf(text)) ?? null));
}

function matched(areas: readonly Area[], key: string, codeOf: CodeOf): MatchedAreas {
  const found = new Map<string, Ring[]>();
  const strange: string[] = [];
  for (const area of areas) {
    const code = codeOf(area.properties.get(key) ?? '');
    if (code === null) strange.push(labelOf(area));
    else found.set(code, [...(found.get(code) ?? []), ...area.rings]);
  }
  return { found, by: key, strange };
}

/** What a person would call it by: the longest of its first few texts, else the first number; nothing where it says nothing. */
function labelOf({ properties }: Area): string {
  const said = [...properties].filter(([, text]) => text !== '');
  const texts = said.filter(([, text]) => /\p{L}/u.test(text)).map(([, text]) => text);
  if (texts.length === 0) return said[0]?.join(' ') ?? '';
  return texts.slice(0, 8).reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
