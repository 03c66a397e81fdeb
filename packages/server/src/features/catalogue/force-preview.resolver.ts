import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { groupBy } from '@chi-tieu/shared/domain/group-by';
import type { Context } from '../../app/context.ts';
import { allIndicators } from '../rates/rates.service.ts';
import { today } from '../units/units.service.ts';
import { proceduresById } from './catalogue.queries.ts';
import { previewForce, type BookedDelta } from './force-preview.service.ts';
import { FigureChange, ForcePreview } from './force-preview.types.ts';
import { decided } from './force.service.ts';
import { ForceChangesInput } from './history.types.ts';
import { showPeriod } from './periods-of.ts';

@Resolver()
export class ForcePreviewResolver {
  @Mutation(() => ForcePreview, {
    description: 'What changeForce would do: the same checks and refusals, and nothing is stored.',
  })
  async previewForce(
    @Arg('input', () => ForceChangesInput) input: ForceChangesInput,
    @Ctx() ctx: Context,
  ): Promise<ForcePreview> {
    const { procedures, deltas } = await previewForce(ctx, decided(input));
    const ids = procedures.map(({ procedureId }) => procedureId);
    const rows = await proceduresById(ctx.read, ctx.provinceId, ids, { on: today(ctx) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      procedures: procedures.map(({ procedureId, before, after }) => ({
        code: byId.get(procedureId)?.code ?? '',
        name: byId.get(procedureId)?.name ?? '',
        before: before.map(showPeriod),
        after: after.map(showPeriod),
      })),
      figures: await figuresOf(ctx, deltas),
    };
  }
}

/** What was booked, added up by indicator and year. */
async function figuresOf(ctx: Context, deltas: BookedDelta[]): Promise<FigureChange[]> {
  const byId = new Map((await allIndicators(ctx)).map((indicator) => [indicator.id, indicator]));
  const groups = groupBy(deltas, ({ indicatorId, day }) => `${indicatorId}|${day.slice(0, 4)}`);
  return [...groups].flatMap(([key, mine]) => {
    const [indicatorId, year] = key.split('|').map(Number);
    const indicator = byId.get(indicatorId ?? 0);
    if (!indicator || year === undefined) return [];
    const sum = (of: 'numerator' | 'denominator') => mine.reduce((total, delta) => total + delta[of], 0);
    const units = new Set(mine.map(({ unitId }) => unitId)).size;
    return [{ indicator, year, numerator: sum('numerator'), denominator: sum('denominator'), units }];
  });
}
