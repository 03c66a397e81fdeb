import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { effectsByYear } from '../rates/foreseen.service.ts';
import { previewForce, showPeriodsChanges } from './force-preview.service.ts';
import { ForcePreview } from './force-preview.types.ts';
import { decided } from './force.service.ts';
import { ForceChangesInput } from './history.types.ts';

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
    return {
      procedures: await showPeriodsChanges(ctx, procedures),
      effects: await effectsByYear(ctx, deltas, 'BEFORE'),
    };
  }
}
