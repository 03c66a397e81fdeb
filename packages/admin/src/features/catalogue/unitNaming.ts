import { foldMarked } from '@chi-tieu/shared/domain/fold';
import type { DraftLine, LineProblems } from './amendmentDraft.ts';
import type { Tier } from './levels.ts';

/** A unit as lines of decisions may name it. */
export interface NamedUnit {
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
  readonly aliases: readonly string[];
}

const BODY = /^(?:ubnd|uỷ ban nhân dân|ủy ban nhân dân)\s+/;
const asKey = (text: string): string => foldMarked(text).replace(BODY, '');

/** Finds the units that a text names: by code, else by name, else by what other systems call them. Marks count, case does not. */
export function unitFinder(units: readonly NamedUnit[]): (text: string) => readonly NamedUnit[] {
  const [byCode, byName, byAlias] = [
    new Map<string, NamedUnit>(),
    new Map<string, NamedUnit[]>(),
    new Map<string, NamedUnit[]>(),
  ];
  const put = (map: Map<string, NamedUnit[]>, key: string, unit: NamedUnit): void => {
    const there = map.get(key) ?? [];
    if (!there.includes(unit)) map.set(key, [...there, unit]);
  };
  for (const unit of units) {
    byCode.set(unit.code, unit);
    put(byName, asKey(unit.name), unit);
    for (const alias of unit.aliases) put(byAlias, asKey(alias), unit);
  }
  return (text) => {
    const found = byCode.get(text.trim());
    if (found) return [found];
    const key = asKey(text);
    return byName.get(key) ?? byAlias.get(key) ?? [];
  };
}

/** Takes pasted names for the units that they name, where one alone is named; a line takes the tier of its unit. */
export function nameUnits(lines: readonly DraftLine[], find: (text: string) => readonly NamedUnit[]): void {
  for (const line of lines) {
    if (!line.unit) continue;
    const [unit, ...others] = find(line.unit);
    if (!unit || others.length > 0 || (line.unit === unit.code && line.tier === unit.tier)) continue;
    line.unit = unit.code;
    line.tier = unit.tier;
  }
}

/** Lines whose unit nobody knows, or is named like others. */
export function unitProblems(lines: readonly DraftLine[], find: (text: string) => readonly NamedUnit[]): LineProblems {
  return new Map(
    lines.flatMap(({ id, unit }) => {
      const found = unit?.trim() ? find(unit).length : 1;
      return found === 1 ? [] : [[id, { unit: found === 0 ? 'unknownUnit' : 'manyUnits' }] as const];
    }),
  );
}
