import { isJudgement, rightsToMove } from '@chi-tieu/shared/domain/access/plan-moves';
import { canMove, needsReason } from '@chi-tieu/shared/domain/plan-state';
import { yearEnd, yearStart, type Day } from '@chi-tieu/shared/domain/days';
import { percentOf } from '@chi-tieu/shared/domain/percent';
import type { Context } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import type { PlanState } from '../../app/enums.ts';
import { AppError, badInput, badInputs, conflict, type FieldProblem } from '../../app/errors.ts';
import { forbidden, reachOfCaller } from '../accounts/reach.service.ts';
import { auditedDecision, checkDecision, recordDecision, type DecisionDraft } from '../catalogue/decisions.service.ts';
import { decisionsById } from '../catalogue/decisions.queries.ts';
import { decisionMap } from '../catalogue/lists.service.ts';
import { auditPlan } from './audit-plan.service.ts';
import { planBasis, planDay, receivedItem, type PlanBasis, type PlanUnit } from './basis.service.ts';
import { amendedOf, checkDay, dayChange, storeDay, unitsBetween, type DayChange } from './change-day.service.ts';
import { freeze, type ReceivedItem } from './frozen-basis.ts';
import { TargetPlanEntity } from './plan.entities.ts';
import { authorsOf, insertPlanEvent, lockPlan, targetsOf, type PlanRow, type TargetRow } from './plans.queries.ts';
import { planMarks } from './milestones/marks.service.ts';
import { keepMarks, letMarksGo } from './milestones/milestones.queries.ts';
import { existingPlan, planTargets, planToChange } from './plans.service.ts';
import { rollUpPlan } from './roll-up.service.ts';
import { lapseProposals, openProposals } from './talk/lapse.service.ts';
import { checkSaidIfAny } from './talk/said.service.ts';

export interface Move {
  to: PlanState;
  reason?: string | null | undefined;
  decision?: DecisionDraft | null | undefined;
  /** From when it is to be drafted anew; only with a way back to DRAFT. */
  effectiveOn?: Day | null | undefined;
  /** The version that the caller saw; another one is a CONFLICT. */
  expectedVersion?: number | null | undefined;
}

/**
 * Moves a plan along DRAFT, SUBMITTED, APPROVED, ISSUED, or back to DRAFT with a reason. Issuing puts it in force from its
 * decision's effective day (without one: the day it was drafted for, else 1 January) to 31 December; an amended plan is superseded by it. What it rests on is
 * kept when it is submitted, and forgotten where it goes back.
 */
export async function movePlan(ctx: Context, id: string, move: Move): Promise<PlanRow> {
  const seen = await existingPlan(ctx, id, 'plan.read');
  const reach = await reachOfCaller(ctx);
  const decision = move.decision ? await checkDecision(ctx, 'decision', move.decision, seen.issuerId) : null;
  const reason = checkSaidIfAny('reason', move.reason);
  const change = await dayOfReturn(ctx, seen, move);
  await ctx.write('movePlan', async (tx) => {
    // What passes on with another day was worked out for the version that was read.
    const plan = await planToChange(tx, ctx.provinceId, id, move.expectedVersion ?? (change && seen.version));
    const { state, version } = plan;
    if (!canMove(state, move.to)) {
      throw conflict('plan.move', { from: state, to: move.to }, { path: 'to', facts: { version, state } });
    }
    const rights = rightsToMove(state, move.to);
    if (!rights.some((right) => reach.covers(right, [plan.issuerId]))) throw forbidden(rights[0] ?? 'plan.approve');
    const isOwnWork = isJudgement(move.to) && (await judgesOwnWork(tx, ctx, plan));
    if (isOwnWork && ctx.app.config.separateDuties) throw new AppError('FORBIDDEN', 'plan.ownWork');
    if (needsReason(state, move.to) && reason === null) throw badInput('reason', 'plan.reason');
    const decisionId = decision
      ? await recordDecision(tx, ctx.provinceId, 'decision', decision, plan.issuerId)
      : plan.decisionId;
    const basis = await basisAt(ctx, plan, move.to, decision?.effectiveOn ?? null);
    const issued = basis && move.to === 'ISSUED' ? await issue(tx, ctx, { ...plan, decisionId }, basis, reason) : null;
    const kept = move.to === 'DRAFT' ? { frozen: null } : basis && { frozen: freeze(basis) };
    if (move.to === 'DRAFT') await letMarksGo(tx, ctx.provinceId, id);
    const passed = change && (await storeDay(tx, ctx.provinceId, plan, change));
    const day = change && { before: await planDay(ctx, seen), after: change.day };
    if (move.to === 'SUBMITTED') await keepMarks(tx, ctx.provinceId, id, await marksToKeep(ctx, plan));
    const next = { state: move.to, version: version + 1, decisionId, ...issued, ...kept };
    await tx.entities.update(TargetPlanEntity, { id }, next);
    await insertPlanEvent(tx, ctx.provinceId, {
      planId: id,
      version: version + 1,
      what: 'MOVED',
      from: state,
      to: move.to,
      reason,
      detail: { ...(day && { day }), ...passed },
    });
    const told = {
      day: day?.after,
      inForce: issued?.inForce,
      decision: decision ? auditedDecision(decision) : undefined,
    };
    auditPlan(tx, plan, {
      what: 'PLAN_MOVED',
      before: { state, version },
      after: { state: move.to, version: version + 1, ...told, ...(isOwnWork && { ownWork: true }) },
    });
  });
  return existingPlan(ctx, id, 'plan.read');
}

