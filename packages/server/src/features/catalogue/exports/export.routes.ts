import { Readable } from 'node:stream';
import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDay } from '@chi-tieu/shared/domain/days';
import { Context, type App } from '../../../app/context.ts';
import { AppError, badInput, errorText } from '../../../app/errors.ts';
import { unfitText } from '../../../app/graphql-texts.ts';
import type { ServerLimits } from '../../../app/http/limits.ts';
import { readLocale, type Locale } from '../../../app/locale.ts';
import { csvOf } from '../../../app/sheets/csv.ts';
import { xlsxOf } from '../../../app/sheets/xlsx.ts';
import { AccountTurnstile, Turnstile } from '../../../app/turnstile.ts';
import { accountOf } from '../../accounts/request-account.service.ts';
import { today } from '../../units/units.service.ts';
import type { ProcedureFilter } from '../table/filter.ts';
import { SORTS, type ProcedureSort } from '../table/sorting.ts';
import { readQuestion, type CatalogueSearch } from '../table/table.service.ts';
import { EXPORT_COLUMNS, sheetColumns, USUAL_COLUMNS } from './export-columns.ts';
import { exportedRows } from './export.service.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** So many files are given at a time, and so many of them to one account: each holds a snapshot, and most are left for others. */
const AT_ONCE = 3;
const AT_ONCE_OF_ACCOUNT = 1;
const PATIENCE_MS = 20_000;

/** A misspelt name would give out what was not asked for. */
const NAMES: ReadonlySet<string> = new Set(['filter', 'search', 'sort', 'columns', 'on', 'language']);
const STATUS = { BAD_USER_INPUT: 400, NOT_FOUND: 404 } as const;

/**
 * GET /exports/procedures.xlsx and .csv: what a list of procedures shows (`filter` as JSON, `search`, `sort` as -NAME, `on`), its
 * `columns` in their order, in `language` or the asker's own. Streamed from one state of the database.
 */
export function exportRoutes(
  server: FastifyInstance,
  app: App,
  schema: () => Promise<GraphQLSchema>,
  limits: Pick<ServerLimits, 'takeIdleMs' | 'takeMs'>,
): void {
  const turnstile = new AccountTurnstile(new Turnstile(AT_ONCE), AT_ONCE_OF_ACCOUNT);
  for (const form of ['xlsx', 'csv'] as const)
    server.get(`/exports/procedures.${form}`, async (request, reply) => {
      const account = await accountOf(app, request);
      const { language } = request.query as Record<string, unknown>;
      const locale = language === 'vi' || language === 'en' ? language : readLocale(request.headers['accept-language']);
      if (!account) return refuseWith(reply, 401, 'UNAUTHENTICATED', errorText('auth.required', {}, locale));
      const leave = await turnstile.enter(account.id, { mostMs: PATIENCE_MS, signal: app.life?.signal });
      const ctx = new Context(app, { account, locale, requestId: request.id, address: request.ip });
      const done = once(() => ctx.end().finally(leave));
      try {
        return await give(ctx, request, reply, { form, schema, done, limits });
      } catch (error) {
        await done();
        if (!(error instanceof AppError) || !(error.kind in STATUS)) throw error;
        const [first] = error.fields;
        const message = errorText(error.text, error.params, locale);
        return refuseWith(reply, STATUS[error.kind as keyof typeof STATUS], error.kind, message, first?.path);
      }
    });
}

interface Giving {
  form: keyof typeof TYPES;
  schema: () => Promise<GraphQLSchema>;
  /** Gives back what the file holds: its snapshot, its place in the line. */
  done: () => Promise<void>;
  limits: Pick<ServerLimits, 'takeIdleMs' | 'takeMs'>;
}

/** The same promise however often it is asked for. */
function once(use: () => Promise<void>): () => Promise<void> {
  let used: Promise<void> | undefined;
  return () => (used ??= use());
}

