import type { Text } from '../text.ts';
import type { rates as vi } from '../vi/rates.ts';

export const rates = {
  'rates.dossierCount': { one: '{count} dossier', other: '{count} dossiers' },
  'rates.title': 'Overview',
} satisfies Record<keyof typeof vi, Text>;
