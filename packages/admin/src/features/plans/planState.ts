import type { PlanState } from '@chi-tieu/shared/generated/graphql';
import { may } from '../../app/rights.ts';
import { today } from '../../app/useFrame.ts';
import { day } from '../../i18n/format.ts';
import { t, type PlainKey } from '../../i18n/i18n.ts';
import type { Tone } from '../../ui/tone.ts';
import './texts.ts';

interface Standing {
  readonly state: PlanState;
  readonly standing: {
    readonly changed: boolean;
    readonly addsUp?: boolean | null;
    readonly issuerEndedOn?: string | null;
  };
}

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

/** The same, but of one that another one replaces only later: from when. */
export function heldText({ state, replacedFrom }: { state: PlanState; replacedFrom?: string | null }): string {
  const isLater = state === 'SUPERSEDED' && replacedFrom != null && replacedFrom > today();
  return isLater ? t('plans.replacedLater', { day: day(replacedFrom) }) : stateText(state);
}

/** Whether a plan no longer adds up to what its issuing unit received, or that unit ended; what was replaced is past that. */
export function isOutOfStep({ state, standing }: Standing): boolean {
  if (state === 'SUPERSEDED') return false;
  return standing.issuerEndedOn != null || (standing.changed && standing.addsUp === false);
}

/** The colour of a plan's state. */
export const stateTone = (state: PlanState): Tone | 'accent' => TONES[state];

/** Whether whoever looks at a plan has a part in bringing it to its decision as it stands. */
export function mayMoveOn({
  state,
  issuer,
}: {
  readonly state: PlanState;
  readonly issuer: { readonly code: string };
}): boolean {
  const drafts = may('plan.draft', issuer.code);
  return drafts || (state !== 'DRAFT' && may('plan.approve', issuer.code));
}
