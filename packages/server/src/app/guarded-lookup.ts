import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that nobody outside can reach: nobody's settings must make the server ask what stands beside it. */
const PRIVATE = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(address, bits, 'ipv6');

/** Whether an address is one of a network of one's own. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPrivate(mapped);
  if (/^::ffff:/i.test(address)) return true;
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const bare = (host: string): string => host.toLowerCase().replace(/^\[|\]$/g, '');

/** Whether a host is written as an address of one's own network that no administrator named; a name shows itself once it is looked up. */
export function isPrivateHost(host: string, allowed: readonly string[]): boolean {
  const name = bare(host);
  return isIP(name) !== 0 && !allowed.includes(name) && isPrivate(name);
}

/**
 * Refuses hosts of one's own network but those that an administrator named. Gives the look-up to connect with: what is checked is the
 * very address that is called, whatever the name says a moment later.
 */
export function guardedLookup(
  host: string,
  allowed: readonly string[],
  refusal: (host: string) => Error,
): LookupFunction {
  const name = bare(host);
  const isAllowed = allowed.includes(name);
  if (isPrivateHost(host, allowed)) throw refusal(name);
  return (wanted, options, done) => {
    lookup(wanted, { all: true, family: options.family === 6 || options.family === 4 ? options.family : 0 }).then(
      (found) => {
        const open = found.filter(({ address }) => isAllowed || allowed.includes(address) || !isPrivate(address));
        const [first] = open;
        if (!first) done(refusal(name), '', 0);
        else if (options.all) done(null, open);
        else done(null, first.address, first.family);
      },
      (error: unknown) => done(error as NodeJS.ErrnoException, '', 0),
    );
  };
}
