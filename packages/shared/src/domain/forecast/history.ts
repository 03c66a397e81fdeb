import type { Counts } from '../rate.ts';

/** A month as a whole number, so that months may be counted on: 12 × year + month − 1. */
export type MonthNumber = number;

/** What one unit received and resolved itself, month by month from the history's first month on; months without dossiers are 0. */
export interface OwnSeries {
  id: number;
  /** Units that behave alike: their kind. What one unit has too few dossiers to tell is taken from all of its group. */
  group: string;
  months: readonly Counts[];
}

/** Running sums of the months of a unit, or of a group: the sum of any months in a row is one subtraction. */
class Sums {
  private readonly numerators: Float64Array;
  private readonly denominators: Float64Array;

  constructor(length: number) {
    this.numerators = new Float64Array(length + 1);
    this.denominators = new Float64Array(length + 1);
  }

  /** Adds the months of a series to it. */
  take(months: readonly Counts[]): void {
    let [numerator, denominator] = [0, 0];
    for (let index = 0; index + 1 < this.numerators.length; index++) {
      numerator += months[index]?.numerator ?? 0;
      denominator += months[index]?.denominator ?? 0;
      this.numerators[index + 1] = (this.numerators[index + 1] ?? 0) + numerator;
      this.denominators[index + 1] = (this.denominators[index + 1] ?? 0) + denominator;
    }
  }

  between(from: number, to: number): Counts {
    return {
      numerator: (this.numerators[to] ?? 0) - (this.numerators[from] ?? 0),
      denominator: (this.denominators[to] ?? 0) - (this.denominators[from] ?? 0),
    };
  }
}

const NOTHING = new Sums(0);

/**
 * The whole months that are known, the same ones for every unit. Months are counted from 0, the first one; a span ends before its second index,
 * and never reaches beyond `length`.
 */
export class History {
  private constructor(
    readonly first: MonthNumber,
    /** How many months are known. */
    readonly length: number,
    readonly series: readonly OwnSeries[],
    private readonly own: ReadonlyMap<number, Sums>,
    private readonly groups: ReadonlyMap<string, Sums>,
    private readonly begun: ReadonlyMap<number, number>,
  ) {}

  /** From series that are all as long. */
  static of(first: MonthNumber, length: number, series: readonly OwnSeries[]): History {
    const own = new Map<number, Sums>();
    const groups = new Map<string, Sums>();
    const begun = new Map<number, number>();
    for (const { id, group, months } of series) {
      const [mine, all] = [new Sums(length), groups.get(group) ?? new Sums(length)];
      mine.take(months);
      all.take(months);
      own.set(id, mine);
      begun.set(
        id,
        months.findIndex(({ denominator }) => denominator > 0),
      );
      groups.set(group, all);
    }
    return new History(first, length, series, own, groups, begun);
  }

  /** The first `length` months of it: what was there at an earlier origin. */
  cutAt(length: number): History {
    return new History(this.first, Math.min(length, this.length), this.series, this.own, this.groups, this.begun);
  }

  /** What a unit counted in some months. */
  ofUnit(id: number, from: number, to: number = this.length): Counts {
    return this.within(this.own.get(id), from, to);
  }

  /** What all units of a group counted in some months. */
  ofGroup(group: string, from: number, to: number = this.length): Counts {
    return this.within(this.groups.get(group), from, to);
  }

  /** The first month in which a unit has a dossier; `length` where it has none yet. */
  beginOf(id: number): number {
    const found = this.begun.get(id) ?? -1;
    return found === -1 ? this.length : Math.min(found, this.length);
  }

  get groupNames(): string[] {
    return [...this.groups.keys()];
  }

  private within(sums: Sums = NOTHING, from: number, to: number): Counts {
    const end = Math.min(this.length, to);
    return sums.between(Math.min(end, Math.max(0, from)), end);
  }
}

/** Which month a day of a year lies in; `month` is 1 to 12. */
export function monthNumber(year: number, month: number): MonthNumber {
  return year * 12 + month - 1;
}

/** 0 for January to 11 for December. */
export function monthOfYear(number: MonthNumber): number {
  return ((number % 12) + 12) % 12;
}

/** The counts of several months together. */
export function sumOf(months: readonly Counts[]): Counts {
  let [numerator, denominator] = [0, 0];
  for (const month of months) {
    numerator += month.numerator;
    denominator += month.denominator;
  }
  return { numerator, denominator };
}
