import type { Writer } from '../../app/database.ts';
import { conflict } from '../../app/errors.ts';
import { entriesOfLists, followingProcedures } from './decision-followers.ts';
import {
  changeDecision,
  isCitedByPlan,
  lockDecision,
  movesOfMoment,
  type DecisionRow,
  type MovedDays,
} from './decisions.queries.ts';
import { auditedDecision } from './decisions.service.ts';
import { hasLaterLines } from './force.queries.ts';

/** The decisions whose days a step moved, each as it is now, and the procedures of which something follows from them. */
export interface MovedDecisions {
  moved: { current: DecisionRow; before: MovedDays['before'] }[];
  procedureIds: number[];
  /** Whether any of these stands on a list by one of the decisions. */
  lists: boolean;
}

/**
 * The decisions whose days a step moved with their lines. CONFLICT where they cannot go back: they were moved again, lines were entered
 * since that hold from the day they have now, or a plan was issued by one.
 */
export async function movedByStep(tx: Writer, provinceId: number, stepId: string): Promise<MovedDecisions> {
  const moved: MovedDecisions['moved'] = [];
  const procedureIds: number[] = [];
  let lists = false;
  for (const { id, number, before, after } of await movesOfMoment(tx, provinceId, stepId)) {
    const current = await lockDecision(tx, provinceId, id);
    const isSame = current?.issuedOn === after.issuedOn && current.effectiveOn === after.effectiveOn;
    if (!current || !isSame || (await hasLaterLines(tx, id, { stepId, from: after.effectiveOn })))
      throw conflict('step.decision', { number, day: after.effectiveOn });
    if (await isCitedByPlan(tx, id)) throw conflict('decision.citedByPlan', {});
    const following = await followingProcedures(tx, provinceId, id);
    procedureIds.push(...following.procedureIds);
    lists ||= following.procedureIds.length > 0 && following.cause !== 'FORCE';
    moved.push({ current, before });
  }
  return { moved, procedureIds: [...new Set(procedureIds)], lists };
}

/** Gives decisions the days that they had, and nothing else of their headers; lists follow. Lines about being in force go by the step. */
export async function moveDaysBack(tx: Writer, provinceId: number, { moved }: MovedDecisions): Promise<void> {
  for (const { current, before } of moved) {
    const { id, version } = current;
    const decision = { ...current, ...before };
    await changeDecision(tx, tx.moment, id, decision);
    await entriesOfLists.deriveAnew(tx, provinceId, id, 'id');
    tx.audit({
      what: 'DECISION_CHANGED',
      about: { kind: 'DECISION', id },
      unitId: provinceId,
      before: { ...auditedDecision(current), version },
      after: { ...auditedDecision(decision), version: version + 1 },
    });
  }
}
