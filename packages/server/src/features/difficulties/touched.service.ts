import { compareDays, type Day } from '@chi-tieu/shared/domain/days';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Days } from '@chi-tieu/shared/domain/periods/periods';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../app/context.ts';
import { unitRegister, unitTree } from '../units/units.service.ts';
import type { DifficultyRow } from './difficulties.queries.ts';
import { lookedAtOneByOne, touchedByProcedure, touchedOneByOne, type Tie } from './touched.queries.ts';

/** More dossiers than so many are not looked at one by one while somebody waits: what a source ties them to is not told then. */
export const MOST_LOOKED_AT = 250_000;

/** What ties a difficulty to dossiers. */
export type Tied = Pick<DifficultyRow, 'unitId' | 'procedureId' | 'sourceId'>;

/**
 * How many dossiers received in a period some groups of difficulties touch. A group that is tied to none is not among them, nor one that a
 * source ties to more than are looked at. A difficulty may be of several groups: all are counted in one go.
 */
export async function touchedByGroups<T extends Tied>(
  ctx: Context,
  rows: readonly T[],
  groupsOf: (row: T) => readonly string[],
  { most = MOST_LOOKED_AT, ...period }: Days & { most?: number },
): Promise<Map<string, number>> {
  const receivedBy = await receiving(ctx, period);
  const tied = rows.filter(({ procedureId, sourceId }) => procedureId !== null || sourceId !== null);
  const tiesOf = ({ unitId, procedureId, sourceId }: Tied): Omit<Tie, 'group'>[] =>
    receivedBy(unitId).map((part) => ({ ...part, procedureId, sourceId }));
  const byGroup = groupBy(
    tied.flatMap((row) => groupsOf(row).map((group) => ({ row, group }))),
    ({ group }) => group,
  );
  // Groups with the same ties touch the same dossiers: hundreds of reports of one procedure are counted once.
  const distinct = new Map<string, { ties: Omit<Tie, 'group'>[]; groups: string[] }>();
  for (const [group, members] of byGroup) {
    const ties = members.flatMap(({ row }) => tiesOf(row));
    const byText = new Map(ties.map((tie) => [JSON.stringify(tie), tie] as const));
    const key = [...byText.keys()].toSorted().join();
    const found = distinct.get(key);
    if (found) found.groups.push(group);
    else distinct.set(key, { ties: [...byText.values()], groups: [group] });
  }
  const asked = [...distinct.values()].map(({ ties }, at) => ties.map((tie): Tie => ({ ...tie, group: String(at) })));
  const counts = await countTouched(ctx, asked, most);
  return new Map(
    [...distinct.values()].flatMap(({ groups }, at) => {
      const count = counts.get(String(at));
      return count === undefined ? [] : groups.map((one) => [one, count] as const);
    }),
  );
}

/** What each list of ties touches; of those with a source nothing, where there is too much to look at. */
async function countTouched(ctx: Context, lists: readonly Tie[][], most: number): Promise<Map<string, number>> {
  const isSourced = (ties: readonly Tie[]): boolean => ties.some(({ sourceId }) => sourceId !== null);
  const [sourced, plain] = [lists.filter(isSourced), lists.filter((ties) => !isSourced(ties))];
  const none = (of: readonly Tie[][]): [string, number][] => of.flatMap(([first]) => (first ? [[first.group, 0]] : []));
  const byProcedure = plain.length === 0 ? [] : await touchedByProcedure(ctx.figures, ctx.provinceId, plain.flat());
  return new Map([
    ...none(plain),
    ...byProcedure,
    ...(await countSourced(ctx, sourced, { none: none(sourced), most })),
  ]);
}

async function countSourced(
  ctx: Context,
  lists: readonly Tie[][],
  { none, most }: { none: readonly [string, number][]; most: number },
): Promise<[string, number][]> {
  const ties = lists.flat();
  if (ties.length === 0) return [];
  // Groups share what they are tied to: a cause looks at the same dossiers as its difficulties do.
  const alone = [
    ...new Map(ties.map((tie) => [JSON.stringify({ ...tie, group: '' }), { ...tie, group: '' }])).values(),
  ];
  const volume = await lookedAtOneByOne(ctx.figures, ctx.provinceId, alone, most);
  if (volume > most) return [];
  return [...none, ...(await touchedOneByOne(ctx.figures, ctx.provinceId, ties))];
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
