import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { isNumberKey, pageOfAll, readPage, type Connection } from '../../app/connection.ts';
import type { Day } from '@chi-tieu/shared/domain/days';
import { isFullySignedIn, type Context } from '../../app/context.ts';
import { Role } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today, unitTree } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import {
  Account,
  AccountConnection,
  Deputy,
  Grant,
  HeldRight,
  Session,
  showAccount,
  showGrant,
  UnitGrants,
} from './accounts.types.ts';
import { findDeputies } from './deputies.service.ts';
import { grantsForUnit } from './grants-at.service.ts';
import { delegationsOfAccount, grantsOfAccount } from './grants.service.ts';
import { accountById, isManaged, listAccounts, visibleAccount } from './managed-accounts.service.ts';
import { sessionsOfAccount } from './own-account.service.ts';
import { reachOfCaller } from './reach.service.ts';
import { hasTokenToday } from './tokens.service.ts';

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
    @Arg('active', () => Boolean, { nullable: true, description: 'Those who can sign in, or those who no longer can.' })
    active: boolean | null,
    @Arg('role', () => Role, { nullable: true, description: 'Those who hold it today or will.' }) role: Role | null,
    @Arg('unit', () => ID, {
      nullable: true,
      description: 'Those at home, or holding the role or anything, at this unit of today or below it; its code.',
    })
    unit: string | null,
    @Arg('programs', () => Boolean, { nullable: true, description: 'Programs too; unless told people alone.' })
    programs: boolean | null,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<Account>> {
    const page = readPage(first, after, isNumberKey);
    const filter = { search: search ?? null, active: active ?? null, role: role ?? null, unit: unit ?? null };
    const found = await listAccounts(ctx, { ...filter, programs: programs ?? false });
    return pageOfAll(found.map(showAccount), page, ({ id }) => id);
  }

  @Query(() => Account, { nullable: true, description: 'One account; null unless one may see it.' })
  async account(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Account | null> {
    const account = await visibleAccount(ctx, id);
    return account && showAccount(account);
  }

  @Query(() => UnitGrants, {
    description: 'Who holds what for a unit on a day: grants at the unit itself and at all units above it.',
  })
  grantsAt(
    @Arg('unit', () => ID, { description: 'Its code on the day.' }) unit: string,
    @Arg('on', () => DateScalar, { nullable: true, description: 'Today unless told.' }) on: Day | null,
    @Ctx() ctx: Context,
  ): Promise<UnitGrants> {
    return grantsForUnit(ctx, unit, on ?? today(ctx));
  }

  @Query(() => [Deputy], {
    description: 'Whom one could hand one of one’s own grants: at most 10 people at home where it holds, by user name.',
  })
  async deputies(
    @Arg('grant', () => ID) grant: string,
    @Arg('search', () => String, { description: 'Words of the name or user name, marks or not; without any, nobody.' })
    search: string,
    @Ctx() ctx: Context,
  ): Promise<Deputy[]> {
    return (await findDeputies(ctx, grant, search)).map(({ id, username, name }) => ({
      id: String(id),
      username,
      name,
    }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether one may change it: its home and its grants lie within reach.' })
  managed(@Root() account: Account, @Ctx() ctx: Context): Promise<boolean> {
    return isHeldBack(ctx) ? Promise.resolve(false) : isManaged(ctx, Number(account.id));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Of a program: whether one of its tokens can be used today; without any it gets nowhere. Null of people.',
  })
  async hasWorkingToken(@Root() { id, isProgram }: Account, @Ctx() ctx: Context): Promise<boolean | null> {
    return !isProgram || isHeldBack(ctx) ? null : hasTokenToday(ctx, Number(id));
  }

  @FieldResolver(() => [Grant], { description: 'What the account may do, and where.' })
  async grants(@Root() account: Account, @Ctx() ctx: Context): Promise<Grant[]> {
    if (isHeldBack(ctx)) return [];
    return (await grantsOfAccount(ctx, Number(account.id))).map(showGrant);
  }

  @FieldResolver(() => [Grant], {
    description: 'What the account has delegated to deputies.',
  })
  async delegations(@Root() account: Account, @Ctx() ctx: Context): Promise<Grant[]> {
    if (isHeldBack(ctx)) return [];
    return (await delegationsOfAccount(ctx, Number(account.id))).map(showGrant);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'Where the account is at home; null: managed only by who manages the accounts of the whole province.',
  })
  async unit(@Root() { unitId }: Account, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitId === null || isHeldBack(ctx) ? null : unitAsKnown(ctx, unitId, today(ctx));
  }

  @FieldResolver(() => [Session], {
    description: 'Where it is signed in, used last first. Of other accounts than one’s own only to who manages them.',
  })
  async sessions(@Root() account: Account, @Ctx() ctx: Context): Promise<Session[]> {
    if (isOwn(account, ctx) ? ctx.account?.stage === 'TOTP' : isHeldBack(ctx)) return [];
    return (await sessionsOfAccount(ctx, Number(account.id))).map((session) => ({
      ...session,
      current: session.id === ctx.account?.sessionId,
    }));
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
