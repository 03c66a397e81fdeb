import { randomUUID } from 'node:crypto';
import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput, conflict, notFound } from '../../../app/errors.ts';
import { needToSpeakFor, spokenFor } from '../../accounts/reach.service.ts';
import { targetsOf, type PlanRow, type TargetRow } from '../plans.queries.ts';
import { planToChange } from '../plans.service.ts';
import { auditTalk, countedFacts } from './audit-talk.service.ts';
import { checkSaid } from './said.service.ts';
import { childOf, isOfIssuer, planSpokenOf, sideOf, unitMayToday, unseen, UUID } from './speakers.service.ts';
import { counterById, countersOf, endCounter, insertCounter, lockCounter, type CounterRow } from './talk.queries.ts';

/** What units propose in a plan, oldest first: all of it to the issuer's people, to others what the units that they speak for do. */
export async function countersFor(ctx: Context, plan: PlanRow): Promise<CounterRow[]> {
  const [isIssuers, units] = [await isOfIssuer(ctx, plan), await spokenFor(ctx)];
  if (!isIssuers && !unitMayToday(ctx, plan).read) return [];
  const rows = await ctx.loadAll('counter proposals', { id: plan.id }, async (plans) => {
    const all = await countersOf(
      ctx.read,
      ctx.provinceId,
      plans.map(({ id }) => id),
    );
    return all.map((row) => ({ id: row.planId, row }));
  });
  const made = rows.map(({ row }) => row);
  return isIssuers ? made : made.filter(({ unitId }) => units !== 'ALL' && units.has(unitId));
}

/** Proposes another number for a unit that one speaks for; one is open at a time, and a locked target takes none. */
export async function makeCounterProposal(
  ctx: Context,
  planId: string,
  { unit, percent, grounds }: { unit: string; percent: number; grounds: string },
): Promise<CounterRow> {
  const seen = await planSpokenOf(ctx, planId);
  const unitId = await childOf(ctx, seen, unit);
  await sideOf(ctx, seen, unitId, 'propose');
  const hundredths = hundredthsOf(percent);
  if (hundredths === null) throw badInput('percent', 'target.percent');
  const tidied = checkSaid('grounds', grounds);
  const id = randomUUID();
  await ctx.write('makeCounterProposal', async (tx) => {
    const plan = await planToChange(tx, ctx.provinceId, seen.id, null);
    if (!unitMayToday(ctx, plan).propose) throw conflict('consultation.over', {}, { path: 'plan' });
    const insteadOf = await openTarget(tx, ctx, plan, unitId);
    if (insteadOf.hundredths === hundredths) throw badInput('percent', 'counter.same');
    const made = { id, planId: plan.id, unitId, hundredths, insteadOf: insteadOf.hundredths, grounds: tidied };
    await insertCounter(tx, ctx.provinceId, made);
    await auditTalk(tx, ctx.provinceId, plan, { what: 'COUNTER_PROPOSAL_MADE', unitId, facts: countedFacts(made) });
  });
  return existingCounter(ctx, id);
}

/** The target that a proposal is instead of: there is one, it is not locked, and no other proposal is open. */
async function openTarget(tx: Writer, ctx: Context, plan: PlanRow, unitId: number): Promise<TargetRow> {
  const target = (await targetsOf(tx, ctx.provinceId, [plan.id])).find((row) => row.unitId === unitId);
  if (!target) throw conflict('counter.noTarget', {}, { path: 'unit' });
  if (target.locked) throw conflict('counter.locked', {}, { path: 'unit' });
  const others = await countersOf(tx, ctx.provinceId, [plan.id]);
  if (others.some((other) => other.unitId === unitId && other.state === 'OPEN'))
    throw conflict('counter.open', {}, { path: 'unit' });
  return target;
}

/** Takes a proposal back, by anybody who speaks for its unit: its grounds are gone. */
export async function withdrawCounterProposal(ctx: Context, id: string): Promise<CounterRow> {
  await spokenFor(ctx);
  const seen = await existingCounter(ctx, id);
  await needToSpeakFor(ctx, seen.unitId);
  const about = await planSpokenOf(ctx, seen.planId);
  await ctx.write('withdrawCounterProposal', async (tx) => {
    const plan = await planToChange(tx, ctx.provinceId, about.id, null);
    const counter = await openCounter(tx, ctx, seen.id);
    await endCounter(tx, counter.id, 'WITHDRAWN');
    const { unitId } = counter;
    const facts = countedFacts(counter);
    await auditTalk(tx, ctx.provinceId, plan, { what: 'COUNTER_PROPOSAL_WITHDRAWN', unitId, facts });
  });
  return existingCounter(ctx, seen.id);
}

/** A proposal held by this transaction, still open: CONFLICT with what became of it where it is not. */
export async function openCounter(tx: Writer, ctx: Context, id: string): Promise<CounterRow> {
  const counter = await lockCounter(tx, ctx.provinceId, id);
  if (!counter) throw notFound('counter.unknown');
  const { state } = counter;
  if (state !== 'OPEN') throw conflict('counter.ended', {}, { path: 'id', facts: { state } });
  return counter;
}

/** A proposal by its id, if it is within sight. */
export async function existingCounter(ctx: Context, id: string): Promise<CounterRow> {
  const found = UUID.test(id) ? await counterById(ctx.read, ctx.provinceId, id) : null;
  if (!found) throw await unseen(ctx, 'counter.unknown');
  return found;
}
