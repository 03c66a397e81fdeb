import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { backupFolder, keptBackups } from '../../features/backup/backup-folder.ts';
import type { App } from '../context.ts';
import { withClient } from '../database.ts';

/** Who looks whether we are well wants to hear it soon, also from a database that takes questions and answers none. */
const ANSWER_WITHIN_MS = 3_000;

/**
 * GET /health: 200 when it can serve, 503 otherwise; it says where the second wall does not stand. GET /metrics: Prometheus
 * text. Neither needs a sign-in.
 */
export function healthRoutes(server: FastifyInstance, app: App): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long HTTP requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  // The folder is asked, not the server: a backup made by command counts too, and so does one from before the last start.
  new Gauge({
    name: 'backup_last_success_timestamp_seconds',
    help: 'The moment of the newest whole backup in DATA_DIR/backups, 0 where there is none.',
    registers: [registry],
    collect() {
      const [newest] = keptBackups(backupFolder(app.config.dataDir));
      this.set((newest?.takenAt.getTime() ?? 0) / 1000);
    },
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  server.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  server.get('/health', async (_request, reply) => {
    const isWell = await Promise.race([isReachable(app), sleep(ANSWER_WITHIN_MS, false, { ref: false })]);
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
