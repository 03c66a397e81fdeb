import type { Counts } from './rate.ts';
import { tierOfKind, type Tier } from './tier.ts';
import type { Scope, UnitTree } from './unit-tree.ts';

/** A service that counts for the units of a tier but some, or for one unit alone. */
export interface ServiceForUnits {
  procedureId: number;
  tier: Tier;
  /** Null: for all units of the tier but `but`. */
  unitId: number | null;
  but: readonly number[] | null;
}

/** Services that a receiving unit has to show. */
export interface ServicesOfUnit {
  unitId: number;
  procedureIds: readonly number[];
}

/** What services stand behind the figure of a unit. */
export interface ServicesBehind {
  numerator: number[];
  denominator: number[];
}

/** Services of every unit of a day: counted once each, however many units below one have them. */
export interface ServiceCounts {
  counts: ReadonlyMap<number, Counts>;
  readonly behind: (unitId: number) => ServicesBehind;
}

export interface ServiceFacts {
  /** What may count, for whom. */
  whole: readonly ServiceForUnits[];
  /** What is in the numerator for whom; null: by the units that `used` names. */
  part: readonly ServiceForUnits[] | null;
  /** What receiving units had a dossier of; not looked at where `part` is told. */
  used: readonly ServicesOfUnit[];
}

/**
 * Counts services over a tree. The denominator of a unit is what counts for it, the numerator what of that it has to show; those of
 * a subtree are the unions, so a service that ten communes have is one. A unit answers for what its predecessors received.
 */
export function countServices(tree: UnitTree, { whole, part, used }: ServiceFacts, scope: Scope): ServiceCounts {
  const places = new Map<number, number>();
  for (const { procedureId } of [...whole, ...(part ?? [])])
    if (!places.has(procedureId)) places.set(procedureId, places.size);
  const words = Math.ceil(places.size / 32);
  const denominators = setsFor(tree, whole, places, words);
  const numerators = part === null ? usedSets(tree, used, places, words) : setsFor(tree, part, places, words);
  // What a unit shows is of what counts for it.
  for (const [unitId, set] of numerators) meet(set, denominators.get(unitId));
  const [over, under] = [gather(tree, numerators, scope, words), gather(tree, denominators, scope, words)];
  const counts = new Map(
    tree
      .alive()
      .map(({ unitId }) => [unitId, { numerator: size(over.get(unitId)), denominator: size(under.get(unitId)) }]),
  );
  const listed = [...places.keys()];
  const idsIn = (set: Uint32Array | undefined) => listed.filter((_id, at) => set !== undefined && has(set, at));
  return {
    counts,
    behind: (unitId) => ({ numerator: idsIn(over.get(unitId)), denominator: idsIn(under.get(unitId)) }),
  };
}

type Sets = Map<number, Uint32Array>;

function setsFor(
  tree: UnitTree,
  rows: readonly ServiceForUnits[],
  places: ReadonlyMap<number, number>,
  words: number,
): Sets {
  const byTier = new Map<Tier, ServiceForUnits[]>();
  const named = new Map<number, ServiceForUnits[]>();
  for (const row of rows) {
    if (row.unitId === null) byTier.set(row.tier, [...(byTier.get(row.tier) ?? []), row]);
    else named.set(row.unitId, [...(named.get(row.unitId) ?? []), row]);
  }
  const sets: Sets = new Map();
  for (const { unitId, kind } of tree.alive()) {
    const set = new Uint32Array(words);
    const ofTier = (byTier.get(tierOfKind(kind)) ?? []).filter(({ but }) => !but?.includes(unitId));
    for (const { procedureId } of [...ofTier, ...(named.get(unitId) ?? [])]) add(set, places.get(procedureId));
    sets.set(unitId, set);
  }
  return sets;
}

function usedSets(
  tree: UnitTree,
  rows: readonly ServicesOfUnit[],
  places: ReadonlyMap<number, number>,
  words: number,
): Sets {
  const sets: Sets = new Map();
  for (const { unitId, procedureIds } of rows) {
    const live = tree.liveUnitOf(unitId);
    if (live === null) continue;
    const set = sets.get(live) ?? new Uint32Array(words);
    for (const id of procedureIds) add(set, places.get(id));
    sets.set(live, set);
  }
  return sets;
}

/** The sets of units with those of everything below them. */
function gather(tree: UnitTree, sets: Sets, scope: Scope, words: number): Sets {
  if (scope === 'OWN') return sets;
  const gathered: Sets = new Map();
  for (const [unitId, set] of sets) {
    for (const above of tree.lineOf(unitId)) {
      const whole = gathered.get(above) ?? new Uint32Array(words);
      for (let at = 0; at < words; at += 1) whole[at] = (whole[at] ?? 0) | (set[at] ?? 0);
      gathered.set(above, whole);
    }
  }
  return gathered;
}

function add(set: Uint32Array, place: number | undefined): void {
  if (place === undefined) return;
  set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31));
}

function has(set: Uint32Array, place: number): boolean {
  return (((set[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

function meet(set: Uint32Array, other: Uint32Array | undefined): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) & (other?.[at] ?? 0);
}

function size(set: Uint32Array | undefined): number {
  let bits = 0;
  for (let word of set ?? []) for (; word !== 0; word &= word - 1) bits += 1;
  return bits;
}
