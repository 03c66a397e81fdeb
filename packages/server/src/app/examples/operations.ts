import { CATALOGUE_OPERATIONS } from './catalogue-operations.ts';
import { DECISION_OPERATIONS } from './decision-operations.ts';
import { FIGURE_OPERATIONS } from './figure-operations.ts';
import type { ExampleOperation } from './types.ts';

/**
 * Operations that can be tried as they are: tabs of the explorer page, and the end of what is said of their root field. None of
 * them stores anything.
 */
export const OPERATIONS: readonly ExampleOperation[] = [
  ...FIGURE_OPERATIONS,
  ...CATALOGUE_OPERATIONS,
  ...DECISION_OPERATIONS,
];
