import { readFileSync } from 'node:fs';
import { ALL_ROLES, type Role } from '@chi-tieu/shared/domain/access/rights';

/** Whoever has this value in this claim gets this role for this unit and all below it. */
export interface MappedGrant {
  claim: string;
  value: string;
  role: Role;
  /** Its code. */
  unit: string;
}

/** A provider of OpenID Connect, and what follows from what it says of people. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  /** Null: a public client, which PKCE alone protects. */
  clientSecret: string | null;
  scopes: string;
  /** What the button of the sign-in page names. */
  name: string;
  redirectUri: string;
  grants: readonly MappedGrant[];
}

/** Reads the OIDC_ variables; null where there is no issuer. Throws an Error with one plain sentence for what makes no sense. */
export function readOidc(env: Partial<Record<string, string>>, publicUrl: string | null): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = env;
  if (issuer === undefined) {
    const left = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_GRANTS'].find((name) => env[name] !== undefined);
    if (left !== undefined)
      throw new Error(`${left} is set, but OIDC_ISSUER is not: there would be no single sign-on.`);
    return null;
  }
  if (!isSafeIssuer(issuer))
    throw new Error(`OIDC_ISSUER must be an address with https:// (http:// only on this machine), not "${issuer}".`);
  if (clientId === undefined) throw new Error('OIDC_CLIENT_ID is needed beside OIDC_ISSUER.');
  if (publicUrl === null)
    throw new Error('PUBLIC_URL is needed beside OIDC_ISSUER: the provider sends people back to it.');
  const scopes = env['OIDC_SCOPES'] ?? 'openid profile';
  if (!scopes.split(/\s+/).includes('openid')) throw new Error('OIDC_SCOPES must contain openid.');
  return {
    issuer,
    clientId,
    clientSecret: env['OIDC_CLIENT_SECRET'] ?? null,
    scopes,
    name: env['OIDC_NAME'] ?? new URL(issuer).host,
    redirectUri: new URL('/auth/oidc/callback', publicUrl).href,
    grants: readMapping(env['OIDC_GRANTS'] ?? '[]'),
  };
}

function isSafeIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}

/** A JSON list, or the path of a file that holds one. */
function readMapping(text: string): MappedGrant[] {
  const isJson = /^\s*[[{]/.test(text);
  let list: unknown;
  try {
    list = JSON.parse(isJson ? text : readFileSync(text, 'utf8'));
  } catch (error) {
    throw new Error(`OIDC_GRANTS must be a JSON list or the path of a file with one: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  if (!Array.isArray(list)) throw new Error('OIDC_GRANTS must be a JSON list.');
  return list.map(readMapped);
}

const MEMBERS = ['claim', 'value', 'role', 'unit'] as const;

function readMapped(entry: unknown, index: number): MappedGrant {
  const given = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
  const where = `Entry ${index + 1} of OIDC_GRANTS`;
  const [claim = '', value = '', roleName = '', unit = ''] = MEMBERS.map((member) => {
    const text = given[member];
    if (typeof text === 'string' && text !== '') return text;
    throw new Error(`${where} needs "${member}" as a text.`);
  });
  const strange = Object.keys(given).find((member) => !MEMBERS.some((known) => known === member));
  if (strange !== undefined) throw new Error(`${where} has "${strange}", which means nothing.`);
  const role = ALL_ROLES.find((known) => known === roleName.toUpperCase());
  if (role === undefined) throw new Error(`${where} has the role "${roleName}"; there are ${ALL_ROLES.join(', ')}.`);
  return { claim, value, role, unit };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