/** Rows of which the first is read already: where nothing can be read that is known before anything is sent. */
async function begun<Row>(rows: AsyncGenerator<Row>): Promise<AsyncGenerator<Row>> {
  const first = await rows.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* rows;
  })();
}

/** A file holds a snapshot of the database for as long as it is taken: who takes nothing of it, or hardly anything, is cut off. */
function breakOffWhereStalled(reply: FastifyReply, stream: Readable, { takeIdleMs, takeMs }: Giving['limits']): void {
  const cut = () => reply.raw.destroy();
  reply.raw.setTimeout(takeIdleMs, cut);
  const timer = setTimeout(cut, takeMs);
  stream.once('close', () => clearTimeout(timer));
}

async function give(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, schema, done, limits }: Giving,
): Promise<FastifyReply> {
  const { asked, columns } = await readAsked(request.query as Record<string, unknown>, schema);
  // What cannot be meant, and who comes while all connections are taken, is refused before the first byte.
  await readQuestion(ctx, asked);
  const titles = sheetColumns(columns, ctx.locale);
  const rows = await begun(exportedRows(ctx, asked, columns));
  const chunks = form === 'csv' ? csvOf(titles, rows) : xlsxOf(SHEET[ctx.locale], titles, rows);
  const stream = Readable.from(chunks, { objectMode: false });
  stream.once('close', () => void done());
  breakOffWhereStalled(reply, stream, limits);
  const day = asked.on ?? today(ctx);
  return reply
    .type(TYPES[form])
    .header('content-disposition', `attachment; filename="thu-tuc-${day}.${form}"`)
    .header('cache-control', 'no-store')
    .send(stream);
}

const SHEET: Record<Locale, string> = { vi: 'Thủ tục', en: 'Procedures' };

async function readAsked(
  query: Record<string, unknown>,
  schema: () => Promise<GraphQLSchema>,
): Promise<{ asked: CatalogueSearch; columns: string[] }> {
  for (const [name, value] of Object.entries(query))
    if (!NAMES.has(name) || typeof value !== 'string') throw badInput(name.slice(0, 60), 'export.query');
  const { filter, search, sort, columns, on } = query as Record<string, string | undefined>;
  if (on !== undefined && !isDay(on)) throw badInput('on', 'scalar.date');
  const asked = {
    search: search ?? null,
    on: on ?? null,
    sort: sort ? readSort(sort) : null,
    filter: filter ? await readFilter(filter, schema) : null,
  };
  return { asked, columns: readColumns(columns) };
}

function readColumns(text: string | undefined): string[] {
  const names = text ? text.split(',') : [...USUAL_COLUMNS];
  const isKnown = names.every((name, at) => Object.hasOwn(EXPORT_COLUMNS, name) && names.indexOf(name) === at);
  if (!isKnown) throw badInput('columns', 'export.columns', { known: Object.keys(EXPORT_COLUMNS).join(', ') });
  return names;
}

function readSort(text: string): ProcedureSort {
  const by = SORTS.find((name) => name === text.replace(/^-/, ''));
  if (!by) throw badInput('sort', 'export.sort', { known: SORTS.join(', ') });
  return { by, descending: text.startsWith('-') };
}

/** The filter as the API takes it: read by the same type, so that both mean the same. */
async function readFilter(text: string, schema: () => Promise<GraphQLSchema>): Promise<ProcedureFilter> {
  const type = (await schema()).getType('ProcedureFilter');
  if (!isInputType(type)) throw new Error('there is no type ProcedureFilter');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badInput('filter', 'export.filter');
  }
  const unfit = unfitText(value, 'filter');
  if (unfit) throw badInput(unfit.path, unfit.text);
  return coerceInputValue(value, type, (path) => {
    throw badInput(['filter', ...path].join('.'), 'export.filter');
  }) as ProcedureFilter;
}

function refuseWith(reply: FastifyReply, status: number, code: string, message: string, path?: string): FastifyReply {
  return reply.code(status).send({ code, message, ...(path !== undefined && { path }) });
}
