import type { PlansToCopyQuery } from '@chi-tieu/shared/generated/graphql';
import { t } from '../../../i18n/i18n.ts';
import { stateText } from '../planState.ts';
import './texts.ts';

export type CopySource = PlansToCopyQuery['targetPlans'][number];

/**
 * The plans that targets may be copied from: those of earlier years, the latest first. Of each year the issued one, or what was
 * worked on where there is none; what was replaced is offered by what replaced it.
 */
export function copySources(plans: readonly CopySource[], plan: { id?: string; year: number }): CopySource[] {
  const others = plans.filter(({ id, state, year }) => id !== plan.id && state !== 'SUPERSEDED' && year < plan.year);
  const best = new Map<number, CopySource>();
  for (const one of others) if (best.get(one.year)?.state !== 'ISSUED') best.set(one.year, one);
  return [...best.values()].sort((a, b) => b.year - a.year);
}

/** What such a plan is called where one chooses. */
export function sourceText({ year, state }: CopySource): string {
  return state === 'ISSUED'
    ? t('copying.fromPlan', { year: String(year) })
    : t('copying.fromPlanState', { year: String(year), state: stateText(state) });
}
