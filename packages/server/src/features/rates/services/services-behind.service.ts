import type { Context } from '../../../app/context.ts';
import { badInput } from '../../../app/errors.ts';
import type { Procedure } from '../../catalogue/catalogue.types.ts';
import { procedureById } from '../../catalogue/procedures.service.ts';
import { unitOfFigure } from '../explain.service.ts';
import { isAdditive } from '../indicators.queries.ts';
import { attainmentTable, type AttainmentQuestion } from '../rates.service.ts';
import type { ServicesBehind } from './services.types.ts';
import { serviceTable } from './services.service.ts';

/** So many of each list are told: a province has some thousand services. */
const MOST = 500;

/** The services behind the figure of a unit, both lists by their codes. Lists are open to all, as figures are. */
export async function servicesBehind(
  ctx: Context,
  code: string,
  question: AttainmentQuestion,
): Promise<ServicesBehind> {
  const { version } = await unitOfFigure(ctx, code, question);
  const { indicator } = await attainmentTable(ctx, question);
  if (isAdditive(indicator)) throw badInput('indicator', 'indicator.notServices', { code: indicator.code });
  const { numerator, denominator } = (await serviceTable(ctx, indicator, question)).behind(version.unitId);
  const within = new Set(numerator);
  return {
    inNumerator: await named(ctx, numerator),
    others: await named(
      ctx,
      denominator.filter((id) => !within.has(id)),
    ),
    numerator: numerator.length,
    denominator: denominator.length,
  };
}

async function named(ctx: Context, ids: readonly number[]): Promise<Procedure[]> {
  const found = await Promise.all(ids.map((id) => procedureById(ctx, id)));
  const known = found.flatMap((one) => (one ? [one] : []));
  return known.sort((a, b) => (a.code < b.code ? -1 : 1)).slice(0, MOST);
}
