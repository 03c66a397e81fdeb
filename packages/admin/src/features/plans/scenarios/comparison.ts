import { compareTargets, type ComparedUnit } from '@chi-tieu/shared/domain/scenario/compare';
import { factsOf, type ScenarioFacts } from '@chi-tieu/shared/domain/scenario/facts';
import { isTarget, type Cells } from '../saving/targets.ts';
import { requiredIn, scenarioIn, targetIn, type Ground } from './scenarioCells.ts';

/** One of those that are held beside each other: the sheet as it stands, or a scenario. */
export interface Compared {
  readonly key: string;
  readonly name: string;
  readonly cells: Cells;
  readonly facts: ScenarioFacts;
  readonly required: number | null;
}

/** What cells come to under a name. */
export function compared(ground: Ground, key: string, name: string, cells: Cells): Compared {
  return { key, name, cells, facts: factsOf(scenarioIn(ground, cells)), required: requiredIn(ground, cells) };
}

/** Whether somebody has a target there at all. */
export function hasTargets(column: Compared | undefined): boolean {
  return column !== undefined && [...column.cells.values()].some(isTarget);
}

/** A unit with a number of dossiers that was typed, beside what was counted. */
export interface TypedVolume {
  readonly name: string;
  readonly counted: number;
  readonly typed: number;
}

/** The units of which cells suppose another number of dossiers than was counted. */
export function typedVolumes({ units }: Ground, cells: Cells): TypedVolume[] {
  return units.flatMap(({ code, name, counted, volume }) => {
    const typed = cells.get(`volume:${code}`);
    const known = counted?.volume ?? volume;
    return typeof typed === 'number' && typed !== known ? [{ name, counted: known, typed }] : [];
  });
}

/** The units of the plan across those that are compared: who differs most first, with `byCode` in the order of the sheet. */
export function comparedUnits(ground: Ground, columns: readonly Compared[], byCode: boolean): ComparedUnit[] {
  const children = ground.units.filter(({ isIssuer }) => !isIssuer);
  const rows = compareTargets(
    columns.map(({ cells }) => new Map(children.map(({ code }) => [code, targetIn(cells, code)]))),
  );
  return byCode ? rows.sort((a, b) => (a.code < b.code ? -1 : 1)) : rows;
}
