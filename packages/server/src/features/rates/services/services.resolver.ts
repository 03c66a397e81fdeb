import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../app/context.ts';
import { Scope } from '../../../app/enums.ts';
import { DateScalar, DateTimeScalar } from '../../../app/scalars.ts';
import { servicesBehind } from './services-behind.service.ts';
import { ServicesBehind } from './services.types.ts';

@Resolver(() => ServicesBehind)
export class ServicesResolver {
  @Query(() => ServicesBehind, {
    description:
      'The services behind a figure of an indicator that counts services: once each, whoever below the unit has them.',
  })
  services(
    @Arg('indicator', () => ID) indicator: string,
    @Arg('unit', () => ID) unit: string,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Arg('scope', () => Scope, { nullable: true }) scope: Scope | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true }) knownAt: Date | null,
    @Ctx() ctx: Context,
  ): Promise<ServicesBehind> {
    return servicesBehind(ctx, unit, { indicator, from, to, scope: scope ?? 'SUBTREE', knownAt: knownAt ?? null });
  }
}
