import type { Readable } from 'node:stream';
import { noteHeardOf, sourceNamed } from '../sources/named-source.ts';
import { actorOf } from '../../../app/audit/event.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../../app/context.ts';
import { AppError, errorText, type ErrorParams } from '../../../app/errors.ts';
import type { ErrorText } from '../../../app/error-texts.ts';
import { readLocale, type Locale } from '../../../app/locale.ts';
import { metricsOf } from '../../../app/metrics.ts';
import { ingestProcedures } from '../../catalogue/ingest-procedures.service.ts';
import { keptFileName } from '../../../app/body/file-name.ts';
import { placesOf } from './ingest-places.ts';
import { ingestRows, type DossierReceipt, type IngestOptions, type Receipt } from './ingest.service.ts';
import { DOSSIER_ENVELOPE, UnreadableBody } from '../../../app/body/json-rows.ts';
import { atMostRows, encodingOf, openBody, type BodyLimits, type Waiting } from '../../../app/body/limits.ts';
import { claimTexts, readControlTotal } from '../receipts/control-total.ts';
import { looseNameTexts, problemText } from './problem-texts.ts';
import { RefusedSender, senderOf, whileAllowed, type Kind } from './sender.ts';
import { mediaTypeOf, readRows, type RawRow } from '../../../app/body/read-rows.ts';
import { unavailable, unavailableFor } from '../../../app/unavailable.ts';

/** So many times as long as we wait for a silent client waits who found no place; then it is told to come again. */
export const WAIT_OF_IDLE = 3;

/** So long may a client send nothing while we wait for it. */
const IDLE_MS = 15_000;

/** What one body may make. Dossiers are streamed, a catalogue of some thousands of rows is held whole. */
export const LIMITS: Readonly<Record<Kind, BodyLimits>> = {
  DOSSIERS: { bytes: 4 * 1024 ** 3, rows: 50_000_000, idleMs: IDLE_MS },
  PROCEDURES: { bytes: 64 * 1024 ** 2, rows: 50_000, idleMs: IDLE_MS },
};

/** What is wrong with a body, where it is not that it cannot be read. */
export const STATUS: Partial<Record<ErrorText, number>> = {
  'ingest.encoding': 415,
  'ingest.idle': 408,
  'ingest.packed': 413,
  'ingest.packedRows': 413,
  'ingest.tooLarge': 413,
  'ingest.tooManyRows': 413,
  'oneStop.late': 413,
};

/** A misspelt `dryRun` would store what was only to be tried. */
const QUERY_NAMES: ReadonlySet<string> = new Set(['dryRun', 'name', 'source', 'expected']);

/** How a body of each kind is read: the column that tells its rows apart, its envelope, and how a workbook's days are written. */
const FORMS = {
  DOSSIERS: { keyColumn: 'MaHoSo', envelope: DOSSIER_ENVELOPE, days: 'STAMP' },
  PROCEDURES: { keyColumn: 'code', envelope: { key: 'result', mayHoldOne: true }, days: 'DAY' },
} as const;

type Answer = DossierReceipt | (Receipt & { notes: string[] });
type Ingest = (options: IngestOptions & { accountId: number }, rows: AsyncIterable<RawRow[]>) => Promise<Answer>;

/** POST /ingest/dossiers and /ingest/procedures. Bodies stream; nothing here holds one whole. */
export function ingestRoutes(server: FastifyInstance, app: App, limits = LIMITS): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const { all, turnstile } = placesOf(app);
  const enter = (account: number, kind: Kind, signal: AbortSignal | undefined) =>
    turnstile.enter(account, { mostMs: WAIT_OF_IDLE * limits[kind].idleMs, signal });
  const route = (path: string, kind: Kind, ingest: Ingest) =>
    server.post(path, { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
      answer(
        app,
        request,
        reply,
        kind,
        { ...limits[kind], isWaitedFor: () => all.isWaitedFor },
        async (options, rows) => {
          const leave = await enter(options.accountId, kind, options.signal);
          return ingest(options, rows).finally(leave);
        },
      ).catch((error: unknown) => refuseForNow(app, request, reply, error)),
    );
  route('/ingest/dossiers', 'DOSSIERS', ingestRows);
  route('/ingest/procedures', 'PROCEDURES', ingestProcedures);
}

