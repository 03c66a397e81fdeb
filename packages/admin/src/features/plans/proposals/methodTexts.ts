import type { CascadeMethod } from '@chi-tieu/shared/domain/cascade/problem';
import type { PlainKey } from '../../../i18n/i18n.ts';

/** What the methods are called. */
export const METHOD_TEXTS: Record<CascadeMethod, PlainKey> = {
  FAIREST: 'plans.fairest',
  UNIFORM: 'plans.uniform',
  PROPORTIONAL: 'plans.proportional',
  CLOSE_THE_GAP: 'plans.closeTheGap',
  LEAST_EFFORT: 'plans.leastEffort',
  SPREAD_REMAINDER: 'plans.spreadRemainder',
};
