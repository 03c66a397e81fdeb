import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Day } from '@chi-tieu/shared/domain/days';
import type { Context } from '../../app/context.ts';
import { Role } from '../../app/enums.ts';
import { DateScalar } from '../../app/scalars.ts';
import { Account, AccountInput, Grant, showAccount, showGrant } from './accounts.types.ts';
import { delegate } from './deputies.service.ts';
import { grantRole, revokeGrant } from './grants.service.ts';
import {
  createAccount,
  renameAccount,
  resetPassword,
  revokeSessionsOf,
  setAccountActive,
} from './managed-accounts.service.ts';
import { changePassword, revokeOtherSessions, revokeSession } from './own-account.service.ts';

@Resolver()
export class OwnAccountResolver {
  @Mutation(() => Boolean, {
    description:
      'Changes one’s own password and ends one’s other sessions. A wrong current one counts as a failed sign-in.',
  })
  async changePassword(
    @Arg('current', () => String) current: string,
    @Arg('next', () => String, { description: '12 to 256 characters of any script, none that many have.' })
    next: string,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    await changePassword(ctx, current, next);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Ends one of one’s own sessions; false where there is none.' })
  revokeSession(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return revokeSession(ctx, id);
  }

  @Mutation(() => Int, { description: 'Ends all of one’s own sessions but this one; how many they were.' })
  revokeOtherSessions(@Ctx() ctx: Context): Promise<number> {
    return revokeOtherSessions(ctx);
  }

  @Mutation(() => Grant, {
    description: 'Hands one of one’s own grants, none that was delegated, to a deputy at home where it holds.',
  })
  async delegate(
    @Arg('grant', () => ID) grant: string,
    @Arg('account', () => ID, { description: 'The deputy’s.' }) account: string,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('to', () => DateScalar, { description: 'The last day.' }) to: Day,
    @Ctx() ctx: Context,
  ): Promise<Grant> {
    return showGrant(await delegate(ctx, { grant, account, from, to }));
  }
}

@Resolver()
export class ManagedAccountResolver {
  @Mutation(() => Account, { description: 'Makes an account without any grant.' })
  async createAccount(@Arg('input', () => AccountInput) input: AccountInput, @Ctx() ctx: Context): Promise<Account> {
    return showAccount(await createAccount(ctx, input));
  }

  @Mutation(() => Account, {
    description:
      'Lets somebody sign in, or no longer: there is no other way to delete an account. The last administrator stays.',
  })
  async setAccountActive(
    @Arg('id', () => ID) id: string,
    @Arg('active', () => Boolean) active: boolean,
    @Ctx() ctx: Context,
  ): Promise<Account> {
    return showAccount(await setAccountActive(ctx, id, active));
  }

  @Mutation(() => Account, { description: 'Changes the name that is shown.' })
  async renameAccount(
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String) name: string,
    @Ctx() ctx: Context,
  ): Promise<Account> {
    return showAccount(await renameAccount(ctx, id, name));
  }

  @Mutation(() => Account, {
    description: 'Gives somebody else a password that they have to change, and ends their sessions.',
  })
  async resetPassword(
    @Arg('id', () => ID) id: string,
    @Arg('password', () => String, { description: 'At least 12 characters, none that many have.' }) password: string,
    @Ctx() ctx: Context,
  ): Promise<Account> {
    return showAccount(await resetPassword(ctx, id, password));
  }

  @Mutation(() => Int, {
    description: 'Ends all sessions of somebody else, who may sign in again; how many they were.',
  })
  revokeAccountSessions(@Arg('account', () => ID) account: string, @Ctx() ctx: Context): Promise<number> {
    return revokeSessionsOf(ctx, account);
  }

  @Mutation(() => Account, { description: 'Gives a role for a unit and all below it.' })
  async grantRole(
    @Arg('account', () => ID) account: string,
    @Arg('role', () => Role) role: Role,
    @Arg('unit', () => ID, { description: 'Its code.' }) unit: string,
    @Arg('from', () => DateScalar, { nullable: true, description: 'The first day; null: always had.' })
    from: Day | null,
    @Arg('to', () => DateScalar, { nullable: true, description: 'The last day; null: until it is taken back.' })
    to: Day | null,
    @Ctx() ctx: Context,
  ): Promise<Account> {
    return showAccount(await grantRole(ctx, account, { role, unit, from: from ?? null, to: to ?? null }));
  }

  @Mutation(() => Boolean, {
    description: 'Takes a grant back: by who manages its account, or who delegated it. The last administrator stays.',
  })
  revokeGrant(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return revokeGrant(ctx, id);
  }
}
