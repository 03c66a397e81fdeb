import { CONDITION_KINDS, type ConditionKind } from '@chi-tieu/shared/domain/urging/conditions';
import { DEFAULT_LETTERS } from '@chi-tieu/shared/domain/urging/letter';
import { readWhole } from '@chi-tieu/shared/domain/vietnamese-format';
import type { UnitKind, UrgeRuleInput } from '@chi-tieu/shared/generated/graphql';
import type { UrgeRuleShown } from './urgingWords.ts';

export const CONDITIONS = CONDITION_KINDS;
export const LETTERS = DEFAULT_LETTERS;

/** The numbers that a condition asks for. */
export const FIELDS_OF = {
  BEHIND_MILESTONE: ['months', 'settleDays'],
  SOURCE_SILENT: ['days'],
  NOT_ASSIGNED: ['day', 'month'],
  OUT_OF_REACH: [],
} as const satisfies Record<ConditionKind, readonly string[]>;

/** A rule while it is written: numbers as they are typed. */
export interface RuleDraft {
  name: string;
  kind: ConditionKind;
  indicator: string;
  months: string;
  settleDays: string;
  days: string;
  month: string;
  day: string;
  kinds: UnitKind[];
  under: string;
  sendsItself: boolean;
  answerDays: string;
  raiseAfterDays: string;
  subject: string;
  body: string;
}

/** What a form begins with: the rule as it stands, or what is usual. */
export function draftOf(rule: UrgeRuleShown | null, indicator: string): RuleDraft {
  const kind = rule?.kind ?? 'BEHIND_MILESTONE';
  return {
    name: rule?.name ?? '',
    kind,
    indicator: rule?.indicator ?? indicator,
    months: String(rule?.months ?? 2),
    settleDays: String(rule?.settleDays ?? 10),
    days: String(rule?.days ?? 7),
    month: String(rule?.month ?? 2),
    day: String(rule?.day ?? 15),
    kinds: [...(rule?.kinds ?? (['DEPARTMENT', 'DISTRICT'] as const))],
    under: rule?.under?.code ?? '',
    sendsItself: rule?.sendsItself ?? false,
    answerDays: String(rule?.answerDays ?? 10),
    raiseAfterDays: rule?.raiseAfterDays == null ? '' : String(rule.raiseAfterDays),
    subject: rule?.subject ?? LETTERS[kind].subject,
    body: rule?.body ?? LETTERS[kind].body,
  };
}

/** What cannot be read as a number is refused at its field, as one that is out of bounds. */
const number = (text: string): number => readWhole(text) ?? -1;

/** What is sent of a draft: what its condition has no use for is left out. */
export function inputOf(draft: RuleDraft): UrgeRuleInput {
  const { kind, indicator, under, raiseAfterDays, answerDays, name, kinds, sendsItself, subject, body } = draft;
  const asked: readonly string[] = FIELDS_OF[kind];
  const ifAsked = (field: 'months' | 'settleDays' | 'days' | 'month' | 'day'): number | null =>
    asked.includes(field) ? number(draft[field]) : null;
  return {
    ...{ name, kind, kinds: [...kinds], sendsItself, subject, body },
    indicator: kind === 'SOURCE_SILENT' ? null : indicator,
    months: ifAsked('months'),
    settleDays: ifAsked('settleDays'),
    days: ifAsked('days'),
    month: ifAsked('month'),
    day: ifAsked('day'),
    under: under.trim() === '' ? null : under.trim(),
    answerDays: number(answerDays),
    raiseAfterDays: raiseAfterDays.trim() === '' ? null : number(raiseAfterDays),
  };
}
