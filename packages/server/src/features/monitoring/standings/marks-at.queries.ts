import { monthOf, type Day } from '@chi-tieu/shared/domain/days';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Sql } from '../../../app/sql.ts';
import { targetsInForce } from '../../plans/targets.queries.ts';
import { marksOfMonth } from './history.queries.ts';

/** The mark of a unit for a month, in hundredths, and the plan that sets it. */
export interface UnitMark {
  planId: string;
  unitId: number;
  hundredths: number;
}

/**
 * The marks of the month that ends on a day, by the plans that held on it; of targets alone that are for a unit with all below
 * it, as what is held against them is.
 */
export async function marksAt(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  tree: UnitTree,
  { day, knownAt }: { day: Day; knownAt: Date | null },
): Promise<UnitMark[]> {
  const targets = await targetsInForce(sql, provinceId, indicatorId, day, knownAt);
  const meant = targets.filter(({ unitId, scope }) => scope === 'SUBTREE' || tree.children(unitId).length === 0);
  if (meant.length === 0) return [];
  const plans = [...new Set(meant.map(({ planId }) => planId))];
  const isMeant = new Set(meant.map(({ planId, unitId }) => `${planId} ${unitId}`));
  const marks = await marksOfMonth(sql, provinceId, plans, monthOf(day));
  return marks.filter(({ planId, unitId }) => isMeant.has(`${planId} ${unitId}`));
}
