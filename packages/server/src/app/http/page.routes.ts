import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { errorText } from '../errors.ts';
import { readLocale } from '../locale.ts';

/** Where the build puts the console. */
export const BUILT_CONSOLE = fileURLToPath(new URL('../../../../admin/dist', import.meta.url));

/** Serves the console from its folder: its files, and its page for every other path that a browser asks for. */
export async function pageRoutes(server: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built) await serveFiles(server, folder);
  server.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) {
      const message = errorText('http.notFound', {}, readLocale(request.headers['accept-language']));
      return reply.code(404).send({ message, requestId: request.id });
    }
    if (!built) return reply.code(503).type('text/plain').send('The console has not been built: run "npm start".');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

async function serveFiles(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: true,
    setHeaders: (reply, path) => {
      // Built files carry a hash in their name and never change; the page itself is asked for anew.
      const kept = path.includes('/assets/');
      reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
