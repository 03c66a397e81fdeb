import type { Day } from '../days.ts';
import { formatDay } from '../vietnamese-format.ts';
import { BLANK } from '../named-places.ts';
import type { NamedUnit } from './facts.ts';

/** `ngày 15 tháng 3 năm 2022` as decisions write it: days and the months January and February with two digits. */
export function dayInWords(day: Day): string {
  const month = Number(day.slice(5, 7));
  return `ngày ${day.slice(8)} tháng ${month < 3 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
}

/** The same for a day that nobody told yet: room for it is left. */
export function dayOrRoom(day: Day | null, year: number): string {
  return day === null ? `ngày ${BLANK} tháng ${BLANK} năm ${year}` : dayInWords(day);
}

/** `01/7/2021 đến 30/6/2022`: a period within a sentence. */
export const periodInWords = (from: Day, to: Day): string => `từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`;

/** A percentage within a sentence, without decimals where it has none: `55%`, `55,5%`. */
export function percentInWords(hundredths: number): string {
  return `${decimals(hundredths).replace(/,?0+$/, '')}%`;
}

/** Hundredths of a percent or of a point with both decimals: `55,00`. */
export function decimals(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** A unit within a sentence: its type begins with a small letter, `huyện Đại Từ`; names that do not begin with it stay. */
export function inSentence({ name, type }: Pick<NamedUnit, 'name' | 'type'>): string {
  return startsWithType(name, type) ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name;
}

/** A unit's bare name: `Đại Từ`. */
export function bareName({ name, type }: NamedUnit): string {
  return startsWithType(name, type) ? name.slice(type.length).trim() : name;
}

function startsWithType(name: string, type: string): boolean {
  return type !== '' && name.startsWith(`${type} `);
}

/** The order in which decisions name kinds of units. */
const TYPES = ['thành phố', 'thị xã', 'huyện', 'phường', 'xã', 'thị trấn'];

/** What the units are together: `xã, thị trấn`, `sở, ban, ngành và thành phố, huyện`. */
export function unitsInWords(units: readonly NamedUnit[]): string {
  const found = new Set(
    units.filter(({ kind }) => kind !== 'DEPARTMENT').map(({ type }) => type.toLocaleLowerCase('vi')),
  );
  const known = TYPES.filter((type) => found.has(type));
  const places = [...known, ...[...found].filter((type) => type !== '' && !known.includes(type)).sort()].join(', ');
  const hasDepartments = units.some(({ kind }) => kind === 'DEPARTMENT');
  if (!hasDepartments) return places || 'đơn vị';
  return places === '' ? 'sở, ban, ngành' : `sở, ban, ngành và ${places}`;
}
