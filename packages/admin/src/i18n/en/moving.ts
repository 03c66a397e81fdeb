import type { Text } from '../text.ts';
import type { moving as vi } from '../vi/moving.ts';

export const moving = {
  'moving.about': 'What is moved on',
  'moving.citeBasis': 'Cite the higher decision in the bases',
  'moving.emptyDay': 'Left empty: in force from the day of signing, {day}.',
  'moving.goToRow': 'Go to the row of the unit',
  'moving.knows': {
    one: 'I know that {count} unit has no target, and move the plan on',
    other: 'I know that {count} units have no target, and move the plan on',
  },
  'moving.noRequired': '{achieved}, nothing to be reached is set',
  'moving.notPlanned': 'The plan will be in force from {day}, not from {planned} as planned.',
  'moving.numberHint': 'The digits are enough: 15 means 15/QĐ-UBND.',
  'moving.ofRequired': '{achieved} / {required}',
  'moving.ofUnits': '{count} of {all} units',
  'moving.open': 'Still open',
  'moving.openCount': 'comments: {comments}, proposals: {proposals}',
  'moving.ownRaises': 'Own dossiers of {name}: {count}, kept at {rate} → the units must reach {needed} on average.',
  'moving.ownRaisesCommunes':
    'Own dossiers of {name}: {count}, kept at {rate} → the communes must reach {needed} on average.',
  'moving.rise': 'Highest rise',
  'moving.riseOf': '{points} points · {name}',
  'moving.setOwnRate': 'Set another rate',
  'moving.sum': 'Adds up to / to be reached',
  'moving.tickWanted': 'Give all of them a target, or tick the box above.',
  'moving.withoutTarget': 'Without a target',
} satisfies Record<keyof typeof vi, Text>;
