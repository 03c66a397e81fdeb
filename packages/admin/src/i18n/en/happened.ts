import type { Text } from '../text.ts';
import type { happened as vi } from '../vi/happened.ts';

export const happened = {
  'happened.all': { one: 'Show {count} unit', other: 'Show all {count} units' },
  'happened.byMethod': 'As proposed: {how}',
  'happened.day': 'Drafted for {day}',
  'happened.dayChanged': 'Changed the day from which it is meant to be in force',
  'happened.fewer': 'Fold',
  'happened.floor': 'every unit has to reach it',
  'happened.locked': 'locked',
  'happened.more': { one: '… and {count} more unit', other: '… and {count} more units' },
  'happened.nothing': 'nothing',
  'happened.required': 'to be reached {percent}',
  'happened.step': 'step {step}',
  'happened.unlocked': 'unlocked',
} satisfies Record<keyof typeof vi, Text>;
