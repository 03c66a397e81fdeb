import type { FastifyRequest } from 'fastify';
import type { App, SignedIn } from '../../app/context.ts';
import { findSession } from './sign-in.service.ts';

export const SESSION_COOKIE = 'session';

/** Whom the request's session cookie stands for; null for nobody. */
export async function accountOf(app: App, request: FastifyRequest): Promise<SignedIn | null> {
  const token = request.cookies[SESSION_COOKIE];
  return token ? findSession(app.db, token) : null;
}

/**
 * Whether a call by cookie carries what a form on another site cannot send: `apollo-require-preflight`, or a JSON content
 * type. Calls without a session cookie need nothing.
 */
export function isSafeFromForms(request: FastifyRequest): boolean {
  if (!request.cookies[SESSION_COOKIE]) return true;
  const type = request.headers['content-type'] ?? '';
  return request.headers['apollo-require-preflight'] !== undefined || /^application\/json\b/i.test(type);
}
