import type { Counts } from '../rate.ts';

/** How many months a year has; the mark of the last one is the target. */
export const MONTHS = 12;

/**
 * How many dossiers the years of a season must hold for a unit to have one of its own: thirty to a month of the one year that they
 * are added up to. With fewer a single dossier moves a mark by points, and what looks like a season is chance.
 */
export const LEAST_OF_OWN_SEASON = 360;

/**
 * What a mark follows: the unit's own season, that of the issuing unit with all below it, no season (the target itself), or
 * what somebody typed.
 */
export type MarkSeason = 'OWN' | 'ISSUER' | 'NONE' | 'TYPED';

/** What a unit's rate from 1 January to the end of a month should be, in hundredths of a percent. */
export interface MonthMark {
  /** 1 to 12. */
  month: number;
  hundredths: number;
  season: MarkSeason;
  /** Typed for a target that the unit no longer has: true until it is confirmed or dropped. */
  stale: boolean;
}

/** A mark that was typed, with the target that the unit had then. */
export interface TypedMark {
  month: number;
  hundredths: number;
  /** In hundredths. */
  target: number;
}

/** What the marks of one unit follow from. Seasons are the counts of the twelve months of some years, added up over the years. */
export interface MarksAsked {
  /** In hundredths. */
  target: number;
  /** The month from which on there are marks, 1 to 12. */
  from: number;
  typed: readonly TypedMark[];
  own: readonly Counts[];
  issuer: readonly Counts[];
}

/**
 * The marks of one unit, month by month. Of each month the first rule that fits: December is the target; a mark that was
 * typed; the unit's own season where it has dossiers enough for one; the season of the issuing unit; where neither had a dossier
 * yet by then, the first mark that one of them has (a list that began in February says nothing of January, and asks no more of it);
 * the target.
 */
export function monthMarks({ target, from, typed, own, issuer }: MarksAsked): MonthMark[] {
  const seasons = [
    { season: 'OWN', marks: hasOwnSeason(own) ? seasonMarks(target, own) : [] },
    { season: 'ISSUER', marks: seasonMarks(target, issuer) },
  ] as const;
  return Array.from({ length: MONTHS - from + 1 }, (_value, index): MonthMark => {
    const month = from + index;
    if (month === MONTHS) return { month, hundredths: target, season: 'NONE', stale: false };
    const mark = typed.find((one) => one.month === month);
    if (mark) return { month, hundredths: mark.hundredths, season: 'TYPED', stale: mark.target !== target };
    const ofMonth = seasons.map(({ season, marks }) => ({ season, hundredths: marks[month - 1] ?? null }));
    const first = seasons.map(({ season, marks }) => ({
      season,
      hundredths: marks.find((one) => one !== null) ?? null,
    }));
    for (const { season, hundredths } of [...ofMonth, ...first])
      if (hundredths !== null) return { month, hundredths, season, stale: false };
    return { month, hundredths: target, season: 'NONE', stale: false };
  });
}

/** Whether a unit has dossiers enough for a season of its own. */
export function hasOwnSeason(own: readonly Counts[]): boolean {
  return own.reduce((sum, { denominator }) => sum + denominator, 0) >= LEAST_OF_OWN_SEASON;
}

/**
 * The target as a season spreads it: target × r_m ÷ r_12 of the rates r from January to each month, rounded half up to
 * hundredths and never above the target: nobody has to be further in spring than at the end of the year. Null where the year has nothing online or the months until then have no dossiers.
 */
export function seasonMarks(target: number, season: readonly Counts[]): (number | null)[] {
  const sums = addUp(season);
  const year = sums.at(-1);
  return sums.map((until) =>
    !year || season.length !== MONTHS || year.numerator === 0 || until.denominator === 0
      ? null
      : spread(target, until, year),
  );
}

/** The counts from the first month to each of the months. */
export function addUp(months: readonly Counts[]): Counts[] {
  let [numerator, denominator] = [0, 0];
  return months.map((month) => {
    numerator += month.numerator;
    denominator += month.denominator;
    return { numerator, denominator };
  });
}

/** Whole numbers throughout: the product of two sums of dossiers is beyond what plain numbers hold exactly. */
function spread(target: number, until: Counts, year: Counts): number {
  const over = BigInt(target) * BigInt(until.numerator) * BigInt(year.denominator);
  const under = BigInt(until.denominator) * BigInt(year.numerator);
  const rounded = (2n * over + under) / (2n * under);
  return rounded > BigInt(target) ? target : Number(rounded);
}
