import type { PlanState } from '@chi-tieu/shared/generated/graphql';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';

const TEXTS: Record<PlanState, PlainKey> = {
  DRAFT: 'plans.draft',
  SUBMITTED: 'plans.submitted',
  APPROVED: 'plans.approved',
  ISSUED: 'plans.issued',
  SUPERSEDED: 'plans.superseded',
};
const TONES: Record<PlanState, Tone | 'accent'> = {
  DRAFT: 'none',
  SUBMITTED: 'risk',
  APPROVED: 'accent',
  ISSUED: 'met',
  SUPERSEDED: 'none',
};

/** A plan's state in words. */
export const stateText = (state: PlanState): string => t(TEXTS[state]);

/** The colour of a plan's state. */
export const stateTone = (state: PlanState): Tone | 'accent' => TONES[state];
