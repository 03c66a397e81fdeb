import { addCounts, type Counts } from '../rate.ts';
import { monthOfYear, type History } from './history.ts';
import { project, type Projection } from './project.ts';
import { SHARE_METHODS, type ShareMethod } from './share.ts';
import { volumes } from './volume.ts';

/** What is forecast and judged: a unit with all that it answers for. Its group is that of units alike, with as much below them. */
export interface Subject {
  id: number;
  group: string;
  /** The series that are added up for it. */
  own: readonly number[];
}

/** Which method each group of units is told by at an origin: at the end of the months before it. */
export type MethodOf = (group: string, origin: number) => ShareMethod;

/** One way of forecasting all units at once. */
export interface Strategy<Name extends string> {
  name: Name;
  methodOf: MethodOf;
}

/** One forecast that was made of the past, and what came. Shares are of 1. */
export interface Trial<Name extends string = string> {
  subject: number;
  group: string;
  strategy: Name;
  /** The index of the first month that was not known yet. */
  origin: number;
  /** How many months were forecast: to the end of the year, or to the last month that is known. */
  ahead: number;
  /** Whether the last of them is a December: the year was told to its end. */
  toYearsEnd: boolean;
  /** What came in those months. */
  came: Counts;
  /** The share that came, less the share that was forecast, in those months. */
  missedShare: number;
  /** The rate from January to the last of those months that came, less the one that was forecast: what a report would have been off by. */
  missedRate: number;
}

/** The end of a month of the past, and what each method would have told of every unit from what was known of months until then. */
export interface Origin {
  /** January of the year, or the first month that is known. */
  start: number;
  /** The first month that was not known. */
  at: number;
  /** The month after the last that is told: the end of the year, or of the history. */
  end: number;
  told: ReadonlyMap<ShareMethod, Projection>;
}

/** A forecast of the past is made from no fewer months. */
const LEAST_KNOWN = 3;

/** Every origin that there was, each with the forecasts that could have been made at it. */
export function originsOf(history: History): Origin[] {
  const origins: Origin[] = [];
  for (let at = LEAST_KNOWN; at < history.length; at++) {
    const gone = monthOfYear(history.first + at);
    const [start, end] = [Math.max(0, at - gone), Math.min(history.length, at + 12 - gone)];
    const known = history.cutAt(at);
    // The same for every method: they differ in shares alone.
    const volumeOf = volumes(known);
    const told = SHARE_METHODS.map((method) => [method, project(known, end - at, () => method, volumeOf)] as const);
    origins.push({ start, at, end, told: new Map(told) });
  }
  return origins;
}

/** What months brought until an origin and after it, and what was told of those after it. */
export interface Held {
  before: Counts;
  came: Counts;
  told: Counts;
}

/** What one unit's own months brought until an origin, and from then on before `until`. */
export function broughtTo(
  history: History,
  { start, at }: Origin,
  id: number,
  until: number,
): Pick<Held, 'before' | 'came'> {
  return { before: history.ofUnit(id, start, at), came: history.ofUnit(id, at, until) };
}

/** What a method told at an origin of one unit's own months before `until`. */
export function toldBy({ at, told }: Origin, id: number, method: ShareMethod, until: number): Counts {
  const months = told.get(method)?.get(id) ?? [];
  let [numerator, denominator] = [0, 0];
  for (let index = 0; index < until - at; index++) {
    numerator += months[index]?.numerator ?? 0;
    denominator += months[index]?.denominator ?? 0;
  }
  return { numerator, denominator };
}

/** By how much the rate from January on was off. */
export function missedRateOf({ before, came, told }: Held): number {
  return shareOf(addCounts(before, came)) - shareOf(addCounts(before, told));
}

/**
 * Every forecast that could have been made: at the end of each month, for the months up to the end of that year or of the history.
 * Subjects without a dossier in those months are not judged.
 */
export function trials<Name extends string>(
  history: History,
  subjects: readonly Subject[],
  strategies: readonly Strategy<Name>[],
  origins: readonly Origin[] = originsOf(history),
): Trial<Name>[] {
  return origins.flatMap((origin) =>
    strategies.flatMap((strategy) => {
      const held = new Map(
        history.series.map(({ id, group }) => {
          const told = toldBy(origin, id, strategy.methodOf(group, origin.at), origin.end);
          return [id, { ...broughtTo(history, origin, id, origin.end), told }] as const;
        }),
      );
      return subjects.flatMap((subject) => trialOf(subject, held, origin, history, strategy.name) ?? []);
    }),
  );
}

function trialOf<Name extends string>(
  { id, group, own }: Subject,
  held: ReadonlyMap<number, Held>,
  { at, end }: Origin,
  { first }: History,
  strategy: Name,
): Trial<Name> | null {
  let whole: Held = { before: NONE, came: NONE, told: NONE };
  for (const one of own) {
    const part = held.get(one);
    if (part) whole = together(whole, part);
  }
  const { came, told } = whole;
  if (came.denominator === 0) return null;
  return {
    subject: id,
    group,
    strategy,
    origin: at,
    ahead: end - at,
    toYearsEnd: monthOfYear(first + end) === 0,
    came,
    missedShare: shareOf(came) - shareOf(told),
    missedRate: missedRateOf(whole),
  };
}

const NONE: Counts = { numerator: 0, denominator: 0 };

function together(a: Held, b: Held): Held {
  return {
    before: addCounts(a.before, b.before),
    came: addCounts(a.came, b.came),
    told: addCounts(a.told, b.told),
  };
}

function shareOf({ numerator, denominator }: Counts): number {
  return denominator === 0 ? 0 : numerator / denominator;
}