/**
 * What another day makes of a plan that goes back to be drafted for it; null where none is told. The rule decides what passes on,
 * not whoever sends it back: they do not become one of its authors.
 */
async function dayOfReturn(ctx: Context, plan: PlanRow, { to, effectiveOn }: Move): Promise<DayChange | null> {
  if (!effectiveOn) return null;
  if (to !== 'DRAFT') throw badInput('effectiveOn', 'plan.dayOfReturn');
  return dayChange(ctx, plan, checkDay('effectiveOn', effectiveOn, plan.year, await amendedOf(ctx, plan)));
}

/** Whether the caller, or whom they stand in for, or their deputy made the plan: with separate duties they neither approve nor issue it. */
async function judgesOwnWork(tx: Writer, ctx: Context, plan: PlanRow): Promise<boolean> {
  if (ctx.isProcess) return false;
  const authors = await authorsOf(tx, ctx.provinceId, plan.id);
  return authors.includes(ctx.signedIn().id);
}

/**
 * What a plan rests on when it is submitted or issued, read in one snapshot that begins after the plan was locked: nobody
 * changes the plan meanwhile, and the numbers are of one moment. Null for other moves.
 */
async function basisAt(ctx: Context, plan: PlanRow, to: PlanState, effectiveOn: Day | null): Promise<PlanBasis | null> {
  if (to !== 'SUBMITTED' && to !== 'ISSUED') return null;
  await ctx.close();
  return planBasis(ctx, plan, effectiveOn ?? (to === 'ISSUED' ? await toldBefore(ctx, plan) : null));
}

/** The marks of the whole year that follow from seasons, read in the same snapshot as the basis: issuing may put the plan in force on any day. */
async function marksToKeep(ctx: Context, plan: PlanRow) {
  const targets = new Map((await planTargets(ctx, plan.id)).map(({ unitId, hundredths }) => [unitId, hundredths]));
  return [...(await planMarks(ctx, plan, 1))].flatMap(([unitId, marks]) =>
    marks
      .filter(({ season }) => season !== 'TYPED')
      .map(({ month, hundredths, season }) => ({
        unitId,
        month,
        hundredths,
        season,
        target: targets.get(unitId) ?? 0,
      })),
  );
}

/** The day from which a plan will be in force by what was told of it earlier: 1 January where nobody said anything. */
async function toldBefore(ctx: Context, plan: PlanRow): Promise<Day> {
  const decision = plan.decisionId === null ? null : (await decisionMap(ctx)).get(plan.decisionId);
  return decision?.effectiveOn ?? plan.effectiveOn ?? yearStart(plan.year);
}

