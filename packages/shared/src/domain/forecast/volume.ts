import type { Counts } from '../rate.ts';
import { monthOfYear, type History, type MonthNumber } from './history.ts';

const MONTHS = 12;
/** A season is that of the last two whole calendar years: older ones say less of the next. */
const SEASON_YEARS = 2;
/**
 * A unit's own season weighs as much as its group's once it had this many dossiers in those years: thirty to a month of one year,
 * the same measure as for marks of months.
 */
const AS_MUCH_AS_GROUP = 360;

/** How many dossiers a unit expects in a month, not rounded. */
export type VolumeOf = (unit: { id: number; group: string }, month: MonthNumber) => number;

/**
 * Volumes to come: each month has its share of the season, times the level of the unit's last twelve months freed of it. Months before a
 * unit's first dossier say nothing of it: neither of its level nor of its season. Without a whole calendar year there is no season, and every
 * month is like the others.
 */
export function volumes(history: History): VolumeOf {
  const years = seasonYears(history);
  const shapes = new Map(
    history.groupNames.map((group) => [
      group,
      shapeOf(seasonTotals(years, (from, to) => history.ofGroup(group, from, to))),
    ]),
  );
  const told = new Map(
    history.series.map(({ id, group }) => {
      const begin = history.beginOf(id);
      const mine = years.filter((start) => start >= begin);
      const own = seasonTotals(mine, (from, to) => history.ofUnit(id, from, to));
      const season = drawn(own, shapes.get(group) ?? FLAT);
      return [id, { season, level: levelOf(history, id, season) }] as const;
    }),
  );
  return ({ id }, month) => {
    const own = told.get(id);
    return own === undefined ? 0 : own.level * (own.season[monthOfYear(month)] ?? 0);
  };
}

/** Where in the history the whole calendar years of the season begin, each by the index of its January. */
function seasonYears({ first, length }: History): number[] {
  const january = (MONTHS - monthOfYear(first)) % MONTHS;
  const starts: number[] = [];
  for (let start = january; start + MONTHS <= length; start += MONTHS) starts.push(start);
  return starts.slice(-SEASON_YEARS);
}

/** Dossiers by month of the year, over the years of the season. */
function seasonTotals(years: readonly number[], between: (from: number, to: number) => Counts): number[] {
  return FLAT.map((_share, month) => {
    let sum = 0;
    for (const start of years) sum += between(start + month, start + month + 1).denominator;
    return sum;
  });
}

/** Shares of twelve months that add up to 1; all alike where there is nothing to go by. */
function shapeOf(totals: readonly number[]): readonly number[] {
  const whole = sum(totals);
  return whole === 0 ? FLAT : totals.map((month) => month / whole);
}

/** Shares of twelve that add up to twelve: the unit's own, drawn towards the group's the fewer dossiers it has. */
function drawn(own: readonly number[], shape: readonly number[]): number[] {
  const whole = sum(own) + AS_MUCH_AS_GROUP;
  return shape.map((share, month) => (((own[month] ?? 0) + AS_MUCH_AS_GROUP * share) / whole) * MONTHS);
}

/** Dossiers a month over the last twelve, or since the first dossier, each month counted for what it is in the season. */
function levelOf(history: History, id: number, season: readonly number[]): number {
  const from = Math.max(history.beginOf(id), history.length - MONTHS);
  let shares = 0;
  for (let index = from; index < history.length; index++) shares += season[monthOfYear(history.first + index)] ?? 0;
  return shares === 0 ? 0 : history.ofUnit(id, from).denominator / shares;
}

const FLAT: readonly number[] = Array.from({ length: MONTHS }, () => 1 / MONTHS);

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
