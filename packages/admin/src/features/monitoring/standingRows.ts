import { dayInVietnam, yearEnd, yearOf, type Day } from '@chi-tieu/shared/domain/days';
import { ratePercent } from '@chi-tieu/shared/domain/rate';
import type { Outlook, StandingsQuery, UnitKind } from '@chi-tieu/shared/generated/graphql';
import { OUTLOOKS } from './outlook.ts';

export type Standing = StandingsQuery['forecast'][number];

/**
 * On which day a year is looked at whose period ends on `to`: on that day, where it is over and was when the figures stood as they are to be shown; null,
 * which is the last day with data, where it was not, and of a whole year.
 */
export function dayLookedAt(to: Day, knownAt: string | null, today: Day): Day | null {
  const wasOver = to < today && (knownAt === null || to < dayInVietnam(new Date(knownAt)));
  return wasOver && to !== yearEnd(yearOf(to)) ? to : null;
}

/** Those of one kind, the worst outlook first, and among alike ones what lies furthest below its target. */
export function standingsOf(all: readonly Standing[], kind: UnitKind): Standing[] {
  const distance = ({ soFar, projected }: Standing): number => (projected ?? 0) - (soFar.target ?? 0);
  return all
    .filter(({ unit }) => unit.kind === kind)
    .sort(
      (a, b) =>
        OUTLOOKS.indexOf(a.outlook) - OUTLOOKS.indexOf(b.outlook) ||
        distance(a) - distance(b) ||
        (a.unit.code < b.unit.code ? -1 : 1),
    );
}

/** How many of them have each outlook, in the order of the outlooks; those that nobody has are left out, but for the one that is chosen. */
export function countOutlooks(
  standings: readonly Standing[],
  chosen: Outlook | 'ALL' = 'ALL',
): { outlook: Outlook; count: number }[] {
  return OUTLOOKS.map((outlook) => ({
    outlook,
    count: standings.filter((standing) => standing.outlook === outlook).length,
  })).filter(({ outlook, count }) => count > 0 || outlook === chosen);
}

/** A month of the year, added up from January to its end. */
export interface MonthSum {
  from: string;
  numerator: number;
  denominator: number;
  expected: boolean;
}

/** The months of a year, and what was counted from its beginning on. */
export interface YearOfMonths {
  readonly months: Standing['months'];
  readonly soFar: Pick<Standing['soFar'], 'numerator' | 'denominator'>;
}

/** The year month by month, each from January on. A month that is under way begins with what was counted in it so far. */
export function cumulatedMonths({ months, soFar }: YearOfMonths): MonthSum[] {
  let sum = { numerator: 0, denominator: 0 };
  let isKnown = true;
  return months.map(({ from, numerator, denominator, expected }) => {
    if (expected && isKnown) sum = { numerator: soFar.numerator, denominator: soFar.denominator };
    isKnown = !expected;
    sum = { numerator: sum.numerator + numerator, denominator: sum.denominator + denominator };
    return { from, ...sum, expected };
  });
}

/** The same as rates, of the months that are over alone: null for what is only expected. */
export function knownRates(standing: YearOfMonths): (number | null)[] {
  return cumulatedMonths(standing).map((month) => (month.expected ? null : ratePercent(month)));
}
