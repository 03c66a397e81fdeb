import { dayInVietnam, monthStart, type Day } from '../days.ts';

/** Why a system was down. CHECKED: the checks found it. REPORTED: somebody said so. MAINTENANCE: planned, which is nobody's fault. */
export const OUTAGE_KINDS = ['CHECKED', 'REPORTED', 'MAINTENANCE'] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

/** From when to when; without an end it lasts. */
export interface Span {
  begunAt: Date;
  endedAt: Date | null;
}

/** The checks of one hour. Those made while it was planned to be down are in `planned` alone. */
export interface CheckedHour {
  hour: Date;
  checks: number;
  failed: number;
  planned: number;
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

/** How long some spans last together within a time, in milliseconds: what several of them cover is counted once. */
export function coveredMs(spans: readonly Span[], from: Date, to: Date): number {
  const clipped = spans
    .map(({ begunAt, endedAt }): [number, number] => [
      Math.max(begunAt.getTime(), from.getTime()),
      Math.min(endedAt?.getTime() ?? to.getTime(), to.getTime()),
    ])
    .filter(([start, end]) => start < end)
    .sort(([a], [b]) => a - b);
  let [sum, until] = [0, Number.NEGATIVE_INFINITY];
  for (const [start, end] of clipped) {
    if (end <= until) continue;
    sum += end - Math.max(start, until);
    until = end;
  }
  return sum;
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
 * How available a system was in each of some days or months: by the checks of its hours and by its outages, until now. A check counts
 * where it was made outside of what was planned. Nothing is said of time at which nobody looked.
 */
export function availabilityOf(
  periods: readonly { from: Day; start: Date; end: Date }[],
  hours: readonly CheckedHour[],
  spans: readonly (Span & { kind: OutageKind })[],
  now: Date,
): Availability[] {
  const planned = spans.filter(({ kind }) => kind === 'MAINTENANCE');
  const down = spans.filter(({ kind }) => kind !== 'MAINTENANCE');
  return periods.map(({ from, start, end }) => {
    const within = hours.filter(({ hour }) => hour >= start && hour < end);
    const sum = (of: (hour: CheckedHour) => number): number => within.reduce((all, hour) => all + of(hour), 0);
    const [checks, failed] = [sum((hour) => hour.checks), sum((hour) => hour.failed)];
    const until = end < now ? end : now;
    const plannedMs = coveredMs(planned, start, until);
    // What was planned is no outage, though checks may have found one that goes on into it.
    const downMs = coveredMs([...down, ...planned], start, until) - plannedMs;
    return {
      ...{ from, checks, answered: checks - failed },
      ...{ downMinutes: Math.floor(downMs / MINUTE_MS), plannedMinutes: Math.floor(plannedMs / MINUTE_MS) },
    };
  });
}

/** The first day of the month or the day itself. */
export function periodStart(day: Day, grain: 'DAY' | 'MONTH'): Day {
  return grain === 'MONTH' ? monthStart(day) : day;
}
