import { yearEnd, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../../app/context.ts';
import { badInputs, conflict, type FieldProblem } from '../../../app/errors.ts';
import { auditPlan } from '../audit-plan.service.ts';
import { TargetPlanEntity } from '../plan.entities.ts';
import type { PlanRow } from '../plans.queries.ts';
import { existingPlan, planToChange } from '../plans.service.ts';

/** By when the units of a plan have to assign in turn, and to take note. */
export interface PlanDates {
  assignBy: Day | null;
  acknowledgeBy: Day | null;
}

/**
 * Says by when units have to assign and to take note, in whatever state the plan is; makes no new version. `seen` is what the
 * caller saw: where somebody changed it meanwhile, that is told and nothing is changed.
 */
export async function setPlanDates(ctx: Context, id: string, wanted: PlanDates, seen: PlanDates): Promise<PlanRow> {
  const plan = await existingPlan(ctx, id, 'plan.draft');
  checkDates(plan, wanted);
  await ctx.write('setPlanDates', async (tx) => {
    const locked = await planToChange(tx, ctx.provinceId, plan.id, null);
    const before = datesOf(locked);
    if (!isSame(before, seen)) {
      const { assignBy, acknowledgeBy } = before;
      const facts = { version: locked.version, assignBy: assignBy ?? '', acknowledgeBy: acknowledgeBy ?? '' };
      throw conflict('planDates.changed', {}, { path: 'seen', facts });
    }
    if (isSame(before, wanted)) return;
    await tx.entities.update(TargetPlanEntity, { id: plan.id }, { ...wanted });
    auditPlan(tx, locked, { what: 'PLAN_DATES_SET', before: { ...before }, after: { ...wanted } });
  });
  return existingPlan(ctx, id, 'plan.draft');
}

const datesOf = ({ assignBy, acknowledgeBy }: PlanDates): PlanDates => ({ assignBy, acknowledgeBy });

const isSame = (a: PlanDates, b: PlanDates): boolean =>
  a.assignBy === b.assignBy && a.acknowledgeBy === b.acknowledgeBy;

/** Within the plan's year or the one before it: anything else is a slip of the hand. */
function checkDates({ year }: PlanRow, wanted: PlanDates): void {
  const [first, last] = [yearStart(year - 1), yearEnd(year)];
  const problems = Object.entries(wanted).flatMap(([path, day]: [string, Day | null]): FieldProblem[] =>
    day !== null && (day < first || day > last) ? [{ path, text: 'planDates.outside', params: { first, last } }] : [],
  );
  if (problems.length > 0) throw badInputs(problems);
}
