import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { Stage } from '../../../app/enums.ts';
import { Account, showAccount } from '../accounts.types.ts';
import { resetSecondFactor } from '../managed-accounts.service.ts';
import { confirmFactor, offerFactor, ownFactor, removeFactor, renewRecoveryCodes } from './own-factor.service.ts';
import { SecondFactor, SecondFactorOffer } from './second-factor.types.ts';

@Resolver(() => Account)
export class SecondFactorResolver {
  @FieldResolver(() => Stage, {
    nullable: true,
    description: 'How far one’s own session has come; everything is open in FULL. Of other accounts: null.',
  })
  stage(@Root() account: Account, @Ctx() ctx: Context): Stage | null {
    if (ctx.account?.id !== Number(account.id)) return null;
    return ctx.account.stage ?? 'FULL';
  }

  @FieldResolver(() => SecondFactor, {
    nullable: true,
    description: 'One’s own; null of other accounts, and where one has no password to put it beside.',
  })
  async secondFactor(@Root() account: Account, @Ctx() ctx: Context): Promise<SecondFactor | null> {
    if (ctx.account?.id !== Number(account.id) || ctx.account.stage === 'TOTP') return null;
    return ownFactor(ctx);
  }

  @Mutation(() => SecondFactorOffer, {
    description: 'Offers a secret for an app; it holds for an hour. CONFLICT while a second factor is active.',
  })
  offerSecondFactor(@Ctx() ctx: Context): Promise<SecondFactorOffer> {
    return offerFactor(ctx);
  }

  @Mutation(() => [String], {
    description:
      'Makes what was offered one’s second factor and ends one’s other sessions. Gives the recovery codes, shown once.',
  })
  confirmSecondFactor(
    @Arg('code', () => String, { description: 'Six digits of the app.' }) code: string,
    @Arg('password', () => String, { description: 'The current one.' }) password: string,
    @Ctx() ctx: Context,
  ): Promise<string[]> {
    return confirmFactor(ctx, code, password);
  }

  @Mutation(() => Boolean, { description: 'Turns one’s second factor off.' })
  async removeSecondFactor(
    @Arg('code', () => String, { description: 'Of the app, or a recovery code.' }) code: string,
    @Arg('password', () => String, { description: 'The current one.' }) password: string,
    @Ctx() ctx: Context,
  ): Promise<boolean> {
    await removeFactor(ctx, code, password);
    return true;
  }

  @Mutation(() => [String], { description: 'New recovery codes, shown once; the old ones open nothing any more.' })
  renewRecoveryCodes(
    @Arg('code', () => String, { description: 'Of the app, or a recovery code.' }) code: string,
    @Arg('password', () => String, { description: 'The current one.' }) password: string,
    @Ctx() ctx: Context,
  ): Promise<string[]> {
    return renewRecoveryCodes(ctx, code, password);
  }

  @Mutation(() => Account, {
    description: 'Takes the second factor of somebody else away, whose phone was lost, and ends their sessions.',
  })
  async resetSecondFactor(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Account> {
    return showAccount(await resetSecondFactor(ctx, id));
  }
}
