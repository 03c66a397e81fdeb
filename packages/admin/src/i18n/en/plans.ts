import type { Text } from '../text.ts';
import type { plans as vi } from '../vi/plans.ts';

export const plans = {
  'plans.title': 'Target plans',
} satisfies Record<keyof typeof vi, Text>;
