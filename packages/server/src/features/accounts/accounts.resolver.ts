import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import type { Role } from '../../app/enums.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { Account, Grant } from './accounts.types.ts';
import { grantsOf } from './sessions.queries.ts';

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
    return rows.map(({ role, unitId }) => ({ role: role as Role, unitId }));
  }
}

@Resolver(() => Grant)
export class GrantResolver {
  @FieldResolver(() => Unit, { description: 'It holds for this unit, as it is today, and all below it.' })
  unit(@Root() grant: Grant, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, grant.unitId, today(ctx));
  }
}
