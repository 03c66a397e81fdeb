import type { Day } from '@chi-tieu/shared/domain/days';
import type { Finding } from '@chi-tieu/shared/domain/urging/findings';
import type { OccasionFacts } from '@chi-tieu/shared/domain/urging/occasion-facts';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import type { RuleFacts } from '../rules/rules.queries.ts';

/** What a look found of a unit; of what strikes also what there is to say. */
export interface Found {
  finding: Finding;
  facts: OccasionFacts | null;
}

/** What a look by one rule found. */
export interface Look {
  found: Found[];
  /** The period of the figures that are cited, with all below a unit; null where nothing is counted. */
  period: { indicator: string; from: Day; to: Day } | null;
  indicatorId: number | null;
}

/** The units that a rule looks at on a day. */
export function unitsOf({ kinds, underId }: Pick<RuleFacts, 'kinds' | 'underId'>, tree: UnitTree): number[] {
  const all = tree.alive().filter(({ kind }) => kinds.includes(kind));
  const within =
    underId === null ? all : all.filter(({ unitId }) => unitId !== underId && tree.isWithin(unitId, underId));
  return within.map(({ unitId }) => unitId);
}

/** A look on a day of its own, today unless told. */
export interface LookAsked {
  ctx: Context;
  rule: Pick<RuleFacts, 'condition' | 'kinds' | 'underId'>;
  on: Day;
  tree: UnitTree;
}
