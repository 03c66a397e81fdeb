import * as oidc from 'openid-client';
import type { OidcConfig } from '../../../app/oidc-config.ts';
import type { Claims } from './claims.ts';
import type { Journey } from './journey.ts';

/** Why somebody did not come in by a single sign-on; what the sign-in page says of it. */
export type SignOnProblem = 'unreachable' | 'cancelled' | 'failed' | 'unmapped' | 'closed';

/** The provider did not do its part, or what came back is not what was asked for. `message` is for the log. */
export class SignOnError extends Error {
  readonly problem: SignOnProblem;

  constructor(problem: SignOnProblem, cause: unknown) {
    super([problem, ...sentencesOf(cause)].join(': '), { cause });
    this.name = 'SignOnError';
    this.problem = problem;
  }
}

/** What an error and the one behind it say; the library says what is wrong, never what was given. */
function sentencesOf(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [];
  return [cause.message, ...(cause.cause instanceof Error ? [cause.cause.message] : [])];
}

const PATIENCE_SECONDS = 10;
const CLOCK_TOLERANCE_SECONDS = 30;
/** So long is believed what a provider said of itself. */
const KNOWN_MS = 3_600_000;

/** Who somebody is, by the provider's word. */
export interface Person {
  issuer: string;
  subject: string;
  claims: Claims;
}

/** The provider, looked up when it is first needed: one that is out of reach keeps nothing else from working. */
export class Provider {
  private readonly config: OidcConfig;
  private known: { at: number; found: Promise<oidc.Configuration> } | null = null;

  constructor(config: OidcConfig) {
    this.config = config;
  }

  /** The address to send a browser to. */
  async addressFor({ state, nonce, codeVerifier }: Journey): Promise<URL> {
    const found = await this.lookUp();
    return oidc.buildAuthorizationUrl(found, {
      redirect_uri: this.config.redirectUri,
      scope: this.config.scopes,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
  }

  /** Who came back, by the query of the address to which they were sent; SignOnError for everything that is not right. */
  async personOf(query: string, { state, nonce, codeVerifier }: Journey): Promise<Person> {
    const found = await this.lookUp();
    const came = new URL(this.config.redirectUri);
    came.search = query;
    try {
      const tokens = await oidc.authorizationCodeGrant(found, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('no ID token came');
      const asked = found.serverMetadata().userinfo_endpoint !== undefined;
      const said = asked ? await oidc.fetchUserInfo(found, tokens.access_token, claims.sub) : {};
      return { issuer: claims.iss, subject: claims.sub, claims: { ...said, ...claims } };
    } catch (error) {
      throw new SignOnError(problemOf(error), error);
    }
  }

  private async lookUp(): Promise<oidc.Configuration> {
    if (this.known === null || Date.now() - this.known.at > KNOWN_MS) {
      const found = discover(this.config);
      this.known = { at: Date.now(), found };
      found.catch(() => (this.known = null));
    }
    try {
      return await this.known.found;
    } catch (error) {
      throw new SignOnError('unreachable', error);
    }
  }
}

/** The library warns of it so that nobody takes it by mistake: the configuration lets it be on this machine alone. */
const PLAIN: { readonly allowInsecureRequests: (config: oidc.Configuration) => void } = oidc;

function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  const isPlain = address.protocol === 'http:';
  return oidc.discovery(
    address,
    clientId,
    { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
    {
      timeout: PATIENCE_SECONDS,
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [PLAIN.allowInsecureRequests] : [])],
    },
  );
}

function problemOf(error: unknown): SignOnProblem {
  if (error instanceof oidc.AuthorizationResponseError) return error.error === 'access_denied' ? 'cancelled' : 'failed';
  if (error instanceof oidc.ClientError && ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(error.code ?? ''))
    return 'unreachable';
  return error instanceof TypeError && error.message === 'fetch failed' ? 'unreachable' : 'failed';
}
