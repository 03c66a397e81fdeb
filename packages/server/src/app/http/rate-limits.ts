import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../context.ts';
import { callerNetwork } from './caller-network.ts';
import type { ServerLimits } from './limits.ts';
import { refuse } from './refusals.ts';

/** Counts calls, each in the minute in which its caller called first; gives the refusal that was sent, if any. */
export interface RateLimits {
  ofAddress: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  ofStranger: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  ofAccount: (request: FastifyRequest, reply: FastifyReply, account: SignedIn) => Promise<FastifyReply | undefined>;
}

/**
 * Counts in memory, for this process alone, of so many callers and no more. Addresses of IPv6 are counted by network, as
 * one caller has many. Who calls too often hears with `Retry-After` when the minute is over.
 */
export async function openRateLimits(server: FastifyInstance, limits: ServerLimits): Promise<RateLimits> {
  await server.register(rateLimit, { global: false });
  const common = { timeWindow: 60_000, cache: limits.callers };
  // A connection that broke off already has no address any more: all of these count together.
  const keyGenerator = ({ ip }: { ip: string | undefined }) => (ip === undefined ? 'gone' : callerNetwork(ip));
  const byAddress = server.createRateLimit({ ...common, max: limits.callsOfAddress, keyGenerator });
  const byStranger = server.createRateLimit({ ...common, max: limits.callsOfStranger, keyGenerator });
  const accounts = new WeakMap<FastifyRequest, SignedIn>();
  const byAccount = server.createRateLimit({
    ...common,
    max: limits.callsOfAccount,
    keyGenerator: (request) => String(accounts.get(request)?.id),
  });
  const refuseBeyond = async (
    counted: Awaited<ReturnType<typeof byAddress>>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => {
    if (counted.isAllowed || !counted.isExceeded) return undefined;
    const seconds = Math.max(1, counted.ttlInSeconds);
    reply.header('retry-after', String(seconds));
    return refuse(request, reply, { status: 429, code: 'RATE_LIMITED', text: 'http.busy', params: { seconds } });
  };
  return {
    ofAddress: async (request, reply) => refuseBeyond(await byAddress(request), request, reply),
    ofStranger: async (request, reply) => refuseBeyond(await byStranger(request), request, reply),
    ofAccount: async (request, reply, account) => {
      accounts.set(request, account);
      return refuseBeyond(await byAccount(request), request, reply);
    },
  };
}
