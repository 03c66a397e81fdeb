import type { Text } from '../text.ts';
import type { presence as vi } from '../vi/presence.ts';

export const presence = {
  'presence.ask': 'Ask the units',
  'presence.askedUntil': 'Units asked until {day}',
  'presence.askedUntilOver': 'Units were asked until {day}',
  'presence.help': 'Press C to open the talk about the unit.',
  'presence.here': 'Here too: {names}',
  'presence.more': 'and {count} more',
  'presence.openCount': {
    one: '1 open comment or proposal. Press C to open it.',
    other: '{count} open comments and proposals. Press C to open them.',
  },
  'presence.standsHere': '{names} is on this cell',
  'presence.standsOn': '{name}: {unit}',
  'presence.talk': 'Talk',
  'presence.warnOpen': {
    one: '{count} proposal of a unit is not answered; it lapses as the plan is issued.',
    other: '{count} proposals of units are not answered; they lapse as the plan is issued.',
  },
} satisfies Record<keyof typeof vi, Text>;
