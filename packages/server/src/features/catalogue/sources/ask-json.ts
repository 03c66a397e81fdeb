import { PullFailure } from './pull-failure.ts';

/** What one question to a source may take. */
export interface AskLimits {
  timeoutMs: number;
  bytes: number;
}

const MOST_REDIRECTS = 3;

/**
 * Posts JSON and gives the JSON that is answered. Only http and https, only the host that was named: a redirect to another one would
 * carry the session there. Throws PullFailure for whatever else comes of it.
 */
export async function askJson(url: URL, body: unknown, limits: AskLimits, signal: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const ending = AbortSignal.any([timeout, signal]);
  try {
    const response = await followed(url, JSON.stringify(body), ending);
    return parsed(await limitedText(response, limits.bytes));
  } catch (error) {
    if (error instanceof PullFailure) throw error;
    if (signal.aborted) throw new PullFailure('BROKEN_OFF');
    throw new PullFailure(
      timeout.aborted ? 'TIMEOUT' : 'UNREACHABLE',
      timeout.aborted ? { seconds: limits.timeoutMs / 1000 } : {},
    );
  }
}

async function followed(url: URL, body: string, signal: AbortSignal, left = MOST_REDIRECTS): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual', signal });
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && location !== null) {
    await response.body?.cancel();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (next?.host !== url.host || next.protocol !== url.protocol || left === 0) throw new PullFailure('REDIRECTED');
    return followed(next, body, signal, left - 1);
  }
  if (response.ok) return response;
  await response.body?.cancel();
  throw new PullFailure('HTTP_STATUS', { status: response.status });
}

async function limitedText(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new PullFailure('TOO_LARGE', { megabytes: Math.round(most / 1024 / 1024) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new PullFailure('NOT_JSON');
  }
}
