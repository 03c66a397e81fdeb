import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { lookupOfSource } from './addresses.ts';
import type { Access } from './connector.ts';
import { ReadingFailure } from './reading-failure.ts';

export interface Answer {
  /** What the JSON says. */
  told: unknown;
  bytes: Buffer;
  /** The source's own clock. */
  at: Date | null;
}

/** Posts JSON and gives the JSON that is answered, whatever type it says it is. No redirect is followed: it would carry the session elsewhere. */
export async function askPortal(
  url: URL,
  body: unknown,
  { times, privateHosts }: Pick<Access, 'times' | 'privateHosts'>,
  signal: AbortSignal,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(times.timeoutMs);
  try {
    const response = await posted(url, JSON.stringify(body), privateHosts, AbortSignal.any([timeout, signal]));
    const { statusCode: status = 0 } = response;
    if (status < 200 || status > 299) {
      response.destroy();
      throw status >= 300 && status < 400
        ? new ReadingFailure('REDIRECTED')
        : new ReadingFailure('HTTP_STATUS', { status });
    }
    const bytes = await limited(response, times.bytes);
    const at = new Date(response.headers.date ?? '');
    return { told: parsed(bytes), bytes, at: Number.isNaN(at.getTime()) ? null : at };
  } catch (error) {
    if (error instanceof ReadingFailure) throw error;
    if (signal.aborted) throw new ReadingFailure('BROKEN_OFF');
    if (timeout.aborted) throw new ReadingFailure('TIMEOUT', { seconds: times.timeoutMs / 1000 });
    throw new ReadingFailure('UNREACHABLE');
  }
}

function posted(
  url: URL,
  body: string,
  privateHosts: readonly string[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const lookup = lookupOfSource(url.hostname, privateHosts);
  const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answered, failed) => {
    ask(url, { method: 'POST', headers, lookup, signal, agent: false })
      .on('response', answered)
      .on('error', failed)
      .end(body);
  });
}

async function limited(response: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > most) {
      response.destroy();
      throw new ReadingFailure('TOO_LARGE', { megabytes: Math.round(most / 1024 / 1024) });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new ReadingFailure('NOT_JSON');
  }
}
