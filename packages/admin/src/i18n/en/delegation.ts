import type { Text } from '../text.ts';
import type { delegation as vi } from '../vi/delegation.ts';

export const delegation = {
  'delegation.add': 'Delegate',
  'delegation.addBody':
    'The deputy acts for you from the first to the last day. It cannot be delegated again, and ends when your own grant ends.',
  'delegation.body':
    'While away you can hand one of your grants to somebody of the unit for a time. What they do is recorded under their name.',
  'delegation.choose': 'Choose what to delegate',
  'delegation.chosen': 'Will be delegated to {name}',
  'delegation.dayWanted': 'Enter the day.',
  'delegation.deputy': 'Deputy',
  'delegation.deputyHint': 'Type a name or user name; only people at home where the grant holds.',
  'delegation.deputyWanted': 'Choose somebody from the suggestions.',
  'delegation.done': 'Delegated to {name}.',
  'delegation.grant': 'Grant',
  'delegation.grantWanted': 'Choose a grant.',
  'delegation.hasEnded': 'Over',
  'delegation.lost': 'No longer in force',
  'delegation.lostBody': 'Its giver holds this right no more.',
  'delegation.made': 'What I delegated',
  'delegation.noneMade': 'You have delegated nothing',
  'delegation.noneOwn': 'You hold no grant of your own to delegate. What was delegated to you is not passed on.',
  'delegation.noneReceived': 'Nobody has delegated anything to you',
  'delegation.notYet': 'Not yet',
  'delegation.received': 'What was delegated to me',
  'delegation.revoke': 'Take back what {name} was delegated',
  'delegation.revokeBody': '{name} can no longer act for you, from now on.',
  'delegation.revoked': 'Taken back.',
  'delegation.title': 'Delegation',
  'delegation.toHint': 'The last day on which it holds.',
} satisfies Record<keyof typeof vi, Text>;
