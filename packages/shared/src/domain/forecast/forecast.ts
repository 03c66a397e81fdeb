import type { Counts } from '../rate.ts';
import type { Expectation } from '../standing/outlook.ts';
import { originsOf, trials, type Strategy, type Subject, type Trial } from './back-test.ts';
import { chooseMethods, judge, type StrategyError } from './chosen-method.ts';
import { monthOfYear, sumOf, type History, type MonthNumber } from './history.ts';
import { spreads, type Alike, type Spread } from './interval.ts';
import { project } from './project.ts';
import type { ShareMethod } from './share.ts';

/** What is left of the year. */
export interface YearsRest {
  /** How many months, one that is under way included. */
  months: number;
  /** What is left of the first of them: days to come and days it has. A month that has not begun is whole. */
  daysLeft: number;
  daysInMonth: number;
}

/** What one unit, with all that it answers for, has before it. */
export interface SubjectForecast extends Expectation {
  /** In the middle, month by month. */
  months: readonly Counts[];
}

/** FORECAST: what is shown. The others are what anybody would say without one: it has to be nearer than they are. */
export type Told = 'FORECAST' | 'SO_FAR' | 'LAST_MONTH';

/** In the order in which they are shown. */
export const TOLD: readonly Told[] = ['FORECAST', 'SO_FAR', 'LAST_MONTH'];

/** All forecasts of one question, with how good those of the past were. */
export interface Forecasts {
  of(subject: number): SubjectForecast;
  methodOf: (group: string) => ShareMethod;
  /**
   * By groups of subjects, what the forecasts of the past were off by: where a year is over those that told one to its end, and
   * until then those that told it to the last month that is known.
   */
  errors: ReadonlyMap<string, StrategyError<Told>[]>;
  /** The month after the last against which they were held. */
  judgedUntil: MonthNumber;
}

/**
 * Forecasts of all subjects from the whole months that are known. Receiving units are forecast each by itself, by the method that its
 * group's past chose (the nearer of the two plain ones where what was chosen was no nearer), and added up: a district is the sum of its communes. Source: docs/decisions/0013 §2 and §8.
 */
export function forecastAll(history: History, subjects: readonly Subject[], rest: YearsRest): Forecasts {
  const origins = originsOf(history);
  const chosen = chooseMethods(history, origins);
  const strategies: Strategy<Told>[] = [
    { name: 'FORECAST', methodOf: chosen },
    { name: 'SO_FAR', methodOf: () => 'SO_FAR' },
    { name: 'LAST_MONTH', methodOf: () => 'LAST_MONTH' },
  ];
  const past = trials(history, subjects, strategies, origins);
  const judged = errorsOf(history, past);
  // What is added up of others is told by theirs.
  const alone = new Set(history.groupNames);
  const usedFor = (group: string): Told => (alone.has(group) ? nearest(judged.errors.get(group) ?? []) : 'FORECAST');
  const methodOf = (group: string): ShareMethod => {
    const used = usedFor(group);
    return used === 'FORECAST' ? chosen(group, history.length) : used;
  };
  const spreadOf = spreads(past.filter(({ strategy, group }) => strategy === usedFor(group)));
  const told = project(history, rest.months, methodOf);
  const found = new Map(
    subjects.map(({ id, group, own }) => {
      const months = addedUp(
        own.map((part) => told.get(part) ?? []),
        rest,
      );
      return [id, { ...expectation(months, group, spreadOf), months }] as const;
    }),
  );
  return { methodOf, ...judged, of: (subject) => found.get(subject) ?? NOTHING };
}

/** What missed least in the past; where a plain one is as near or nearer than the forecast, that plain one. */
function nearest(errors: readonly StrategyError<Told>[]): Told {
  const missed = new Map(errors.map(({ strategy, meanMissed }) => [strategy, meanMissed] as const));
  const off = (told: Told): number => missed.get(told) ?? Infinity;
  const plain = off('SO_FAR') <= off('LAST_MONTH') ? 'SO_FAR' : 'LAST_MONTH';
  return off(plain) <= off('FORECAST') && off(plain) !== Infinity ? plain : 'FORECAST';
}

function errorsOf({ first, length }: History, past: readonly Trial<Told>[]): Pick<Forecasts, 'errors' | 'judgedUntil'> {
  const whole = past.filter(({ toYearsEnd }) => toYearsEnd);
  const judging = whole.length > 0 ? whole : past;
  const groups = [...new Set(judging.map(({ group }) => group))];
  const ofGroup = (name: string): Trial<Told>[] => judging.filter(({ group }) => group === name);
  return {
    errors: new Map(groups.map((group) => [group, judge(ofGroup(group), TOLD)])),
    judgedUntil: first + (whole.length > 0 ? length - monthOfYear(first + length) : length),
  };
}

const NOTHING: SubjectForecast = { months: [], volume: 0, low: 0, middle: 0, high: 0 };

/** Several units' months one by one; of the first only what is left of it for each of them, so that a whole is the sum of its parts. */
function addedUp(parts: readonly (readonly Counts[])[], rest: YearsRest): Counts[] {
  return Array.from({ length: rest.months }, (_nothing, index) => {
    const months = parts.flatMap((part) => part[index] ?? []);
    return sumOf(index === 0 ? months.map((month) => leftOf(month, rest)) : months);
  });
}

function leftOf({ numerator, denominator }: Counts, { daysLeft, daysInMonth }: YearsRest): Counts {
  const left = (dossiers: number): number => Math.round((dossiers * daysLeft) / daysInMonth);
  return { numerator: Math.min(left(numerator), left(denominator)), denominator: left(denominator) };
}

function expectation(months: readonly Counts[], group: string, spreadOf: (alike: Alike) => Spread): Expectation {
  const { numerator: middle, denominator: volume } = sumOf(months);
  const { low, high } = spreadOf({ group, ahead: months.length, volume });
  return {
    volume,
    middle,
    low: Math.max(0, Math.floor(middle + low * volume)),
    high: Math.min(volume, Math.ceil(middle + high * volume)),
  };
}
