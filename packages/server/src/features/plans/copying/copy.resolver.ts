import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { copyTargets } from './copy-targets.service.ts';
import { TargetsCopied } from './copy.types.ts';

@Resolver(() => TargetsCopied)
export class CopyTargetsResolver {
  @Mutation(() => TargetsCopied, {
    description:
      'Copies the targets of another plan of the same issuing unit and indicator into a draft, through successors; with preview nothing is written.',
  })
  copyTargets(
    @Arg('plan', () => ID) plan: string,
    @Arg('from', () => ID, { description: 'The plan that is copied.' }) from: string,
    @Arg('overwrite', () => Boolean, { nullable: true, description: 'Also over targets that stand there already.' })
    overwrite: boolean | null,
    @Arg('limits', () => Boolean, {
      nullable: true,
      description:
        'True: floors and ceilings too. False: without locks as well. Unless given, targets with their locks.',
    })
    limits: boolean | null,
    @Arg('expectedVersion', () => Int, { nullable: true }) expectedVersion: number | null,
    @Arg('preview', () => Boolean, { nullable: true }) preview: boolean | null,
    @Ctx() ctx: Context,
  ): Promise<TargetsCopied> {
    return copyTargets(ctx, plan, from, {
      overwrite: overwrite ?? false,
      limits: limits ?? null,
      expectedVersion: expectedVersion ?? null,
      preview: preview ?? false,
    });
  }
}
