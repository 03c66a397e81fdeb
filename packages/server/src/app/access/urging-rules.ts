import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Rule } from './rules.ts';

const province = (right: Right): Rule => ({ right, at: 'PROVINCE' });
const service = (right: Right): Rule => ({ right, at: 'SERVICE' });
const filtered = (right: Right): Rule => ({ right, at: 'FILTERED' });

/** Who may ask what about rules, reminders and what is sent. */
export const URGING_RULES = {
  Query: {
    urgeRules: service('reminder.read'),
    tryUrgeRule: province('reminder.rule'),
    reminders: filtered('reminder.read'),
    reminder: filtered('reminder.read'),
    urgeMessages: filtered('reminder.read'),
    urgeMessageStatus: service('reminder.read'),
    urgeContacts: service('reminder.read'),
    unitSpeakers: filtered('reminder.read'),
  },
  Mutation: {
    saveUrgeRule: province('reminder.rule'),
    switchUrgeRule: province('reminder.rule'),
    lookByUrgeRules: province('reminder.rule'),
    editReminder: service('reminder.send'),
    sendReminders: service('reminder.send'),
    acknowledgeReminder: service('reminder.answer'),
    answerReminder: service('reminder.answer'),
    acceptReminder: service('reminder.send'),
    snoozeReminder: service('reminder.send'),
    raiseReminder: service('reminder.send'),
    withdrawReminder: service('reminder.send'),
    addUrgeContact: service('reminder.send'),
    sendUrgeContactCode: service('reminder.send'),
    confirmUrgeContact: service('reminder.send'),
    removeUrgeContact: service('reminder.send'),
    releaseMessages: province('reminder.rule'),
    resendRefusedMessages: province('reminder.rule'),
  },
} as const satisfies { Query: Readonly<Record<string, Rule>>; Mutation: Readonly<Record<string, Rule>> };

/** Types of these that say more than everybody may know, with the fields by which they are reached. */
export const URGING_TYPES: Readonly<Record<string, readonly string[]>> = {
  UrgeRule: ['Query.urgeRules', 'Mutation.saveUrgeRule', 'Mutation.switchUrgeRule'],
  UrgeTrial: ['Query.tryUrgeRule'],
  UrgeLook: ['Mutation.lookByUrgeRules'],
  UrgeStrike: ['UrgeTrial.strikes'],
  Reminder: [
    'ReminderConnection.nodes',
    'ReminderEdge.node',
    'Query.reminder',
    'Mutation.editReminder',
    'Mutation.sendReminders',
    'Mutation.acceptReminder',
    'Mutation.acknowledgeReminder',
    'Mutation.answerReminder',
    'Mutation.snoozeReminder',
    'Mutation.raiseReminder',
    'Mutation.withdrawReminder',
  ],
  ReminderStep: ['Reminder.steps'],
  UnitSpeakers: ['Query.unitSpeakers'],
  UnitSpeaker: ['UnitSpeakers.people'],
  UrgeContact: [
    'Query.urgeContacts',
    'UnitSpeakers.contacts',
    'Mutation.addUrgeContact',
    'Mutation.sendUrgeContactCode',
    'Mutation.confirmUrgeContact',
  ],
  UrgeMessage: ['UrgeMessageConnection.nodes', 'UrgeMessageEdge.node'],
  UrgeMessageEdge: ['UrgeMessageConnection.edges'],
  UrgeMessageConnection: ['Query.urgeMessages'],
  UrgeMessageStatus: ['Query.urgeMessageStatus'],
  ReminderEdge: ['ReminderConnection.edges'],
  ReminderConnection: ['Query.reminders'],
};