async function answer(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: Kind,
  limits: BodyLimits & Waiting,
  ingest: Ingest,
): Promise<FastifyReply> {
  const locale = readLocale(request.headers['accept-language']);
  const refuse = (status: number, text: ErrorText, params: ErrorParams = {}) =>
    reply.code(status).send(failure(status, errorText(text, params, locale)));
  const sender = await senderOf(app, request, kind).catch(asRefused);
  if (sender instanceof RefusedSender) return refuse(sender.status, sender.text);
  const { account, within } = sender;
  const type = mediaTypeOf(request.headers['content-type']);
  if (!type) return hasNoBody(request) ? refuse(400, 'ingest.empty') : refuse(415, 'ingest.type');
  const encoding = encodingOf(request.headers);
  if (encoding !== 'gzip' && encoding !== 'identity') return refuse(415, 'ingest.encoding');
  const said = readQuery(request);
  if (typeof said === 'string') return refuse(400, said);
  const { dryRun, name, expected, source } = said;
  const sourceId = kind === 'DOSSIERS' ? await sourceNamed(app, sender, source) : null;
  if (sourceId === undefined) return refuse(400, 'ingest.source');
  const { chunks, bytes, checksum, breakOff } = openBody(request.body as Readable | undefined, encoding, limits);
  const { keyColumn, envelope, days } = FORMS[kind];
  const askAgain = async () => (await senderOf(app, request, kind)).within;
  const sent = whileAllowed(readRows(chunks, type, keyColumn, envelope, days), askAgain);
  const read = atMostRows(sent, limits.rows, encoding === 'gzip' ? bytes : null);
  const rows = app.room ? app.room.whileThereIsRoom(read) : read;
  const about = { kind, name: keptFileName(name), mediaType: type, dryRun, bytes, checksum, expected };
  const actor = actorOf(account, { address: request.ip, requestId: request.id });
  const signal = app.life?.signal;
  const of = { db: app.db, provinceId: app.provinceId, accountId: account.id, actor };
  const options = { ...of, signal, within, askAgain, sourceId, ...about };
  signal?.addEventListener('abort', breakOff);
  try {
    const receipt = await ingest(options, rows);
    if (!options.dryRun) metricsOf(app).countRows(receipt);
    await noteHeardOf(app, sourceId, receipt, options.dryRun);
    return await reply.send(success(receipt, options.dryRun, locale));
  } catch (error) {
    if (error instanceof RefusedSender) return await refuse(error.status, error.text);
    if (error instanceof AppError && error.kind === 'BAD_USER_INPUT')
      return await refuse(400, error.text, error.params);
    if (signal?.aborted || !isUnreadable(error)) throw error;
    const { text, params } = reasonOf(error, bytes());
    // Nothing more is waited for on this connection.
    if (text === 'ingest.idle') reply.header('connection', 'close');
    return await refuse(STATUS[text] ?? 400, text, params);
  } finally {
    signal?.removeEventListener('abort', breakOff);
  }
}

interface Said {
  dryRun: boolean;
  name: unknown;
  source: unknown;
  expected: number | null;
}

/** What is said of a body in its address and head, or what is wrong with that. */
function readQuery(request: FastifyRequest): Said | ErrorText {
  const query = request.query as Record<string, unknown>;
  if (Object.keys(query).some((known) => !QUERY_NAMES.has(known))) return 'ingest.query';
  const { dryRun = 'false', name, source } = query;
  if (dryRun !== 'true' && dryRun !== 'false') return 'ingest.dryRun';
  const expected = readControlTotal(query, request.headers);
  return expected === 'WRONG' ? 'ingest.control' : { dryRun: dryRun === 'true', name, source, expected };
}

