import { monthStart, yearOf, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import type { Subject } from '@chi-tieu/shared/domain/forecast/back-test';
import { forecastAll, type Forecasts, type YearsRest } from '@chi-tieu/shared/domain/forecast/forecast';
import { History, type OwnSeries } from '@chi-tieu/shared/domain/forecast/history';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import { addCounts, type Counts } from '@chi-tieu/shared/domain/rate';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { badInput } from '../../../app/errors.ts';
import { Remembered } from '../../../app/remembered.ts';
import type { IndicatorRow } from '../../rates/indicators.queries.ts';
import { attainmentTable, indicatorByCode, needAdditive, type AttainmentTable } from '../../rates/rates.service.ts';
import { dayAsked } from './day-asked.ts';
import { countsByMonth } from './history.queries.ts';
import { marksAt, marksOfYear } from './marks-at.queries.ts';
import { today } from '../../units/units.service.ts';
import { dayOf, monthsAsked, type MonthsAsked } from './months-asked.ts';

/** What forecasts are asked for. */
export interface ForecastQuestion {
  /** The indicator's code. */
  indicator: string;
  year: number;
  /** A day of the year until today; null: see `dayAsked`. */
  on: Day | null;
  knownAt: Date | null;
}

/** All that one question about a year needs, for every unit alive on the day. */
export interface ForecastTable {
  on: Day;
  knownAt: Date | null;
  /** No day of the year is left. */
  isOver: boolean;
  soFar: AttainmentTable;
  forecasts: Forecasts;
  /** The months of the year that are over, then those to come, of a unit with all below it. */
  monthsOf(unitId: number): { counts: Counts; start: Day; isExpected: boolean }[];
  /** What the unit had counted by the end of the last whole month, and the mark for it in hundredths; null where there is none. */
  markOf(unitId: number): { month: number; hundredths: number; counts: Counts } | null;
}

/** Forecasts of every unit for one question, computed once a request. Refuses a year that has not begun, and indicators without months. */
export function forecastTable(ctx: Context, question: ForecastQuestion): Promise<ForecastTable> {
  const { indicator: code, year, on: asked, knownAt } = question;
  // Kept until something is written: back-testing every unit anew for each page would be most of the work of showing it.
  const key = ['forecast', code, year, asked ?? 'last', knownAt?.toISOString() ?? 'now', today(ctx)].join('|');
  return ctx.onceWritten(key, async () => {
    const indicator = needMonths(await indicatorByCode(ctx, code, knownAt));
    const { on, until } = await dayAsked(ctx, indicator, question);
    const soFar = await attainmentTable(ctx, {
      indicator: code,
      from: yearStart(year),
      to: on,
      scope: 'SUBTREE',
      knownAt,
    });
    const months = monthsAsked(until);
    const history = await historyOf(ctx, indicator, soFar.tree, months, knownAt);
    const basis = history.length > 0 ? history : await firstMonthOf(ctx, question, soFar.tree, on, months);
    const forecasts = forecastsOf(basis, subjectsOf(soFar.tree), months.rest);
    const monthsOf = monthsTable(soFar, history, months, forecasts, on);
    const marks = await marksOf(ctx, indicator, soFar.tree, months, on, knownAt);
    return {
      ...{ on, knownAt },
      isOver: months.rest.months === 0,
      soFar,
      forecasts,
      monthsOf,
      markOf: (unitId) => {
        const hundredths = marks.get(unitId);
        if (hundredths === undefined) return null;
        const counts = monthsOf(unitId)
          .slice(0, months.ofYear)
          .reduce((sum, month) => addCounts(sum, month.counts), NONE);
        return { month: months.ofYear, hundredths, counts };
      },
    };
  });
}

/** The marks of the months of the year by unit, in hundredths, by the plans that hold on the day; asked once a request. */
export function yearMarks(
  ctx: Context,
  { soFar: { indicator, tree }, on, knownAt }: ForecastTable,
): Promise<ReadonlyMap<number, { month: number; hundredths: number }[]>> {
  return ctx.once(`marks of year|${indicator.id}|${on}|${knownAt?.toISOString() ?? 'now'}`, async () => {
    const rows = await marksOfYear(ctx.read, ctx.provinceId, indicator.id, tree, { day: on, knownAt });
    return groupBy(rows, ({ unitId }) => unitId);
  });
}

/** The few questions that are asked all day: the pages of this year and of the last, for some indicators. */
const LAST_FORECASTS = new Remembered<Forecasts>(12);

/** Most of what is written belongs to the month that is under way: then the whole months, and what they tell, are what they were. */
function forecastsOf(history: History, subjects: readonly Subject[], rest: YearsRest): Forecasts {
  const { first, length, series } = history;
  const months = series.map((one) => [
    one.id,
    one.group,
    one.months.map((month) => [month.numerator, month.denominator]),
  ]);
  return LAST_FORECASTS.of([first, length, months, subjects, rest], () => forecastAll(history, subjects, rest));
}

const NONE: Counts = { numerator: 0, denominator: 0 };

function needMonths(indicator: IndicatorRow): IndicatorRow {
  needAdditive(indicator, 'indicator');
  if (indicator.eligibilityDate === 'PERIOD_END')
    throw badInput('indicator', 'forecast.noMonths', { code: indicator.code });
  return indicator;
}

/** The months of every live unit, those of whom it succeeded with its own. */
async function historyOf(
  ctx: Context,
  indicator: IndicatorRow,
  tree: UnitTree,
  { from, to, first, length }: MonthsAsked,
  knownAt: Date | null,
): Promise<History> {
  const rows = await countsByMonth(ctx.read, ctx.provinceId, indicator, { from, to, knownAt });
  const indexOf = new Map(Array.from({ length }, (_nothing, index) => [dayOf(first + index), index] as const));
  const months = new Map(tree.alive().map(({ unitId }) => [unitId, Array.from({ length }, () => NONE)] as const));
  for (const row of rows) {
    const live = tree.liveUnitOf(row.unitId);
    const own = live === null ? undefined : months.get(live);
    const index = indexOf.get(row.at);
    if (own && index !== undefined) own[index] = addCounts(own[index] ?? NONE, row);
  }
  const series = tree.alive().map(({ unitId, kind }): OwnSeries => {
    return { id: unitId, group: kind, months: months.get(unitId) ?? [] };
  });
  return withoutEmptyStart(first, length, series);
}

/**
 * Where no month is over in which anybody had anything: the one that is under way, as it would be if it went on as it began, in the place of the
 * month before it.
 */
async function firstMonthOf(
  ctx: Context,
  { indicator, knownAt }: ForecastQuestion,
  tree: UnitTree,
  on: Day,
  { first, length, rest }: MonthsAsked,
): Promise<History> {
  const gone = rest.daysInMonth - rest.daysLeft;
  const counted = await attainmentTable(ctx, { indicator, from: monthStart(on), to: on, scope: 'OWN', knownAt });
  const whole = (dossiers: number): number => (gone > 0 ? (dossiers * rest.daysInMonth) / gone : 0);
  const series = tree.alive().map(({ unitId, kind }): OwnSeries => {
    const { numerator, denominator } = counted.of(unitId);
    return { id: unitId, group: kind, months: [{ numerator: whole(numerator), denominator: whole(denominator) }] };
  });
  return History.of(first + length - 1, 1, series);
}

/** A history begins with the first month in which anybody has anything: months before that teach nothing. */
function withoutEmptyStart(first: number, length: number, series: readonly OwnSeries[]): History {
  const begins = series.reduce((least, { months }) => {
    const index = months.findIndex(({ denominator }) => denominator > 0);
    return index === -1 ? least : Math.min(least, index);
  }, length);
  const known = series.map((one) => ({ ...one, months: one.months.slice(begins) }));
  return History.of(first + begins, length - begins, known);
}

/** Every unit with all below it; units that have somebody below them are alike among themselves. */
function subjectsOf(tree: UnitTree): Subject[] {
  return tree.alive().map(({ unitId }) => {
    return { id: unitId, group: groupOf(tree, unitId), own: [unitId, ...tree.below(unitId)] };
  });
}

function groupOf(tree: UnitTree, unitId: number): string {
  const kind = tree.byId(unitId)?.kind ?? '';
  return tree.children(unitId).length > 0 ? `${kind} WITH_UNITS` : kind;
}

function monthsTable(
  { tree }: AttainmentTable,
  history: History,
  { ofYear }: MonthsAsked,
  forecasts: Forecasts,
  on: Day,
): ForecastTable['monthsOf'] {
  const january = history.length - ofYear;
  return (unitId) => {
    const parts = [unitId, ...tree.below(unitId)];
    const over = Array.from({ length: ofYear }, (_nothing, month) =>
      parts.reduce((sum, id) => addCounts(sum, history.ofUnit(id, january + month, january + month + 1)), NONE),
    );
    const year = yearOf(on) * 12;
    return [...over, ...forecasts.of(unitId).months].map((counts, month) => {
      return { counts, start: dayOf(year + month), isExpected: month >= ofYear };
    });
  };
}

/**
 * The marks of the last whole month of the year, by the plans that held on its last day; of targets alone that are for a unit with all below
 * it, as what is held against them is.
 */
async function marksOf(
  ctx: Context,
  indicator: IndicatorRow,
  tree: UnitTree,
  { to, ofYear }: MonthsAsked,
  on: Day,
  knownAt: Date | null,
): Promise<ReadonlyMap<number, number>> {
  if (ofYear === 0 || yearOf(to) !== yearOf(on)) return new Map();
  const marks = await marksAt(ctx.read, ctx.provinceId, indicator.id, tree, { day: to, knownAt });
  return new Map(marks.map(({ unitId, hundredths }) => [unitId, hundredths] as const));
}
