import type { Text } from '../text.ts';
import type { system as vi } from '../vi/system.ts';

export const system = {
  'system.accounts': 'Accounts',
  'system.audit': 'Audit trail',
  'system.backups': 'Backups',
  'system.closed': 'This needs a right that your account does not have',
  'system.closedBody': 'It is for those who were given this task. Ask your administrator if you need it.',
  'system.delegation': 'Delegation',
  'system.grants': 'Rights',
  'system.health': 'Health',
  'system.indicators': 'Indicators',
  'system.parts': 'Parts of System',
  'system.sources': 'Sources',
  'system.title': 'System',
  'system.tokens': 'Tokens',
} satisfies Record<keyof typeof vi, Text>;
