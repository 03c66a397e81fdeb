import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { Decision, ServiceList } from '../catalogue/catalogue.types.ts';
import { decisionMap, listById } from '../catalogue/lists.service.ts';
import { ruleText } from '../rates/rule-text.service.ts';
import { progressOf } from './computing.queries.ts';
import { allDefinitions, createDefinition, definitionNumbered, saveDefinition } from './definitions.service.ts';
import { DefinitionInput, DefinitionProgress, IndicatorDefinition, showDefinition } from './definitions.types.ts';
import { cancelDefinition, startComputing, switchOn } from './life.service.ts';

const REVISION = 'The revision that was seen; another one is a CONFLICT.';
const REASON = 'Why, in 1 to 2,000 characters.';

@Resolver(() => IndicatorDefinition)
export class DefinitionsResolver {
  @Query(() => [IndicatorDefinition], {
    description: 'All versions of what indicators measure, by the codes of these, the latest first.',
  })
  async indicatorDefinitions(
    @Arg('indicator', () => ID, { nullable: true, description: 'Of one indicator alone.' }) indicator: string | null,
    @Ctx() ctx: Context,
  ): Promise<IndicatorDefinition[]> {
    const all = await allDefinitions(ctx);
    return all.filter(({ code }) => indicator == null || code === indicator).map(showDefinition);
  }

  @Query(() => IndicatorDefinition, { nullable: true, description: 'By its id; null when there is none.' })
  async indicatorDefinition(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<IndicatorDefinition | null> {
    const found = (await allDefinitions(ctx)).find((one) => String(one.id) === id);
    return found ? showDefinition(found) : null;
  }

  @Mutation(() => IndicatorDefinition, {
    description: 'Begins a draft that says what answers now; with a name, the first one of a new indicator.',
  })
  async createDefinition(
    @Arg('indicator', () => ID, { description: 'A code; of a new indicator capitals, digits and underlines.' })
    indicator: string,
    @Arg('name', () => String, { nullable: true, description: 'What a new indicator is called.' }) name: string | null,
    @Ctx() ctx: Context,
  ): Promise<IndicatorDefinition> {
    return shown(ctx, await createDefinition(ctx, indicator, name ?? null));
  }

  @Mutation(() => IndicatorDefinition, { description: 'Writes a draft anew.' })
  async saveDefinition(
    @Arg('id', () => ID) id: string,
    @Arg('expectedRevision', () => Int, { description: REVISION }) expectedRevision: number,
    @Arg('input', () => DefinitionInput) input: DefinitionInput,
    @Ctx() ctx: Context,
  ): Promise<IndicatorDefinition> {
    return shown(ctx, await saveDefinition(ctx, id, expectedRevision, input));
  }

  @Mutation(() => IndicatorDefinition, {
    description: 'Begins to compute a draft in the background; what it says stays from here on.',
  })
  async startComputing(
    @Arg('id', () => ID) id: string,
    @Arg('expectedRevision', () => Int, { description: REVISION }) expectedRevision: number,
    @Ctx() ctx: Context,
  ): Promise<IndicatorDefinition> {
    return shown(ctx, await startComputing(ctx, id, expectedRevision));
  }

  @Mutation(() => IndicatorDefinition, { description: 'Calls off, for ever, what does not answer yet.' })
  async cancelDefinition(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<IndicatorDefinition> {
    return shown(ctx, await cancelDefinition(ctx, id, reason));
  }

  @Mutation(() => IndicatorDefinition, {
    description:
      'Has a definition that is ready answer from now on. Questions about earlier instants are answered as before.',
  })
  async switchOnDefinition(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<IndicatorDefinition> {
    return shown(ctx, await switchOn(ctx, id, reason));
  }

  @FieldResolver(() => ServiceList, { nullable: true, description: 'The list that procedures must stand on.' })
  list(@Root() { row }: IndicatorDefinition, @Ctx() ctx: Context): Promise<ServiceList | null> | null {
    return row.listId === null ? null : listById(ctx, row.listId);
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that says so, where it is recorded.' })
  async decision(@Root() { row }: IndicatorDefinition, @Ctx() ctx: Context): Promise<Decision | null> {
    return row.decisionId === null ? null : ((await decisionMap(ctx)).get(row.decisionId) ?? null);
  }

  @FieldResolver(() => String, { description: 'What it says in one sentence, in the language of the request.' })
  async rule(@Root() { row }: IndicatorDefinition, @Ctx() ctx: Context): Promise<string> {
    const list = row.listId === null ? null : await listById(ctx, row.listId);
    return ruleText(row, list?.name ?? null, ctx.locale);
  }

  @FieldResolver(() => DefinitionProgress, {
    nullable: true,
    description: 'How far its computing has come; null where nothing was to be computed.',
  })
  progress(@Root() { row }: IndicatorDefinition, @Ctx() ctx: Context): Promise<DefinitionProgress | null> {
    return ctx.load('definition progress', row.id, (ids) => progressOf(ctx.read, ids));
  }
}

async function shown(ctx: Context, id: number): Promise<IndicatorDefinition> {
  return showDefinition(await definitionNumbered(ctx, id));
}
