import { compareDays, isBetween, type Day } from '../days.ts';
import type { UnitTree } from '../unit-tree.ts';
import { ALL_RIGHTS, RIGHTS, RIGHTS_OF_PEOPLE, STANDING_RIGHTS, type Right, type Role } from './rights.ts';

/** A role held for a unit and everything below it, from one day to another, both included; null is an open end. */
export interface HeldGrant {
  role: Role;
  unitId: number;
  from: Day | null;
  to: Day | null;
  /** The grant that this one was delegated from: it holds only as far and as long as that one does. */
  via: HeldGrant | null;
  /** By whom it was given; by people unless told. */
  source?: 'HAND' | 'OIDC';
  /** Whether a program holds it; a person unless told. */
  isProgram?: boolean;
}

/** Units that a right holds for: all of the province, or the ids of receiving units, those that they succeeded included. */
export type ReachedUnits = 'ALL' | ReadonlySet<number>;

/** Where something may go: null anywhere, else to these units; what belongs to none is filed under the place. */
export type Within = { readonly units: readonly number[]; readonly place: number } | null;

const NOWHERE: ReadonlySet<number> = new Set();

/** What somebody may do, and for which units, on one day. */
export class Reach {
  readonly #units: ReadonlyMap<Right, ReachedUnits>;
  readonly #places: ReadonlyMap<Right, number>;

  /** Use `reachOf`. */
  constructor(units: ReadonlyMap<Right, ReachedUnits>, places: ReadonlyMap<Right, number>) {
    this.#units = units;
    this.#places = places;
  }

  /** Everything, everywhere. */
  static ofAll(): Reach {
    return new Reach(new Map(ALL_RIGHTS.map((right) => [right, 'ALL'])), new Map());
  }

  /** Where a right lets things go: filed under the unit of the grant that was made first. */
  within(right: Right): Within {
    const units = this.unitsOf(right);
    return units === 'ALL' ? null : { units: [...units], place: this.#places.get(right) ?? 0 };
  }

  /** The units that a right holds for; none where it is not held. */
  unitsOf(right: Right): ReachedUnits {
    return this.#units.get(right) ?? NOWHERE;
  }

  /** Whether a right is held for every one of some units. Of no unit at all only who reaches all may say so. */
  covers(right: Right, unitIds: readonly number[]): boolean {
    const units = this.unitsOf(right);
    return units === 'ALL' || (unitIds.length > 0 && unitIds.every((id) => units.has(id)));
  }

  /** Whether a right is held anywhere. */
  holds(right: Right): boolean {
    const units = this.unitsOf(right);
    return units === 'ALL' || units.size > 0;
  }

  /** The rights held anywhere, in the order of the table. */
  rights(): readonly Right[] {
    return ALL_RIGHTS.filter((right) => this.holds(right));
  }
}

/**
 * What grants come to on a day, in the hierarchy of that day. A grant at a unit that does not exist on the day, or whose days
 * are over or still to come, or whose origin no longer holds, gives nothing.
 */
export function reachOf(grants: readonly HeldGrant[], tree: UnitTree, provinceId: number, day: Day): Reach {
  const held = grants.filter((grant) => holdsOn(grant, tree, day));
  const units = new Map<Right, ReachedUnits>();
  const places = new Map<Right, number>();
  for (const right of ALL_RIGHTS) {
    const { level } = RIGHTS[right];
    const at = held.filter((grant) => gives(grant, right)).map(({ unitId }) => unitId);
    if (level === 'ITSELF') units.set(right, unitsSpokenFor(at, tree));
    else if (at.includes(provinceId)) units.set(right, 'ALL');
    else if (level === 'UNIT' && at.length > 0) units.set(right, receivingUnits(at, tree));
    else if (level === 'BELOW' && at.length > 0) units.set(right, unitsBelow(at, tree));
    if (at[0] !== undefined) places.set(right, at[0]);
  }
  return new Reach(units, places);
}

/**
 * The last day on which a right that somebody holds for a unit today is still theirs, as far as grants of their own say: the
 * latest end of those that give it; null where one of them has none.
 */
export function lastDayOf(
  grants: readonly HeldGrant[],
  { tree, provinceId, day }: { tree: UnitTree; provinceId: number; day: Day },
  right: Right,
  unitId: number,
): Day | null {
  const giving = grants.filter((grant) => reachOf([grant], tree, provinceId, day).covers(right, [unitId]));
  const ends = giving.flatMap(({ to }) => to ?? []).sort();
  return ends.length < giving.length ? null : (ends.at(-1) ?? null);
}

/**
 * Whether somebody may decide about others, by a grant that people gave, on days on which a caller no longer may do so there
 * (`endOf`: until when; null: without an end). Who decides about them for less time could have all of that time by their password.
 */
export function outlasts(
  grants: readonly HeldGrant[],
  day: Day,
  endOf: (right: Right, unitId: number) => Day | null,
): boolean {
  return grants.some((grant) => {
    const { to, unitId } = grant;
    if (to !== null && compareDays(to, day) < 0) return false;
    return STANDING_RIGHTS.filter((right) => gives(grant, right)).some((right) => {
      const end = endOf(right, unitId);
      return end !== null && (to === null || compareDays(to, end) > 0);
    });
  });
}

function gives({ role, via, source, isProgram }: HeldGrant, right: Right): boolean {
  if (isProgram && RIGHTS_OF_PEOPLE.includes(right)) return false;
  if ((via !== null || source === 'OIDC') && STANDING_RIGHTS.includes(right)) return false;
  return RIGHTS[right].roles.includes(role);
}

function holdsOn(grant: HeldGrant, tree: UnitTree, day: Day): boolean {
  if (!isBetween(day, grant.from, grant.to) || tree.byId(grant.unitId) === undefined) return false;
  const { via } = grant;
  return (
    via === null || (via.role === grant.role && tree.isWithin(grant.unitId, via.unitId) && holdsOn(via, tree, day))
  );
}

/** The units for which a grant at some units lets one speak: these, and those that they succeeded. */
function unitsSpokenFor(places: readonly number[], tree: UnitTree): ReadonlySet<number> {
  return new Set(places.flatMap((id) => tree.receivedBy(id)));
}

/** What lies below some units, with what it succeeded: never one of these for its own grant, though perhaps for that of one above it. */
function unitsBelow(places: readonly number[], tree: UnitTree): ReadonlySet<number> {
  return new Set(places.flatMap((id) => tree.below(id)).flatMap((id) => tree.receivedBy(id)));
}

function receivingUnits(places: readonly number[], tree: UnitTree): ReadonlySet<number> {
  const live = places.flatMap((id) => [id, ...tree.below(id)]);
  return new Set(live.flatMap((id) => tree.receivedBy(id)));
}
