import { isBetween, type Day } from './days.ts';
import type { Channel } from './dossier-row.ts';
import type { ServiceLevel } from './service-list.ts';
import type { Tier } from './tier.ts';

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
  /** The tiers of the receiving units whose dossiers are looked at; null: all. */
  tiers: readonly Tier[] | null;
  /** The statuses of the dossiers that are looked at; null: the basis decides (resolved is 9 or 10, received is any). */
  statuses: readonly number[] | null;
  /** CHANNEL: those that came by `numeratorChannel`. ON_TIME: those finished by their due time; one without is not counted. */
  numerator: 'CHANNEL' | 'ON_TIME';
  /** Null where the numerator is not of a channel. */
  numeratorChannel: Channel | null;
}

/** What a verdict needs of a dossier; days in Asia/Ho_Chi_Minh. */
export interface CountableDossier {
  /** `TrangThaiHoSo`, 1 to 10. */
  status: number;
  channel: Channel;
  receivedDay: Day;
  finishedDay: Day | null;
  /** Instants; what is on time is decided by them, not by days. */
  finishedAt: Date | null;
  dueAt: Date | null;
  /** Taken out of the figures; null: it is not. */
  gone: Gone | null;
}

/** Why a dossier is in no figure, whatever it says: a person or its source deleted it, or its rows are taken for another one. */
export type Gone = 'DELETED' | 'MERGED';

/** Who received the dossier, and what the catalogue says of its procedure for them on the eligibility day. */
export interface CatalogueFacts {
  /** Of the receiving unit. */
  tier: Tier;
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
  | 'COUNTS_ON_TIME'
  | 'COUNTS_LATE'
  | 'COUNTS_UNFINISHED'
  | 'DELETED'
  | 'MERGED'
  | 'OTHER_TIER'
  | 'OTHER_STATUS'
  | 'NO_DUE_TIME'
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
 * 9 or 10, or one that the rule names, with a finish time), or of its reception. Null for a dossier that can count in no period.
 */
export function bookingDay(rule: Pick<IndicatorRule, 'basis' | 'statuses'>, dossier: CountableDossier): Day | null {
  if (whyNotLookedAt(rule, dossier) !== null) return null;
  return rule.basis === 'RECEIVED' ? dossier.receivedDay : dossier.finishedDay;
}

/**
 * How a dossier is counted by an indicator in a period. `facts` are those of `eligibilityDay`. The first reason that keeps it
 * out is told, in this order: gone, received at another tier, not resolved or of another status, outside the period, without a due
 * time, not in force, not on the list, at another level. By reception every received dossier is looked at unless statuses are
 * named, whatever became of it. An unknown channel stays in the denominator and is never online.
 */
export function verdict(
  rule: IndicatorRule,
  dossier: CountableDossier,
  facts: CatalogueFacts,
  period: Period,
): Verdict {
  const reason = whyNotCounted(rule, dossier, facts, period);
  if (reason !== null) return { countedAs: 'NOT_COUNTED', reason };
  const countedAs = isInNumerator(rule, dossier) ? 'NUMERATOR' : 'DENOMINATOR';
  return { countedAs, reason: rule.numerator === 'ON_TIME' ? timeliness(dossier) : COUNTS[dossier.channel] };
}

/** Whether a dossier that counts is of the numerator's kind. */
export function isInNumerator(
  rule: Pick<IndicatorRule, 'numerator' | 'numeratorChannel'>,
  dossier: Pick<CountableDossier, 'channel' | 'finishedAt' | 'dueAt'>,
): boolean {
  return rule.numerator === 'ON_TIME'
    ? timeliness(dossier) === 'COUNTS_ON_TIME'
    : dossier.channel === rule.numeratorChannel;
}

function timeliness({ finishedAt, dueAt }: Pick<CountableDossier, 'finishedAt' | 'dueAt'>): ReasonCode {
  if (finishedAt === null || dueAt === null) return 'COUNTS_UNFINISHED';
  return finishedAt.getTime() <= dueAt.getTime() ? 'COUNTS_ON_TIME' : 'COUNTS_LATE';
}

function whyNotCounted(
  rule: IndicatorRule,
  dossier: CountableDossier,
  facts: CatalogueFacts,
  period: Period,
): ReasonCode | null {
  if (dossier.gone !== null) return dossier.gone;
  if (rule.tiers !== null && !rule.tiers.includes(facts.tier)) return 'OTHER_TIER';
  const passedBy = whyNotLookedAt(rule, dossier);
  if (passedBy !== null) return passedBy;
  const day = bookingDay(rule, dossier);
  if (day === null || !isBetween(day, period.from, period.to)) return 'OUTSIDE_PERIOD';
  if (rule.numerator === 'ON_TIME' && dossier.dueAt === null) return 'NO_DUE_TIME';
  if (eligibilityDay(rule, dossier, period.to) === null) return 'NO_FINISH_TIME';
  if (rule.inForceRequired && !facts.inForce) return 'NOT_IN_FORCE';
  if (!rule.listed) return null;
  if (facts.level === null) return 'NOT_LISTED';
  return rule.levels.includes(facts.level) ? null : 'WRONG_LEVEL';
}

/** Whether a dossier's status, and its finish where that is asked for, let it be looked at in some period. */
export function isLookedAt(rule: Pick<IndicatorRule, 'basis' | 'statuses'>, dossier: CountableDossier): boolean {
  return whyNotLookedAt(rule, dossier) === null;
}

/** Why a dossier's status or its missing finish keeps it out, whatever the period. */
function whyNotLookedAt(
  { basis, statuses }: Pick<IndicatorRule, 'basis' | 'statuses'>,
  { status, finishedDay, gone }: CountableDossier,
): ReasonCode | null {
  if (gone !== null) return gone;
  if (statuses !== null) {
    if (!statuses.includes(status)) return UNRESOLVED.get(status) ?? 'OTHER_STATUS';
  } else if (basis === 'RESOLVED' && status < LEAST_RESOLVED_STATUS) {
    return UNRESOLVED.get(status) ?? 'NOT_RESOLVED_YET';
  }
  return basis === 'RESOLVED' && finishedDay === null ? 'NO_FINISH_TIME' : null;
}
