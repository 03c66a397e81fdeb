import { monthOf, type Day } from '@chi-tieu/shared/domain/days';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Sql } from '../../../app/sql.ts';
import { targetsInForce } from '../../plans/targets.queries.ts';
import { marksOfMonth, marksOfPlans } from './history.queries.ts';

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
  const { plans, isMeant } = await meantAt(sql, provinceId, indicatorId, tree, { day, knownAt });
  if (plans.length === 0) return [];
  const marks = await marksOfMonth(sql, provinceId, plans, monthOf(day));
  return marks.filter(isMeant);
}

/** The marks of the whole year of every unit, by month, by the plans that hold on a day; of the same targets. */
export async function marksOfYear(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  tree: UnitTree,
  at: { day: Day; knownAt: Date | null },
): Promise<(UnitMark & { month: number })[]> {
  const { plans, isMeant } = await meantAt(sql, provinceId, indicatorId, tree, at);
  if (plans.length === 0) return [];
  return (await marksOfPlans(sql, provinceId, plans)).filter(isMeant);
}

/** The targets that are for a unit with all below it, and the plans that give them. */
async function meantAt(
  sql: Sql,
  provinceId: number,
  indicatorId: number,
  tree: UnitTree,
  { day, knownAt }: { day: Day; knownAt: Date | null },
): Promise<{ plans: string[]; isMeant: (mark: { planId: string; unitId: number }) => boolean }> {
  const targets = await targetsInForce(sql, provinceId, indicatorId, day, knownAt);
  const meant = targets.filter(({ unitId, scope }) => scope === 'SUBTREE' || tree.children(unitId).length === 0);
  const keys = new Set(meant.map(({ planId, unitId }) => `${planId} ${unitId}`));
  return {
    plans: [...new Set(meant.map(({ planId }) => planId))],
    isMeant: ({ planId, unitId }) => keys.has(`${planId} ${unitId}`),
  };
}
