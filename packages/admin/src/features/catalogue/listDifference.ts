import type { ServiceLevel, UnitKind } from '@chi-tieu/shared/generated/graphql';

/** A procedure on a list at one tier and level. */
export interface Listed {
  readonly procedure: { readonly code: string; readonly name: string };
  readonly tier: UnitKind;
  readonly level: ServiceLevel;
}

export type DifferenceKind = 'ADDED' | 'REMOVED' | 'CHANGED';

/** What differs at one tier of one procedure: `before` is null where it was not listed, `after` where it no longer is. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly procedure: Listed['procedure'];
  readonly tier: UnitKind;
  readonly before: ServiceLevel | null;
  readonly after: ServiceLevel | null;
}

const keyOf = ({ procedure, tier }: Listed): string => `${procedure.code}|${tier}`;

/**
 * The difference of a list as it stood on two days, by procedure and tier, in the order of the codes. What only stands
 * there under another decision, at the same level, is no difference.
 */
export function listDifference(before: readonly Listed[], after: readonly Listed[]): Difference[] {
  const then = new Map(before.map((entry) => [keyOf(entry), entry]));
  const now = new Map(after.map((entry) => [keyOf(entry), entry]));
  const gone = before.filter((entry) => !now.has(keyOf(entry)));
  const found = [
    ...gone.map((entry): Difference => differenceOf('REMOVED', entry, entry.level, null)),
    ...after.flatMap((entry): Difference[] => {
      const was = then.get(keyOf(entry));
      if (!was) return [differenceOf('ADDED', entry, null, entry.level)];
      return was.level === entry.level ? [] : [differenceOf('CHANGED', entry, was.level, entry.level)];
    }),
  ];
  return found.sort((a, b) => (a.procedure.code < b.procedure.code ? -1 : a.procedure.code > b.procedure.code ? 1 : 0));
}

function differenceOf(
  kind: DifferenceKind,
  { procedure, tier }: Listed,
  before: ServiceLevel | null,
  after: ServiceLevel | null,
): Difference {
  return { kind, procedure, tier, before, after };
}
