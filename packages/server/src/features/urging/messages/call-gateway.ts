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
  let wasHandedOver = false;
  let status: number;
  try {
    status = await posted(url, { headers, body, privateHosts, signal: timeout, sent: () => (wasHandedOver = true) });
  } catch (error) {
    if (error instanceof SendingFailure) throw error;
    if (timeout.aborted) throw new SendingFailure('TIMEOUT', { mayHaveArrived: wasHandedOver });
    throw new SendingFailure('UNREACHABLE', { mayHaveArrived: wasHandedOver, isServers: !wasHandedOver });
  }
  if (status >= 200 && status < 300) return;
  const mayPass = status >= 500 || status === 408 || status === 429;
  throw new SendingFailure(`HTTP_${status}`, { isFinal: !mayPass });
}

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
