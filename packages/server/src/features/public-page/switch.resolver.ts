import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { publicPage, switchPublicPage } from './switch.service.ts';
import { PublicPage } from './switch.types.ts';

@Resolver(() => PublicPage)
export class PublicPageResolver {
  @Query(() => PublicPage, { description: 'Whether anybody may see what closed periods were published with.' })
  publicPage(@Ctx() ctx: Context): Promise<PublicPage> {
    return publicPage(ctx);
  }

  @Mutation(() => PublicPage, {
    description: 'Shows to anybody what closed periods were published with, or no longer.',
  })
  switchPublicPage(
    @Arg('on', () => Boolean, { description: 'Whether it is to be shown.' }) isOn: boolean,
    @Ctx() ctx: Context,
  ): Promise<PublicPage> {
    return switchPublicPage(ctx, isOn);
  }
}
