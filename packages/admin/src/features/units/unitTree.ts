import { matchRank } from '@chi-tieu/shared/domain/fold';
import type { UnitKind, UnitsQuery } from '@chi-tieu/shared/generated/graphql';

export type ListedUnit = UnitsQuery['units']['nodes'][number];

/** The units of a day as a tree; siblings in the order of their kinds, then of their codes. */
export interface UnitTree {
  readonly roots: readonly ListedUnit[];
  readonly byCode: ReadonlyMap<string, ListedUnit>;
  childrenOf(code: string): readonly ListedUnit[];
  /** The units above one, from the root down to its parent. */
  above(code: string): ListedUnit[];
  /** Everything below one, at any depth. */
  below(code: string): ListedUnit[];
}

const KIND_ORDER: Record<UnitKind, number> = { PROVINCE: 0, DISTRICT: 1, COMMUNE: 2, DEPARTMENT: 3 };

const inOrder = (a: ListedUnit, b: ListedUnit): number =>
  KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || (a.code < b.code ? -1 : 1);

/** Builds the tree of a day. A unit whose parent is not in the list is a root. */
export function treeOf(units: readonly ListedUnit[]): UnitTree {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const children = new Map<string, ListedUnit[]>();
  for (const unit of [...units].sort(inOrder)) {
    const parent = unit.parent && byCode.has(unit.parent.code) ? unit.parent.code : '';
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const childrenOf = (code: string): readonly ListedUnit[] => children.get(code) ?? [];
  const below = (code: string): ListedUnit[] => childrenOf(code).flatMap((unit) => [unit, ...below(unit.code)]);
  const above = (code: string): ListedUnit[] => {
    const parent = byCode.get(byCode.get(code)?.parent?.code ?? '');
    return parent ? [...above(parent.code), parent] : [];
  };
  return { roots: children.get('') ?? [], byCode, childrenOf, above, below };
}

/** The units that a text may mean: by name, code or alias, marks or not; those with the marks as typed first. */
export function findUnits(text: string, units: readonly ListedUnit[]): ListedUnit[] {
  return units
    .map((unit) => ({
      unit,
      rank: Math.max(...[unit.name, unit.code, ...unit.aliases].map((said) => matchRank(text, said))),
    }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ unit }) => unit);
}
