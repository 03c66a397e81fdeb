import { periodsFromChanges, type ForcePeriod, type ForceProblem } from '@chi-tieu/shared/domain/force';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Writer } from '../../app/database.ts';
import { forceChanges, periodsOf, replacePeriods, type ForceChangeRow } from './force.queries.ts';

/** A line that makes no sense among the others about its procedure. */
export interface ForceTrouble {
  line: ForceChangeRow;
  code: ForceProblem['code'];
}

/**
 * Derives the periods in force of procedures anew from what was said of them, and records what differs from what is stored. Gives the
 * lines that have no effect: whoever entered one refuses them, so nothing of it stays.
 */
export async function rebuildPeriods(tx: Writer, provinceId: number, procedureIds: number[]): Promise<ForceTrouble[]> {
  const said = groupBy(await forceChanges(tx, procedureIds, 'CURRENT'), ({ procedureId }) => procedureId);
  const stored = await periodsOf(tx, procedureIds);
  const troubles: ForceTrouble[] = [];
  const derived = procedureIds.flatMap((procedureId) => {
    const lines = said.get(procedureId) ?? [];
    const { periods, problems } = periodsFromChanges(lines);
    troubles.push(...problems.flatMap(({ change, code }) => (lines[change] ? [{ line: lines[change], code }] : [])));
    return periods.map((period) => ({ ...period, procedureId }));
  });
  const wanted = new Set(derived.map(written));
  const there = new Set(stored.map(written));
  await replacePeriods(tx, provinceId, tx.moment, {
    closed: stored.filter((period) => !wanted.has(written(period))).map(({ id }) => id),
    opened: derived.filter((period) => !there.has(written(period))),
  });
  return troubles;
}

function written({ procedureId, from, to, openedBy, closedBy }: ForcePeriod & { procedureId: number }): string {
  return [procedureId, from, to, openedBy, closedBy].join('|');
}
