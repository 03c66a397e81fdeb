import { Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { Account, Grant, HeldRight } from './accounts.types.ts';
import { grantsOf } from './grants.queries.ts';
import { reachOfCaller } from './reach.service.ts';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  me(@Ctx() ctx: Context): Account | null {
    const { account } = ctx;
    return account && { id: String(account.id), username: account.username, name: account.name, active: true };
  }

  @FieldResolver(() => [Grant], { description: 'What the account may do, and where.' })
  async grants(@Root() account: Account, @Ctx() ctx: Context): Promise<Grant[]> {
    const rows = await ctx.once(`grants:${account.id}`, () => grantsOf(ctx.read, [Number(account.id)]));
    return rows.map(({ id, role, unitId, from, to }) => ({ id: String(id), role, unitId, from, to }));
  }

  @FieldResolver(() => [HeldRight], {
    description:
      'What this comes to today, in the order of the table of rights. Of other accounts than one’s own: nothing.',
  })
  async rights(@Root() account: Account, @Ctx() ctx: Context): Promise<HeldRight[]> {
    if (ctx.account?.id !== Number(account.id)) return [];
    const reach = await reachOfCaller(ctx);
    return reach.rights().map((right) => ({ right, reached: reach.unitsOf(right) }));
  }
}

@Resolver(() => Grant)
export class GrantResolver {
  @FieldResolver(() => Unit, { description: 'It holds for this unit, as it is today, and all below it.' })
  unit(@Root() grant: Grant, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, grant.unitId, today(ctx));
  }
}

@Resolver(() => HeldRight)
export class HeldRightResolver {
  @FieldResolver(() => Boolean, { description: 'Held for the whole province.' })
  everywhere(@Root() held: HeldRight): boolean {
    return held.reached === 'ALL';
  }

  @FieldResolver(() => [ID], {
    description: 'The codes of the units of today that it is held for; none where everywhere.',
  })
  async units(@Root() { reached }: HeldRight, @Ctx() ctx: Context): Promise<string[]> {
    if (reached === 'ALL') return [];
    const tree = await unitTree(ctx, today(ctx));
    return tree.alive().flatMap(({ unitId, code }) => (reached.has(unitId) ? [code] : []));
  }
}
