import { registerEnumType } from 'type-graphql';
import { named } from '../../app/enums.ts';

export const ConditionKind = named('BEHIND_MILESTONE', 'SOURCE_SILENT', 'NOT_ASSIGNED', 'OUT_OF_REACH');
export type ConditionKind = keyof typeof ConditionKind;
registerEnumType(ConditionKind, {
  name: 'ConditionKind',
  description:
    'BEHIND_MILESTONE: below the mark of the month, so many months running. SOURCE_SILENT: nothing came for so many days, and longer than its own rhythm makes likely. NOT_ASSIGNED: a target was not assigned to the units below by a day of the year. OUT_OF_REACH: the target cannot be met any more.',
});

export const ReminderState = named('DRAFT', 'SENT', 'ACKNOWLEDGED', 'ANSWERED', 'CLOSED');
export type ReminderState = keyof typeof ReminderState;
registerEnumType(ReminderState, {
  name: 'ReminderState',
  description:
    'DRAFT: nobody was told. SENT: the unit was told. ACKNOWLEDGED: it took note. ANSWERED: it answered. CLOSED: it is over.',
});

export const ReminderEnd = named(
  'EVIDENCE',
  'TARGET_CHANGED',
  'UNIT_ENDED',
  'CORRECTED',
  'RULE_CHANGED',
  'WITHDRAWN',
  'ACCEPTED',
);
export type ReminderEnd = keyof typeof ReminderEnd;
registerEnumType(ReminderEnd, {
  name: 'ReminderEnd',
  description:
    'EVIDENCE: a later figure shows that it is no longer so. TARGET_CHANGED: something else is asked for. UNIT_ENDED: the unit is gone. CORRECTED: it never was so, as is known now. RULE_CHANGED: the rule no longer looks at the unit, or is off. WITHDRAWN: by somebody. ACCEPTED: its answer was.',
});

export const ReminderStepKind = named(
  'DRAFTED',
  'REOPENED',
  'CONTINUED',
  'EDITED',
  'SENT',
  'ACKNOWLEDGED',
  'ANSWERED',
  'SNOOZED',
  'RAISED',
  'CLOSED',
);
export type ReminderStepKind = keyof typeof ReminderStepKind;
registerEnumType(ReminderStepKind, {
  name: 'ReminderStepKind',
  description:
    'What was done: found and drafted; begun again by a correction; found for a later month; written; sent; noted; answered; put off; raised to the unit above; closed.',
});

export const ReminderAct = named('EDIT', 'SEND', 'ACKNOWLEDGE', 'ANSWER', 'ACCEPT', 'SNOOZE', 'RAISE', 'CLOSE');
export type ReminderAct = keyof typeof ReminderAct;
registerEnumType(ReminderAct, { name: 'ReminderAct', description: 'What the caller can do about a reminder.' });
