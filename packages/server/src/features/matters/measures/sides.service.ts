import type { Context } from '../../../app/context.ts';
import { isNumberKey } from '../../../app/connection.ts';
import { forbidden, reached } from '../../accounts/reach.service.ts';
import { unseen } from '../log/log.service.ts';
import { measuresById, type MeasureRow } from './measures.queries.ts';

/** Whether the caller keeps the measures of a unit, today; asked once a request. */
export function keepsMeasures(ctx: Context): Promise<(unitId: number) => boolean> {
  return ctx.once('measure hands', async () => {
    await reached(ctx, 'matter.read');
    const keeps = await reached(ctx, 'measure.keep');
    return (unitId) => keeps === 'ALL' || keeps.has(unitId);
  });
}

/** A measure that is about to be changed, by who keeps it: FORBIDDEN for others, to who sees everything NOT_FOUND where there is none. */
export async function measureToKeep(ctx: Context, id: string): Promise<MeasureRow> {
  const keeps = await keepsMeasures(ctx);
  const row = isNumberKey(id) ? (await measuresById(ctx.read, ctx.provinceId, [id]))[0] : undefined;
  if (!row) throw await unseen(ctx);
  if (!keeps(row.unitId)) throw forbidden('measure.keep');
  return row;
}
