import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What is routed on the whole internet is allocated from here (IANA, IPv6 address space); all else is of no use to anybody outside. */
const ROUTED_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Where the other end of an IPv4 address stands in an IPv6 one (RFC 6052, RFC 3056), and how many bytes come before it. */
const EMBEDDING = [
  ['64:ff9b::/96', 12],
  ['2002::/16', 2],
].map(([net, at]) => [ipaddr.IPv6.parseCIDR(String(net)), Number(at)] as const);

/**
 * Whether an address is one of a network of one's own, or of any other special use (the special-purpose registries of IANA, as ipaddr.js
 * names them): nobody's settings must make the server ask what stands beside it. One that holds an IPv4 address is judged by that one.
 */
export function isPrivate(address: string): boolean {
  // Read as ::ffff:a.b.c.d it would be another address than the one that is called.
  const isCompatible = /^::\d+\./.test(address);
  if (isCompatible || !ipaddr.isValid(address)) return true;
  const found = ipaddr.process(address);
  if (!(found instanceof ipaddr.IPv6)) return found.range() !== 'unicast';
  const embedding = EMBEDDING.find(([net]) => found.match(net));
  if (embedding) return isPrivate(found.toByteArray().slice(embedding[1]).slice(0, 4).join('.'));
  return found.range() !== 'unicast' || !found.match(ROUTED_V6);
}

const bare = (host: string): string => host.toLowerCase().replace(/^\[|\]$/g, '');

/** Whether a text is an address of the web that names its host: what begins with three slashes names one only to those who guess. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/\\?#]/i.test(text) && URL.canParse(text);
}

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
