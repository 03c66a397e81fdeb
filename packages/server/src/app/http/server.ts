import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { authRoutes } from '../../features/accounts/auth.routes.ts';
import { signOnRoutes } from '../../features/accounts/single-sign-on/sign-on.routes.ts';
import { fileRoutes } from '../../features/catalogue/files/files.routes.ts';
import { importRoutes } from '../../features/catalogue/import/import.routes.ts';
import { receiptRoutes } from '../../features/dossiers/receipts/receipts.routes.ts';
import { exportRoutes } from '../../features/catalogue/exports/export.routes.ts';
import { inspectionRoutes } from '../../features/inspections/inspections.routes.ts';
import { matterRoutes } from '../../features/matters/matters.routes.ts';
import { documentRoutes } from '../../features/plans/documents/documents.routes.ts';
import { reportRoutes } from '../../features/reports/reports.routes.ts';
import { publicRoutes } from '../../features/public-page/public-page.routes.ts';
import { ingestRoutes } from '../../features/dossiers/ingest/ingest.routes.ts';
import { oneStopRoutes } from '../../features/dossiers/sources/one-stop.routes.ts';
import type { App } from '../context.ts';
import { serveGraphql } from '../graphql.ts';
import { productSchema } from '../schema.ts';
import { explorerRoutes } from './explorer.routes.ts';
import { makeSafe, safeHeaders } from './headers.ts';
import { healthRoutes } from './health.routes.ts';
import { encodingOf } from '../body/limits.ts';
import { limitsFor, type ServerLimits } from './limits.ts';
import { BUILT_CONSOLE, pageRoutes } from './page.routes.ts';
import { isOurProxy } from './proxy.ts';
import { openRateLimits, type RateLimits } from './rate-limits.ts';
import { refusalOf, refuse, RefusedError } from './refusals.ts';
import { cutSlowBodies } from './slow-bodies.ts';
import { refuseWhileStopping } from './stopping.ts';

/** Page and API on one port; not listening yet. */
export async function buildServer(
  app: App,
  consoleFolder = BUILT_CONSOLE,
  limits: ServerLimits = limitsFor(app.config),
): Promise<FastifyInstance> {
  const server = openServer(app, limits);
  safeHeaders(server, app);
  server.setErrorHandler(async (error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const refusal = refusalOf(error, request.id);
    const told = { requestId: request.id, err: error };
    if (refusal.code === 'UNAVAILABLE') app.log.warn(told, 'not available');
    else if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') app.log.info(told, 'the caller broke off');
    else if (refusal.status >= 500) app.log.error(told, 'unexpected error');
    return refuse(request, reply, refusal);
  });
  if (app.life) refuseWhileStopping(server, app.life);
  await server.register(cookie);
  const rates = await openRateLimits(server, limits);
  refuseStrangeHosts(server);
  refuseUnknownRoutes(server, rates);
  healthRoutes(server, app);
  await server.register(async (scope) => {
    scope.addHook('onRequest', rates.ofAddress);
    scope.addHook('onRequest', refusePacked);
    cutSlowBodies(scope, limits.bodyMs);
    authRoutes(scope, app);
    signOnRoutes(scope, app);
    explorerRoutes(scope, app);
    exportRoutes(scope, app, productSchema, limits);
    receiptRoutes(scope, app, limits);
    await scope.register((graphql) => serveGraphql(graphql, app, { limits, rates }));
  });
  await server.register(async (scope) => ingestRoutes(scope, app));
  await server.register(async (scope) => {
    scope.addHook('onRequest', rates.ofAddress);
    oneStopRoutes(scope, app);
  });
  await server.register(async (scope) => {
    scope.addHook('onRequest', rates.ofAddress);
    fileRoutes(scope, app);
  });
  await server.register(async (scope) => {
    scope.addHook('onRequest', rates.ofAddress);
    documentRoutes(scope, app);
    reportRoutes(scope, app);
  });
  await server.register(async (scope) => {
    scope.addHook('onRequest', rates.ofAddress);
    inspectionRoutes(scope, app);
    matterRoutes(scope, app);
  });
  await server.register(async (scope) => importRoutes(scope, app));
  await server.register(async (scope) => {
    scope.addHook('onRequest', rates.ofStranger);
    publicRoutes(scope, app);
  });
  await pageRoutes(server, consoleFolder);
  return server;
}

function openServer(app: App, limits: ServerLimits): FastifyInstance {
  const logger: FastifyBaseLogger = app.log;
  const server = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: app.config.publicUrl === null ? false : isOurProxy,
    bodyLimit: 2 * 1024 * 1024,
    forceCloseConnections: 'idle',
    http: { headersTimeout: limits.headMs, connectionsCheckingInterval: limits.lookMs },
    // An address that cannot be read reaches no route and none of the hooks.
    frameworkErrors: (error, request, reply) =>
      void refuse(request, makeSafe(app, request, reply).header('connection', 'close'), refusalOf(error, request.id)),
  });
  server.server.maxConnections = limits.connections;
  return server;
}

const HOST = /^([\w.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** Questions and sign-ins are small: nobody needs to pack them, and what is packed may be far larger than it looks. */
async function refusePacked(request: FastifyRequest): Promise<void> {
  if (encodingOf(request.headers) !== 'identity')
    throw new RefusedError({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', text: 'http.encoding' });
}

const WITHOUT_BODY = new Set(['GET', 'HEAD']);

/**
 * What no route takes is counted by its address and ends before anybody reads its body; a body that nobody asked for ends
 * with its connection, so that it holds neither memory nor a socket for longer than the answer takes.
 */
function refuseUnknownRoutes(server: FastifyInstance, rates: RateLimits): void {
  server.addHook('onRequest', async (request, reply) => {
    const isAsking = WITHOUT_BODY.has(request.method);
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
    if ((isAsking || request.is404) && (length !== '0' || encoding !== undefined)) reply.header('connection', 'close');
    if (!request.is404) return;
    await rates.ofAddress(request, reply);
    if (!reply.sent && !isAsking) throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
  });
}

/**
 * A host that is none ends here, before anybody makes an address of it; so do two, of which a proxy may have believed the
 * other. Who only looks whether we are well may name none.
 */
function refuseStrangeHosts(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    const hosts = request.raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
    if (hosts.length > 1) throw new RefusedError({ status: 400, code: 'BAD_REQUEST', text: 'http.broken' });
    const needsNone = request.method === 'GET' && request.host === '';
    if (!needsNone && !HOST.test(request.host))
      throw new RefusedError({ status: 400, code: 'BAD_REQUEST', text: 'http.broken' });
  });
}
