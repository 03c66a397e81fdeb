import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../../app/audit/event.ts';
import { UnreadableBody } from '../../../app/body/json-rows.ts';
import { openBody } from '../../../app/body/limits.ts';
import { isFullySignedIn, type App, type SignedIn } from '../../../app/context.ts';
import { withClient, write } from '../../../app/database.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { AccountTurnstile, Turnstile } from '../../../app/turnstile.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';
import { accountOfAnyStage, isSafeFromForms } from '../../accounts/request-account.service.ts';
import { keptFileName } from '../../../app/body/file-name.ts';
import { fileContent, insertFile, type FileContent, type FileRow } from './files.queries.ts';
import { endingOf, NAMELESS, typeOfContent } from './media-type.ts';

/** The largest file that is kept; held in memory while it is taken or given, so only some at a time. */
const MOST_BYTES = 30 * 1024 ** 2;
const AT_ONCE = 3;
const AT_ONCE_OF_ACCOUNT = 1;
const IDLE_MS = 15_000;
const PATIENCE = { mostMs: 3 * IDLE_MS };

/**
 * A document of somebody else may do nothing: no script, nothing from elsewhere, shown within our own pages alone. A PDF is not
 * put into a sandbox, for browsers show none there; their viewer is a place apart from the page by itself.
 */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const POLICY_OF_PDF = `${POLICY}; object-src 'self'; style-src 'unsafe-inline'`;

/** POST /files keeps a file of a decision or the form of a document, for who edits the catalogue; GET /files/SHA256 gives it to whoever is signed in. */
export function fileRoutes(server: FastifyInstance, app: App): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const turnstile = new AccountTurnstile(new Turnstile(AT_ONCE), AT_ONCE_OF_ACCOUNT);
  server.post('/files', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
    const account = await editor(app, request);
    const leave = await turnstile.enter(account.id, { ...PATIENCE, signal: app.life?.signal });
    try {
      return await reply.send(await keep(app, request, account, await contentOf(request, reply)));
    } finally {
      leave();
    }
  });
  server.get<{ Params: { sha256: string } }>('/files/:sha256', async (request, reply) => {
    const account = await signedIn(app, request);
    const leave = await turnstile.enter(account.id, { ...PATIENCE, signal: app.life?.signal });
    try {
      return await give(reply, await readable(app, account, request.params.sha256));
    } finally {
      leave();
    }
  });
}

async function signedIn(app: App, request: FastifyRequest): Promise<SignedIn> {
  const account = await accountOfAnyStage(app, request);
  if (!account) throw new RefusedError({ status: 401, code: 'UNAUTHENTICATED', text: 'auth.required' });
  if (!isFullySignedIn(account)) throw forbidden();
  return account;
}

async function editor(app: App, request: FastifyRequest): Promise<SignedIn> {
  const account = await accountOfAnyStage(app, request);
  if (!account) throw new RefusedError({ status: 401, code: 'UNAUTHENTICATED', text: 'auth.required' });
  if (!isSafeFromForms(request)) throw new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'http.preflight' });
  if (!isFullySignedIn(account) || !(await mayEdit(app, account))) throw forbidden();
  return account;
}

async function mayEdit(app: App, account: SignedIn): Promise<boolean> {
  return (await reachOfAccount(app, account.id)).unitsOf('catalogue.edit') === 'ALL';
}

function forbidden(): RefusedError {
  return new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'auth.forbidden' });
}

/** All bytes of the body; refused where they are none, too many, packed or do not come. */
export async function contentOf(request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
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

/** Keeps a file, of some types alone where told; the same content again is the same file. */
export async function keep(
  app: App,
  request: FastifyRequest,
  account: SignedIn,
  content: Buffer,
  types?: ReadonlySet<string>,
): Promise<FileRow> {
  const mediaType = typeOfContent(content);
  if (types && (mediaType === null || !types.has(mediaType)))
    throw new RefusedError({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', text: 'scan.type' });
  if (mediaType === null) throw new RefusedError({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', text: 'file.type' });
  await app.room?.require();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { sha256, mediaType, bytes: content.length };
  const actor = actorOf(account, { address: request.ip, requestId: request.id });
  const signal = app.life?.signal;
  await write(app.db, { purpose: 'keepFile', accountId: account.id, actor, ...(signal && { signal }) }, async (tx) => {
    const isNew = await insertFile(tx, app.provinceId, tx.moment, { ...file, content });
    if (isNew)
      tx.audit({
        what: 'FILE_KEPT',
        about: { kind: 'FILE', id: sha256 },
        unitId: app.provinceId,
        after: { bytes: file.bytes },
      });
  });
  return file;
}

/** The file, for whoever may see the decision or the procedure to which it belongs; before it belongs to one, for editors alone. */
async function readable(app: App, account: SignedIn, sha256: string): Promise<FileContent> {
  const file = /^[\da-f]{64}$/.test(sha256)
    ? await withClient(app.db, (sql) => fileContent(sql, app.provinceId, sha256))
    : null;
  if (!file || (nameOf(file) === null && !(await mayEdit(app, account))))
    throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
  return file;
}

/** A decision's file has a name of its own; a form is called as its document. Null where neither has it. */
function nameOf({ name, formOf, mediaType, content }: FileContent): string | null {
  if (name !== null || formOf === null) return name;
  return keptFileName(`${formOf.replaceAll(/[\\/]/g, ' ')}.${endingOf(mediaType, content)}`, NAMELESS);
}

function give(reply: FastifyReply, file: FileContent): FastifyReply {
  const { sha256, mediaType, content } = file;
  const name = nameOf(file);
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
