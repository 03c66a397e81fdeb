import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, pageOfAll, readPage, type Connection } from '../../app/connection.ts';
import { isFullySignedIn, type Context } from '../../app/context.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { Account, AccountConnection, Grant, HeldRight, Session, showAccount, showGrant } from './accounts.types.ts';
import { grantsOfAccount, ownDelegations } from './grants.service.ts';
import { accountById, listAccounts } from './managed-accounts.service.ts';
import { ownSessions } from './own-account.service.ts';
import { reachOfCaller } from './reach.service.ts';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  async me(@Ctx() ctx: Context): Promise<Account | null> {
    const account = ctx.account && (await accountById(ctx, ctx.account.id));
    return account && showAccount(account);
  }

  @Query(() => AccountConnection, {
    description: 'The people whose home and grants lie where one may see accounts, in the order of their user names.',
  })
  async accounts(
    @Arg('search', () => String, {
      nullable: true,
      description: 'Words of the name or user name, marks or not: at most 200 characters.',
    })
    search: string | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Account>> {
    const page = readPage(first, after, isNumberKey);
    return pageOfAll((await listAccounts(ctx, search ?? null)).map(showAccount), page, ({ id }) => id);
  }

  @FieldResolver(() => [Grant], { description: 'What the account may do, and where.' })
  async grants(@Root() account: Account, @Ctx() ctx: Context): Promise<Grant[]> {
    if (isHeldBack(ctx)) return [];
    return (await grantsOfAccount(ctx, Number(account.id))).map(showGrant);
  }

  @FieldResolver(() => [Grant], {
    description: 'What the account has delegated to deputies. Of other accounts than one’s own: nothing.',
  })
  async delegations(@Root() account: Account, @Ctx() ctx: Context): Promise<Grant[]> {
    if (isHeldBack(ctx) || !isOwn(account, ctx)) return [];
    return (await ownDelegations(ctx)).map(showGrant);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'Where the account is at home; null: managed only by who manages the accounts of the whole province.',
  })
  async unit(@Root() { unitId }: Account, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitId === null || isHeldBack(ctx) ? null : unitAsKnown(ctx, unitId, today(ctx));
  }

  @FieldResolver(() => [Session], {
    description: 'Where one is signed in, used last first. Of other accounts than one’s own: nothing.',
  })
  async sessions(@Root() account: Account, @Ctx() ctx: Context): Promise<Session[]> {
    if (!isOwn(account, ctx) || ctx.account?.stage === 'TOTP') return [];
    return (await ownSessions(ctx)).map((session) => ({ ...session, current: session.id === ctx.account?.sessionId }));
  }

  @FieldResolver(() => [HeldRight], {
    description:
      'What this comes to today, in the order of the table of rights. Of other accounts than one’s own: nothing.',
  })
  async rights(@Root() account: Account, @Ctx() ctx: Context): Promise<HeldRight[]> {
    if (!isOwn(account, ctx)) return [];
    const reach = await reachOfCaller(ctx);
    return reach.rights().map((right) => ({ right, reached: reach.unitsOf(right) }));
  }
}

function isOwn(account: Account, ctx: Context): boolean {
  return ctx.account?.id === Number(account.id);
}

/** Before the session is open for everything nothing is shown beyond the account itself: a unit would lead to all others. */
function isHeldBack(ctx: Context): boolean {
  return !isFullySignedIn(ctx.account);
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
