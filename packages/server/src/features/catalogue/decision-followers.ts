import type { Writer } from '../../app/database.ts';
import { badInputs } from '../../app/errors.ts';
import { proceduresById } from './catalogue.queries.ts';
import { decisionsById, formerEffectiveDay } from './decisions.queries.ts';
import { forceChanges, forceOfDecisions, insertForceChanges, withdrawForceChanges } from './force.queries.ts';
import { rebuildEntries } from './list-entries.service.ts';
import { rebuildPeriods } from './periods.service.ts';
import { causeOf, type CatalogueCause } from '../rates/causes.types.ts';
import { recordStep } from './steps.queries.ts';

/**
 * Something that is derived from the days of decisions, and is derived anew where a decision's day turns out to be another one.
 * Whoever writes down what a decision does beyond its lists adds a follower.
 */
export interface Follower {
  /** The procedures of which something follows from the decision; their dossiers are counted anew. */
  procedures(tx: Writer, provinceId: number, decisionId: number): Promise<number[]>;
  /** Derives it anew by the decision as it is now; BAD_USER_INPUT at `dayPath` where that makes no sense. */
  deriveAnew(tx: Writer, provinceId: number, decisionId: number, dayPath: string): Promise<void>;
}

/** The entries of lists, which follow from the lines of decisions. */
export const entriesOfLists: Follower = {
  procedures: async (tx, provinceId, decisionId) =>
    (await linesOf(tx, provinceId, decisionId)).map(({ procedureId }) => procedureId),
  deriveAnew: async (tx, provinceId, decisionId, dayPath) => {
    const byList = new Map<number, number[]>();
    for (const { listId, procedureId } of await linesOf(tx, provinceId, decisionId))
      byList.set(listId, [...(byList.get(listId) ?? []), procedureId]);
    for (const [listId, procedureIds] of byList)
      await rebuildEntries(tx, provinceId, listId, procedureIds, { lines: new Map(), dayPath });
  },
};

/**
 * The periods in which procedures are in force. Lines that hold from the day on which the decision took effect hold from the day on which
 * it does now, in the place that they had; lines with a day of their own keep it.
 */
const periodsInForce: Follower = {
  procedures: async (tx, _provinceId, decisionId) => [
    ...new Set((await forceOfDecisions(tx, [decisionId])).map(({ procedureId }) => procedureId)),
  ],
  deriveAnew: async (tx, provinceId, decisionId, dayPath) => {
    const procedureIds = await periodsInForce.procedures(tx, provinceId, decisionId);
    if (procedureIds.length === 0) return;
    await moveLines(tx, provinceId, decisionId, procedureIds);
    const troubles = await rebuildPeriods(tx, provinceId, procedureIds);
    if (troubles.length === 0) return;
    const rows = await proceduresById(tx, provinceId, procedureIds);
    const codes = new Map(rows.map(({ id, code }) => [id, code]));
    throw badInputs(
      troubles.map(({ line }) => ({
        path: dayPath,
        text: 'force.upsetsLater',
        params: { code: codes.get(line.procedureId) ?? '', day: line.from ?? '' },
      })),
    );
  },
};

export const FOLLOWERS: readonly Follower[] = [entriesOfLists, periodsInForce];

/** The procedures of which anything follows from a decision, and as what a change of its days is booked. */
export async function followingProcedures(
  tx: Writer,
  provinceId: number,
  decisionId: number,
): Promise<{ procedureIds: number[]; cause: CatalogueCause }> {
  const listed = await entriesOfLists.procedures(tx, provinceId, decisionId);
  const forced = await periodsInForce.procedures(tx, provinceId, decisionId);
  const cause = causeOf({ lists: listed.length > 0, force: forced.length > 0 });
  return { procedureIds: [...new Set([...listed, ...forced])], cause };
}

async function moveLines(tx: Writer, provinceId: number, decisionId: number, procedureIds: number[]): Promise<void> {
  const [decision] = await decisionsById(tx, provinceId, [decisionId]);
  const former = await formerEffectiveDay(tx, decisionId, tx.moment);
  if (!decision || former === null || former === decision.effectiveOn) return;
  const said = await forceChanges(tx, procedureIds, 'CURRENT');
  const lines = said.filter((line) => line.decisionId === decisionId && line.from === former);
  if (lines.length === 0) return;
  const touched = [...new Set(lines.map(({ procedureId }) => procedureId))];
  const facts = { decision: decision.number };
  await recordStep(tx, provinceId, tx.moment, { kind: 'DECIDED', facts, procedureIds: touched, lines: lines.length });
  await withdrawForceChanges(
    tx,
    tx.moment,
    lines.map(({ sequence }) => sequence),
  );
  const moved = lines.map((line) => ({ ...line, from: decision.effectiveOn }));
  await insertForceChanges(tx, provinceId, tx.moment, moved);
}

function linesOf(tx: Writer, provinceId: number, decisionId: number) {
  return tx.rows<{ listId: number; procedureId: number }>(
    `select distinct list_id as "listId", procedure_id as "procedureId" from service_list_change
      where province_id = $1 and decision_id = $2 and withdrawn_by is null order by 1, 2`,
    [provinceId, decisionId],
  );
}
