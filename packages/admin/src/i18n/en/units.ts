import type { Text } from '../text.ts';
import type { units as vi } from '../vi/units.ts';

export const units = {
  'units.title': 'Units',
} satisfies Record<keyof typeof vi, Text>;
