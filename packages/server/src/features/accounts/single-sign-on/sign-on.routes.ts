import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { arrivalOf } from '../auth.routes.ts';
import { giveDevice, giveSession, hidden } from '../cookies.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { journeyOf, pathOfConsole } from './journey.ts';
import { Provider, SignOnError, type SignOnProblem } from './provider.ts';
import { endJourney, insertJourney } from './sign-on.queries.ts';
import { signOn } from './sign-on.service.ts';

/** Belongs to one journey to the provider and back; sent to these routes only. */
const JOURNEY_COOKIE = 'journey';
const JOURNEY_PATH = '/auth/oidc';
const JOURNEY_SECONDS = 600;

/**
 * GET /auth/options: how one may sign in beside the password. GET /auth/oidc/start sends the browser to the provider, GET
 * /auth/oidc/callback takes it back and leads on to a page of the console: the one asked for, or the sign-in with what went wrong.
 */
export function signOnRoutes(server: FastifyInstance, app: App): void {
  const { oidc } = app.config;
  server.get('/auth/options', async () => ({ singleSignOn: oidc && { name: oidc.name } }));
  if (oidc === null) return;
  const provider = new Provider(oidc);

  server.get('/auth/oidc/start', async (request, reply) => {
    const returnTo = pathOfConsole((request.query as { next?: unknown }).next);
    const secret = newSecret();
    const away = await orProblem(app, request, () => provider.addressFor(journeyOf(secret)));
    if (typeof away === 'string') return lead(reply, problemPage(away, returnTo));
    await withClient(app.db, (sql) => insertJourney(sql, secretHash(secret), returnTo));
    const kept = { ...hidden(app, request), path: JOURNEY_PATH, maxAge: JOURNEY_SECONDS };
    return lead(reply.setCookie(JOURNEY_COOKIE, secret, kept), away.href);
  });

  server.get('/auth/oidc/callback', async (request, reply) => {
    const secret = request.cookies[JOURNEY_COOKIE];
    reply.clearCookie(JOURNEY_COOKIE, { path: JOURNEY_PATH });
    const returnTo = secret ? await withClient(app.db, (sql) => endJourney(sql, secretHash(secret))) : null;
    if (!secret || returnTo === null) return lead(reply, problemPage('failed', '/'));
    const query = new URL(request.url, 'http://here').search;
    const outcome = await orProblem(app, request, async () =>
      signOn(app, oidc, await provider.personOf(query, journeyOf(secret)), arrivalOf(request)),
    );
    if (typeof outcome === 'string') return lead(reply, problemPage(outcome, returnTo));
    if (outcome.kind !== 'OK') return lead(reply, problemPage(outcome.kind, returnTo));
    giveSession(app, request, reply, outcome.token);
    giveDevice(app, request, reply, outcome.device);
    return lead(reply, pathOfConsole(returnTo));
  });
}

/** What came of it, or what the provider got wrong; the log says more, but nothing of who it was. */
async function orProblem<T>(app: App, request: FastifyRequest, attempt: () => Promise<T>): Promise<T | SignOnProblem> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof SignOnError)) throw error;
    app.log.warn({ requestId: request.id, reason: error.message }, 'single sign-on did not succeed');
    return error.problem;
  }
}

function problemPage(problem: SignOnProblem, returnTo: string): string {
  const query = new URLSearchParams({ problem, ...(returnTo !== '/' && { next: returnTo }) });
  return `/dang-nhap?${query.toString()}`;
}

function lead(reply: FastifyReply, to: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(to, 303);
}
