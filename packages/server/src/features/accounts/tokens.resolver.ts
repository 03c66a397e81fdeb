import type { Day } from '@chi-tieu/shared/domain/days';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { DateScalar } from '../../app/scalars.ts';
import { unitAsKnown } from '../units/history.service.ts';
import { today } from '../units/units.service.ts';
import { Unit } from '../units/units.types.ts';
import { createToken, listTokens, revokeToken, rotateToken, type MadeToken } from './tokens.service.ts';
import { NewToken, Token, TokenInput } from './tokens.types.ts';

@Resolver(() => Token)
export class TokenResolver {
  @Query(() => [Token], {
    description: 'The tokens of programs where one may manage them, by name; those that were revoked are left out.',
  })
  async tokens(@Ctx() ctx: Context): Promise<Token[]> {
    return (await listTokens(ctx)).map((row) => ({ ...row, id: String(row.id), program: String(row.accountId) }));
  }

  @Mutation(() => NewToken, { description: 'Makes a program and its first token, which is shown once.' })
  async createToken(@Arg('input', () => TokenInput) input: TokenInput, @Ctx() ctx: Context): Promise<NewToken> {
    return show(await createToken(ctx, input));
  }

  @Mutation(() => NewToken, {
    description: 'A second token of the same program. The first holds beside it for 14 days more at the most.',
  })
  async rotateToken(
    @Arg('id', () => ID) id: string,
    @Arg('expiresOn', () => DateScalar, {
      nullable: true,
      description: 'The last day of the second; unless told it holds for as many days as the first was made for.',
    })
    expiresOn: Day | null,
    @Ctx() ctx: Context,
  ): Promise<NewToken> {
    return show(await rotateToken(ctx, id, expiresOn ?? null));
  }

  @Mutation(() => Boolean, { description: 'Takes a token back at once.' })
  revokeToken(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<boolean> {
    return revokeToken(ctx, id);
  }

  @FieldResolver(() => Unit, { description: 'The unit that it holds for, as it is today, with all below it.' })
  unit(@Root() token: Token, @Ctx() ctx: Context): Promise<Unit | null> {
    return unitAsKnown(ctx, token.unitId, today(ctx));
  }
}

function show({ id, token }: MadeToken): NewToken {
  return { id: String(id), token };
}
