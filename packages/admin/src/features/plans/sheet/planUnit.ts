import { hundredthsOf } from '@chi-tieu/shared/domain/percent';
import type { PlanQuery, UnitKind } from '@chi-tieu/shared/generated/graphql';
import type { SheetValues } from './sheetField.ts';

export type Plan = NonNullable<PlanQuery['targetPlan']>;

/**
 * A row of a plan: a unit and what the basis period says of it, or whoever plans knows better: what is typed goes before what was
 * counted, and is read where it stands. The rate is in hundredths, null without dossiers.
 */
export interface PlanUnit {
  readonly code: string;
  readonly name: string;
  /** What else it is called. */
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly volume: number;
  readonly baseline: number | null;
  /** What was counted in the basis period, where something else may be typed. */
  readonly counted?: { readonly volume: number; readonly baseline: number | null };
  /** The issuing unit's own dossiers: part of every sum, never assigned. */
  readonly isIssuer: boolean;
  /** What the plan that this one amends gave it. */
  readonly before: number | null;
}

/**
 * The rows of a plan in the order of the codes, the issuing unit's own dossiers last. With `typed` they go by what stands there now;
 * without it by what the plan went by when it was asked for.
 */
export function planUnitsOf(plan: Plan, typed?: Pick<SheetValues, 'volumes' | 'baselines'>): PlanUnit[] {
  const before = new Map(plan.amends?.targets.map(({ unit, percent }) => [unit.code, hundredthsOf(percent)]));
  return plan.children
    .map((child) => {
      const { unit, isIssuer } = child;
      const row = {
        code: unit.code,
        name: unit.name,
        aliases: isIssuer ? [] : unit.aliases,
        kind: unit.kind,
        volume: child.volume,
        baseline: hundredthsOrNull(child.baseline),
        isIssuer,
        before: (isIssuer ? null : before.get(unit.code)) ?? null,
      };
      const counted = { volume: child.countedVolume, baseline: hundredthsOrNull(child.countedBaseline) };
      return typed ? asTyped({ ...row, counted }, counted, typed) : row;
    })
    .sort((a, b) => Number(a.isIssuer) - Number(b.isIssuer) || (a.code < b.code ? -1 : 1));
}

/** The row with volume and baseline as they are typed now. */
function asTyped(
  row: PlanUnit,
  counted: NonNullable<PlanUnit['counted']>,
  { volumes, baselines }: Pick<SheetValues, 'volumes' | 'baselines'>,
): PlanUnit {
  return Object.defineProperties(row, {
    volume: { enumerable: true, get: () => volumes.get(row.code) ?? counted.volume },
    baseline: { enumerable: true, get: () => baselines.get(row.code) ?? counted.baseline },
  });
}

const hundredthsOrNull = (percent: number | null): number | null => (percent === null ? null : hundredthsOf(percent));

/** What a target asks above the baseline, in hundredths of a point; null where either is missing. */
export function riseOf({ baseline }: Pick<PlanUnit, 'baseline'>, target: number | null): number | null {
  return baseline === null || target === null ? null : target - baseline;
}

/** How many dossiers more than in the basis period would have to be online, rounded up; 0 where the target is below. */
export function moreDossiers({ baseline, volume }: PlanUnit, target: number | null): number | null {
  const rise = riseOf({ baseline }, target);
  return rise === null ? null : Math.max(0, Math.ceil((volume * rise) / 10_000));
}
