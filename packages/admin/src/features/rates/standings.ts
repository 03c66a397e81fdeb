import type { OverviewQuery, UnitKind } from '@chi-tieu/shared/generated/graphql';

export type Standing = OverviewQuery['standings'][number];

/** Units of one kind side by side. */
export interface StandingGroup {
  readonly kind: UnitKind;
  readonly standings: readonly Standing[];
}

/** The best rate first; units without dossiers last; equal ones by code. Compared on whole numbers. */
export function byRate(a: Standing, b: Standing): number {
  if (a.denominator === 0 || b.denominator === 0) {
    if (a.denominator !== b.denominator) return a.denominator === 0 ? 1 : -1;
  } else {
    const difference = b.numerator * a.denominator - a.numerator * b.denominator;
    if (difference !== 0) return difference;
  }
  return a.unit.code < b.unit.code ? -1 : 1;
}

/** The children of the root by kind, districts before departments before communes; the best rate first in each. */
export function childGroups(root: string, standings: readonly Standing[]): StandingGroup[] {
  const order: UnitKind[] = ['DISTRICT', 'DEPARTMENT', 'COMMUNE'];
  const children = standings.filter(({ unit }) => unit.parent?.code === root);
  return order
    .map((kind) => ({ kind, standings: children.filter(({ unit }) => unit.kind === kind).sort(byRate) }))
    .filter((group) => group.standings.length > 0);
}

/** The communes of each child that has some, in the order of the codes: the small tiles. */
export function grandchildren(
  root: string,
  standings: readonly Standing[],
): { parent: Standing; standings: Standing[] }[] {
  return standings
    .filter(({ unit }) => unit.parent?.code === root)
    .map((parent) => ({ parent, standings: standings.filter(({ unit }) => unit.parent?.code === parent.unit.code) }))
    .filter(({ standings: below }) => below.length > 0);
}

/**
 * The target that all children with a target share: what a unit without a target of its own is read beside. Decision 793
 * gives the province none, but 55 % to each of its departments and districts. Null where they differ or none has one.
 */
export function sharedTarget(
  root: string,
  standings: readonly { target?: number | null; unit: { parent?: { code: string } | null } }[],
): number | null {
  const targets = new Set(
    standings.flatMap(({ unit, target }) => (unit.parent?.code === root && target != null ? [target] : [])),
  );
  const [only] = targets;
  return targets.size === 1 && only !== undefined ? only : null;
}
