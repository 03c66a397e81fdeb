import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { viewAuthors, type ViewRow } from './views.queries.ts';
import { listViews, removeView, saveView } from './views.service.ts';

@ObjectType({ description: 'A place of the console as somebody left it, under a name.' })
export class SavedView {
  @Field(() => ID, { description: 'What names it to saveView and removeView.' })
  id!: string;

  @Field(() => String, { description: 'Where it belongs: procedures.' })
  place!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  name!: string;

  @Field(() => String, {
    description: "What stands in the place's address after the question mark: field=H%E1%BB%99+t%E1%BB%8Bch.",
  })
  state!: string;

  @Field(() => Boolean, { description: 'Whether everybody who is signed in sees it.' })
  shared!: boolean;

  @Field(() => Boolean, { description: "Whether it is the asker's own: only these are changed." })
  own!: boolean;
}

@InputType({ description: 'A view to be kept: { place: "procedures", name: "Chưa có lĩnh vực", state: "gap=field" }.' })
export class SavedViewInput {
  @Field(() => ID, { nullable: true, description: "One of one's own that is changed; a new one unless given." })
  id?: string | null;

  @Field(() => String, { description: 'Where it belongs: procedures.' })
  place!: string;

  @Field(() => String, { description: "1 to 100 characters, unlike those of one's other views of the place." })
  name!: string;

  @Field(() => String, { description: 'The query string, encoded as in an address, at most 4,000 characters.' })
  state!: string;

  @Field(() => Boolean, { nullable: true, description: 'Show it to everybody; false unless given.' })
  shared?: boolean | null;
}

const show = (ctx: Context, { id, accountId, ...view }: ViewRow): SavedView => {
  return { ...view, id: String(id), own: accountId === ctx.signedIn().id };
};

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Query(() => [SavedView], { description: "One's own views of a place, then those that others share, by name." })
  async savedViews(
    @Arg('place', () => String, { description: 'procedures.' }) place: string,
    @Ctx() ctx: Context,
  ): Promise<SavedView[]> {
    return (await listViews(ctx, place)).map((view) => show(ctx, view));
  }

  @Mutation(() => SavedView, { description: 'Keeps a view. Sharing needs the right to change what the place shows.' })
  async saveView(@Arg('input', () => SavedViewInput) input: SavedViewInput, @Ctx() ctx: Context): Promise<SavedView> {
    return show(ctx, await saveView(ctx, input));
  }

  @Mutation(() => Boolean, { description: "Takes one of one's own views away." })
  removeView(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return removeView(ctx, id);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who shares it; null where it is not shared.' })
  async author(@Root() { id, shared }: SavedView, @Ctx() ctx: Context): Promise<string | null> {
    if (!shared) return null;
    return (await ctx.load('view author', Number(id), (ids) => viewAuthors(ctx.read, ids)))?.name ?? null;
  }
}
