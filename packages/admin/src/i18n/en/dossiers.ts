import type { Text } from '../text.ts';
import type { dossiers as vi } from '../vi/dossiers.ts';

export const dossiers = {
  'dossiers.title': 'Dossiers',
} satisfies Record<keyof typeof vi, Text>;
