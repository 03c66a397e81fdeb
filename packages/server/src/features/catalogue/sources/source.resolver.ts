import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { CatalogueSource, CatalogueSourceInput } from './source.types.ts';
import { pullText } from './source-texts.ts';
import { deleteSource, listSources, pullNow, saveSource, type ShownSource } from './sources.service.ts';

@Resolver(() => CatalogueSource)
export class CatalogueSourceResolver {
  @Query(() => [CatalogueSource], { description: 'Where procedures are fetched from, by name.' })
  catalogueSources(@Ctx() ctx: Context): Promise<ShownSource[]> {
    return listSources(ctx);
  }

  @Mutation(() => CatalogueSource, { description: 'Sets a source up or changes one; it is read soon afterwards.' })
  saveCatalogueSource(
    @Arg('input', () => CatalogueSourceInput) input: CatalogueSourceInput,
    @Ctx() ctx: Context,
  ): Promise<ShownSource> {
    return saveSource(ctx, input);
  }

  @Mutation(() => Boolean, { description: 'Takes a source away; what it brought stays.' })
  async deleteCatalogueSource(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    await deleteSource(ctx, id);
    return true;
  }

  @Mutation(() => CatalogueSource, {
    description: 'Begins to read a source at once; CONFLICT while one is being read. `running` tells how far it is.',
  })
  pullCatalogueSource(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ShownSource> {
    return pullNow(ctx, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What came of reading it last, in the language of the request.',
  })
  lastMessage(@Root() { lastResult, lastParams }: ShownSource, @Ctx() ctx: Context): string | null {
    return lastResult && pullText(lastResult, lastParams, ctx.locale);
  }
}
