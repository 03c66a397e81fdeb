import type { MappedGrant } from '../../../app/oidc-config.ts';
import { nameKeyOf } from '../sign-in.service.ts';

/** What a provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

/** The entries of the mapping that somebody's claims meet, in its order. */
export function mappedBy(claims: Claims, mapping: readonly MappedGrant[]): MappedGrant[] {
  return mapping.filter(({ claim, value }) => valuesOf(claims, claim).includes(value));
}

/** The texts of a claim: one, or a list of them. A name with dots that is no claim itself leads into objects. */
function valuesOf(claims: Claims, name: string): string[] {
  const found = name in claims ? claims[name] : name.split('.').reduce<unknown>(member, claims);
  const list: unknown[] = Array.isArray(found) ? found : [found];
  return list.filter((value) => typeof value === 'string');
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

const LONGEST_USERNAME = 50;
const LONGEST_NAME = 200;

/** A user name to begin with: what the provider calls somebody, made of what user names may hold. */
export function usernameFrom(claims: Claims): string {
  const said = [claims['preferred_username'], claims['email'], claims['name']].find((text) => typeof text === 'string');
  const tame = nameKeyOf(said ?? '').replace(/[^\p{L}\p{M}\p{N} ._@-]+/gu, '-');
  const from = tame.replace(/^[^\p{L}\p{N}]+/u, '').slice(0, LONGEST_USERNAME);
  return from.replace(/[^\p{L}\p{M}\p{N}]+$/u, '') || 'sso';
}

/** The name to be shown. */
export function nameFrom(claims: Claims, username: string): string {
  const { name } = claims;
  const said =
    typeof name === 'string'
      ? name
          .normalize('NFC')
          .replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ')
          .trim()
      : '';
  return said.slice(0, LONGEST_NAME) || username;
}
