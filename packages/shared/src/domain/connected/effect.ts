import { addDays, type Day } from '../days.ts';
import type { Counts } from '../rate.ts';
import { daysOf } from './deliveries.ts';

/** At most so many of the same weekdays are held against a day of an outage, and at least so many have to be found. */
export const MOST_BESIDE = 4;
export const LEAST_BESIDE = 2;
/** So far to each side they are looked for. */
const WEEKS_AROUND = 8;
/** Below so many dossiers on the days beside it a unit's share says nothing. */
export const LEAST_DOSSIERS = 20;

/** The days that an outage is held against: of each of its days equally many of the same weekday, the nearest ones. */
export interface DaysBeside {
  days: Day[];
  /** How many there are of each day of the outage. */
  each: number;
}

/**
 * The same weekdays around an outage, the nearest first and as many of each: days that are over and that no outage covers. None where
 * there are fewer than two of some weekday.
 */
export function daysBeside(
  outage: { from: Day; to: Day },
  { isCovered, today }: { isCovered: (day: Day) => boolean; today: Day },
): DaysBeside {
  const found = daysOf(outage.from, outage.to).map((day) => {
    const near: Day[] = [];
    for (let week = 1; week <= WEEKS_AROUND && near.length < MOST_BESIDE; week += 1)
      for (const beside of [addDays(day, -7 * week), addDays(day, 7 * week)])
        if (near.length < MOST_BESIDE && beside < today && !isWithin(beside, outage) && !isCovered(beside))
          near.push(beside);
    return near;
  });
  const each = Math.min(MOST_BESIDE, ...found.map((near) => near.length));
  if (each < LEAST_BESIDE) return { days: [], each: 0 };
  // A day may stand beside two days of a long outage: it is counted for each.
  return { days: found.flatMap((near) => near.slice(0, each)), each };
}

const isWithin = (day: Day, { from, to }: { from: Day; to: Day }): boolean => day >= from && day <= to;

/** What a unit had on the days of an outage, and on those beside it. */
export interface EffectOfUnit {
  unitId: number;
  during: Counts;
  /** Of all days beside it together: `each` times as many as the outage has. */
  beside: Counts;
  /** Nothing may be said of its share. */
  isTooFew: boolean;
}

/** What counts a unit has on a day. */
export type CountsOn = (unitId: number, day: Day) => Counts | null;

/**
 * What units had on the days of an outage and on the same weekdays beside it, exactly; those without any dossier on either are left out.
 * No more than that is said: a holiday or a campaign is not told apart.
 */
export function effectOf(
  units: readonly number[],
  outage: { from: Day; to: Day },
  beside: DaysBeside,
  countsOn: CountsOn,
): EffectOfUnit[] {
  const days = daysOf(outage.from, outage.to);
  return units
    .map((unitId) => {
      const [during, around] = [sumOf(unitId, days, countsOn), sumOf(unitId, beside.days, countsOn)];
      return { unitId, during, beside: around, isTooFew: beside.each === 0 || around.denominator < LEAST_DOSSIERS };
    })
    .filter((unit) => unit.during.denominator + unit.beside.denominator > 0);
}

function sumOf(unitId: number, days: readonly Day[], countsOn: CountsOn): Counts {
  const sum = { numerator: 0, denominator: 0 };
  for (const day of days) {
    const counts = countsOn(unitId, day);
    sum.numerator += counts?.numerator ?? 0;
    sum.denominator += counts?.denominator ?? 0;
  }
  return sum;
}

/** How many dossiers fewer than on the days beside it, times `each`: whole numbers, to put the hardest hit first. */
export function fewerTimes({ during, beside }: EffectOfUnit, each: number): number {
  return beside.denominator - during.denominator * each;
}
