import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import type { UnitKind } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { Procedure } from '../catalogue.types.ts';
import type { ForceState } from './filter.ts';
import { lastChanges } from './table.queries.ts';
import { facetOf, type CatalogueSearch } from './table.service.ts';
import { ForceCount, ListCount, ProcedureFilter, TierCount, ValueCount } from './table.types.ts';

/** A question whose facets are asked for one by one, and counted together. */
@ObjectType({
  description:
    "How the procedures of a question are spread. A facet's counts leave out the filter's own condition of it, so that another value can be chosen.",
})
export class ProcedureFacets {
  asked!: CatalogueSearch;

  @Field(() => DateScalar, { nullable: true, description: 'The day as of which procedures are read; null: today.' })
  on!: string | null;
}

@Resolver(() => ProcedureFacets)
export class ProcedureFacetsResolver {
  @Query(() => ProcedureFacets, {
    description: 'Counts by field, tier, authority, state and list; those asked for alone.',
  })
  procedureFacets(
    @Arg('search', () => String, { nullable: true, description: 'As in `procedures`.' }) search: string | null,
    @Arg('filter', () => ProcedureFilter, { nullable: true, description: 'As in `procedures`.' })
    filter: ProcedureFilter | null,
    @Arg('on', () => DateScalar, { nullable: true, description: 'As in `procedures`.' }) on: string | null,
  ): ProcedureFacets {
    return { asked: { search, filter, on }, on: on ?? null };
  }

  @FieldResolver(() => [ValueCount], { description: 'By field, in Vietnamese order; those without one come last.' })
  fields(@Root() { asked }: ProcedureFacets, @Ctx() ctx: Context): Promise<ValueCount[]> {
    return facetOf(ctx, asked, 'FIELD');
  }

  @FieldResolver(() => [ValueCount], { description: 'By authority, in Vietnamese order; those without one come last.' })
  authorities(@Root() { asked }: ProcedureFacets, @Ctx() ctx: Context): Promise<ValueCount[]> {
    return facetOf(ctx, asked, 'AUTHORITY');
  }

  @FieldResolver(() => [TierCount], { description: 'By tier; one with several counts for each.' })
  async tiers(@Root() { asked }: ProcedureFacets, @Ctx() ctx: Context): Promise<TierCount[]> {
    const rows = await facetOf(ctx, asked, 'TIER');
    return rows.map(({ value, count }) => ({ tier: value as UnitKind | null, count }));
  }

  @FieldResolver(() => [ForceCount], { description: 'By how they stand on the day.' })
  async force(@Root() { asked }: ProcedureFacets, @Ctx() ctx: Context): Promise<ForceCount[]> {
    const rows = await facetOf(ctx, asked, 'FORCE');
    return rows.map(({ value, count }) => ({ state: value as ForceState, count }));
  }

  @FieldResolver(() => [ListCount], { description: 'By list and level on the day.' })
  async lists(@Root() { asked }: ProcedureFacets, @Ctx() ctx: Context): Promise<ListCount[]> {
    const rows = await facetOf(ctx, asked, 'LIST');
    return rows.map(({ value, level, count }) => ({ list: value, level: level, count }));
  }
}

@Resolver(() => Procedure)
export class ProcedureChangedResolver {
  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'When something of it was changed last.' })
  async changedAt(@Root() { id }: Procedure, @Ctx() ctx: Context): Promise<Date | null> {
    const found = await ctx.load('procedure changed', id, (ids) => lastChanges(ctx.read, ids));
    return found?.at ?? null;
  }
}
