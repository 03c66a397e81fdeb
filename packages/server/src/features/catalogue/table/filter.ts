import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { ServiceLevel, UnitKind } from '../../../app/enums.ts';
import { badInput } from '../../../app/errors.ts';

/** How a procedure stands on a day: in force, not yet, or no longer (also: never was and never will be). */
export type ForceState = 'IN_FORCE' | 'NOT_YET' | 'NO_LONGER';

type Given<Value> = Value | null | undefined;

export interface ListCondition {
  list?: Given<string>;
  levels?: Given<ServiceLevel[]>;
  tiers?: Given<UnitKind[]>;
  on?: Given<Day>;
}

export interface DossierCondition {
  from: Day;
  to: Day;
  unit?: Given<string>;
  least?: Given<number>;
}

export interface ForceCondition {
  states: ForceState[];
  on?: Given<Day>;
}

/** What procedures are asked for: all that is given has to hold. A list that is empty asks for nothing. */
export interface ProcedureFilter {
  and?: Given<ProcedureFilter[]>;
  or?: Given<ProcedureFilter[]>;
  not?: Given<ProcedureFilter>;
  codes?: Given<string[]>;
  fields?: Given<string[]>;
  hasField?: Given<boolean>;
  authorities?: Given<string[]>;
  hasAuthority?: Given<boolean>;
  tiers?: Given<UnitKind[]>;
  hasTier?: Given<boolean>;
  leastDays?: Given<number>;
  mostDays?: Given<number>;
  force?: Given<ForceCondition>;
  onList?: Given<ListCondition>;
  dossiers?: Given<DossierCondition>;
  changedSince?: Given<Date>;
}

const MOST_CONDITIONS = 50;
const DEEPEST = 8;
const MOST_VALUES = 500;
const MOST_CODES = 5_000;

/** Every filter in a filter, itself first, with its path in the input. */
function* withinFilter(filter: ProcedureFilter, path: string, depth = 1): Generator<[ProcedureFilter, string, number]> {
  yield [filter, path, depth];
  if (depth > DEEPEST) return;
  for (const name of ['and', 'or'] as const)
    for (const [index, inner] of (filter[name] ?? []).entries())
      yield* withinFilter(inner, `${path}.${name}.${index}`, depth + 1);
  if (filter.not) yield* withinFilter(filter.not, `${path}.not`, depth + 1);
}

/** Refuses a filter that is too large, or in which something cannot be meant, at `filter.…`. */
export function checkFilter(filter: ProcedureFilter, path = 'filter'): void {
  let count = 0;
  for (const [inner, at, depth] of withinFilter(filter, path)) {
    count += Object.values(inner).filter((value) => value !== null && value !== undefined).length;
    if (depth > DEEPEST || count > MOST_CONDITIONS) throw badInput(at, 'filter.large', { most: MOST_CONDITIONS });
    checkValues(inner, at);
  }
}

function checkValues(filter: ProcedureFilter, path: string): void {
  const { dossiers, force } = filter;
  for (const name of ['fields', 'authorities', 'tiers'] as const)
    if ((filter[name]?.length ?? 0) > MOST_VALUES)
      throw badInput(`${path}.${name}`, 'input.tooMany', { most: MOST_VALUES });
  if ((filter.codes?.length ?? 0) > MOST_CODES) throw badInput(`${path}.codes`, 'input.tooMany', { most: MOST_CODES });
  for (const [index, code] of (filter.codes ?? []).entries())
    if (nationalCode(code) === null)
      throw badInput(`${path}.codes.${index}`, 'procedure.code', { code: code.slice(0, 60) });
  if (dossiers && dossiers.to < dossiers.from) throw badInput(`${path}.dossiers.to`, 'filter.backwards');
  if (dossiers && (dossiers.least ?? 1) < 1) throw badInput(`${path}.dossiers.least`, 'filter.least');
  if (force?.states.length === 0) throw badInput(`${path}.force.states`, 'filter.states');
}

/** The units that conditions about dossiers name, each with the last day of its period. */
export function unitsNamed(filter: ProcedureFilter): { code: string; on: Day }[] {
  return [...withinFilter(filter, '')].flatMap(([{ dossiers }]) =>
    dossiers?.unit ? [{ code: dossiers.unit, on: dossiers.to }] : [],
  );
}

/** Whether anything is asked about dossiers: then the question counts those of everybody. */
export function asksDossiers(filter: ProcedureFilter): boolean {
  return [...withinFilter(filter, '')].some(([{ dossiers }]) => Boolean(dossiers));
}
