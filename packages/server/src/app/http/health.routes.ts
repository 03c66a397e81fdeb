import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { App } from '../context.ts';
import { withClient } from '../database.ts';
import { metricsOf } from '../metrics.ts';

/** Who looks whether we are well wants to hear it soon, also from a database that takes questions and answers none. */
const ANSWER_WITHIN_MS = 3_000;

/**
 * GET /health: 200 when it can serve, 503 otherwise; it says where the second wall does not stand. GET /metrics: Prometheus
 * text. Neither needs a sign-in.
 */
export function healthRoutes(server: FastifyInstance, app: App): void {
  const metrics = metricsOf(app);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime } = reply;
    metrics.countRequest({ method: request.method, route, status, seconds: elapsedTime / 1000 });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  // One question for all who ask meanwhile: a database that answers none must not hold a connection for each of them.
  let probe: Promise<boolean> | null = null;
  server.get('/health', async (_request, reply) => {
    probe ??= isReachable(app).finally(() => (probe = null));
    const isWell = await Promise.race([probe, sleep(ANSWER_WITHIN_MS, false, { ref: false })]);
    if (!isWell) reply.header('retry-after', '5');
    return reply
      .code(isWell ? 200 : 503)
      .send({ status: isWell ? 'ok' : 'unavailable', ...(app.isWallWeak && { wall: 'weak' }) });
  });
}

function isReachable(app: App): Promise<boolean> {
  return withClient(app.db, (sql) => sql.row('select 1')).then(
    () => true,
    () => false,
  );
}
