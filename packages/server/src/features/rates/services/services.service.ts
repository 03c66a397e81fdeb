import { countServices, type ServiceCounts, type ServiceFacts } from '@chi-tieu/shared/domain/service-counts';
import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Context } from '../../../app/context.ts';
import { unitTree } from '../../units/units.service.ts';
import type { IndicatorRow } from '../indicators.queries.ts';
import type { AttainmentQuestion } from '../rates.service.ts';
import { servicesListed, servicesThere, servicesUsed } from './services.queries.ts';

/** What services every unit counts for one question about an indicator of services; asked once a request. */
export function serviceTable(
  ctx: Context,
  indicator: IndicatorRow,
  question: AttainmentQuestion,
): Promise<ServiceCounts & { tree: UnitTree }> {
  const { from, to, scope, knownAt } = question;
  const key = ['services', indicator.definitionId, from, to, scope, knownAt?.toISOString() ?? 'now'].join('|');
  return ctx.once(key, async () => {
    const tree = await unitTree(ctx, to, knownAt);
    return { tree, ...countServices(tree, await factsOf(ctx, indicator, question), scope) };
  });
}

async function factsOf(
  ctx: Context,
  indicator: IndicatorRow,
  { from, to, knownAt }: AttainmentQuestion,
): Promise<ServiceFacts> {
  const { definitionId } = indicator;
  const listed = await servicesListed(ctx.read, definitionId, to, knownAt);
  if (indicator.counts === 'SERVICES_OFFERED') {
    const there = await servicesThere(ctx.read, ctx.provinceId, definitionId, to, knownAt);
    // What is listed somewhere its text does not name is a service all the same.
    return { whole: [...there, ...listed], part: listed, used: [] };
  }
  const sources = { totals: ctx.read, dossiers: ctx.figures };
  const used = await servicesUsed(sources, ctx.provinceId, definitionId, { from, to, knownAt });
  return { whole: listed, part: null, used };
}
