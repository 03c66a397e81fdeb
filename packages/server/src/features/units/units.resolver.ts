import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, pageOfAll, readPage, type Connection } from '../../app/connection.ts';
import type { Context } from '../../app/context.ts';
import { UnitKind } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';
import { unitHistory, unitPredecessors, unitSuccessors } from './history.service.ts';
import { aliasesByUnit, findUnit, listUnits, setUnitAliases, today, unitRegister } from './units.service.ts';
import { showNeighbour, showUnit, Succession, Unit, UnitConnection, UnitVersion } from './units.types.ts';

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => Unit, {
    nullable: true,
    description: 'The unit that bears a code on a day; without a day its last bearer.',
  })
  async unit(
    @Arg('code', () => ID) code: string,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Ctx() ctx: Context,
  ): Promise<Unit | null> {
    const found = await findUnit(ctx, code, on ? { on } : {});
    return found && showUnit(found);
  }

  @Query(() => UnitConnection, {
    description: 'Units alive on a day (today unless told), in the order of their codes.',
  })
  async units(
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
    @Arg('under', () => ID, { nullable: true, description: 'A code: its children and all below.' })
    under: string | null,
    @Arg('kind', () => UnitKind, { nullable: true }) kind: UnitKind | null,
    @Arg('search', () => String, {
      nullable: true,
      description: 'At most 200 characters; the first ten different words count.',
    })
    search: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Unit>> {
    const page = readPage(first, after, isNumberKey);
    const found = await listUnits(ctx, {
      on: on ?? today(ctx),
      under: under ?? null,
      kind: kind ?? null,
      search: search ?? null,
    });
    return pageOfAll(found.map(showUnit), page, (unit) => unit.id);
  }

  @Mutation(() => Unit, {
    description: 'Replaces the organisation identifiers, other codes and other spellings that name a unit.',
  })
  async setUnitAliases(
    @Arg('unit', () => ID) unit: string,
    @Arg('aliases', () => [String], { description: 'At most 200.' }) aliases: string[],
    @Ctx() ctx: Context,
  ): Promise<Unit> {
    return showUnit(await setUnitAliases(ctx, unit, aliases));
  }

  @FieldResolver(() => [String], {
    description:
      'What else names it in data: organisation identifiers, other codes, other spellings, in the order in which they were given.',
  })
  async aliases(@Root() unit: Unit, @Ctx() ctx: Context): Promise<string[]> {
    return (await aliasesByUnit(ctx)).get(unit.unitId) ?? [];
  }

  @FieldResolver(() => Boolean, { description: 'False where the code is one of our own.' })
  async codeIsOfficial(@Root() unit: Unit, @Ctx() ctx: Context): Promise<boolean> {
    const { versions } = await unitRegister(ctx);
    return versions.find((version) => version.unitId === unit.unitId)?.codeIsOfficial ?? false;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit directly above on that day; null for the province.',
  })
  parent(@Root() unit: Unit): Unit | null {
    const parentId = unit.tree.byId(unit.unitId)?.parentId ?? null;
    const parent = parentId === null ? null : unit.tree.byId(parentId);
    return parent ? showNeighbour(unit, parent) : null;
  }

  @FieldResolver(() => [Unit], { description: 'The units directly below, in the order of their codes.' })
  children(@Root() unit: Unit, @Arg('kind', () => UnitKind, { nullable: true }) kind: UnitKind | null): Unit[] {
    const children = unit.tree.children(unit.unitId).map((child) => showNeighbour(unit, child));
    return kind ? children.filter((child) => child.kind === kind) : children;
  }

  @FieldResolver(() => [UnitVersion], { description: 'Every dated version, oldest first.' })
  versions(@Root() unit: Unit, @Ctx() ctx: Context): Promise<UnitVersion[]> {
    return unitHistory(ctx, unit.unitId);
  }

  @FieldResolver(() => [Succession], { description: 'The units that this one followed, with the day.' })
  predecessors(@Root() unit: Unit, @Ctx() ctx: Context): Promise<Succession[]> {
    return unitPredecessors(ctx, unit.unitId);
  }

  @FieldResolver(() => [Succession], { description: 'The units that followed this one, with the day.' })
  successors(@Root() unit: Unit, @Ctx() ctx: Context): Promise<Succession[]> {
    return unitSuccessors(ctx, unit.unitId);
  }
}
