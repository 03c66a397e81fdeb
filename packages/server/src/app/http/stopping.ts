import type { FastifyInstance } from 'fastify';
import type { Life } from '../life.ts';
import { unavailable } from '../unavailable.ts';

/** Counts what is under way, and refuses what comes once the process was told to end, also who only looks at our health. */
export function refuseWhileStopping(server: FastifyInstance, life: Life): void {
  server.addHook('onRequest', async (_request, reply) => {
    if (life.isStopping) {
      reply.header('connection', 'close');
      throw unavailable('server.stopping');
    }
    reply.raw.once('close', life.begin());
  });
  // Whoever keeps a connection open is told to let it go with the answer that was still given.
  server.addHook('onSend', async (_request, reply) => {
    if (life.isStopping) reply.header('connection', 'close');
  });
}
