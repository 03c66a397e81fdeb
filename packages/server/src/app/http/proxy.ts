import { BlockList, isIPv6 } from 'node:net';

const NEAR = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  NEAR.addSubnet(network, prefix, 'ipv4');
NEAR.addAddress('::1', 'ipv6');
NEAR.addSubnet('fc00::', 7, 'ipv6');

/**
 * Whether an address may tell whom it asks for: only whoever is connected to us (hop 0), and only from the same machine
 * or network, as a proxy is. The last address in X-Forwarded-For is then what that proxy saw; what stands before it the
 * caller may have made up. It is not trusted for its private address alone: in an office network every caller has one.
 */
export function isOurProxy(address: string, hop: number): boolean {
  return hop === 0 && NEAR.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
