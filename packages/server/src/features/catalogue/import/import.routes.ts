import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../../app/audit/event.ts';
import { UnreadableBody } from '../../../app/body/json-rows.ts';
import { openBody } from '../../../app/body/limits.ts';
import { isFullySignedIn, type App, type SignedIn } from '../../../app/context.ts';
import { Snapshot, write } from '../../../app/database.ts';
import { errorText, type ErrorParams } from '../../../app/errors.ts';
import type { ErrorText } from '../../../app/error-texts.ts';
import { readLocale } from '../../../app/locale.ts';
import { ENCODINGS, type Encoding } from '../../../app/spreadsheet/decode-text.ts';
import { writeTextTable } from '../../../app/spreadsheet/write-text-table.ts';
import { writeWorkbook } from '../../../app/spreadsheet/write-workbook.ts';
import { WORKBOOK_TYPE } from '../../../app/body/read-rows.ts';
import { Turnstile } from '../../../app/turnstile.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';
import { accountOfAnyStage, isSafeFromForms } from '../../accounts/request-account.service.ts';
import { keptFileName } from '../../../app/body/file-name.ts';
import { openImport, readFileOfProcedures } from './open-import.service.ts';
import { importById } from './imports.queries.ts';
import { rejectedTable } from './rejected-rows.service.ts';

const MEGABYTE = 1024 * 1024;
/** A catalogue of twenty thousand rows has some 10 MB, packed or not. */
const MOST_BYTES = 30 * MEGABYTE;
const IDLE_MS = 15_000;
/** So many files are read at a time: each is held whole. */
const AT_ONCE = 2;
const TOO_LARGE: ReadonlySet<ErrorText> = new Set([
  'ingest.tooLarge',
  'ingest.tooManyRows',
  'ingest.packed',
  'sheet.columns',
]);

/**
 * POST /imports/procedures: a file as it is, its name in the header `x-file-name` (percent-encoded) or `?name=`, answered with the
 * import that it began. GET /imports/ID/rejected.xlsx and .csv: the rows that were left.
 */
export function importRoutes(server: FastifyInstance, app: App): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const turnstile = new Turnstile(AT_ONCE);
  server.post('/imports/procedures', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
    const refuse = refusing(request, reply);
    const account = await editorOf(app, request, refuse);
    if (!account) return reply;
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) {
      // Nothing of it is waited for: whoever sends 100 MB hears so before they are sent.
      reply.header('connection', 'close');
      return refuse(413, 'ingest.tooLarge', { megabytes: MOST_BYTES / MEGABYTE });
    }
    const { encoding = null } = request.query as { encoding?: string };
    if (encoding !== null && !ENCODINGS.includes(encoding as Encoding)) return refuse(400, 'import.encoding');
    try {
      const id = await turnstile.pass(() => takeFile(app, request, account, encoding as Encoding | null), {
        mostMs: 3 * IDLE_MS,
        signal: app.life?.signal,
      });
      return await reply.code(201).send({ import: id });
    } catch (error) {
      if (!(error instanceof UnreadableBody)) throw error;
      return refuse(
        TOO_LARGE.has(error.text) ? 413 : error.text === 'ingest.idle' ? 408 : 400,
        error.text,
        error.params,
      );
    }
  });
  for (const form of ['xlsx', 'csv'] as const)
    server.get(`/imports/:id/rejected.${form}`, async (request, reply) => {
      const refuse = refusing(request, reply);
      if (!(await editorOf(app, request, refuse))) return reply;
      const { id } = request.params as { id: string };
      const locale = readLocale(request.headers['accept-language']);
      const rows = await rowsRejected(app, id, locale);
      if (!rows) return refuse(404, 'import.unknown', { id: id.slice(0, 40) });
      reply.header('content-disposition', `attachment; filename="rejected-${id.slice(0, 8)}.${form}"`);
      if (form === 'csv') return reply.type('text/csv; charset=utf-8').send(writeTextTable(rows));
      return reply.type(WORKBOOK_TYPE).send(await writeWorkbook(locale === 'vi' ? 'Dòng bị loại' : 'Rejected', rows));
    });
}

type Refuse = (status: number, text: ErrorText, params?: ErrorParams) => FastifyReply;

function refusing(request: FastifyRequest, reply: FastifyReply): Refuse {
  const locale = readLocale(request.headers['accept-language']);
  return (status, text, params = {}) =>
    reply.code(status).send({ code: text, message: errorText(text, params, locale), requestId: request.id });
}

/** Who may change the catalogue; null where the answer was given already. */
async function editorOf(app: App, request: FastifyRequest, refuse: Refuse): Promise<SignedIn | null> {
  const account = await accountOfAnyStage(app, request);
  const refusal = await refusalOf(app, request, account);
  if (refusal === null) return account;
  refuse(...refusal);
  return null;
}

async function refusalOf(
  app: App,
  request: FastifyRequest,
  account: SignedIn | null,
): Promise<[status: number, text: ErrorText] | null> {
  if (!account) return [401, 'auth.required'];
  // What is only looked at may be asked for by a link.
  if (request.method !== 'GET' && !isSafeFromForms(request)) return [403, 'http.preflight'];
  if (!isFullySignedIn(account)) return [403, 'auth.forbidden'];
  const reach = await reachOfAccount(app, account.id);
  return reach.unitsOf('catalogue.edit') === 'ALL' ? null : [403, 'auth.forbidden'];
}

async function takeFile(
  app: App,
  request: FastifyRequest,
  account: SignedIn,
  encoding: Encoding | null,
): Promise<string> {
  const body = openBody(request.body as Readable | undefined, 'identity', { bytes: MOST_BYTES, idleMs: IDLE_MS });
  const signal = app.life?.signal;
  signal?.addEventListener('abort', body.breakOff);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of body.chunks) chunks.push(chunk);
    const file = await readFileOfProcedures(Buffer.concat(chunks), fileNameOf(request), encoding);
    await app.room?.require();
    const actor = actorOf(account, { address: request.ip, requestId: request.id });
    const options = { purpose: 'open import', accountId: account.id, actor, ...(signal && { signal }) };
    return await write(app.db, options, (tx) => openImport(tx, app.provinceId, file));
  } finally {
    signal?.removeEventListener('abort', body.breakOff);
  }
}

function fileNameOf(request: FastifyRequest): string | null {
  const header = request.headers['x-file-name'];
  const { name } = request.query as { name?: unknown };
  if (typeof header !== 'string') return keptFileName(name);
  try {
    return keptFileName(decodeURIComponent(header));
  } catch {
    return null;
  }
}

async function rowsRejected(app: App, id: string, locale: 'vi' | 'en'): Promise<string[][] | null> {
  const snapshot = new Snapshot(app.db);
  try {
    const record = await importById(snapshot, app.provinceId, id);
    return record && (await rejectedTable(snapshot, app.provinceId, record, locale));
  } finally {
    await snapshot.end();
  }
}
