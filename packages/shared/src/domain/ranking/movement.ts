import type { Place } from './rank.ts';

/**
 * Why a rank is another one than before. A rank is one more than there are places ahead of it; so these four, each by what they are, add up
 * exactly: rank = before + overtakenBy + entered − overtook − left.
 */
export interface Movement<Key> {
  before: number;
  /** Not ahead before, ahead now. */
  overtakenBy: Key[];
  /** Ahead before, not ahead now. */
  overtook: Key[];
  /** Those of these that were drawn level with alone: they share the rank now. */
  level: Key[];
  /** Ahead now, and had no rank before. */
  entered: Key[];
  /** Ahead before, and has no rank now. */
  left: Key[];
  /** Whether the rate itself is another one: a rank may change although it is not. */
  changedItself: boolean;
}

/** How each place that has a rank in both moved between two rankings. */
export function movements<Key>(
  before: readonly Place<Key>[],
  now: readonly Place<Key>[],
): ReadonlyMap<Key, Movement<Key>> {
  const [earlier, later] = [byKey(before), byKey(now)];
  const moved = new Map<Key, Movement<Key>>();
  for (const place of now) {
    const was = earlier.get(place.key);
    if (place.rank === null || was?.rank == null) continue;
    const aheadNow = aheadOf(now, place.rank);
    const aheadBefore = aheadOf(before, was.rank);
    moved.set(place.key, {
      before: was.rank,
      ...arrived(aheadNow, aheadBefore, earlier),
      ...departed(aheadNow, aheadBefore, later, place.rank),
      changedItself: was.numerator !== place.numerator || was.denominator !== place.denominator,
    });
  }
  return moved;
}

type Ahead<Key> = ReadonlySet<Key>;

function arrived<Key>(now: Ahead<Key>, before: Ahead<Key>, earlier: ReadonlyMap<Key, Place<Key>>) {
  const arrivals = [...now].filter((key) => !before.has(key));
  const had = (key: Key): boolean => earlier.get(key)?.rank != null;
  return { overtakenBy: arrivals.filter(had), entered: arrivals.filter((key) => !had(key)) };
}

function departed<Key>(now: Ahead<Key>, before: Ahead<Key>, later: ReadonlyMap<Key, Place<Key>>, rank: number) {
  const departures = [...before].filter((key) => !now.has(key));
  const has = (key: Key): boolean => later.get(key)?.rank != null;
  const overtook = departures.filter(has);
  const level = overtook.filter((key) => later.get(key)?.rank === rank);
  return { overtook, level, left: departures.filter((key) => !has(key)) };
}

function aheadOf<Key>(places: readonly Place<Key>[], rank: number): Set<Key> {
  return new Set(places.filter((place) => place.rank !== null && place.rank < rank).map(({ key }) => key));
}

function byKey<Key>(places: readonly Place<Key>[]): Map<Key, Place<Key>> {
  return new Map(places.map((place) => [place.key, place]));
}
