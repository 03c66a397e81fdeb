import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connect, mapNodes, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { UnitKind } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { linesOfAmendment, listAmendments } from './amendments.service.ts';
import {
  Decision,
  Procedure,
  ServiceList,
  ServiceListAmendment,
  ServiceListAmendmentInput,
  ServiceListChange,
  ServiceListEntry,
  ServiceListEntryConnection,
} from './catalogue.types.ts';
import { amendServiceList } from './enter-decision.service.ts';
import { entryKeyOf, isEntryKey } from './list-day.queries.ts';
import { allLists, countOfList, decisionMap, listById, pageOfList } from './lists.service.ts';
import { procedureById } from './procedures.service.ts';
import { showEntry } from './show-entry.ts';

@Resolver(() => ServiceList)
export class ServiceListResolver {
  @Query(() => ServiceList, { nullable: true, description: 'By its code; null when there is none.' })
  async serviceList(@Arg('code', () => ID) code: string, @Ctx() ctx: Context): Promise<ServiceList | null> {
    return (await allLists(ctx)).find((list) => list.code === code) ?? null;
  }

  @Query(() => [ServiceList], { description: 'Every list, in the order of the codes.' })
  serviceLists(@Ctx() ctx: Context): Promise<ServiceList[]> {
    return allLists(ctx);
  }

  @Mutation(() => ServiceList, {
    description:
      'Enters what a decision changes. Nothing is overwritten; decisions may be entered late and out of order.',
  })
  amendServiceList(
    @Arg('input', () => ServiceListAmendmentInput) input: ServiceListAmendmentInput,
    @Ctx() ctx: Context,
  ): Promise<ServiceList> {
    return amendServiceList(ctx, input);
  }

  @FieldResolver(() => [Decision], { description: 'The decisions that made the list what it is, oldest first.' })
  async decisions(@Root() list: ServiceList, @Ctx() ctx: Context): Promise<Decision[]> {
    return (await listAmendments(ctx, list.id)).map((amendment) => amendment.decision);
  }

  @FieldResolver(() => [ServiceListAmendment], { description: 'Changes decision by decision, oldest first.' })
  amendments(@Root() list: ServiceList, @Ctx() ctx: Context): Promise<ServiceListAmendment[]> {
    return listAmendments(ctx, list.id);
  }

  @FieldResolver(() => ServiceListEntryConnection, {
    description: 'The list as it stood on a day (today unless told), by procedure code.',
  })
  async entries(
    @Root() list: ServiceList,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Arg('tier', () => UnitKind, { nullable: true }) tier: UnitKind | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<ServiceListEntry>> {
    const day = { on: on ?? today(ctx), tier: tier ?? null };
    const page = readPage(first, after, isEntryKey);
    const found = await pageOfList(ctx, list.id, day, page);
    const entries = connect(found, page, entryKeyOf, () => countOfList(ctx, list.id, day));
    return mapNodes(entries, showEntry);
  }

  @FieldResolver(() => Int, { description: 'How many entries stand on the list on a day.' })
  entryCount(
    @Root() list: ServiceList,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<number> {
    return countOfList(ctx, list.id, { on: on ?? today(ctx), tier: null });
  }
}

@Resolver(() => ServiceListEntry)
export class ServiceListEntryResolver {
  @FieldResolver(() => Procedure, { description: 'What stands on the list.' })
  async procedure(@Root() entry: ServiceListEntry, @Ctx() ctx: Context): Promise<Procedure | null> {
    return entry.made ?? procedureById(ctx, entry.procedureId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit that it names, as of its day; null: it holds for the tier.',
  })
  async unit(@Root() entry: ServiceListEntry, @Ctx() ctx: Context): Promise<Unit | null> {
    return entry.unitId === null ? null : unitAsKnown(ctx, entry.unitId, entry.from);
  }

  @FieldResolver(() => ServiceList, { description: 'The list on which it stands.' })
  list(@Root() entry: ServiceListEntry, @Ctx() ctx: Context): Promise<ServiceList | null> {
    return listById(ctx, entry.listId);
  }

  @FieldResolver(() => Decision, { description: 'The decision that put it there at this level.' })
  async openedBy(@Root() entry: ServiceListEntry, @Ctx() ctx: Context): Promise<Decision | undefined> {
    return (await decisionMap(ctx)).get(entry.openedById) ?? entry.draft;
  }

  @FieldResolver(() => Decision, { nullable: true, description: 'The decision that ended it; null while it lasts.' })
  async closedBy(@Root() entry: ServiceListEntry, @Ctx() ctx: Context): Promise<Decision | null> {
    return entry.closedById === null ? null : ((await decisionMap(ctx)).get(entry.closedById) ?? entry.draft ?? null);
  }
}

@Resolver(() => ServiceListAmendment)
export class ServiceListAmendmentResolver {
  @FieldResolver(() => ServiceList, { description: 'The list that it changed.' })
  list(@Root() amendment: ServiceListAmendment, @Ctx() ctx: Context): Promise<ServiceList | null> {
    return listById(ctx, amendment.listId);
  }

  @FieldResolver(() => [ServiceListChange], { description: 'Every line, in the order in which it was entered.' })
  changes(@Root() amendment: ServiceListAmendment, @Ctx() ctx: Context): Promise<ServiceListChange[]> {
    return linesOfAmendment(ctx, amendment);
  }
}

@Resolver(() => ServiceListChange)
export class ServiceListChangeResolver {
  @FieldResolver(() => Procedure, { description: 'The procedure that it is about.' })
  procedure(@Root() change: ServiceListChange, @Ctx() ctx: Context): Promise<Procedure | null> {
    return procedureById(ctx, change.procedureId);
  }
  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit that it names, as of its day; null: it holds for the tier.',
  })
  async unit(@Root() change: ServiceListChange, @Ctx() ctx: Context): Promise<Unit | null> {
    return change.unitId === null ? null : unitAsKnown(ctx, change.unitId, today(ctx));
  }
}
