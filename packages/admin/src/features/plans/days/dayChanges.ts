import type { PlanDayChangesQuery } from '@chi-tieu/shared/generated/graphql';
import { day as dayText, target } from '../../../i18n/format.ts';
import { t } from '../../../i18n/i18n.ts';
import './texts.ts';

export type DayChanges = NonNullable<PlanDayChangesQuery['targetPlan']>['changesOn'];

const MOST_NAMED = 8;
const listed = (names: readonly string[]): string =>
  [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])].join(', ');
const namesOf = (units: readonly { name: string }[]): string => listed(units.map(({ name }) => name));

/** Whether a plan is about other units on that day. */
export const differs = ({ came, gone }: DayChanges): boolean => came.length + gone.length > 0;

/** Which units come and go with a day. */
export function unitTexts({ came, gone }: DayChanges, day: string): string[] {
  return [
    ...(gone.length > 0 ? [t('days.gone', { day: dayText(day), units: namesOf(gone) })] : []),
    ...(came.length > 0 ? [t('days.came', { day: dayText(day), units: namesOf(came) })] : []),
  ];
}

/** What becomes of the targets of those that go. */
export function targetTexts({ passed, left }: DayChanges): string[] {
  const pairs = passed.map(({ unit, percent, mergedFrom }) =>
    t('days.passedPair', { name: unit.name, percent: target(percent), from: namesOf(mergedFrom) }),
  );
  return [
    ...(pairs.length > 0 ? [t('days.passed', { units: listed(pairs) })] : []),
    ...(left.length > 0 ? [t('days.left', { units: namesOf(left.map(({ unit }) => unit)) })] : []),
  ];
}
