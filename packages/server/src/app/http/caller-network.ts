import { normalizeIP } from '@fastify/rate-limit';

/**
 * Where calls and tries from an address are counted: an address of IPv4 by itself, also where it is written as one of IPv6, and
 * one of IPv6 by its /64, of which one caller has all addresses. What is no address stays as it is.
 */
export function callerNetwork(address: string): string {
  return normalizeIP(address);
}
