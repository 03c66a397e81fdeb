import type { Context } from '../../app/context.ts';
import type { IndicatorRow } from './indicators.queries.ts';
import { allIndicators } from './rates.service.ts';

/** The indicator with a number that is stored somewhere, as it answered at an instant (null: as it does now). */
export async function indicatorOf(ctx: Context, id: number, knownAt: Date | null = null): Promise<IndicatorRow> {
  const found = (await allIndicators(ctx, knownAt)).find((indicator) => indicator.id === id);
  if (!found) throw new Error(`there is no indicator ${id}`);
  return found;
}
