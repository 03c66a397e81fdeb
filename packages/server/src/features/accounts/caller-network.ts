import { isIPv6 } from 'node:net';

/** So many of the eight groups of an address of IPv6 name the network: its /64, of which one caller has all addresses. */
const GROUPS_OF_NETWORK = 4;

/**
 * Where tries from an address are counted: an address of IPv4 by itself, also where it is written as one of IPv6, and one of
 * IPv6 by its network, as calls are (app/http/rate-limits.ts). What is no address stays as it is.
 */
export function callerNetwork(address: string): string {
  const bare = address.replace(/%.*$/, '');
  if (!isIPv6(bare)) return address;
  const groups = groupsOf(bare);
  const [high = 0, low = 0] = groups.slice(6);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const network = groups.slice(0, GROUPS_OF_NETWORK).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight numbers of an address of IPv6, however it is written. */
function groupsOf(address: string): number[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const numbers = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const [left, right] = [numbers(head), numbers(tail)];
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
