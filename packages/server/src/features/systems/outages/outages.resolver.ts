import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { showUnit } from '../../units/units.types.ts';
import { unitTree } from '../../units/units.service.ts';
import { effectOfOutage } from '../effect.service.ts';
import type { OutageRow } from './outages.queries.ts';
import { OutageEffect, SystemOutage } from './outages.types.ts';

const MINUTE_MS = 60_000;

export function showOutage(ctx: Context, row: OutageRow): SystemOutage {
  const { id, version, kind, begunAt, endedAt, outcome, reason, by } = row;
  const now = ctx.app.now().getTime();
  const lasted = Math.min(endedAt?.getTime() ?? now, now) - begunAt.getTime();
  const minutes = Math.max(0, Math.floor(lasted / MINUTE_MS));
  return { id, version, kind, begunAt, endedAt, minutes, outcome, reason, by, row };
}

@Resolver(() => SystemOutage)
export class SystemOutageResolver {
  @FieldResolver(() => OutageEffect, {
    nullable: true,
    description:
      'What units had on its days beside the same weekdays around it; null while none of its days is over, and where it lasted more than 92 days.',
  })
  async effect(
    @Root() { row }: SystemOutage,
    @Arg('indicator', () => ID, { description: 'The code of an indicator that counts dossiers by day.' })
    indicator: string,
    @Ctx() ctx: Context,
  ): Promise<OutageEffect | null> {
    const effect = await effectOfOutage(ctx, row, indicator);
    if (effect === null) return null;
    const tree = await unitTree(ctx, effect.to);
    const units = effect.units.flatMap(({ unitId, during, beside, isTooFew }) => {
      const version = tree.byId(unitId);
      if (!version) return [];
      return [{ unit: showUnit({ version, tree, on: effect.to }), during, around: beside, tooFew: isTooFew }];
    });
    return { ...effect, units };
  }
}
