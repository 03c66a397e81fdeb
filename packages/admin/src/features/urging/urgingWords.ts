import type {
  MessageState,
  ReminderAct,
  ReminderRowFragment,
  ReminderShownFragment,
  ReminderState,
  UrgeRuleShownFragment,
} from '@chi-tieu/shared/generated/graphql';
import { day } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';

export type ReminderLine = ReminderRowFragment;
export type ReminderDetail = ReminderShownFragment;
export type UrgeRuleShown = UrgeRuleShownFragment;
export type Step = ReminderDetail['steps'][number];

export const STATES: readonly ReminderState[] = ['DRAFT', 'SENT', 'ACKNOWLEDGED', 'ANSWERED', 'CLOSED'];

const TONES: Readonly<Record<ReminderState, Tone | 'accent'>> = {
  DRAFT: 'none',
  SENT: 'risk',
  ACKNOWLEDGED: 'accent',
  ANSWERED: 'accent',
  CLOSED: 'met',
};

export const stateTone = (state: ReminderState): Tone | 'accent' => TONES[state];
export const stateText = (state: ReminderState): string => t(`urging.state.${state}`);
export const actText = (act: ReminderAct): string => t(`urging.act.${act}`);
export const messageText = (state: MessageState): string => t(`urging.message.${state}`);

/** What a rule looks for, with its numbers. */
export function conditionText({ kind, months, settleDays, days, day: on, month }: UrgeRuleShown): string {
  switch (kind) {
    case 'BEHIND_MILESTONE':
      return t('urging.when.BEHIND_MILESTONE', { months: months ?? 1, settleDays: settleDays ?? 0 });
    case 'SOURCE_SILENT':
      return t('urging.when.SOURCE_SILENT', { days: days ?? 0 });
    case 'NOT_ASSIGNED':
      return t('urging.when.NOT_ASSIGNED', { day: String(on ?? ''), month: String(month ?? '') });
    case 'OUT_OF_REACH':
      return t('urging.when.OUT_OF_REACH');
  }
}

/** What was done, in words. */
export function stepText({ kind, day: on, why, to }: Step): string {
  const date = on == null ? '' : day(on);
  switch (kind) {
    case 'CLOSED':
      return t('urging.step.CLOSED', { why: why == null ? '' : t(`urging.end.${why}`) });
    case 'RAISED':
      return t('urging.step.RAISED', { unit: to?.name ?? '' });
    case 'CONTINUED':
    case 'SENT':
    case 'SNOOZED':
      return t(`urging.step.${kind}`, { day: date });
    case 'ACKNOWLEDGED':
    case 'ANSWERED':
    case 'DRAFTED':
    case 'EDITED':
    case 'REOPENED':
      return t(`urging.step.${kind}`);
  }
}
