import { isBetween, type Day } from './days.ts';
import type { Channel } from './dossier-row.ts';
import type { ServiceLevel } from './service-list.ts';

/** What an indicator measures, as data. The indicator of Decision 793 is resolved, by reception day, in force, listed at level 4. */
export interface IndicatorRule {
  /** Which dossiers are looked at: the resolved ones by the day of their finish, or all received ones by that day. */
  basis: 'RESOLVED' | 'RECEIVED';
  /** The day on which procedure and list are looked up. */
  eligibilityDate: 'RECEIVED' | 'RESOLVED' | 'PERIOD_END';
  inForceRequired: boolean;
  /** Whether the procedure has to stand on the indicator's list. */
  listed: boolean;
  /** The levels at which it has to stand there; not looked at where no list is required. */
  levels: readonly ServiceLevel[];
  numeratorChannel: Channel;
}

/** What a verdict needs of a dossier; days in Asia/Ho_Chi_Minh. */
export interface CountableDossier {
  /** `TrangThaiHoSo`, 1 to 10. */
  status: number;
  channel: Channel;
  receivedDay: Day;
  finishedDay: Day | null;
}

/** What the catalogue says of the dossier's procedure on the eligibility day, for the tier of the receiving unit. */
export interface CatalogueFacts {
  inForce: boolean;
  /** Null where it does not stand on the list. */
  level: ServiceLevel | null;
}

/** From one day to another, both included. */
export interface Period {
  from: Day;
  to: Day;
}

/** Where a dossier stands: in both counts, in the denominator alone, or in none. */
export type CountedAs = 'NUMERATOR' | 'DENOMINATOR' | 'NOT_COUNTED';

/** Why a dossier is counted as it is. What people read about it is the server's text for the code. */
export type ReasonCode =
  | 'COUNTS_ONLINE'
  | 'COUNTS_IN_PERSON'
  | 'COUNTS_POSTAL'
  | 'COUNTS_UNKNOWN_CHANNEL'
  | 'NOT_RESOLVED_YET'
  | 'REGISTERED_ONLY'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'STOPPED'
  | 'NO_FINISH_TIME'
  | 'OUTSIDE_PERIOD'
  | 'NOT_IN_FORCE'
  | 'NOT_LISTED'
  | 'WRONG_LEVEL';

/** How a dossier is counted, and why. */
export interface Verdict {
  countedAs: CountedAs;
  reason: ReasonCode;
}

const LEAST_RESOLVED_STATUS = 9;
const UNRESOLVED = new Map<number, ReasonCode>([
  [1, 'REGISTERED_ONLY'],
  [3, 'REFUSED'],
  [7, 'WITHDRAWN'],
  [8, 'STOPPED'],
]);
const COUNTS = {
  ONLINE: 'COUNTS_ONLINE',
  IN_PERSON: 'COUNTS_IN_PERSON',
  POSTAL: 'COUNTS_POSTAL',
  UNKNOWN: 'COUNTS_UNKNOWN_CHANNEL',
} as const satisfies Record<Channel, ReasonCode>;

/**
 * The day on which the dossier's procedure has to be in force and on the list. Null for a rule that asks on the day of the
 * finish while there is none.
 */
export function eligibilityDay(
  rule: Pick<IndicatorRule, 'eligibilityDate'>,
  dossier: Pick<CountableDossier, 'receivedDay' | 'finishedDay'>,
  periodEnd: Day,
): Day | null {
  if (rule.eligibilityDate === 'PERIOD_END') return periodEnd;
  return rule.eligibilityDate === 'RECEIVED' ? dossier.receivedDay : dossier.finishedDay;
}

/**
 * The day under which a dossier is booked, which decides the periods it can count in: of its finish once it is resolved (status
 * 9 or 10 with a finish time), or of its reception. Null for a dossier that can count in no period.
 */
export function bookingDay(rule: Pick<IndicatorRule, 'basis'>, dossier: CountableDossier): Day | null {
  if (rule.basis === 'RECEIVED') return dossier.receivedDay;
  return whyNotResolved(dossier) === null ? dossier.finishedDay : null;
}

/**
 * How a dossier is counted by an indicator in a period. `facts` are those of `eligibilityDay`. The first reason that keeps it
 * out is told, in this order: not resolved, outside the period, not in force, not on the list, at another level. By reception
 * every received dossier is looked at, whatever became of it. An unknown channel stays in the denominator and is never online.
 */
export function verdict(
  rule: IndicatorRule,
  dossier: CountableDossier,
  facts: CatalogueFacts,
  period: Period,
): Verdict {
  const reason = whyNotCounted(rule, dossier, facts, period);
  if (reason !== null) return { countedAs: 'NOT_COUNTED', reason };
  const countedAs = dossier.channel === rule.numeratorChannel ? 'NUMERATOR' : 'DENOMINATOR';
  return { countedAs, reason: COUNTS[dossier.channel] };
}

function whyNotCounted(
  rule: IndicatorRule,
  dossier: CountableDossier,
  facts: CatalogueFacts,
  period: Period,
): ReasonCode | null {
  const unresolved = rule.basis === 'RESOLVED' ? whyNotResolved(dossier) : null;
  if (unresolved !== null) return unresolved;
  const day = bookingDay(rule, dossier);
  if (day === null || !isBetween(day, period.from, period.to)) return 'OUTSIDE_PERIOD';
  if (eligibilityDay(rule, dossier, period.to) === null) return 'NO_FINISH_TIME';
  if (rule.inForceRequired && !facts.inForce) return 'NOT_IN_FORCE';
  if (!rule.listed) return null;
  if (facts.level === null) return 'NOT_LISTED';
  return rule.levels.includes(facts.level) ? null : 'WRONG_LEVEL';
}

function whyNotResolved({ status, finishedDay }: CountableDossier): ReasonCode | null {
  if (status < LEAST_RESOLVED_STATUS) return UNRESOLVED.get(status) ?? 'NOT_RESOLVED_YET';
  return finishedDay === null ? 'NO_FINISH_TIME' : null;
}
