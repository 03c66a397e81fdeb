import type { Day } from '@chi-tieu/shared/domain/days';
import { FIRST_YEAR, isWithinYears, LAST_YEAR } from '@chi-tieu/shared/domain/periods/periods';
import { attainmentStatus, missingToTarget, type Counts } from '@chi-tieu/shared/domain/rate';
import { rollUp, type UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import type { AttainmentStatus, Grain, Scope, UnitKind } from '../../app/enums.ts';
import { badInput, notFound } from '../../app/errors.ts';
import type { Sql } from '../../app/sql.ts';
import { targetsInForce, type TargetInForce } from '../plans/targets.queries.ts';
import { unitByCode, unitTree } from '../units/units.service.ts';
import { indicators, isAdditive, type IndicatorRow } from './indicators.queries.ts';
import { serviceTable } from './services/services.service.ts';
import { countsByUnit, countsByUnitAndTime } from './totals.queries.ts';

/** What an attainment is asked for. */
export interface AttainmentQuestion {
  /** The indicator's code. */
  indicator: string;
  from: Day;
  to: Day;
  scope: Scope;
  knownAt: Date | null;
}

/** Counts of one unit in one period beside its target. Whole numbers; targets in hundredths of a percent. */
export interface AttainmentFigures extends Counts {
  unitId: number;
  targetHundredths: number | null;
  status: AttainmentStatus;
  missing: number | null;
}

/** All attainments that one question needs, for every unit alive on the period's last day. */
export interface AttainmentTable {
  tree: UnitTree;
  indicator: IndicatorRow;
  of(unitId: number): AttainmentFigures;
}

/**
 * The indicator that an argument names, with the definition that answered at an instant (null: now). NOT_FOUND for a code that
 * nobody knows, and for an instant at which it did not answer yet: no figure of it was known then.
 */
export async function indicatorByCode(ctx: Context, code: string, knownAt: Date | null = null): Promise<IndicatorRow> {
  const found = (await allIndicators(ctx, knownAt)).find((indicator) => indicator.code === code);
  if (found) return found;
  const isKnownNow = knownAt !== null && (await allIndicators(ctx)).some((indicator) => indicator.code === code);
  throw notFound(isKnownNow ? 'indicator.notYet' : 'indicator.unknown', { code });
}

/** The same where a program or a form names it beside other things: BAD_USER_INPUT at its path for a code that nobody knows. */
export async function indicatorInInput(ctx: Context, path: string, code: string): Promise<IndicatorRow> {
  const found = (await allIndicators(ctx)).find((indicator) => indicator.code === code);
  if (!found) throw badInput(path, 'indicator.unknown', { code });
  return found;
}

/** Every indicator with the definition that answered at an instant (null: now); asked once a request. */
export function allIndicators(ctx: Context, knownAt: Date | null = null): Promise<IndicatorRow[]> {
  if (knownAt === null) return ctx.onceWritten('indicators', () => indicators(ctx.read, ctx.provinceId));
  return ctx.once(`indicators@${knownAt.toISOString()}`, () => indicators(ctx.read, ctx.provinceId, knownAt));
}

/** Refuses by name an indicator of services where only counts that may be added up make sense. */
export function needAdditive(indicator: IndicatorRow, path: string): IndicatorRow {
  if (!isAdditive(indicator)) throw badInput(path, 'indicator.notAdditive', { code: indicator.code });
  return indicator;
}

/** Refuses a period whose end lies before its beginning. */
export function checkPeriod(from: Day, to: Day): void {
  if (to < from) throw badInput('to', 'period.backwards', { from, to });
}

/** The same where days around the period are looked at: in the first and the last year that days are written in there are none. */
export function checkPeriodOfYears(from: Day, to: Day): void {
  checkPeriod(from, to);
  for (const [path, day] of Object.entries({ from, to }))
    if (!isWithinYears(day)) throw badInput(path, 'period.years', { first: FIRST_YEAR, last: LAST_YEAR });
}

/** Refuses by name an indicator of services where single dossiers are asked for. */
export function needDossiers(indicator: IndicatorRow, path: string): IndicatorRow {
  if (!isAdditive(indicator)) throw badInput(path, 'indicator.notDossiers', { code: indicator.code });
  return indicator;
}

/**
 * The attainment of every unit for one question, computed once a request: counts by receiving unit are rolled up along
 * the hierarchy as it stood on the period's last day.
 */
export function attainmentTable(ctx: Context, question: AttainmentQuestion): Promise<AttainmentTable> {
  const { from, to, scope, knownAt } = question;
  const key = ['attainments', question.indicator, from, to, scope, knownAt?.toISOString() ?? 'now'].join('|');
  return ctx.once(key, async () => {
    checkPeriod(from, to);
    const indicator = await indicatorByCode(ctx, question.indicator, knownAt);
    const tree = await unitTree(ctx, to, knownAt);
    const counts = await countsOf(ctx, indicator, question, tree);
    const targets = await ctx.onceWritten(`targets|${indicator.id}|${to}|${knownAt?.toISOString() ?? 'now'}`, () =>
      targetsInForce(ctx.read, ctx.provinceId, indicator.id, to, knownAt),
    );
    const targetOf = targetsFor(tree, targets, scope);
    return { tree, indicator, of: (unitId) => figures(unitId, counts.get(unitId), targetOf(unitId)) };
  });
}

/** The counts of every live unit: dossiers are added up along the tree, services are counted once each. */
async function countsOf(
  ctx: Context,
  indicator: IndicatorRow,
  question: AttainmentQuestion,
  tree: UnitTree,
): Promise<ReadonlyMap<number, Counts>> {
  if (!isAdditive(indicator)) return (await serviceTable(ctx, indicator, question)).counts;
  const counted = await countsByUnit(countedOn(ctx, indicator), ctx.provinceId, indicator, question);
  return rollUp(tree, new Map(counted.map((row) => [row.unitId, row])), question.scope);
}

/** Where an indicator is counted from the dossiers themselves those of everybody are seen; totals are open to all. */
export function countedOn(ctx: Context, indicator: IndicatorRow): Sql {
  return indicator.eligibilityDate === 'PERIOD_END' ? ctx.figures : ctx.read;
}

/** The target whose scope is the one asked for; a unit with nothing below it has only one. */
function targetsFor(tree: UnitTree, targets: TargetInForce[], scope: Scope): (unitId: number) => number | null {
  const byUnit = new Map<number, TargetInForce[]>();
  for (const target of targets) byUnit.set(target.unitId, [...(byUnit.get(target.unitId) ?? []), target]);
  return (unitId) => {
    const mine = byUnit.get(unitId) ?? [];
    const leaf = mine.length > 0 && tree.children(unitId).length === 0;
    return mine.find((target) => leaf || target.scope === scope)?.hundredths ?? null;
  };
}

/** The counts of a unit beside its target: status and what is missing by the pure rule. */
export function figures(
  unitId: number,
  counts: Counts | undefined,
  targetHundredths: number | null,
): AttainmentFigures {
  const { numerator, denominator } = counts ?? { numerator: 0, denominator: 0 };
  const status = attainmentStatus({ numerator, denominator }, targetHundredths);
  const compared = targetHundredths !== null && denominator > 0;
  const missing = compared ? missingToTarget({ numerator, denominator }, targetHundredths) : null;
  return { unitId, numerator, denominator, targetHundredths, status, missing };
}

/** The units that `attainments` answers for: below `under` (else all), of a kind, in the order of the codes. */
export async function attainmentUnits(
  ctx: Context,
  tree: UnitTree,
  filter: { under: string | null; kind: UnitKind | null; year: number; on: Day },
): Promise<number[]> {
  let units = tree.alive();
  if (filter.under !== null) {
    const code = filter.under;
    const onDay = tree.byCode(code);
    const root = onDay?.unitId ?? (await unitByCode(ctx, code, { year: filter.year })).version.unitId;
    units = units.filter((unit) => unit.unitId !== root && tree.isWithin(unit.unitId, root));
  }
  if (filter.kind !== null) units = units.filter((unit) => unit.kind === filter.kind);
  return units.map((unit) => unit.unitId);
}

/** Counts of one point in time, by live unit. */
export interface SeriesTable {
  /** First days of the months (or the days) that have anything, in order. */
  times: Day[];
  at(unitId: number, time: Day): Counts;
}

/** The series of every unit for one question, computed once a request. */
export function seriesTable(ctx: Context, question: AttainmentQuestion, grain: Grain): Promise<SeriesTable> {
  const { from, to, scope, knownAt } = question;
  const key = ['series', grain, question.indicator, from, to, scope, knownAt?.toISOString() ?? 'now'].join('|');
  return ctx.once(key, async () => {
    checkPeriod(from, to);
    const indicator = needAdditive(await indicatorByCode(ctx, question.indicator, knownAt), 'indicator');
    const tree = await unitTree(ctx, to, knownAt);
    const rows = await countsByUnitAndTime(ctx.read, ctx.provinceId, indicator, { from, to, knownAt }, grain);
    const byTime = new Map<Day, Map<number, Counts>>();
    for (const row of rows) {
      const own = byTime.get(row.at) ?? new Map<number, Counts>();
      byTime.set(row.at, own.set(row.unitId, row));
    }
    const rolled = new Map([...byTime].map(([time, own]) => [time, rollUp(tree, own, scope)]));
    return {
      times: [...rolled.keys()].sort(),
      at: (unitId, time) => rolled.get(time)?.get(unitId) ?? { numerator: 0, denominator: 0 },
    };
  });
}
