import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../app/context.ts';
import { errorText } from '../../app/errors.ts';
import { readLocale } from '../../app/locale.ts';
import { isSafeFromForms, SESSION_COOKIE } from './request-account.service.ts';
import { endSession, signIn } from './sign-in.service.ts';

/** POST /auth/login and /auth/logout. */
export function authRoutes(server: FastifyInstance, app: App): void {
  server.post('/auth/login', { bodyLimit: 10_000 }, async (request, reply) => {
    const locale = readLocale(request.headers['accept-language']);
    const credentials = readCredentials(request.body);
    if (!credentials) return reply.code(400).send({ message: errorText('auth.body', {}, locale) });
    const outcome = await signIn(app.db, { ...credentials, address: request.ip });
    if (outcome.kind === 'WAIT') {
      return reply
        .code(429)
        .header('retry-after', String(outcome.seconds))
        .send({ message: errorText('auth.wait', { seconds: outcome.seconds }, locale) });
    }
    if (outcome.kind === 'WRONG') return reply.code(401).send({ message: errorText('auth.wrong', {}, locale) });
    setCookie(app, request, reply, outcome.token);
    const { username, name } = outcome.account;
    return { username, name };
  });

  server.post('/auth/logout', async (request, reply) => {
    if (!isSafeFromForms(request)) {
      const locale = readLocale(request.headers['accept-language']);
      return reply.code(403).send({ message: errorText('http.preflight', {}, locale) });
    }
    const token = request.cookies[SESSION_COOKIE];
    if (token) await endSession(app.db, token);
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
  });
}

function readCredentials(body: unknown): { username: string; password: string } | null {
  if (typeof body !== 'object' || body === null) return null;
  const { username, password } = body as Record<string, unknown>;
  return typeof username === 'string' && typeof password === 'string' ? { username, password } : null;
}

function setCookie(app: App, request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https' || (app.config.publicUrl?.startsWith('https:') ?? false);
  reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
