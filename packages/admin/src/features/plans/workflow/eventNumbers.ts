import type { PlanHistoryQuery } from '@chi-tieu/shared/generated/graphql';
import { day, target } from '../../../i18n/format.ts';
import { bringTexts, t } from '../../../i18n/i18n.ts';
import { happened } from '../../../i18n/vi/happened.ts';
import { METHOD_TEXTS } from '../proposals/methodTexts.ts';

bringTexts(happened);

export type PlanEvent = NonNullable<PlanHistoryQuery['targetPlan']>['events'][number];
export type EventNumbers = NonNullable<PlanEvent['numbers']>;

/** How many units are shown before one asks for all. */
export const FEW = 4;

const percentText = (percent: number | null): string => (percent === null ? t('happened.nothing') : target(percent));

/** What became of one unit's target: from what to what, and whether it was locked or unlocked. */
export function changeText({ before, after, locked }: EventNumbers['targets'][number]): string {
  const numbers = before === after ? percentText(after) : `${percentText(before)} → ${percentText(after)}`;
  if (locked === null) return numbers;
  return `${numbers} (${t(locked ? 'happened.locked' : 'happened.unlocked')})`;
}

/** By which method, and what it was told; empty where somebody typed. */
export function methodText({ proposedBy }: EventNumbers): string {
  if (!proposedBy) return '';
  const { method, policy, step, required } = proposedBy;
  const parts = [
    t(METHOD_TEXTS[method]),
    ...(policy === 'FLOOR' ? [t('happened.floor')] : []),
    t('happened.step', { step: target(step) }),
    ...(required === null ? [] : [t('happened.required', { percent: target(required) })]),
  ];
  return t('happened.byMethod', { how: parts.join(' · ') });
}

/** The day that it is drafted for since; empty where that stayed. */
export function dayText({ effectiveOn }: EventNumbers): string {
  return effectiveOn === null ? '' : t('happened.day', { day: day(effectiveOn) });
}
