import { createHmac } from 'node:crypto';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { guardedLookup } from '../../../app/guarded-lookup.ts';
import type { WebhookConfig } from '../../../app/message-config.ts';
import { SEND_TIMES } from './send-mail.ts';
import { SendingFailure } from './sending-failure.ts';

/** What a receiver compares: HMAC-SHA-256 over the time, a point and the body, in hexadecimal digits. */
export function signatureOf(secret: string, time: string, body: string): string {
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
}

/**
 * Calls the gateway with a message, signed; `id` tells repeats apart. No redirect is followed, and no address of the own network called
 * but those that are allowed. What it answers is not read.
 */
export async function callGateway(
  { url, secret, privateHosts }: WebhookConfig,
  { id, body, at }: { id: string; body: string; at: Date },
  wholeMs = SEND_TIMES.wholeMs,
  stop: AbortSignal | null = null,
): Promise<void> {
  const time = String(Math.floor(at.getTime() / 1000));
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': id,
    'x-message-time': time,
    'x-message-signature': `v1=${signatureOf(secret, time, body)}`,
  };
  const timeout = AbortSignal.timeout(wholeMs);
  const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
  let wasHandedOver = false;
  let status: number;
  try {
    status = await posted(url, { headers, body, privateHosts, signal, sent: () => (wasHandedOver = true) });
  } catch (error) {
    if (error instanceof SendingFailure) throw error;
    if (stop?.aborted) throw new SendingFailure('STOPPED', { mayHaveArrived: wasHandedOver, isStopped: true });
    if (timeout.aborted) throw new SendingFailure('TIMEOUT', { mayHaveArrived: wasHandedOver, isServers: true });
    throw new SendingFailure('UNREACHABLE', { mayHaveArrived: wasHandedOver, isServers: !wasHandedOver });
  }
  if (status >= 200 && status < 300) return;
  const isServers = status < 400 || OF_GATEWAY.includes(status);
  const mayPass = isServers || status >= 500 || status === 408;
  throw new SendingFailure(`HTTP_${status}`, { isFinal: !mayPass, isServers });
}

/** Its address or its secret is wrong, or it takes nothing now: that is said of no message. Redirects are the same. */
const OF_GATEWAY: readonly number[] = [401, 403, 404, 405, 407, 429, 502, 503, 504];

function posted(
  url: URL,
  call: {
    headers: Record<string, string | number>;
    body: string;
    privateHosts: readonly string[];
    signal: AbortSignal;
    sent: () => void;
  },
): Promise<number> {
  const { headers, body, privateHosts, signal, sent } = call;
  const refusal = (): Error => new SendingFailure('PRIVATE_ADDRESS', { isServers: true });
  const lookup = guardedLookup(url.hostname, privateHosts, refusal);
  const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answered, failed) => {
    ask(url, { method: 'POST', headers, lookup, signal, agent: false })
      .on('response', (response) => {
        response.destroy();
        answered(response.statusCode ?? 0);
      })
      .on('finish', sent)
      .on('error', failed)
      .end(body);
  });
}
