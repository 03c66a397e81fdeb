import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { UnitKind } from '../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../app/scalars.ts';
import { fieldCounts } from './catalogue.queries.ts';
import { FieldCount, Procedure, ProcedureConnection, ProcedureInput, ServiceListEntry } from './catalogue.types.ts';
import { entriesOfProcedure } from './lists.service.ts';
import { findProcedure, saveProcedures } from './procedures.service.ts';
import { showEntry } from './show-entry.ts';
import { isProcedureKey } from './table/sorting.ts';
import { listProcedures } from './table/table.service.ts';
import { ProcedureFilter, ProcedureSort } from './table/table.types.ts';

@Resolver(() => Procedure)
export class ProcedureResolver {
  @Query(() => Procedure, {
    nullable: true,
    description: 'By national code; a suffix of a province or service is allowed.',
  })
  procedure(
    @Arg('code', () => ID) code: string,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day as of which it is read; today unless given.' })
    on: string | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true, description: 'As known at an instant; now unless given.' })
    knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<Procedure | null> {
    return findProcedure(ctx, code, { on: on ?? null, knownAt: knownAt ?? null });
  }

  @Query(() => ProcedureConnection, {
    description: 'The catalogue. Search looks at code, name and field, without marks and in any order of words.',
  })
  procedures(
    @Arg('search', () => String, {
      nullable: true,
      description: 'At most 200 characters; the first ten different words count.',
    })
    search: string | null,
    @Arg('field', () => String, { nullable: true, description: 'In this field: short for `filter.fields`.' })
    field: string | null,
    @Arg('tier', () => UnitKind, { nullable: true, description: 'At this tier: short for `filter.tiers`.' })
    tier: UnitKind | null,
    @Arg('inForceOn', () => DateScalar, {
      nullable: true,
      description: 'In force on this day; read as of it unless `on` is given.',
    })
    inForceOn: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'At most 500; 50 unless given.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of the same question and sort.' })
    after: string | null,
    @Arg('filter', () => ProcedureFilter, { nullable: true, description: 'What else has to hold.' })
    filter: ProcedureFilter | null,
    @Arg('sort', () => ProcedureSort, {
      nullable: true,
      description: 'Unless given: what has the typed marks first, then by code.',
    })
    sort: ProcedureSort | null,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'The day as of which procedures are read; today unless given.',
    })
    on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Procedure>> {
    const asked = { search, field, tier, inForceOn, filter, sort, on };
    return listProcedures(ctx, asked, readPage(first, after, isProcedureKey));
  }

  @Query(() => [FieldCount], { description: 'Every field of the catalogue with its number of procedures.' })
  procedureFields(
    @Arg('inForceOn', () => DateScalar, { nullable: true }) inForceOn: string | null,
    @Ctx() ctx: Context,
  ): Promise<FieldCount[]> {
    return fieldCounts(ctx.read, ctx.provinceId, inForceOn ?? null);
  }

  @Mutation(() => [Procedure], { description: 'Creates or replaces procedures by code, all or none; figures follow.' })
  saveProcedures(
    @Arg('input', () => [ProcedureInput], { description: 'At most 5,000.' }) input: ProcedureInput[],
    @Ctx() ctx: Context,
  ): Promise<Procedure[]> {
    return saveProcedures(ctx, input);
  }

  @FieldResolver(() => [ServiceListEntry], { description: 'Entries on every list, past and to come.' })
  async listEntries(@Root() procedure: Procedure, @Ctx() ctx: Context): Promise<ServiceListEntry[]> {
    return (await entriesOfProcedure(ctx, procedure.id)).map(showEntry);
  }
}
