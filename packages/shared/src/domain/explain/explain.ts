import { dayInVietnam, isBetween, type Day } from '../days.ts';
import type { Channel } from '../dossier-row.ts';
import {
  eligibilityDay,
  isInNumerator,
  isLookedAt,
  verdict,
  type CatalogueFacts,
  type CountableDossier,
  type Gone,
  type IndicatorRule,
  type Period,
  type Verdict,
} from '../eligibility.ts';
import type { ServiceLevel } from '../service-list.ts';
import type { Tier } from '../tier.ts';

/**
 * The rules by which a dossier counts, in their order; the last one (CHANNEL or ON_TIME) says in which of the two counts. TIER and DUE
 * are told only where the indicator asks for them, which few do; GONE only of a dossier that was taken out of the figures.
 */
export const RULES = [
  'GONE',
  'TIER',
  'RESOLVED',
  'IN_PERIOD',
  'DUE',
  'IN_FORCE',
  'LISTED',
  'LEVEL',
  'CHANNEL',
  'ON_TIME',
] as const;
export type RuleName = (typeof RULES)[number];

/** UNASKED: the indicator does not ask for it. UNKNOWN: what it asks about is not there, not even the day on which it asks. */
export type RuleOutcome = 'PASSED' | 'FAILED' | 'UNASKED' | 'UNKNOWN';

/** What the catalogue says on the eligibility day, and which decisions made it so; null: none did, or nobody knows. */
export interface ExplainedFacts extends CatalogueFacts {
  /** By which decision the procedure was in force then, or was not any more. */
  forceDecision: string | null;
  /** By which decision it stood on the list then, or did not any more. */
  listDecision: string | null;
}

/** One rule with the facts that it was tried on. */
export interface ExplainedRule {
  rule: RuleName;
  outcome: RuleOutcome;
  /** The day that it looks at. */
  day: Day | null;
  decision: string | null;
  level: ServiceLevel | null;
  tier: Tier | null;
  status: number | null;
  channel: Channel | null;
  /** How it was taken out of the figures. */
  gone: Gone | null;
}

export interface Explained extends Verdict {
  rules: ExplainedRule[];
}

const NOTHING = {
  day: null,
  decision: null,
  level: null,
  tier: null,
  status: null,
  channel: null,
  gone: null,
} as const;

/** Why a dossier counts or not, rule by rule: every rule is tried, also those after the first that fails. */
export function explain(
  rule: IndicatorRule,
  dossier: CountableDossier,
  facts: ExplainedFacts,
  period: Period,
): Explained {
  const day = eligibilityDay(rule, dossier, period.to);
  const tried = (passes: boolean): RuleOutcome => (passes ? 'PASSED' : 'FAILED');
  const onDay = (isAsked: boolean, passes: boolean): RuleOutcome =>
    day === null ? 'UNKNOWN' : isAsked ? tried(passes) : 'UNASKED';
  const isListed = facts.level !== null;
  const of = { ...NOTHING, day, tier: facts.tier };
  const listed = { ...of, decision: facts.listDecision, level: facts.level };
  const rules: ExplainedRule[] = [
    ...taken(dossier),
    ...atTier(rule, facts),
    resolved(rule, dossier),
    within(rule, dossier, period),
    ...due(rule, dossier),
    {
      ...of,
      rule: 'IN_FORCE',
      tier: null,
      decision: facts.forceDecision,
      outcome: onDay(rule.inForceRequired, facts.inForce),
    },
    { ...listed, rule: 'LISTED', outcome: onDay(rule.listed, isListed) },
    {
      ...listed,
      rule: 'LEVEL',
      outcome:
        rule.listed && !isListed
          ? 'UNKNOWN'
          : onDay(rule.listed, facts.level !== null && rule.levels.includes(facts.level)),
    },
    inNumerator(rule, dossier),
  ];
  return { ...verdict(rule, dossier, facts, period), rules };
}

function taken({ gone }: CountableDossier): ExplainedRule[] {
  return gone === null ? [] : [{ ...NOTHING, rule: 'GONE', gone, outcome: 'FAILED' }];
}

function atTier(rule: IndicatorRule, { tier }: ExplainedFacts): ExplainedRule[] {
  if (rule.tiers === null) return [];
  return [{ ...NOTHING, rule: 'TIER', tier, outcome: rule.tiers.includes(tier) ? 'PASSED' : 'FAILED' }];
}

function due(rule: IndicatorRule, { dueAt }: CountableDossier): ExplainedRule[] {
  if (rule.numerator !== 'ON_TIME') return [];
  const day = dueAt === null ? null : dayInVietnam(dueAt);
  return [{ ...NOTHING, rule: 'DUE', day, outcome: dueAt === null ? 'FAILED' : 'PASSED' }];
}

function inNumerator(rule: IndicatorRule, dossier: CountableDossier): ExplainedRule {
  const outcome = isInNumerator(rule, dossier) ? 'PASSED' : 'FAILED';
  if (rule.numerator === 'ON_TIME') return { ...NOTHING, rule: 'ON_TIME', day: dossier.finishedDay, outcome };
  return { ...NOTHING, rule: 'CHANNEL', channel: dossier.channel, outcome };
}

function resolved(rule: IndicatorRule, dossier: CountableDossier): ExplainedRule {
  const { status, finishedDay: day } = dossier;
  const isAsked = rule.basis === 'RESOLVED' || rule.statuses !== null;
  const outcome = !isAsked ? 'UNASKED' : isLookedAt(rule, { ...dossier, gone: null }) ? 'PASSED' : 'FAILED';
  return { ...NOTHING, rule: 'RESOLVED', outcome, day, status };
}

function within(rule: IndicatorRule, dossier: CountableDossier, period: Period): ExplainedRule {
  const day = rule.basis === 'RECEIVED' ? dossier.receivedDay : dossier.finishedDay;
  const outcome = day === null ? 'UNKNOWN' : isBetween(day, period.from, period.to) ? 'PASSED' : 'FAILED';
  return { ...NOTHING, rule: 'IN_PERIOD', outcome, day };
}
