import { addDays, compareDays, daysBetween, type Day } from './days.ts';

/**
 * How a unit stands with what it sends. SENDING: as usual. SILENT: nothing for longer than its own rhythm makes likely. TOO_FEW:
 * it sends too seldom to say so. NEVER: nothing came yet.
 */
export type SendingState = 'SENDING' | 'SILENT' | 'TOO_FEW' | 'NEVER';

export interface Sending {
  state: SendingState;
  /** The last day of which there is something; null for never. */
  lastDay: Day | null;
  /** Days from then to the day asked about. */
  daysSince: number | null;
  /** On so many days since then something could have come. */
  missed: number;
  /** On which share of such days something came until then; null where that is not known. */
  usual: number | null;
}

/** So far back a rhythm is looked for. */
export const RHYTHM_DAYS = 90;
/** Days with something that a rhythm needs. */
const LEAST_DAYS = 4;
/** What is less likely than this is silence. */
const UNLIKELY = 0.01;

/**
 * Whether somebody is silent on a day, by their own rhythm: something came on so many of the days on which something could come
 * (`open`), so that a row of such days without anything is so likely. The day itself is not over, and does not count. Days are
 * in order and within the last 90 days; `lastDay` may lie further back.
 */
export function sendingOf(
  days: readonly Day[],
  open: readonly Day[],
  { on, lastDay }: { on: Day; lastDay: Day | null },
): Sending {
  if (lastDay === null) return { state: 'NEVER', lastDay, daysSince: null, missed: 0, usual: null };
  const missed = open.filter((day) => compareDays(day, lastDay) > 0 && compareDays(day, on) < 0).length;
  const first = days[0];
  const told = { lastDay, daysSince: daysBetween(lastDay, on), missed };
  // Nothing within the window: its last days lie so far back that no rhythm would make that likely.
  if (first === undefined) return { ...told, state: missed > 0 ? 'SILENT' : 'TOO_FEW', usual: null };
  if (days.length < LEAST_DAYS) return { ...told, state: 'TOO_FEW', usual: null };
  const tried = open.filter((day) => compareDays(day, first) >= 0 && compareDays(day, lastDay) <= 0).length;
  const usual = Math.min(1, days.length / Math.max(tried, days.length));
  // Never quite certain: as if one day more had brought nothing. So one day alone is no silence, however regular they are.
  const likely = days.length / (Math.max(tried, days.length) + 1);
  return { ...told, state: (1 - likely) ** missed < UNLIKELY ? 'SILENT' : 'SENDING', usual };
}

/** The days of the week from Monday to Friday of the last 90 days up to a day: when a source as a whole could send. */
export function weekdaysUntil(on: Day): Day[] {
  const days: Day[] = [];
  for (let back = RHYTHM_DAYS; back >= 0; back -= 1) {
    const day = addDays(on, -back);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}
