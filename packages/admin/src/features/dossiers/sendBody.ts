import { language } from '../../i18n/i18n.ts';
import { shownAccountHeader } from '../../app/session.ts';
import type { BodyType } from './bodyType.ts';

/** What came back: the status and the body as JSON, or null where it was none. */
export interface BodyAnswer {
  readonly status: number;
  readonly json: unknown;
}

export interface BodyOptions {
  url: string;
  file: File;
  body: BodyType;
  /** Aborting ends the sending; the promise then rejects with an AbortError. */
  signal: AbortSignal;
  /** Called with how much of the file has left, from 0 to 1. */
  onSent: (share: number) => void;
}

/**
 * Sends a file as it is, told how much has left on the way: `fetch` cannot tell that. Rejects with a TypeError when the
 * server cannot be reached or the connection broke off.
 */
export function sendBody({ url, file, body, signal, onSent }: BodyOptions): Promise<BodyAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('content-type', body.type);
    if (body.gzip) request.setRequestHeader('content-encoding', 'gzip');
    request.setRequestHeader('apollo-require-preflight', '1');
    request.setRequestHeader('accept-language', language.value);
    for (const [name, value] of Object.entries(shownAccountHeader())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 1);
    request.upload.onload = () => onSent(1);
    request.onload = () => resolve({ status: request.status, json: jsonOf(request.responseText) });
    request.onerror = () => reject(new TypeError('The body could not be sent'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
