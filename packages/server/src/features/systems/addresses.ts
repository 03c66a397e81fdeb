import { problemOfSaid } from '@chi-tieu/shared/domain/said-text';
import type { ErrorText } from '../../app/error-texts.ts';
import { isPrivateHost, isWebAddress } from '../../app/guarded-lookup.ts';

export const LONGEST_ADDRESS = 500;

/** Words that what opens a door is called by. */
const SECRETS = new Set(
  `accesskey accesstoken apikey auth authorization authtoken bearer credential credentials jwt key matkhau otp pass passcode passphrase
   passwd password pwd secret secretkey session sessionid sid sig sign signature token`.split(/\s+/),
);
const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i;
/** What nobody says: letters and digits in one, as many as a key has. */
const DRAWN = /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{20,}/i;

/** The words of a name: access_token, accessToken and access-token are two. */
const words = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);

/** Whether what follows the path of an address looks like something that opens a door. */
function holdsSecret({ searchParams, hash }: URL): boolean {
  const given = [...searchParams, ...new URLSearchParams(hash.slice(1))];
  return given.some(
    ([name, value]) =>
      words(name).some((word) => SECRETS.has(word)) ||
      [name, value].some((text) => UUID.test(text) || DRAWN.test(text)),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/**
 * Why an address is not taken: it is one of the web without a password, of no host of one's own network that nobody allowed, with nothing
 * in it that opens a door or names a citizen. Names are looked up when it is called.
 */
export function problemOfAddress(address: string, allowed: readonly string[]): ErrorText | null {
  if (address.length > LONGEST_ADDRESS || !isWebAddress(address)) return 'system.address';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'system.addressPassword';
  if (holdsSecret(url)) return 'system.addressSecret';
  const said = problemOfSaid(decoded(`${url.pathname} ${url.search} ${url.hash}`));
  if (said === 'CITIZEN' || said === 'DOSSIER') return said === 'CITIZEN' ? 'said.citizen' : 'said.dossier';
  return isPrivateHost(url.hostname, allowed) ? 'system.private' : null;
}

/** An address as it is shown: of one that would not be taken any more for what it holds its host alone. */
export function shownAddress(address: string): string {
  const problem = problemOfAddress(address, []);
  if (problem === null || problem === 'system.private' || !URL.canParse(address)) return address;
  return `${new URL(address).origin}/`;
}
