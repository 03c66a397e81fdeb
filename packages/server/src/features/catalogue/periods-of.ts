import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { ForcePeriod as Period } from '@chi-tieu/shared/domain/force';
import type { Context } from '../../app/context.ts';
import { periodsOf } from './force.queries.ts';
import type { ForcePeriod } from './history.types.ts';

/** The periods in force of a procedure; those of a whole page are fetched at once. */
export async function periodsOfProcedure(ctx: Context, id: number): Promise<ForcePeriod[]> {
  const found = await ctx.load('procedure-periods', id, async (ids) => {
    const byProcedure = groupBy(await periodsOf(ctx.read, ids), ({ procedureId }) => procedureId);
    return ids.map((procedureId) => ({ id: procedureId, periods: byProcedure.get(procedureId) ?? [] }));
  });
  return (found?.periods ?? []).map(showPeriod);
}

/** A period as GraphQL shows it. */
export function showPeriod({ from, to, openedBy, closedBy }: Period): ForcePeriod {
  return { from, to, openedById: openedBy, closedById: closedBy };
}
