import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { effectsByYear } from '../rates/foreseen.service.ts';
import { today } from '../units/units.service.ts';
import { proceduresById } from './catalogue.queries.ts';
import { previewForce } from './force-preview.service.ts';
import { ForcePreview } from './force-preview.types.ts';
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
        isNew: false,
        before: before.map(showPeriod),
        after: after.map(showPeriod),
      })),
      effects: await effectsByYear(ctx, deltas, 'BEFORE'),
    };
  }
}
