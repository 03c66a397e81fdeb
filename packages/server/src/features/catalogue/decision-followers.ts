import type { Writer } from '../../app/database.ts';
import { rebuildEntries } from './list-entries.service.ts';

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
const entriesOfLists: Follower = {
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

export const FOLLOWERS: readonly Follower[] = [entriesOfLists];

function linesOf(tx: Writer, provinceId: number, decisionId: number) {
  return tx.rows<{ listId: number; procedureId: number }>(
    `select distinct list_id as "listId", procedure_id as "procedureId" from service_list_change
      where province_id = $1 and decision_id = $2 and withdrawn_by is null order by 1, 2`,
    [provinceId, decisionId],
  );
}
