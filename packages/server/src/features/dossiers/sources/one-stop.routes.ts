import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../../app/audit/event.ts';
import { readHead, type HeadedBody } from '../../../app/body/json-head.ts';
import { JsonRows, parse, UnreadableBody, type Envelope } from '../../../app/body/json-rows.ts';
import { atMostRows, encodingOf, openBody, type BodyLimits, type OpenBody } from '../../../app/body/limits.ts';
import { readJsonRows, type Chunks } from '../../../app/body/read-rows.ts';
import type { App } from '../../../app/context.ts';
import { AppError, errorText, type ErrorParams } from '../../../app/errors.ts';
import type { ErrorText } from '../../../app/error-texts.ts';
import { readLocale, type Locale } from '../../../app/locale.ts';
import { metricsOf } from '../../../app/metrics.ts';
import { unavailable, unavailableFor } from '../../../app/unavailable.ts';
import { placesOf } from '../ingest/ingest-places.ts';
import { isUnreadable, LIMITS, reasonOf, STATUS, WAIT_OF_IDLE } from '../ingest/ingest.routes.ts';
import { ingestRows, type DossierReceipt, type IngestOptions } from '../ingest/ingest.service.ts';
import { problemText } from '../ingest/problem-texts.ts';
import { RefusedSender, whileAllowed } from '../ingest/sender.ts';
import { noteHeardOf } from './named-source.ts';
import { openDoor, senderAt, type SourceSender } from './one-stop-door.ts';
import { ingestProgress, type ProgressReceipt } from './progress.service.ts';

/** Where one-stop systems find what they look for at the national portal. */
export const ONE_STOP_PATH = '/lgsp';

const LOGIN_BYTES = 10_000;
const PROGRESS_ROWS = 200_000;
const SERVICES = ['DongBoHoSoMC', 'CapNhatTienDoHoSoMC'] as const;
type Service = (typeof SERVICES)[number];
const ENVELOPE: Envelope = { key: 'data', mayHoldOne: true };
const SESSION_HEADER = 'session';

/** What is answered in the body: 0 for success, 1 for what is wrong with the message, 2 for who sends it. */
type Code = '0' | '1' | '2';

/**
 * POST /lgsp/login and /lgsp/g: one-stop systems ask here exactly as they ask the national portal, whatever content type they
 * say. What is wrong with a message is said in its answer with status 200, as there; who is too much for us is told by the status too.
 */
export function oneStopRoutes(server: FastifyInstance, app: App): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  // What it says it is, or that it says nothing, refuses nothing: all of it is read as JSON.
  server.addHook('onRequest', async ({ headers }) => {
    headers['content-type'] = 'application/json';
  });
  const limits = { bodyLimit: Number.MAX_SAFE_INTEGER };
  server.post(`${ONE_STOP_PATH}/login`, limits, (request, reply) =>
    login(app, request, reply).catch((error: unknown) => refuseError(app, request, reply, error, 0)),
  );
  server.post(`${ONE_STOP_PATH}/g`, limits, (request, reply) => serve(app, request, reply));
}

async function login(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = open(app, request, { ...LIMITS.DOSSIERS, bytes: LOGIN_BYTES });
  const refused = (error: unknown) => refuseError(app, request, reply, error, body.bytes());
  return enter(app, request, reply, body.chunks).catch(refused);
}

async function enter(app: App, request: FastifyRequest, reply: FastifyReply, chunks: Chunks): Promise<FastifyReply> {
  const text = await textOf(chunks).catch((error: unknown) => {
    if (error instanceof UnreadableBody && error.text === 'ingest.tooLarge') return null;
    throw error;
  });
  if (text === null) return say(request, reply.code(413), '1', 'auth.body');
  const credentials = credentialsIn(parse(text));
  if (!credentials) return say(request, reply, '1', 'auth.body');
  const outcome = await openDoor(app, credentials, { address: request.ip, requestId: request.id });
  if (outcome.kind === 'WRONG') return say(request, reply, '2', 'oneStop.wrong');
  if (outcome.kind === 'WAIT') {
    const { seconds } = outcome;
    return say(request, reply.code(429).header('retry-after', String(seconds)), '2', 'auth.wait', { seconds });
  }
  const { session } = outcome;
  const message = errorText('oneStop.login', {}, localeOf(request));
  return reply.send({ error_code: '0', message, session, result: { session } });
}

/** Name and password as they stand in the body, or in its one object. */
function credentialsIn(body: unknown): { username: string; password: string } | null {
  const told = Array.isArray(body) ? (body as unknown[])[0] : body;
  if (typeof told !== 'object' || told === null) return null;
  const { username, password } = told as Record<string, unknown>;
  return typeof username === 'string' && typeof password === 'string' ? { username, password } : null;
}

async function textOf(chunks: Chunks): Promise<string> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function open(app: App, request: FastifyRequest, limits: BodyLimits): OpenBody {
  const encoding = encodingOf(request.headers);
  if (encoding !== 'gzip' && encoding !== 'identity') throw new UnreadableBody('packed otherwise', 'ingest.encoding');
  return openBody(request.body as Readable | undefined, encoding, {
    ...limits,
    isWaitedFor: () => placesOf(app).all.isWaitedFor,
  });
}

