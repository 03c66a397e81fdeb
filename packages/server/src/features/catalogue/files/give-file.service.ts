import type { FastifyReply } from 'fastify';

/** A file as it is given to a browser. */
export interface GivenFile {
  sha256: string;
  mediaType: string;
  content: Buffer;
  name: string | null;
}

/**
 * A document of somebody else may do nothing: no script, nothing from elsewhere, shown within our own pages alone. A PDF is not
 * put into a sandbox, for browsers show none there; their viewer is a place apart from the page by itself.
 */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const POLICY_OF_PDF = `${POLICY}; object-src 'self'; style-src 'unsafe-inline'`;

/** Gives a file; the same one again is not sent again. */
export function giveFile(reply: FastifyReply, { sha256, mediaType, content, name }: GivenFile): FastifyReply {
  const isShown = mediaType === 'application/pdf';
  const named = name === null ? '' : `; filename*=UTF-8''${encoded(name)}`;
  return reply
    .header('content-disposition', `${isShown ? 'inline' : 'attachment'}${named}`)
    .header('content-security-policy', isShown ? POLICY_OF_PDF : `${POLICY}; sandbox`)
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${sha256}"`)
    .type(mediaType)
    .send(content);
}

/** A name as RFC 8187 writes it. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
