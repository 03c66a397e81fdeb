import type { FastifyRequest } from 'fastify';
import { isFullySignedIn, type App, type SignedIn } from '../../app/context.ts';
import { RefusedError } from '../../app/http/refusals.ts';
import { SESSION_COOKIE } from './cookies.ts';
import { findSession } from './sign-in.service.ts';
import { findTokenAccount } from './tokens.service.ts';

/**
 * Whom the request's token stands for, or, where it carries none, its session cookie; null for nobody, and for who still has to
 * give a code, change a first password or set up a second factor.
 */
export async function accountOf(app: App, request: FastifyRequest): Promise<SignedIn | null> {
  const account = await accountOfAnyStage(app, request);
  return isFullySignedIn(account) ? account : null;
}

/** The id of the account that a page shows, with everything that it sends by cookie. */
const SHOWN_ACCOUNT = 'x-account';

/**
 * The same, however far the session has come: for who looks at the stage. Refuses what a page sends that shows somebody else: the
 * cookie is all windows' together, and in another one somebody may have signed out and in again.
 */
export async function accountOfAnyStage(app: App, request: FastifyRequest): Promise<SignedIn | null> {
  const bearer = bearerOf(request);
  if (bearer !== null) return findTokenAccount(app, bearer);
  const token = request.cookies[SESSION_COOKIE];
  const account = token ? await findSession(app, token, { renews: !isUnattended(request) }) : null;
  const shown = request.headers[SHOWN_ACCOUNT];
  if (account && shown !== undefined && shown !== String(account.id))
    throw new RefusedError({ status: 409, code: 'OTHER_ACCOUNT', text: 'auth.otherAccount' });
  return account;
}

/** What a page sends with what it asks by itself, while nobody need be there. */
const UNATTENDED = 'x-unattended';
/** The field that pages ask every few seconds (features/plans/presence). */
const POLLED = /\bbePresent\b/;

/** Whether a call comes of a page by itself: it keeps no session open, so that a desk that was left is signed out. */
function isUnattended(request: FastifyRequest): boolean {
  if (request.headers[UNATTENDED] !== undefined) return true;
  const { query } = (request.body ?? {}) as { query?: unknown };
  return typeof query === 'string' && POLLED.test(query);
}

/**
 * Whether a call by cookie carries what a form on another site cannot send: `apollo-require-preflight`, or a JSON content
 * type. Calls without a session cookie need nothing, nor do those whose token counts instead of it.
 */
export function isSafeFromForms(request: FastifyRequest): boolean {
  if (!isByCookie(request)) return true;
  const type = request.headers['content-type'] ?? '';
  return request.headers['apollo-require-preflight'] !== undefined || /^application\/json\b/i.test(type);
}

/** Whether a session cookie speaks for the caller, and no token before it. */
export function isByCookie(request: FastifyRequest): boolean {
  return Boolean(request.cookies[SESSION_COOKIE]) && bearerOf(request) === null;
}

/** What stands after `Bearer`, which may be nothing; null where there is no such header. */
function bearerOf(request: FastifyRequest): string | null {
  const found = /^bearer(?: +(.*))?$/i.exec(request.headers.authorization ?? '');
  return found && (found[1] ?? '');
}
