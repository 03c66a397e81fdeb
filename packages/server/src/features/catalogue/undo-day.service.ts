import type { Day } from '@chi-tieu/shared/domain/days';
import type { Writer } from '../../app/database.ts';
import { conflict } from '../../app/errors.ts';
import type { Sql } from '../../app/sql.ts';
import { FOLLOWERS } from './decision-followers.ts';
import { changeDecision, isCitedByPlan, lockDecision, type DecisionRow } from './decisions.queries.ts';
import { auditedDecision } from './decisions.service.ts';

/** A decision whose effective day a step moved, as it is now. */
export interface MovedDecision {
  decision: DecisionRow;
  /** The day on which it took effect before the step. */
  former: Day;
  /** The procedures of which something follows from it. */
  procedureIds: number[];
}

/**
 * The decision whose day a step moved; null where it moved none. CONFLICT where its day was moved again since, or where a plan was
 * issued by it: then its days are the plan's.
 */
export async function movedByStep(tx: Writer, provinceId: number, stepId: string): Promise<MovedDecision | null> {
  const moved = await movedDay(tx, stepId);
  const decision = moved && (await lockDecision(tx, provinceId, moved.id));
  if (!moved || !decision) return null;
  if (decision.effectiveOn !== moved.to) throw conflict('step.later', { codes: decision.number });
  if (await isCitedByPlan(tx, decision.id)) throw conflict('decision.citedByPlan', {});
  const procedureIds: number[] = [];
  for (const follower of FOLLOWERS) procedureIds.push(...(await follower.procedures(tx, provinceId, decision.id)));
  return { decision, former: moved.from, procedureIds };
}

/** Has the decision take effect on its former day again; what is said of it otherwise stays as it is now. */
export async function moveBack(tx: Writer, provinceId: number, { decision, former }: MovedDecision): Promise<void> {
  const { id, version } = decision;
  const after = { ...decision, effectiveOn: former };
  await changeDecision(tx, tx.moment, id, after);
  tx.audit({
    what: 'DECISION_CHANGED',
    about: { kind: 'DECISION', id },
    unitId: provinceId,
    before: { ...auditedDecision(decision), version },
    after: { ...auditedDecision(after), version: version + 1 },
  });
}

/** Derives anew what follows from its day: entries of lists, and what was said since it was moved. */
export async function followMovedBack(tx: Writer, provinceId: number, { decision }: MovedDecision): Promise<void> {
  for (const follower of FOLLOWERS) await follower.deriveAnew(tx, provinceId, decision.id, 'id');
}

function movedDay(sql: Sql, stepId: string): Promise<{ id: number; from: Day; to: Day } | null> {
  return sql.row<{ id: number; from: Day; to: Day }>(
    `select o.decision_id as id, o.effective_on::text as "from", n.effective_on::text as "to"
       from decision_version o join decision_version n on n.decision_id = o.decision_id and n.version = o.version + 1
      where o.superseded_by = $1 and o.effective_on <> n.effective_on`,
    [stepId],
  );
}
