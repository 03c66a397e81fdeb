import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict } from '../../../app/errors.ts';
import { needAnywhere } from '../../accounts/reach.service.ts';
import { targetsOf, type PlanRow } from '../plans.queries.ts';
import { draftToChange, existingPlan, planToChange } from '../plans.service.ts';
import { storeTargets } from '../set-targets.service.ts';
import { auditTalk, countedFacts } from './audit-talk.service.ts';
import { existingCounter, openCounter } from './counter-proposals.service.ts';
import { checkSaidIfAny } from './said.service.ts';
import type { CounterAnswer, CounterState } from './talk.enums.ts';
import { endCounter, type CounterRow } from './talk.queries.ts';

const BECOMES = { ACCEPT: 'ACCEPTED', REFUSE: 'REFUSED', NOTE: 'NOTED' } as const satisfies Record<
  CounterAnswer,
  CounterState
>;

/**
 * Answers what a unit proposes. Accepting sets the target in the same transaction, at the version that the planner saw, and makes the
 * proposer one of the plan's authors; of an issued plan a proposal is noted.
 */
export async function answerCounterProposal(
  ctx: Context,
  id: string,
  { how, answer, expectedVersion }: { how: CounterAnswer; answer: string | null; expectedVersion: number | null },
): Promise<CounterRow> {
  await needAnywhere(ctx, 'plan.draft');
  const seen = await existingCounter(ctx, id);
  await existingPlan(ctx, seen.planId, 'plan.draft');
  const said = checkSaidIfAny('answer', answer);
  if (how === 'REFUSE' && said === null) throw badInput('answer', 'counter.answer');
  if (how === 'ACCEPT' && expectedVersion === null) throw badInput('expectedVersion', 'counter.version');
  await ctx.write('answerCounterProposal', async (tx) => {
    const version = how === 'ACCEPT' ? expectedVersion : null;
    const plan = await planToChange(tx, ctx.provinceId, seen.planId, null);
    const counter = await openCounter(tx, ctx, seen.id);
    if (how === 'ACCEPT') await takeOver(tx, ctx, counter, version);
    if (how === 'NOTE' && plan.state !== 'ISSUED')
      throw conflict('counter.note', {}, { path: 'how', facts: { state: plan.state } });
    await endCounter(tx, counter.id, BECOMES[how], said);
    await auditAnswer(tx, ctx, plan, counter, how);
  });
  return existingCounter(ctx, seen.id);
}

async function auditAnswer(
  tx: Writer,
  ctx: Context,
  plan: PlanRow,
  counter: CounterRow,
  how: CounterAnswer,
): Promise<void> {
  const what = `COUNTER_PROPOSAL_${BECOMES[how]}` as const;
  await auditTalk(tx, ctx.provinceId, plan, { what, unitId: counter.unitId, facts: countedFacts(counter) });
}

/** Sets the target of a draft to what its unit proposes; scope stays, and a target that was locked meanwhile is told. */
async function takeOver(tx: Writer, ctx: Context, counter: CounterRow, version: number | null): Promise<void> {
  const plan = await draftToChange(tx, ctx.provinceId, counter.planId, version);
  const target = (await targetsOf(tx, ctx.provinceId, [plan.id])).find((row) => row.unitId === counter.unitId);
  if (target?.locked) throw conflict('counter.locked', {}, { path: 'id' });
  const { unitId, hundredths, accountId } = counter;
  const wanted = { unitId, hundredths, scope: target?.scope ?? 'SUBTREE', locked: false };
  const contributors = accountId === null ? [] : [accountId];
  await storeTargets(tx, ctx.provinceId, plan, [wanted], 'TARGETS_SET', { contributors });
}
