import type { Context } from '../../../app/context.ts';
import type { FigureRow } from '../../figures/figures.queries.ts';
import { figureToKeep, sealed } from '../../figures/figures.service.ts';
import { attainmentTable } from '../../rates/rates.service.ts';
import type { Look } from './found.ts';

/** A figure that is to be kept, with the code of its indicator. */
export type LookFigure = FigureRow & { indicator: string };

/**
 * The figures of units at the last sealed moment, to be cited by what is said of them; of units that were not there on the period's
 * last day none. To be asked in the snapshot of the look.
 */
export async function figuresOfLook(
  ctx: Context,
  { period }: Pick<Look, 'period'>,
  unitIds: readonly number[],
): Promise<ReadonlyMap<number, LookFigure>> {
  if (period === null || unitIds.length === 0) return new Map();
  const question = await sealed(ctx, { ...period, scope: 'SUBTREE', knownAt: null });
  const table = await attainmentTable(ctx, question);
  const there = unitIds.filter((unitId) => table.tree.byId(unitId) !== undefined);
  return new Map(
    there.map((unitId) => {
      return [unitId, { ...figureToKeep(ctx, table, question, unitId), indicator: period.indicator }] as const;
    }),
  );
}
