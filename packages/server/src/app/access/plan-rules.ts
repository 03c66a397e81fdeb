import type { Right } from '@chi-tieu/shared/domain/access/rights';
import type { Rule } from './rules.ts';

const service = (right: Right): Rule => ({ right, at: 'SERVICE' });

/** Writing plans: who may is asked of the plan's issuer (docs/decisions/0011). */
export const PLAN_MUTATIONS = {
  createTargetPlan: service('plan.draft'),
  saveScenario: service('plan.draft'),
  deleteScenario: service('plan.draft'),
  takeScenario: service('plan.draft'),
  setPlanInputs: service('plan.draft'),
  setTargets: service('plan.draft'),
  clearTargets: service('plan.draft'),
  cascadeTargets: service('plan.draft'),
  setMilestones: service('plan.draft'),
  movePlan: service('plan.read'),
  setPlanDates: service('plan.draft'),
  copyTargets: service('plan.draft'),
  setEffectiveDay: service('plan.draft'),
} as const satisfies Record<string, Rule>;
