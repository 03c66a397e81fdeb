import type { Day } from '@chi-tieu/shared/domain/days';
import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { UnitVersionRow } from '@chi-tieu/shared/domain/unit-tree';
import type { Sql } from '../../app/sql.ts';
import type { PlanBasis, PlanUnit } from './basis.service.ts';

/** The item that the issuing unit received, and the plan that it stands in. */
export interface ReceivedItem {
  hundredths: number;
  planId: string;
}

/**
 * A unit of the plan as it was when the plan was submitted, with what was counted of it. What is typed of it is kept by the plan
 * itself and no longer changes.
 */
interface FrozenUnit {
  version: UnitVersionRow;
  isIssuer: boolean;
  volume: number;
  baseline: number | null;
  /** The day whose hierarchy it is shown by. */
  on: Day;
}

/**
 * All numbers that a plan rests on, as they are kept once it is submitted. The counts by receiving unit are kept beside the
 * units: a decision that comes with the issue may name another day, and so other children.
 */
export interface FrozenBasis {
  day: Day;
  from: Day;
  to: Day;
  received: ReceivedItem | null;
  units: FrozenUnit[];
  counts: [unitId: number, numerator: number, denominator: number][];
}

/** What is kept of a basis. */
export function freeze(basis: PlanBasis): FrozenBasis {
  const { day, from, to, received, children, issuer, counts } = basis;
  const units = issuer ? [...children, issuer] : children;
  return {
    day,
    from,
    to,
    received,
    units: units.map(frozenUnit),
    counts: [...counts].map(([unitId, { numerator, denominator }]) => [unitId, numerator, denominator]),
  };
}

function frozenUnit({ version, isIssuer, counted, on }: PlanUnit): FrozenUnit {
  const { unitId, code, name, type, kind, parentId, from, to } = version;
  return { version: { unitId, code, name, type, kind, parentId, from, to }, isIssuer, ...counted, on };
}

/** The counts by receiving unit that were kept. */
export function frozenCounts({ counts }: FrozenBasis): Map<number, Counts> {
  return new Map(counts.map(([unitId, numerator, denominator]) => [unitId, { numerator, denominator }]));
}

/** What several plans keep; none of drafts and of plans from before they kept anything. */
export function frozenOf(
  sql: Sql,
  provinceId: number,
  planIds: string[],
): Promise<{ id: string; frozen: FrozenBasis }[]> {
  return sql.rows<{ id: string; frozen: FrozenBasis }>(
    `select id, frozen from target_plan where province_id = $1 and id = any ($2::uuid[]) and frozen is not null`,
    [provinceId, planIds],
  );
}