/** What we cannot take for now, in the form of this route; nothing of the body is stored, or it says that nobody knows. */
function refuseForNow(app: App, request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const isStopping = app.life?.signal.aborted && !(error instanceof AppError);
  const away = isStopping ? unavailable('server.stopping') : unavailableFor(error);
  if (!away) throw error;
  app.log.warn({ requestId: request.id, err: error }, 'not available');
  const { text, params } = away;
  reply.header('retry-after', String(params['seconds']));
  return reply.code(503).send(failure(503, errorText(text, params, readLocale(request.headers['accept-language']))));
}

function asRefused(error: unknown): RefusedSender {
  if (error instanceof RefusedSender) return error;
  throw error;
}

/** Whether it is the body's fault and not ours. */
export function isUnreadable(error: unknown): boolean {
  if (error instanceof UnreadableBody) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** What is said of it. A body of no bytes is told from one that holds something that cannot be read. */
export function reasonOf(error: unknown, bytes: number): Pick<UnreadableBody, 'text' | 'params'> {
  const { text, params } = error instanceof UnreadableBody ? error : new UnreadableBody('not packed as it says');
  return { text: text === 'ingest.body' && bytes === 0 ? 'ingest.empty' : text, params };
}

/** Nothing was announced: neither what comes nor that anything does. */
function hasNoBody({ headers }: FastifyRequest): boolean {
  const { 'content-type': type, 'content-length': length = '0', 'transfer-encoding': coding } = headers;
  return type === undefined && coding === undefined && length === '0';
}

function failure(status: number, message: string) {
  return { error_code: [400, 408, 413].includes(status) ? '1' : '2', message, result: null };
}

function success(receipt: Answer, dryRun: boolean, locale: Locale) {
  const { batch, received, created, updated, unchanged, rejected, problems } = receipt;
  const errors = problems.map(({ row, code, field, problem }) => ({
    row,
    code,
    field,
    message: problemText(problem, locale),
  }));
  const notes = 'notes' in receipt ? receipt.notes : notesOf(receipt, locale);
  const claims = 'claims' in receipt ? claimsOf(receipt) : {};
  return {
    error_code: '0',
    message: messageOf(receipt, dryRun, locale),
    result: {
      batch,
      received,
      created,
      updated,
      unchanged,
      rejected,
      errors,
      ...claims,
      ...(dryRun && { dryRun }),
      ...(notes.length > 0 && { notes }),
    },
  };
}

/** What is told first: that it is held, or that it is not what its sender says; else what became of its rows. */
function messageOf(receipt: Answer, dryRun: boolean, locale: Locale): string {
  const { received, rejected } = receipt;
  if ('jumps' in receipt && receipt.jumps.length > 0)
    return errorText('ingest.held', { received: receipt.came }, locale);
  const done = errorText(dryRun ? 'ingest.tried' : 'ingest.done', { received, rejected }, locale);
  const { expected = null } = 'claims' in receipt ? receipt.claims : {};
  if (!('claims' in receipt) || expected === null || expected === receipt.came) return done;
  return [...claimTexts({ ...receipt.claims, sameAs: null }, receipt.came, locale), done].join(' ');
}

/** What a program compares: the checksum, the control total, whether the same body came before and whether it is held. */
function claimsOf({ claims: { checksum, expected, sameAs }, came, jumps }: DossierReceipt) {
  return {
    ...(checksum !== null && { checksum }),
    ...(expected !== null && { control: { expected, received: came, difference: came - expected } }),
    ...(sameAs !== null && { sameBodyAs: sameAs }),
    ...(jumps.length > 0 && { held: true }),
  };
}

function notesOf({ loose, notKept, claims, came }: DossierReceipt, locale: Locale): string[] {
  const named = [...claimTexts(claims, came, locale), ...looseNameTexts(loose, locale)];
  return notKept > 0 ? [errorText('ingest.notKept', { count: notKept }, locale), ...named] : named;
}
