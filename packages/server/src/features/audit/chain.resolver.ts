import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../app/context.ts';
import { verifyNow, chainState, type ChainState } from './chain-state.service.ts';
import { AuditChain } from './chain.types.ts';

@Resolver(() => AuditChain)
export class AuditChainResolver {
  @Query(() => AuditChain, { description: 'How long the chain is, where it ends and when it was last recomputed.' })
  async auditChain(@Ctx() ctx: Context): Promise<AuditChain> {
    return show(await chainState(ctx));
  }

  @Mutation(() => AuditChain, {
    description: 'Begins to recompute the whole chain; `auditChain` tells how far it is and how it ended.',
  })
  async verifyAuditTrail(@Ctx() ctx: Context): Promise<AuditChain> {
    return show(await verifyNow(ctx));
  }
}

function show({ verified, ...state }: ChainState): AuditChain {
  const broken = verified?.broken ? { ...verified.broken, seq: String(verified.broken.seq) } : null;
  return { ...state, verified: verified && { ...verified, broken } };
}
