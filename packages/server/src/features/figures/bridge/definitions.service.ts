import type { Context } from '../../../app/context.ts';
import { notFound } from '../../../app/errors.ts';
import { definitionsOfIndicator, type DefinitionId, type IndicatorRow } from '../../rates/indicators.queries.ts';

/** What an indicator measures, from one instant to another; what ledger and totals are keyed by stands in `definitionId`. */
export interface DefinitionSpan {
  definition: IndicatorRow;
  definitionId: DefinitionId;
  from: Date;
  until: Date;
}

/**
 * The definitions by which an indicator was answered between two instants, in their order: each from the instant at which it was
 * switched on (the first from `from`) to that at which the next one was (the last to `until`). There is always one, also where both
 * instants are the same; NOT_FOUND where the indicator did not answer yet at the first of them.
 */
export async function definitionsBetween(
  ctx: Context,
  indicator: IndicatorRow,
  { from, until }: { from: Date; until: Date },
): Promise<[DefinitionSpan, ...DefinitionSpan[]]> {
  const all = await ctx.once(`definitions of ${indicator.id}`, () =>
    definitionsOfIndicator(ctx.read, ctx.provinceId, indicator.id),
  );
  const spans = all
    .filter(({ activatedAt }) => activatedAt === null || activatedAt <= until)
    .filter(({ retiredAt }) => retiredAt === null || retiredAt > from)
    .map(({ activatedAt, retiredAt, ...definition }) => ({
      definition,
      definitionId: definition.definitionId,
      from: activatedAt === null || activatedAt < from ? from : activatedAt,
      until: retiredAt === null || retiredAt > until ? until : retiredAt,
    }));
  const [first, ...others] = spans;
  if (first?.from.getTime() !== from.getTime()) throw notFound('indicator.notYet', { code: indicator.code });
  return [first, ...others];
}

/**
 * How a definition tells why its figure changed. BOOKED: it is the sum of its days and units, so the ledger alone tells. COUNTED: dossiers
 * are counted again, cause by cause. SERVICES: each service is counted once for a unit, so there is no sum over receiving units.
 */
export function waysOf({ counts, eligibilityDate }: IndicatorRow): 'BOOKED' | 'COUNTED' | 'SERVICES' {
  if (counts !== 'DOSSIERS') return 'SERVICES';
  return eligibilityDate === 'PERIOD_END' ? 'COUNTED' : 'BOOKED';
}
