import { createGunzip } from 'node:zlib';
import { finished, Transform, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App, SignedIn } from '../../../app/context.ts';
import { errorText } from '../../../app/errors.ts';
import type { ErrorText } from '../../../app/error-texts.ts';
import { readLocale, type Locale } from '../../../app/locale.ts';
import { accountOf, isSafeFromForms } from '../../accounts/request-account.service.ts';
import { ingestProcedures } from '../../catalogue/ingest-procedures.service.ts';
import { ingestRows, type IngestOptions, type Receipt } from './ingest.service.ts';
import { UnreadableBody } from '../../../app/body/json-rows.ts';
import { problemText } from './problem-texts.ts';
import { mediaTypeOf, readRows, type MediaType } from '../../../app/body/read-rows.ts';
import { Turnstile } from '../../../app/turnstile.ts';

/** So many bodies are read at a time; each holds a database connection, the others wait without one. */
const AT_ONCE = 4;

/** What a route needs to know of a request before its body is read. */
interface Asked {
  account: SignedIn;
  locale: Locale;
  type: MediaType;
  body: Readable;
  options: IngestOptions;
}

/** POST /ingest/dossiers and /ingest/procedures. Bodies stream; nothing here holds one whole. */
export function ingestRoutes(server: FastifyInstance, app: App): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const turnstile = new Turnstile(AT_ONCE);

  server.post('/ingest/dossiers', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
    answer(app, request, reply, 'DOSSIERS', ({ body, type, options }) =>
      turnstile.pass(() => ingestRows(options, readRows(body, type, 'MaHoSo'))),
    ),
  );

  server.post('/ingest/procedures', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
    answer(app, request, reply, 'PROCEDURES', ({ body, type, options }) =>
      turnstile.pass(() => ingestProcedures(options, body, type)),
    ),
  );
}

async function answer(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: IngestOptions['kind'],
  ingest: (asked: Asked) => Promise<Receipt & { notes?: string[] }>,
): Promise<FastifyReply> {
  const locale = readLocale(request.headers['accept-language']);
  const refuse = (status: number, text: ErrorText) => reply.code(status).send(failure(text, locale));
  const account = await accountOf(app, request);
  if (!account) return refuse(401, 'auth.required');
  if (!isSafeFromForms(request)) return refuse(403, 'http.preflight');
  const type = mediaTypeOf(request.headers['content-type']);
  if (!type) return refuse(415, 'ingest.type');
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') return refuse(415, 'ingest.encoding');
  const { body, bytes } = openBody(request.body as Readable | undefined, encoding);
  const { dryRun, name } = request.query as { dryRun?: unknown; name?: unknown };
  const options: IngestOptions = {
    db: app.db,
    provinceId: app.provinceId,
    accountId: account.id,
    kind,
    name: fileName(name),
    mediaType: type,
    dryRun: dryRun === 'true',
    bytes,
  };
  try {
    return await reply.send(success(await ingest({ account, locale, type, body, options }), locale));
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return refuse(400, 'ingest.body');
  }
}

interface OpenBody {
  body: Readable;
  /** How many bytes came so far, as they were sent. */
  bytes: () => number;
}

function openBody(payload: Readable | undefined, encoding: string): OpenBody {
  let count = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      done(null, chunk);
    },
  });
  const body = encoding === 'gzip' ? counting.pipe(createGunzip()) : counting;
  // It may break before anybody reads from it: kept for whoever does, instead of ending the process.
  body.on('error', () => undefined);
  if (!payload || typeof payload.pipe !== 'function') {
    counting.end();
    return { body, bytes: () => count };
  }
  // Also where the connection broke off before this was reached: waited for, its rows would never come.
  finished(payload, { writable: false }, (error) => error && body.destroy(new UnreadableBody('broken off')));
  // Whoever is still sending when the body is refused has to be let finish, or the answer would never be read.
  body.on('close', () => payload.unpipe(counting).resume());
  payload.pipe(counting);
  return { body, bytes: () => count };
}

/** Whether it is the body's fault and not ours. */
function isUnreadable(error: unknown): boolean {
  if (error instanceof UnreadableBody) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

const LONGEST_NAME = 200;

function fileName(name: unknown): string | null {
  return typeof name === 'string' && name !== ''
    ? name.normalize('NFC').replaceAll('\0', '').slice(0, LONGEST_NAME)
    : null;
}

function failure(text: ErrorText, locale: Locale) {
  return { error_code: text === 'ingest.body' ? '1' : '2', message: errorText(text, {}, locale), result: null };
}

function success(receipt: Receipt & { notes?: string[] }, locale: Locale) {
  const { batch, received, created, updated, unchanged, rejected, problems, notes } = receipt;
  const errors = problems.map(({ row, code, field, problem }) => ({
    row,
    code,
    field,
    message: problemText(problem, locale),
  }));
  return {
    error_code: '0',
    message: errorText('ingest.done', { received, rejected }, locale),
    result: {
      batch,
      received,
      created,
      updated,
      unchanged,
      rejected,
      errors,
      ...(notes && notes.length > 0 && { notes }),
    },
  };
}
