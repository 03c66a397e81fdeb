import type { Text } from '../text.ts';
import type { moving as vi } from '../vi/moving.ts';

export const moving = {
  'moving.about': 'What is moved on',
  'moving.noRequired': '{achieved}, nothing to be reached is set',
  'moving.ofRequired': '{achieved} / {required}',
  'moving.ofUnits': '{count} of {all} units',
  'moving.open': 'Still open',
  'moving.openCount': 'comments: {comments}, proposals: {proposals}',
  'moving.rise': 'Highest rise',
  'moving.riseOf': '{points} points · {name}',
  'moving.sum': 'Adds up to / to be reached',
  'moving.withoutTarget': 'Without a target',
} satisfies Record<keyof typeof vi, Text>;
