import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../app/context.ts';
import { errorText } from '../../app/errors.ts';
import { readLocale } from '../../app/locale.ts';
import { isSafeFromForms, SESSION_COOKIE } from './request-account.service.ts';
import { endSession, signIn } from './sign-in.service.ts';

/** Tells a browser in which somebody signed in before; sent to nothing but sign-ins. */
const DEVICE_COOKIE = 'device';
const DEVICE_SECONDS = 90 * 24 * 60 * 60;

/** POST /auth/login and /auth/logout. */
export function authRoutes(server: FastifyInstance, app: App): void {
  server.post('/auth/login', { bodyLimit: 10_000 }, async (request, reply) => {
    const locale = readLocale(request.headers['accept-language']);
    const credentials = readCredentials(request.body);
    if (!credentials) return reply.code(400).send({ message: errorText('auth.body', {}, locale) });
    const outcome = await signIn(app.db, {
      ...credentials,
      address: request.ip,
      requestId: request.id,
      userAgent: request.headers['user-agent'] ?? '',
      device: request.cookies[DEVICE_COOKIE] ?? null,
      session: request.cookies[SESSION_COOKIE] ?? null,
    });
    if (outcome.kind === 'WAIT') {
      return reply
        .code(429)
        .header('retry-after', String(outcome.seconds))
        .send({ message: errorText('auth.wait', { seconds: outcome.seconds }, locale) });
    }
    if (outcome.kind === 'WRONG') return reply.code(401).send({ message: errorText('auth.wrong', {}, locale) });
    setCookies(app, request, reply, outcome);
    const { username, name, mustChange } = outcome.account;
    return { username, name, ...(mustChange && { mustChange }) };
  });

  server.post('/auth/logout', async (request, reply) => {
    if (!isSafeFromForms(request)) {
      const locale = readLocale(request.headers['accept-language']);
      return reply.code(403).send({ message: errorText('http.preflight', {}, locale) });
    }
    const token = request.cookies[SESSION_COOKIE];
    if (token) await endSession(app.db, token, { address: request.ip, requestId: request.id });
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
  });
}

function readCredentials(body: unknown): { username: string; password: string } | null {
  if (typeof body !== 'object' || body === null) return null;
  const { username, password } = body as Record<string, unknown>;
  return typeof username === 'string' && typeof password === 'string' ? { username, password } : null;
}

function setCookies(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  { token, device }: { token: string; device: string },
): void {
  const secure = request.protocol === 'https' || (app.config.publicUrl?.startsWith('https:') ?? false);
  const hidden = { httpOnly: true, sameSite: 'lax', secure } as const;
  reply.setCookie(SESSION_COOKIE, token, { ...hidden, path: '/' });
  reply.setCookie(DEVICE_COOKIE, device, { ...hidden, path: '/auth', maxAge: DEVICE_SECONDS });
}
