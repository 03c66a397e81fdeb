import type { Writer } from '../../app/database.ts';
import { conflict } from '../../app/errors.ts';
import { entriesOfLists, FOLLOWERS } from './decision-followers.ts';
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
}

/**
 * The decisions whose days a step moved with their lines. CONFLICT where they cannot go back: they were moved again, lines were entered
 * since that hold from the day they have now, or a plan was issued by one.
 */
export async function movedByStep(tx: Writer, provinceId: number, stepId: string): Promise<MovedDecisions> {
  const moved: MovedDecisions['moved'] = [];
  const procedureIds: number[] = [];
  for (const { id, number, before, after } of await movesOfMoment(tx, provinceId, stepId)) {
    const current = await lockDecision(tx, provinceId, id);
    const isSame = current?.issuedOn === after.issuedOn && current.effectiveOn === after.effectiveOn;
    if (!current || !isSame || (await hasLaterLines(tx, id, { stepId, from: after.effectiveOn })))
      throw conflict('step.decision', { number, day: after.effectiveOn });
    if (await isCitedByPlan(tx, id)) throw conflict('decision.citedByPlan', {});
    for (const follower of FOLLOWERS) procedureIds.push(...(await follower.procedures(tx, provinceId, id)));
    moved.push({ current, before });
  }
  return { moved, procedureIds: [...new Set(procedureIds)] };
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
