/** What a connected system is. */
export const SYSTEM_KINDS = [
  'ONE_STOP',
  'PROVINCIAL_PORTAL',
  'NATIONAL_PORTAL',
  'SHARED_PLATFORM',
  'DATABASE',
  'OTHER',
] as const;
export type SystemKind = (typeof SYSTEM_KINDS)[number];

/** What came of looking at an address. */
export const CHECK_OUTCOMES = [
  'OK',
  'WRONG_STATUS',
  'REDIRECTED',
  'TIMEOUT',
  'REFUSED',
  'NAME_UNKNOWN',
  'UNREACHABLE',
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_NAME',
  'CERTIFICATE_UNTRUSTED',
  'PRIVATE_ADDRESS',
] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** So many failures in a row are an outage: one alone may be a packet that was lost. */
export const FAILURES_OF_OUTAGE = 2;
/** After a first failure it is looked at again so soon. */
export const CONFIRM_AFTER_MINUTES = 1;
/** Where nobody looked for so many turns nothing is known of the time between. */
const TURNS_OF_GAP = 3;
/** Whatever the turn: a process that was away for a moment left no gap. */
const LEAST_GAP_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/** How often it failed one time after the other, since when, and when it was looked at last. */
export interface FailureRun {
  failures: number;
  failingSince: Date | null;
  lastAt: Date | null;
}

export const NO_RUN: FailureRun = { failures: 0, failingSince: null, lastAt: null };

/** One look at a system, and what else is known then. */
export interface Check {
  at: Date;
  outcome: CheckOutcome;
  everyMinutes: number;
  /** Somebody said before that it would be down then. */
  isPlanned: boolean;
  /** Since when an outage lasts that checks have found; null where none does. */
  downSince: Date | null;
}

/** What follows from a look: an outage that begins then, or one that ends then. */
export interface AfterCheck {
  run: FailureRun;
  begins: Date | null;
  ends: Date | null;
}

/** Whether an outcome says anything of the system: where the server itself may not call, it does not. */
export function saysOfSystem(outcome: CheckOutcome): boolean {
  return outcome !== 'PRIVATE_ADDRESS';
}

/** Whether nobody looked for so long that nothing is known of the time between. */
export function isGap(lastAt: Date, at: Date, everyMinutes: number): boolean {
  return at.getTime() - lastAt.getTime() > Math.max(TURNS_OF_GAP * everyMinutes * MINUTE_MS, LEAST_GAP_MS);
}

/**
 * What a look makes of the run of failures before it. An outage begins with the first of two failures in a row and ends with the first
 * answer that is as expected; what was planned begins none. Where nobody looked for long, a run begins anew.
 */
export function afterCheck(run: FailureRun, check: Check): AfterCheck {
  const { at, outcome, everyMinutes, isPlanned, downSince } = check;
  if (!saysOfSystem(outcome)) return { run: { ...run, lastAt: at }, begins: null, ends: null };
  if (outcome === 'OK') return { run: { ...NO_RUN, lastAt: at }, begins: null, ends: endOf(downSince, at) };
  if (isPlanned) return { run: { ...NO_RUN, lastAt: at }, begins: null, ends: null };
  // A clock that was wrong said a time that is still to come.
  const isAnew =
    run.lastAt === null || run.failingSince === null || run.failingSince > at || isGap(run.lastAt, at, everyMinutes);
  const failures = isAnew ? 1 : run.failures + 1;
  const failingSince = isAnew || run.failingSince === null ? at : run.failingSince;
  const begins = downSince === null && failures >= FAILURES_OF_OUTAGE ? failingSince : null;
  return { run: { failures, failingSince, lastAt: at }, begins, ends: null };
}

function endOf(downSince: Date | null, at: Date): Date | null {
  if (downSince === null) return null;
  return downSince > at ? downSince : at;
}

/** When a system is looked at next: as often as it is told, and at once more after a first failure. */
export function nextCheck(at: Date, { failures }: FailureRun, everyMinutes: number): Date {
  const minutes = failures === 1 ? Math.min(CONFIRM_AFTER_MINUTES, everyMinutes) : everyMinutes;
  return new Date(at.getTime() + minutes * MINUTE_MS);
}

/** How a system stands. FAILING: once, and not again yet. UNKNOWN: nobody looks, or looked for long. */
export const SYSTEM_STATES = ['DOWN', 'MAINTENANCE', 'FAILING', 'UP', 'UNKNOWN'] as const;
export type SystemState = (typeof SYSTEM_STATES)[number];

/** How a system stands now: what lasts goes before what was last seen. */
export function stateNow(facts: {
  now: Date;
  isChecked: boolean;
  everyMinutes: number;
  run: FailureRun;
  lastOutcome: CheckOutcome | null;
  isDown: boolean;
  isPlanned: boolean;
}): SystemState {
  const { now, isChecked, everyMinutes, run, lastOutcome, isDown, isPlanned } = facts;
  if (isPlanned) return 'MAINTENANCE';
  if (isDown) return 'DOWN';
  if (!isChecked || lastOutcome === null || run.lastAt === null) return 'UNKNOWN';
  if (!saysOfSystem(lastOutcome) || isGap(run.lastAt, now, everyMinutes)) return 'UNKNOWN';
  return lastOutcome === 'OK' ? 'UP' : 'FAILING';
}

/** Whole days until a certificate ends; below 0 once it has. */
export function daysLeft(notAfter: Date, now: Date): number {
  return Math.floor((notAfter.getTime() - now.getTime()) / (24 * 60 * MINUTE_MS));
}

/** A certificate that ends within so many days is to be renewed. */
export const RENEW_DAYS = 30;
