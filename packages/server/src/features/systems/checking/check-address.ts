import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import type { CheckOutcome } from '@chi-tieu/shared/domain/connected/checks';
import { guardedLookup } from '../../../app/guarded-lookup.ts';
import type { SeenCertificate } from '../systems.queries.ts';

/** How long a whole check may take, and whom it trusts besides whom the process does. */
export interface CheckTimes {
  wholeMs: number;
  ca?: string;
}

export const CHECK_TIMES: CheckTimes = { wholeMs: 15_000 };

/** What looking at an address came to. */
export interface Seen {
  outcome: CheckOutcome;
  /** What was answered; null where nothing was. */
  status: number | null;
  ms: number;
  /** The certificate that was shown, also one that is not believed; null where none was. */
  certificate: SeenCertificate | null;
}

class PrivateAddress extends Error {}

/** What the caller took back: the process ends. */
export class CheckStopped extends Error {}

/**
 * Asks an address once and looks at what stands in the answer's head: no redirect is followed, nothing of the answer is read, no address of
 * the own network called but those that are allowed. Whatever happens is an outcome; it throws where it is told to stop alone.
 */
export async function checkAddress(
  url: URL,
  { expectedStatus, privateHosts }: { expectedStatus: number; privateHosts: readonly string[] },
  times: CheckTimes = CHECK_TIMES,
  stop: AbortSignal | null = null,
): Promise<Seen> {
  const begun = performance.now();
  const timeout = AbortSignal.timeout(times.wholeMs);
  const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
  const shown: { certificate: SeenCertificate | null; fault: CheckOutcome | null } = { certificate: null, fault: null };
  const seen = (outcome: CheckOutcome, status: number | null): Seen => {
    const ms = Math.round(performance.now() - begun);
    return { outcome, status, ms, certificate: shown.certificate };
  };
  try {
    const response = await asked(url, privateHosts, { signal, ca: times.ca }, (socket, request) => {
      const certificate = socket.getPeerCertificate();
      shown.certificate = certificateOf(certificate);
      shown.fault = faultOf(socket, certificate);
      // What is not believed is not heard either.
      if (shown.fault !== null) request.destroy();
    });
    const status = response.statusCode ?? 0;
    response.destroy();
    if (status === expectedStatus) return seen('OK', status);
    return seen(status >= 300 && status < 400 ? 'REDIRECTED' : 'WRONG_STATUS', status);
  } catch (error) {
    if (shown.fault !== null) return seen(shown.fault, null);
    if (stop?.aborted) throw new CheckStopped();
    return seen(timeout.aborted ? 'TIMEOUT' : outcomeOf(error), null);
  }
}

function asked(
  url: URL,
  privateHosts: readonly string[],
  { signal, ca }: { signal: AbortSignal; ca: string | undefined },
  secured: (socket: TLSSocket, request: ClientRequest) => void,
): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const lookup = guardedLookup(url.hostname, privateHosts, () => new PrivateAddress());
    const headers = { accept: '*/*', 'user-agent': 'chi-tieu-check' };
    const common = { method: 'GET', headers, lookup, signal, agent: false } as const;
    // A certificate that is not believed is looked at all the same: when it ended is what somebody wants to know.
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { ...common, rejectUnauthorized: false, ...(ca !== undefined && { ca }) })
        : requestHttp(url, common);
    request.on('socket', (socket) => {
      if ('getPeerCertificate' in socket) socket.once('secureConnect', () => secured(socket as TLSSocket, request));
    });
    request.on('response', answered).on('error', failed);
    // What changes its protocol gives no answer any more, and what ends without one is told by its end alone.
    request.on('upgrade', (_answer, socket) => {
      socket.destroy();
      failed(new Error('upgraded'));
    });
    request.on('close', () => {
      failed(new Error('closed'));
    });
    request.end();
  });
}

function faultOf(socket: TLSSocket, certificate: PeerCertificate): CheckOutcome | null {
  if (socket.authorized) return null;
  const code = String(socket.authorizationError);
  // One that has ended is told as that, though nobody would believe its issuer either.
  const isOver = new Date(certificate.valid_to).getTime() < Date.now();
  if (code === 'CERT_HAS_EXPIRED' || isOver) return 'CERTIFICATE_EXPIRED';
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? 'CERTIFICATE_NAME' : 'CERTIFICATE_UNTRUSTED';
}

const MOST_NAMES = 20;
const LONGEST_NAME = 253;

function certificateOf(shown: Partial<PeerCertificate>): SeenCertificate | null {
  const [from, to] = [new Date(shown.valid_from ?? ''), new Date(shown.valid_to ?? '')];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return null;
  const names = (shown.subjectaltname ?? '')
    .split(', ')
    .flatMap((name) => /^(?:DNS|IP Address):"?([^"]+)"?$/.exec(name)?.[1] ?? []);
  const common = single(shown.subject?.CN);
  return {
    notBefore: from.toISOString(),
    notAfter: to.toISOString(),
    names: (names.length > 0 ? names : common === '' ? [] : [common]).slice(0, MOST_NAMES).map(plain),
    issuer: plain(single(shown.issuer?.O) || single(shown.issuer?.CN)),
  };
}

const single = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? '') : (value ?? '');

/** What a stranger's certificate says may be anything: no control characters, and no more than a name may have. */
const plain = (text: string): string => text.replace(/\p{C}/gu, '').slice(0, LONGEST_NAME);

function outcomeOf(error: unknown): CheckOutcome {
  if (error instanceof PrivateAddress) return 'PRIVATE_ADDRESS';
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return 'REFUSED';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA' ? 'NAME_UNKNOWN' : 'UNREACHABLE';
}
