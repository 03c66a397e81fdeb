import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const CONSOLE = fileURLToPath(new URL('../../../../admin/dist', import.meta.url));

/** Serves the console: its files, and its page for every other path that a browser asks for. */
export async function pageRoutes(server: FastifyInstance): Promise<void> {
  if (!existsSync(CONSOLE)) {
    server.get('/', async (_request, reply) =>
      reply.code(503).type('text/plain').send('The console has not been built: run "npm start".'),
    );
    return;
  }
  await server.register(fastifyStatic, {
    root: CONSOLE,
    wildcard: true,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their name and never change; the page itself is asked for anew.
      const kept = path.includes('/assets/');
      reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) return reply.code(404).send({ message: 'Not found' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