async function serve(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  let body: OpenBody | null = null;
  const breakOff = () => body?.breakOff();
  app.life?.signal.addEventListener('abort', breakOff);
  try {
    body = open(app, request, LIMITS.DOSSIERS);
    const told = await readHead(body.chunks, {
      names: ['session', 'service'],
      needed: request.headers[SESSION_HEADER] === undefined ? ['session', 'service'] : ['service'],
      rows: ENVELOPE.key,
    });
    return await serveHeaded(app, request, reply, body, told);
  } catch (error) {
    return await refuseError(app, request, reply, error, body?.bytes() ?? 0);
  } finally {
    // Of who is refused nothing more is waited for.
    breakOff();
    app.life?.signal.removeEventListener('abort', breakOff);
  }
}

async function serveHeaded(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  body: OpenBody,
  { head, chunks }: HeadedBody,
): Promise<FastifyReply> {
  const session = head.get('session') ?? textHeader(request, SESSION_HEADER) ?? '';
  const sender = await senderAt(app, session);
  if (sender === null) return say(request, reply, '2', 'oneStop.session');
  if (sender === 'FORBIDDEN') return say(request, reply, '2', 'auth.forbidden');
  const named = head.get('service') ?? SERVICES[0];
  const service = SERVICES.find((one) => one === named);
  if (!service) return say(request, reply, '1', 'oneStop.service', { service: named.slice(0, 60) });
  const leave = await placesOf(app).turnstile.enter(sender.account.id, {
    mostMs: WAIT_OF_IDLE * LIMITS.DOSSIERS.idleMs,
    signal: app.life?.signal,
  });
  try {
    const receipt = await take(app, request, { service, session, sender, body, chunks });
    metricsOf(app).countRows(receipt);
    await noteHeardOf(app, sender.source.id, receipt);
    return await reply.header('x-batch', receipt.batch).send(success(receipt, localeOf(request)));
  } finally {
    leave();
  }
}

interface Message {
  service: Service;
  session: string;
  sender: SourceSender;
  body: OpenBody;
  chunks: Chunks;
}

function take(
  app: App,
  request: FastifyRequest,
  { service, session, sender, body, chunks }: Message,
): Promise<DossierReceipt | ProgressReceipt> {
  const askAgain = async () => {
    const now = await senderAt(app, session);
    if (now === null || now === 'FORBIDDEN') throw new RefusedSender(401, 'oneStop.session');
    return now.within;
  };
  const rows = whileAllowed(readJsonRows(chunks, new JsonRows(ENVELOPE)), askAgain);
  const most = service === 'DongBoHoSoMC' ? LIMITS.DOSSIERS.rows : PROGRESS_ROWS;
  const read = atMostRows(rows, most, encodingOf(request.headers) === 'gzip' ? body.bytes : null);
  const kept = app.room ? app.room.whileThereIsRoom(read) : read;
  const { source, account, within } = sender;
  const options: Omit<IngestOptions, 'kind'> = {
    db: app.db,
    provinceId: app.provinceId,
    accountId: account.id,
    actor: actorOf(account, { address: request.ip, requestId: request.id }),
    signal: app.life?.signal,
    within,
    askAgain,
    name: service,
    mediaType: 'application/json',
    bytes: body.bytes,
  };
  return service === 'DongBoHoSoMC'
    ? ingestRows({ ...options, kind: 'DOSSIERS', sourceId: source.id }, kept)
    : ingestProgress({ ...options, source, now: app.now() }, kept);
}

/** As the portal answers: `result` is a list; here of the rows that could not be taken. */
function success(receipt: DossierReceipt | ProgressReceipt, locale: Locale) {
  const { problems } = receipt;
  const message = messageOf(receipt, locale);
  const result = problems.map(({ row, code, field, problem }) => ({
    row,
    MaHoSo: code,
    field,
    message: problemText(problem, locale),
  }));
  return { error_code: '0', message, result };
}

function messageOf(receipt: DossierReceipt | ProgressReceipt, locale: Locale): string {
  const { received, created, updated, rejected } = receipt;
  if ('waiting' in receipt)
    return errorText('oneStop.progress', { received, updated, waiting: receipt.waiting, rejected }, locale);
  if (receipt.jumps.length > 0) return errorText('ingest.held', { received: receipt.came }, locale);
  return errorText('oneStop.done', { received, created, updated, rejected }, locale);
}

function refuseError(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  bytes: number,
): FastifyReply {
  if (error instanceof RefusedSender) return say(request, reply, '2', error.text);
  if (error instanceof AppError && error.kind === 'BAD_USER_INPUT')
    return say(request, reply.code(400), '1', error.text, error.params);
  const isStopping = app.life?.signal.aborted && !(error instanceof AppError);
  const away = isStopping ? unavailable('server.stopping') : unavailableFor(error);
  if (away) {
    app.log.warn({ requestId: request.id, err: error }, 'not available');
    reply.header('retry-after', String(away.params['seconds']));
    return say(request, reply.code(503), '2', away.text, away.params);
  }
  if (!isUnreadable(error)) throw error;
  const { text, params } = reasonOf(error, bytes);
  if (text === 'ingest.idle') reply.header('connection', 'close');
  return say(request, reply.code(STATUS[text] ?? 400), '1', text, params);
}

function say(
  request: FastifyRequest,
  reply: FastifyReply,
  code: Exclude<Code, '0'>,
  text: ErrorText,
  params: ErrorParams = {},
): FastifyReply {
  return reply.send({ error_code: code, message: errorText(text, params, localeOf(request)), result: [] });
}

function localeOf(request: FastifyRequest): Locale {
  return readLocale(request.headers['accept-language']);
}

function textHeader(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
