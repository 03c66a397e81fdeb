import { addDays, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { today } from '../../units/units.service.ts';
import { auditPlan } from '../audit-plan.service.ts';
import type { PlanRow } from '../plans.queries.ts';
import { existingPlan, planToChange } from '../plans.service.ts';
import { setConsultedUntil } from './talk.queries.ts';

/** So far ahead may a date lie. */
const LONGEST_DAYS = 366;

/**
 * Asks the units of a plan what they think of it, until a day; null asks no longer. A date is no version of the plan, for whoever
 * types targets meanwhile is in nobody's way: it counts its own changes, and `expectedVersion` is that count.
 */
export async function openConsultation(
  ctx: Context,
  id: string,
  until: Day | null,
  expectedVersion: number,
): Promise<PlanRow> {
  await existingPlan(ctx, id, 'plan.draft');
  const now = today(ctx);
  if (until !== null && until < now) throw badInput('until', 'consultation.past', { day: until });
  if (until !== null && until > addDays(now, LONGEST_DAYS))
    throw badInput('until', 'consultation.far', { most: LONGEST_DAYS });
  await ctx.write('openConsultation', async (tx) => {
    const plan = await planToChange(tx, ctx.provinceId, id, null);
    const { consultedVersion: version, consultedUntil, state } = plan;
    if (version !== expectedVersion)
      throw conflict('consultation.changed', {}, { path: 'expectedVersion', facts: { version } });
    if (state !== 'DRAFT' && state !== 'SUBMITTED')
      throw conflict('consultation.state', {}, { path: 'plan', facts: { state } });
    if (until === consultedUntil) return;
    await setConsultedUntil(tx, plan.id, until);
    const what = until === null ? 'CONSULTATION_ENDED' : 'CONSULTATION_OPENED';
    auditPlan(tx, plan, { what, before: { until: consultedUntil }, after: { until } });
  });
  return existingPlan(ctx, id, 'plan.draft');
}
