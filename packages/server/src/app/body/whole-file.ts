import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedError } from '../http/refusals.ts';
import { UnreadableBody } from './json-rows.ts';
import { encodingOf, openBody } from './limits.ts';

/** The largest file that is kept; held in memory while it is taken or given, so only some at a time. */
const MOST_BYTES = 30 * 1024 ** 2;
export const IDLE_MS = 15_000;

/** All bytes of the body; refused where they are none, too many, packed or do not come. */
export async function contentOf(request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
  if (encodingOf(request.headers) !== 'identity')
    throw new RefusedError({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', text: 'http.encoding' });
  const { chunks } = openBody(request.body as Readable | undefined, 'identity', { bytes: MOST_BYTES, idleMs: IDLE_MS });
  const parts: Buffer[] = [];
  try {
    for await (const part of chunks) parts.push(Buffer.from(part));
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    reply.header('connection', 'close');
    const { text, params } = error;
    if (text === 'ingest.tooLarge')
      throw new RefusedError({ status: 413, code: 'PAYLOAD_TOO_LARGE', text: 'file.large', params });
    throw new RefusedError({ status: text === 'ingest.idle' ? 408 : 400, code: 'BAD_REQUEST', text: 'http.broken' });
  }
  const content = Buffer.concat(parts);
  if (content.length === 0) throw new RefusedError({ status: 400, code: 'BAD_REQUEST', text: 'file.empty' });
  return content;
}
