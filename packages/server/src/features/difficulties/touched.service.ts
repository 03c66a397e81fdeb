import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Days } from '@chi-tieu/shared/domain/periods/periods';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { unitRegister, unitTree } from '../units/units.service.ts';
import type { DifficultyRow } from './difficulties.queries.ts';
import { dossiersTouched, type Tie } from './touched.queries.ts';

/** How many dossiers received in a period some groups of difficulties touch; a group that is tied to none is not among them. */
export async function touchedByGroups(
  ctx: Context,
  rows: readonly DifficultyRow[],
  groupOf: (row: DifficultyRow) => string,
  period: Days,
): Promise<Map<string, number>> {
  const receivedBy = await receiving(ctx, period);
  const tied = rows.filter(({ procedureId, sourceId }) => procedureId !== null || sourceId !== null);
  const tiesOf = ({ unitId, procedureId, sourceId }: DifficultyRow): Omit<Tie, 'group'>[] =>
    receivedBy(unitId).map((part) => ({ ...part, procedureId, sourceId }));
  // Groups with the same ties touch the same dossiers: hundreds of reports of one procedure are counted once.
  const distinct = new Map<string, { ties: Omit<Tie, 'group'>[]; groups: string[] }>();
  for (const [group, members] of groupBy(tied, groupOf)) {
    const byText = new Map(members.flatMap(tiesOf).map((tie) => [JSON.stringify(tie), tie] as const));
    const key = [...byText.keys()].toSorted().join();
    const found = distinct.get(key);
    if (found) found.groups.push(group);
    else distinct.set(key, { ties: [...byText.values()], groups: [group] });
  }
  const asked = [...distinct.values()].flatMap(({ ties }, at) => ties.map((tie) => ({ ...tie, group: String(at) })));
  const counts =
    asked.length === 0 ? new Map<string, number>() : await dossiersTouched(ctx.figures, ctx.provinceId, asked);
  return new Map(
    [...distinct.values()].flatMap(({ groups }, at) =>
      groups.map((one) => [one, counts.get(String(at)) ?? 0] as const),
    ),
  );
}

type Received = Pick<Tie, 'unitId' | 'from' | 'to'>;

/**
 * Which units received the dossiers of a unit in a period: itself and those below it then; where it ended, its main successor from that day on,
 * with what is below that. What the successor received before is none of its.
 */
async function receiving(ctx: Context, { from, to }: Days): Promise<(unitId: number) => Received[]> {
  const [first, last] = [await unitTree(ctx, from), await unitTree(ctx, to)];
  const { successions } = await unitRegister(ctx);
  const endOf = new Map(successions.filter(({ isMain }) => isMain).map(({ predecessorId, on }) => [predecessorId, on]));
  const known = new Map<number, Received[]>();
  return (unitId) => {
    const found = known.get(unitId) ?? receivedIn(unitId, { first, last, from, to }, endOf.get(unitId));
    known.set(unitId, found);
    return found;
  };
}

interface Stretch extends Days {
  first: UnitTree;
  last: UnitTree;
}

function receivedIn(unitId: number, { first, last, from, to }: Stretch, endedOn: Day | undefined): Received[] {
  const withBelow = (tree: UnitTree, id: number): number[] => (tree.byId(id) ? [id, ...tree.below(id)] : []);
  const own = new Set([unitId, ...withBelow(first, unitId), ...withBelow(last, unitId)]);
  const parts = [...own].map((id) => ({ unitId: id, from, to }));
  const live = last.byId(unitId) ? null : last.liveUnitOf(unitId);
  if (live === null || endedOn === undefined) return parts;
  const since = compareDays(endedOn, from) > 0 ? endedOn : from;
  const others = withBelow(last, live).filter((id) => !own.has(id));
  return [...parts, ...others.map((id) => ({ unitId: id, from: since, to }))];
}
