import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { authRoutes } from '../../features/accounts/auth.routes.ts';
import { ingestRoutes } from '../../features/dossiers/ingest/ingest.routes.ts';
import type { App } from '../context.ts';
import { serveGraphql } from '../graphql.ts';
import { explorerRoutes } from './explorer.routes.ts';
import { healthRoutes } from './health.routes.ts';
import { pageRoutes } from './page.routes.ts';

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

/** Page and API on one port; not listening yet. */
export async function buildServer(app: App): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = app.log;
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: app.config.publicUrl !== null,
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
    return reply
      .code(status)
      .send({ message: status >= 500 ? 'Internal error' : error.message, requestId: request.id });
  });
  await server.register(cookie);
  healthRoutes(server, app);
  authRoutes(server, app);
  await server.register(async (scope) => ingestRoutes(scope, app));
  explorerRoutes(server, app);
  await serveGraphql(server, app);
  await pageRoutes(server);
  return server;
}
