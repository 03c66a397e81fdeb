import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { PlanQuery, UnitKind } from '@chi-tieu/shared/generated/graphql';

export type Plan = NonNullable<PlanQuery['targetPlan']>;

/** A row of a plan: a unit and what the basis period says of it. The rate is in hundredths, null without dossiers. */
export interface PlanUnit {
  readonly code: string;
  readonly name: string;
  /** What else it is called. */
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly volume: number;
  readonly baseline: number | null;
  /** The issuing unit's own dossiers: part of every sum, never assigned. */
  readonly isIssuer: boolean;
  /** What the plan that this one amends gave it. */
  readonly before: number | null;
}

/** The rows of a plan in the order of the codes, the issuing unit's own dossiers last. */
export function planUnitsOf(plan: Plan): PlanUnit[] {
  const before = new Map(plan.amends?.targets.map(({ unit, percent }) => [unit.code, hundredthsOf(percent)]));
  return plan.children
    .map(({ unit, volume, baseline, isIssuer }) => ({
      code: unit.code,
      name: unit.name,
      aliases: isIssuer ? [] : unit.aliases,
      kind: unit.kind,
      volume,
      baseline: baseline === null ? null : hundredthsOf(baseline),
      isIssuer,
      before: (isIssuer ? null : before.get(unit.code)) ?? null,
    }))
    .sort((a, b) => Number(a.isIssuer) - Number(b.isIssuer) || (a.code < b.code ? -1 : 1));
}

/** What a target asks above the baseline, in hundredths of a point; null where either is missing. */
export function riseOf({ baseline }: Pick<PlanUnit, 'baseline'>, target: number | null): number | null {
  return baseline === null || target === null ? null : target - baseline;
}

/** How many dossiers more than in the basis period would have to be online, rounded up; 0 where the target is below. */
export function moreDossiers({ baseline, volume }: PlanUnit, target: number | null): number | null {
  const rise = riseOf({ baseline }, target);
  return rise === null ? null : Math.max(0, Math.ceil((volume * rise) / 10_000));
}
