import type { Context } from '../../app/context.ts';
import { showUnit } from '../units/units.types.ts';
import { isItself } from './carry-over.service.ts';
import type { PlanDayChange } from './change-day.types.ts';
import type { DayChange } from './change-day.service.ts';
import { showCopied, showLeft } from './copying/show-copied.service.ts';
import type { PlanRow } from './plans.queries.ts';

/** What another day makes of a plan, by names. */
export async function showDayChange(
  ctx: Context,
  plan: PlanRow,
  { came, gone, carried }: DayChange,
): Promise<PlanDayChange> {
  return {
    came: came.map(showUnit),
    gone: gone.map(showUnit),
    passed: await showCopied(
      ctx,
      carried.copied.filter((target) => !isItself(target)),
      { plan, from: plan },
    ),
    left: await showLeft(ctx, carried.left, plan),
  };
}