/** Checks what issuing needs, supersedes the amended plan, and returns what the plan is from now on. */
async function issue(tx: Writer, ctx: Context, plan: PlanRow, basis: PlanBasis, reason: string | null) {
  if (plan.isFrozen) refuseOtherUnits(await planBasis(ctx, plan), basis);
  const targets = await targetsOf(tx, ctx.provinceId, [plan.id]);
  // Nobody proposes anything against the plan that is amended from here on.
  if (plan.amendsId !== null) await lockPlan(tx, ctx.provinceId, plan.amendsId);
  const unanswered = await openProposals(tx, ctx.provinceId, plan);
  if (reason === null) {
    const now = plan.isFrozen ? await receivedItem(ctx, plan) : basis.received;
    refuseWithoutReason(plan, basis, targets, { now, unanswered: unanswered.length });
  }
  await lapseProposals(tx, ctx.provinceId, plan, unanswered);
  const from = await effectiveDay(tx, ctx.provinceId, plan);
  if (plan.amendsId !== null) await supersede(tx, ctx.provinceId, plan.amendsId, from);
  return { inForce: `[${from},${yearEnd(plan.year)}]`, issuedBy: tx.moment, reason };
}

/** A plan is issued for the units that it was drafted and approved for, and no others: no reason makes up for that. */
function refuseOtherUnits(drafted: PlanBasis, issued: PlanBasis): void {
  const { came, gone } = unitsBetween(drafted, issued);
  if (came.length + gone.length === 0) return;
  const text = came.length === 0 ? 'plan.unitsGone' : gone.length === 0 ? 'plan.unitsCame' : 'plan.unitsSwapped';
  const params = { day: issued.day, from: drafted.day, came: namesOf(came), gone: namesOf(gone) };
  throw badInput('decision.effectiveOn', text, params);
}

const MOST_NAMED = 5;

/** The first few of some units by name. */
function namesOf(units: readonly PlanUnit[]): string {
  const names = units.slice(0, MOST_NAMED).map(({ version }) => version.name);
  return [...names, ...(units.length > MOST_NAMED ? ['…'] : [])].join(', ');
}

/** `now` is the item that the issuing unit has now; the plan was made for the one that its basis keeps. */
function refuseWithoutReason(
  plan: PlanRow,
  basis: PlanBasis,
  targets: TargetRow[],
  { now, unanswered }: { now: ReceivedItem | null; unanswered: number },
): void {
  const problems: FieldProblem[] = [];
  const { rolled, missing } = rollUpPlan(plan, basis, targets);
  if (missing.length > 0) {
    const params = { count: missing.length, units: namesOf(missing) };
    problems.push({ path: 'reason', text: 'plan.leftOut', params });
  }
  if (!rolled.feasible) {
    const params = { points: percentOf(rolled.residualPoints), dossiers: rolled.residualDossiers };
    problems.push({ path: 'reason', text: 'plan.infeasible', params });
  }
  if (now?.hundredths !== basis.received?.hundredths) {
    const show = (item: ReceivedItem | null) => (item === null ? '—' : percentOf(item.hundredths));
    problems.push({
      path: 'reason',
      text: 'plan.itemChanged',
      params: { before: show(basis.received), now: show(now) },
    });
  }
  if (unanswered > 0) problems.push({ path: 'reason', text: 'counter.unanswered', params: { count: unanswered } });
  if (problems.length > 0) throw badInputs(problems);
}

async function effectiveDay(tx: Writer, provinceId: number, plan: PlanRow): Promise<Day> {
  const decision = plan.decisionId === null ? undefined : (await decisionsById(tx, provinceId, [plan.decisionId]))[0];
  const first = yearStart(plan.year);
  const day = decision?.effectiveOn ?? plan.effectiveOn ?? first;
  if (day > yearEnd(plan.year)) throw badInput('decision.effectiveOn', 'plan.effectiveYear', { year: plan.year });
  return day < first ? first : day;
}

async function supersede(tx: Writer, provinceId: number, id: string, from: Day): Promise<void> {
  const amended = await lockPlan(tx, provinceId, id);
  if (amended?.state !== 'ISSUED') throw conflict('plan.amends', {}, { path: 'plan' });
  if (amended.inForceFrom !== null && from < amended.inForceFrom) {
    throw badInput('decision.effectiveOn', 'plan.amendsEarlier', { day: amended.inForceFrom });
  }
  await tx.entities.update(TargetPlanEntity, { id }, { state: 'SUPERSEDED', version: amended.version + 1 });
  await insertPlanEvent(tx, provinceId, {
    planId: id,
    version: amended.version + 1,
    what: 'SUPERSEDED',
    from: 'ISSUED',
    to: 'SUPERSEDED',
  });
  auditPlan(tx, amended, {
    what: 'PLAN_SUPERSEDED',
    before: { state: 'ISSUED', version: amended.version },
    after: { state: 'SUPERSEDED', version: amended.version + 1 },
  });
}
