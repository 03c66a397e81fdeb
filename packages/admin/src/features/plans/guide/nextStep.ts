import type { PlanState } from '@chi-tieu/shared/domain/plan-state';
import { whole } from '../../../i18n/format.ts';
import { t, type PlainKey } from '../../../i18n/i18n.ts';
import './texts.ts';

/** The steps of a plan, in their order. */
export const STEPS: readonly PlainKey[] = [
  'guide.dataStep',
  'guide.assignStep',
  'guide.checkStep',
  'guide.submitStep',
  'guide.issueStep',
];

/** What one can do next, by one press. */
export type Deed = 'require' | 'propose' | 'take' | 'answer' | 'submit' | 'approve' | 'issue' | 'papers';

/** What of a plan says which step comes next. */
export interface PlanFacts {
  readonly state: PlanState;
  readonly mayDraft: boolean;
  readonly mayApprove: boolean;
  /** Whether it is known what is to be reached. */
  readonly isRequiredKnown: boolean;
  /** All dossiers of the basis period. */
  readonly volume: number;
  readonly withoutTarget: number;
  /** How many proposals could be taken; `isProposing` while they are looked for, `isStuck` where no numbers reach what is required. */
  readonly proposed: number;
  readonly isProposing: boolean;
  readonly isStuck: boolean;
  readonly feasible: boolean;
  /** By how much what is required is not reached, as it is shown. */
  readonly short: { readonly points: string; readonly count: number };
  /** Proposals of units that nobody answered. */
  readonly unanswered: number;
}

/** Where a plan stands: the step that is on (from 0; their number once all are done), what is missing, and what mends it, if one can. */
export interface NextStep {
  readonly at: number;
  readonly text: string;
  readonly deed: Deed | null;
}

/** Whether a step that lies behind was gone over without being done: units were left out, or what is required is not reached. */
export function isLacking(
  at: number,
  { withoutTarget, feasible }: Pick<PlanFacts, 'withoutTarget' | 'feasible'>,
): boolean {
  if (at !== 1 && at !== 2) return false;
  return withoutTarget > 0 || (at === 2 && !feasible);
}

/** What comes next for a plan; null where whoever looks has nothing to do with it. */
export function nextStep(facts: PlanFacts): NextStep | null {
  if (!facts.mayDraft && !facts.mayApprove) return null;
  switch (facts.state) {
    case 'DRAFT':
      return facts.mayDraft ? draftStep(facts) : null;
    case 'SUBMITTED':
      return facts.mayApprove ? step(3, t('guide.approveText'), 'approve') : step(3, t('guide.waitApprovalText'), null);
    case 'APPROVED':
      return facts.mayApprove ? step(4, t('guide.issueText'), 'issue') : step(4, t('guide.waitIssueText'), null);
    case 'ISSUED':
      return step(STEPS.length, t('guide.papersText'), 'papers');
    case 'SUPERSEDED':
      return null;
  }
}

function draftStep(facts: PlanFacts): NextStep {
  const { isRequiredKnown, volume, withoutTarget, proposed, isStuck, feasible, short, unanswered } = facts;
  if (!isRequiredKnown) return step(0, t('guide.requireText'), 'require');
  if (volume === 0) return step(0, t('guide.noVolumeText'), null);
  if (isStuck && !feasible) return step(1, t('guide.stuckText'), null);
  if (withoutTarget > 0) {
    if (proposed > 0) return step(1, t('guide.takeText', { count: withoutTarget }), 'take');
    if (facts.isProposing) return step(1, t('guide.proposingText'), null);
    return step(1, t('guide.proposeText', { count: withoutTarget }), 'propose');
  }
  if (!feasible) {
    return proposed > 0
      ? step(2, t('guide.takeShortText'), 'take')
      : step(2, t('guide.shortText', { points: short.points, count: short.count }), 'propose');
  }
  if (unanswered > 0) return step(2, t('guide.answerText', { count: unanswered }), 'answer');
  return step(3, t('guide.submitText'), 'submit');
}

const step = (at: number, text: string, deed: Deed | null): NextStep => ({ at, text, deed });

/** What a step is called in a row of few words: `Bước 2/5`. */
export const stepOf = (at: number): string =>
  t('guide.stepOf', { step: whole(Math.min(at + 1, STEPS.length)), all: whole(STEPS.length) });
