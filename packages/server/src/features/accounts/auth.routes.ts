import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App, SignedIn } from '../../app/context.ts';
import { errorText, type ErrorParams } from '../../app/errors.ts';
import type { ErrorText } from '../../app/error-texts.ts';
import { readLocale } from '../../app/locale.ts';
import { DEVICE_COOKIE, giveDevice, giveSession, SESSION_COOKIE } from './cookies.ts';
import { accountOfAnyStage, isSafeFromForms } from './request-account.service.ts';
import { giveCode } from './second-factor/give-code.service.ts';
import { endSession, signIn, type Arrival, type Credentials } from './sign-in.service.ts';

const BODY_LIMIT = 10_000;

/** POST /auth/login, /auth/second-factor and /auth/logout. */
export function authRoutes(server: FastifyInstance, app: App): void {
  server.post('/auth/login', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const credentials = readCredentials(request.body);
    if (!credentials) return refuse(request, reply, 400, 'auth.body');
    const outcome = await signIn(app, credentials, arrivalOf(request));
    if (outcome.kind === 'WAIT') return holdUp(request, reply, outcome.seconds);
    if (outcome.kind === 'WRONG') return refuse(request, reply, 401, 'auth.wrong');
    return welcome(app, request, reply, outcome);
  });

  server.post('/auth/second-factor', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    if (!isSafeFromForms(request)) return refuse(request, reply, 403, 'http.preflight');
    const code = readCode(request.body);
    if (code === null) return refuse(request, reply, 400, 'auth.code');
    const outcome = await giveCode(app, code, arrivalOf(request));
    switch (outcome.kind) {
      case 'OK':
        return welcome(app, request, reply, outcome);
      case 'WAIT':
        return holdUp(request, reply, outcome.seconds);
      case 'NOBODY':
        return refuse(request, reply, 401, 'auth.required');
      case 'WRONG':
        return refuse(request, reply, 403, 'secondFactor.wrong');
      case 'LOCKED':
        return refuse(request, reply, 409, 'secondFactor.locked');
    }
  });

  server.post('/auth/logout', async (request, reply) => {
    if (!isSafeFromForms(request)) return refuse(request, reply, 403, 'http.preflight');
    // Whoever presses it under another name ends no session of somebody else's.
    await accountOfAnyStage(app, request);
    const token = request.cookies[SESSION_COOKIE];
    if (token) await endSession(app, token, { address: request.ip, requestId: request.id });
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
  });
}

/** From where a request comes, and what its browser carries. */
export function arrivalOf(request: FastifyRequest): Arrival {
  return {
    address: request.ip,
    requestId: request.id,
    userAgent: request.headers['user-agent'] ?? '',
    device: request.cookies[DEVICE_COOKIE] ?? null,
    session: request.cookies[SESSION_COOKIE] ?? null,
  };
}

/** Who is signed in, and where something is missing, what: `stage`, beside `mustChange` for a first password. */
function welcome(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  { token, device, account }: { token: string; device: string | null; account: SignedIn },
): object {
  giveSession(app, request, reply, token);
  if (device !== null) giveDevice(app, request, reply, device);
  const { username, name, stage = 'FULL' } = account;
  return { username, name, ...(stage === 'CHANGE' && { mustChange: true }), ...(stage !== 'FULL' && { stage }) };
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  text: ErrorText,
  params: ErrorParams = {},
): FastifyReply {
  const locale = readLocale(request.headers['accept-language']);
  return reply.code(status).send({ message: errorText(text, params, locale) });
}

function holdUp(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  return refuse(request, reply.header('retry-after', String(seconds)), 429, 'auth.wait', { seconds });
}

function readCredentials(body: unknown): Credentials | null {
  if (typeof body !== 'object' || body === null) return null;
  const { username, password } = body as Record<string, unknown>;
  return typeof username === 'string' && typeof password === 'string' ? { username, password } : null;
}

function readCode(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { code } = body as Record<string, unknown>;
  return typeof code === 'string' ? code : null;
}
