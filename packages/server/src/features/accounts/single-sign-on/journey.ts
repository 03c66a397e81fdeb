import { createHmac } from 'node:crypto';

/** What a browser takes along to the provider, so that what comes back is known to belong to it. */
export interface Journey {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Made from the secret in the browser's cookie: nothing of it is stored, and nobody without the cookie can tell it. */
export function journeyOf(secret: string): Journey {
  const part = (name: string): string => createHmac('sha256', secret).update(name).digest('base64url');
  return { state: part('state'), nonce: part('nonce'), codeVerifier: part('code verifier') };
}

const LONGEST_PATH = 2_000;
/** Paths that are no pages. */
const NO_PAGE = /^\/(auth|graphql|ingest|health|metrics)(?![^/?#])/i;

/** Somewhere: only whether a path leaves it is asked. */
const HERE = 'http://here';

/**
 * Where to go afterwards: a page of this console, and nothing else; the first page where it is none. Judged as the browser
 * will understand it: `/.//there` is `//there`, which is another server.
 */
export function pathOfConsole(next: unknown): string {
  const isPath = typeof next === 'string' && next.length <= LONGEST_PATH && /^\/[\x21-\x7e]*$/.test(next);
  if (!isPath || !URL.canParse(next, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(next, HERE);
  const isOurs = origin === HERE && !`${next}${pathname}`.includes('\\') && !pathname.includes('//');
  return isOurs && !NO_PAGE.test(pathname) ? `${pathname}${search}${hash}` : '/';
}
