import { PassThrough, type Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { RefusedError } from './refusals.ts';

/**
 * Bodies to the routes of this scope come within so many milliseconds, or the request is refused and its connection closed.
 * A limit of the whole server would cut uploads too, which are long and healthy.
 */
export function cutSlowBodies(scope: FastifyInstance, mostMs: number): void {
  const params = { seconds: Math.ceil(mostMs / 1000) };
  scope.addHook('preParsing', async (_request, reply, payload) => {
    const body = new PassThrough();
    const cut = () =>
      body.destroy(new RefusedError({ status: 408, code: 'REQUEST_TIMEOUT', text: 'http.slow', params }));
    const timer = setTimeout(cut, mostMs);
    body.once('close', () => clearTimeout(timer));
    // Whoever reads it may have stopped before: a body that is too large is not read to its end.
    body.on('error', () => undefined);
    reply.raw.once('close', () => body.destroy());
    const source = payload as Readable;
    source.once('error', (error) => body.destroy(error));
    return source.pipe(body);
  });
}
