import type { FastifyInstance } from 'fastify';
import type { App } from '../context.ts';
import { withClient } from '../database.ts';
import { metricsOf, type SignInOutcome } from '../metrics.ts';

const SIGN_IN_BY_STATUS: Readonly<Record<number, SignInOutcome>> = { 200: 'ok', 401: 'wrong', 429: 'wait' };

/** GET /health: 200 when it can serve, 503 otherwise. GET /metrics: Prometheus text. Neither needs a sign-in. */
export function healthRoutes(server: FastifyInstance, app: App): void {
  const metrics = metricsOf(app);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime } = reply;
    metrics.countRequest({ method: request.method, route, status, seconds: elapsedTime / 1000 });
    const signIn = route === '/auth/login' ? SIGN_IN_BY_STATUS[status] : undefined;
    if (signIn) metrics.countSignIn(signIn);
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  server.get('/health', async (_request, reply) => {
    const reachable = await withClient(app.db, (sql) => sql.row('select 1')).then(
      () => true,
      () => false,
    );
    return reply.code(reachable ? 200 : 503).send({ status: reachable ? 'ok' : 'unavailable' });
  });
}
