import type { Text } from '../text.ts';
import type { days as vi } from '../vi/days.ts';

export const days = {
  'days.amendBody': 'The plan of {year} stays in force as it is until the amendment is issued.',
  'days.amendTitle': 'Amend a plan',
  'days.begin': 'Begin the amendment',
  'days.came': 'New from {day} on: {units}.',
  'days.change': 'Change the day',
  'days.changeBody':
    'A plan is about the units of the day from which it is in force. It cannot be issued for a day with other units.',
  'days.changeTitle': 'Change the day from which it is meant to be in force',
  'days.changed': 'The plan is drafted for {day}',
  'days.chooseIssuer': 'Choose a unit',
  'days.drafted': 'Meant to be in force from {day}',
  'days.effectiveOn': 'Meant to be in force from',
  'days.fewHint': 'Targets are assigned to the units of this day.',
  'days.gone': 'Gone from {day} on: {units}.',
  'days.hasPlan': 'has a plan already',
  'days.left': 'Targets that nobody takes over, which are dropped: {units}.',
  'days.notBefore': 'Not before {day}, the day of the plan that is amended.',
  'days.passed': 'Targets that pass to who takes over: {units}.',
  'days.passedPair': '{name} {percent} (from {from})',
  'days.reason': 'Why it is amended',
  'days.reasonWanted': 'Say why it is amended.',
  'days.redraft': 'Send back to draft for {day}',
  'days.redraftReason': 'The units from {day} on are not those that the plan was drafted for. {changes}',
  'days.refused': 'It cannot be issued for this day: the units are not those that it was drafted and approved for.',
  'days.same': 'The units of this day are the same.',
  'days.save': 'Save the day',
  'days.wanted': 'Enter a day.',
} satisfies Record<keyof typeof vi, Text>;
