import type { Text } from '../text.ts';
import type { catalogue as vi } from '../vi/catalogue.ts';

export const catalogue = {
  'catalogue.lists.title': 'Service lists',
  'catalogue.procedures.title': 'Procedures',
} satisfies Record<keyof typeof vi, Text>;
