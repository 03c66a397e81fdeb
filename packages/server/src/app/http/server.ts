import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { authRoutes } from '../../features/accounts/auth.routes.ts';
import { ingestRoutes } from '../../features/dossiers/ingest/ingest.routes.ts';
import type { App } from '../context.ts';
import { errorText } from '../errors.ts';
import { serveGraphql } from '../graphql.ts';
import { readLocale } from '../locale.ts';
import { explorerRoutes } from './explorer.routes.ts';
import { healthRoutes } from './health.routes.ts';
import { BUILT_CONSOLE, pageRoutes } from './page.routes.ts';
import { isOurProxy } from './proxy.ts';

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

/** Page and API on one port; not listening yet. */
export async function buildServer(app: App, consoleFolder = BUILT_CONSOLE): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = app.log;
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: app.config.publicUrl === null ? false : isOurProxy,
    bodyLimit: 2 * 1024 * 1024,
    forceCloseConnections: 'idle',
  });
  server.addHook('onSend', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('x-request-id', request.id);
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
  });
  server.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) app.log.error({ requestId: request.id, err: error }, 'unexpected error');
    return reply.code(status).send({ message: refusal(status, request), requestId: request.id });
  });
  await server.register(cookie);
  healthRoutes(server, app);
  authRoutes(server, app);
  await server.register(async (scope) => ingestRoutes(scope, app));
  explorerRoutes(server, app);
  await serveGraphql(server, app);
  await pageRoutes(server, consoleFolder);
  return server;
}

/** What is said of a request that no route could answer, in the reader's language and without anything of the inside. */
function refusal(status: number, request: FastifyRequest): string {
  const locale = readLocale(request.headers['accept-language']);
  if (status >= 500) return errorText('internal', { requestId: request.id }, locale);
  if (status === 413) return errorText('http.tooLarge', {}, locale);
  if (status === 415) return errorText('http.type', {}, locale);
  return errorText(status === 404 ? 'http.notFound' : 'http.broken', {}, locale);
}
