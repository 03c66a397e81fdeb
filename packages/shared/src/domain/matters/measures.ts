import { addDays, compareDays, daysBetween, type Day } from '../days.ts';
import { daysOf, nameOfDays, shifted, type Days } from '../periods/periods.ts';
import type { Counts } from '../rate.ts';

/** Where a measure stands. That its deadline has passed is asked by the day, and is no state of its own. */
export const MEASURE_STATES = ['PLANNED', 'UNDER_WAY', 'DONE', 'GIVEN_UP'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** What its unit says of a measure. */
export const MEASURE_ACTS = ['BEGUN', 'DONE', 'GIVEN_UP', 'RESUMED', 'NOTED'] as const;
export type MeasureAct = (typeof MEASURE_ACTS)[number];

const FROM: Readonly<Record<MeasureAct, readonly MeasureState[]>> = {
  BEGUN: ['PLANNED'],
  DONE: ['PLANNED', 'UNDER_WAY'],
  GIVEN_UP: ['PLANNED', 'UNDER_WAY'],
  RESUMED: ['DONE', 'GIVEN_UP'],
  NOTED: MEASURE_STATES,
};

/** Whether a state lets an act happen. */
export const allows = (state: MeasureState, act: MeasureAct): boolean => FROM[act].includes(state);

/** Whether an act has to say why, or what. */
export const needsWords = (act: MeasureAct): boolean =>
  act === 'DONE' || act === 'GIVEN_UP' || act === 'RESUMED' || act === 'NOTED';

/** What of a measure follows from its steps. */
export interface MeasureStanding {
  state: MeasureState;
  begunOn: Day | null;
  endedOn: Day | null;
}

export const PLANNED: MeasureStanding = { state: 'PLANNED', begunOn: null, endedOn: null };

/** Whether a step may say since when the measure is under way: what begins it, or ends what nobody said had begun. */
export const saysBeginning = (
  { state, begunOn }: Pick<MeasureStanding, 'state' | 'begunOn'>,
  act: MeasureAct,
): boolean => begunOn === null && allows(state, act) && (act === 'BEGUN' || act === 'DONE');

/** How a measure stands after one more step, that may say since when it is under way; what its state does not let happen changes nothing. */
export function afterMeasureStep(
  standing: MeasureStanding,
  { act, day, since = day }: { act: MeasureAct; day: Day; since?: Day },
): MeasureStanding {
  if (!allows(standing.state, act)) return standing;
  switch (act) {
    case 'BEGUN':
      return { state: 'UNDER_WAY', begunOn: since, endedOn: null };
    case 'DONE':
      // What was never said to have begun has begun by its end.
      return { state: 'DONE', begunOn: standing.begunOn ?? since, endedOn: day };
    case 'GIVEN_UP':
      return { ...standing, state: 'GIVEN_UP', endedOn: day };
    case 'RESUMED':
      return { state: standing.begunOn === null ? 'PLANNED' : 'UNDER_WAY', begunOn: standing.begunOn, endedOn: null };
    case 'NOTED':
      return standing;
  }
}

/** It is still to be done, and its deadline has passed. The last day is still in time. */
export function isMeasureOverdue({ state, dueOn }: { state: MeasureState; dueOn: Day }, today: Day): boolean {
  return (state === 'PLANNED' || state === 'UNDER_WAY') && compareDays(today, dueOn) > 0;
}

/** What somebody expects of a measure: so many dossiers more in the numerator, or so many hundredths of a percentage point. */
export const EFFECT_KINDS = ['DOSSIERS', 'POINTS'] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/**
 * What came, of what was expected: the difference of two figures. In hundredths of a percentage point it is rounded to the nearest, halves away from
 * zero, and null where either figure has no dossiers. It says nothing of why.
 */
export function cameOf(kind: EffectKind, before: Counts, after: Counts): number | null {
  if (kind === 'DOSSIERS') return after.numerator - before.numerator;
  if (before.denominator === 0 || after.denominator === 0) return null;
  const [n, d] = [BigInt(after.numerator), BigInt(after.denominator)];
  const [m, e] = [BigInt(before.numerator), BigInt(before.denominator)];
  const over = d * e;
  const parts = 10_000n * (n * e - m * d);
  const size = parts < 0n ? -parts : parts;
  const rounded = Number((2n * size + over) / (2n * over));
  return parts < 0n && rounded > 0 ? -rounded : rounded;
}

/** As much as was expected came, compared exactly; null where nothing can be told. */
export function cameAsExpected(
  { kind, expected }: { kind: EffectKind; expected: number },
  before: Counts,
  after: Counts,
): boolean | null {
  if (kind === 'DOSSIERS') return after.numerator - before.numerator >= expected;
  if (before.denominator === 0 || after.denominator === 0) return null;
  const [n, d] = [BigInt(after.numerator), BigInt(after.denominator)];
  const [m, e] = [BigInt(before.numerator), BigInt(before.denominator)];
  return 10_000n * (n * e - m * d) >= BigInt(expected) * d * e;
}

/**
 * Why two periods tell nothing of a measure. ORDER: the later one does not lie wholly after the earlier one. LENGTH: they are neither of one kind
 * (two months, two quarters) nor as many days. BEGIN: the later one lies before the measure's own beginning, in whole or in part.
 */
export const MISFITS = ['ORDER', 'LENGTH', 'BEGIN'] as const;
export type Misfit = (typeof MISFITS)[number];

/** The first thing that keeps two periods from being held against each other for a measure that began on a day; null where nothing does. */
export function misfitOf(before: Days, after: Days, beginOn: Day): Misfit | null {
  if (compareDays(before.to, after.from) >= 0) return 'ORDER';
  if (!areAlike(before, after)) return 'LENGTH';
  return compareDays(after.from, beginOn) < 0 ? 'BEGIN' : null;
}

/** A month and a month are alike though one is a day longer; the first nine months of a year are like those of another one. */
function areAlike(one: Days, other: Days): boolean {
  if (daysBetween(one.from, one.to) === daysBetween(other.from, other.to)) return true;
  const [a, b] = [nameOfDays(one), nameOfDays(other)];
  if (a === null || b === null || a.kind !== b.kind || a.startDay !== b.startDay) return false;
  return a.kind !== 'CUMULATIVE' || a.number === b.number;
}

/** The period of before that is like one of after: the month before a month, else as many days that end the day before. */
export function periodLike({ from, to }: Days): Days {
  const named = nameOfDays({ from, to });
  if (named !== null && named.kind !== 'CUMULATIVE') return daysOf(shifted(named, -1));
  const before = addDays(from, -1);
  return { from: addDays(before, -daysBetween(from, to)), to: before };
}

/** What was begun is counted from that day, else from the one that was planned. */
export const beginningOf = ({ begunOn, beginOn }: { begunOn: Day | null; beginOn: Day }): Day => begunOn ?? beginOn;

/** The periods that are proposed: from its beginning to its deadline, its end or today, whichever is first; and as many days before. */
export function periodsToJudge(
  measure: { begunOn: Day | null; beginOn: Day; dueOn: Day; endedOn: Day | null },
  today: Day,
): { before: Days; after: Days } {
  const from = beginningOf(measure);
  const ends = [measure.dueOn, measure.endedOn ?? today, today].sort(compareDays);
  const to = ends.find((end) => compareDays(end, from) >= 0) ?? from;
  return { before: periodLike({ from, to }), after: { from, to } };
}
