import { dayInVietnam, monthStart, type Day } from '../days.ts';

/** Why a system was down. CHECKED: the checks found it. REPORTED: somebody said so. MAINTENANCE: planned, which is nobody's fault. */
export const OUTAGE_KINDS = ['CHECKED', 'REPORTED', 'MAINTENANCE'] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

/** From when to when; without an end it lasts. */
export interface Span {
  begunAt: Date;
  endedAt: Date | null;
}

/** An outage as its part in the availability is reckoned: what was planned, and when that was said. */
export interface OutageSpan extends Span {
  kind: OutageKind;
  saidAt: Date | null;
}

/** Somebody types for so long: what was to begin when they began is planned all the same. */
export const TYPING_MINUTES = 15;

/** The checks of a day or month, but those made while it was planned to be down. */
export interface Checked {
  checks: number;
  failed: number;
}

/** A day or a month: checks that were answered over checks that were made, and how many whole minutes it was down. */
export interface Availability {
  /** The first day. */
  from: Day;
  checks: number;
  answered: number;
  downMinutes: number;
  plannedMinutes: number;
}

const MINUTE_MS = 60_000;

/** Milliseconds from when to when. */
type Stretch = [start: number, end: number];

/** Some spans as stretches apart from each other, in their order; what lasts goes on until `now`. */
function apart(spans: readonly Span[], now: Date): Stretch[] {
  const sorted = spans
    .map(({ begunAt, endedAt }): Stretch => [begunAt.getTime(), Math.min((endedAt ?? now).getTime(), now.getTime())])
    .filter(([start, end]) => start < end)
    .sort(([a], [b]) => a - b);
  const whole: Stretch[] = [];
  for (const [start, end] of sorted) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}

/** How long stretches apart last within each of some periods, both in their order. */
function lengthsWithin(stretches: readonly Stretch[], periods: readonly { start: Date; end: Date }[]): number[] {
  let first = 0;
  return periods.map(({ start, end }) => {
    const [from, to] = [start.getTime(), end.getTime()];
    while (first < stretches.length && (stretches[first]?.[1] ?? 0) <= from) first += 1;
    let sum = 0;
    for (let at = first; at < stretches.length; at += 1) {
      const [begun, ended] = stretches[at] ?? [to, to];
      if (begun >= to) break;
      sum += Math.min(ended, to) - Math.max(begun, from);
    }
    return sum;
  });
}

/** How much of an outage was planned: what was said before it came. All of it where it was said before its beginning. */
export function plannedOf({ kind, begunAt, endedAt, saidAt }: OutageSpan): Span | null {
  if (kind !== 'MAINTENANCE') return null;
  const isLate = saidAt !== null && saidAt.getTime() - begunAt.getTime() > TYPING_MINUTES * MINUTE_MS;
  const from = isLate ? saidAt : begunAt;
  return endedAt !== null && endedAt <= from ? null : { begunAt: from, endedAt };
}

/** The first instant of a day in Viet Nam. */
export function startOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

/** The days that a span touches, as far as it has lasted; what ends as a day begins does not touch that one. */
export function daysTouched({ begunAt, endedAt }: Span, now: Date): { from: Day; to: Day } {
  const end = new Date(Math.max(begunAt.getTime(), (endedAt ?? now).getTime() - 1));
  return { from: dayInVietnam(begunAt), to: dayInVietnam(end) };
}

/**
 * How available a system was in each of some days or months, in their order: by the checks of each and by its outages, until now. A check
 * counts where it was made outside of what was planned. Nothing is said of time at which nobody looked.
 */
export function availabilityOf(
  periods: readonly { from: Day; start: Date; end: Date }[],
  checkedIn: (from: Day) => Checked | null,
  outages: readonly OutageSpan[],
  now: Date,
): Availability[] {
  const planned = outages.flatMap((outage) => plannedOf(outage) ?? []);
  const plannedMs = lengthsWithin(apart(planned, now), periods);
  // What was planned is no outage, though checks may have found one that goes on into it.
  const allMs = lengthsWithin(apart(outages, now), periods);
  return periods.map(({ from }, at) => {
    const { checks, failed } = checkedIn(from) ?? { checks: 0, failed: 0 };
    const [all, excused] = [allMs[at] ?? 0, plannedMs[at] ?? 0];
    return {
      ...{ from, checks, answered: checks - failed },
      ...{ downMinutes: Math.floor((all - excused) / MINUTE_MS), plannedMinutes: Math.floor(excused / MINUTE_MS) },
    };
  });
}

/** The first day of the month or the day itself. */
export function periodStart(day: Day, grain: 'DAY' | 'MONTH'): Day {
  return grain === 'MONTH' ? monthStart(day) : day;
}
