import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Context, type App } from '../../app/context.ts';
import { csvFileOf, jsonOf } from './public-page.files.ts';
import { PUBLIC_PATH } from '../figures/periods/public-path.service.ts';
import { emptyPage, pageOf, STYLE } from './public-page.html.ts';
import { publishedPeriods, publishedTable, type PublishedPeriod, type PublishedTable } from './public-page.service.ts';

/** Any page may show it within itself; it runs nothing and sends nothing anywhere. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
/** Who has an answer asks again after so long: a period that was reopened is not shown for longer. */
const KEPT = 'public, max-age=300';
const LONG_KEPT = 'public, max-age=86400';
/** So many closings are held ready: what they were published with never changes. */
const MOST_READY = 50;
const PATH = `${PUBLIC_PATH}/:indicator/:from/:last`;
const FILE = /^(\d{4}-\d{2}-\d{2})(?:\.(csv|json))?$/;

const NOTHING_YET = 'Chưa có kỳ số liệu nào được công bố.';
const NOT_PUBLISHED = 'Kỳ này chưa được công bố, hoặc đã được mở lại để xem xét.';

/** GET /cong-khai: what closed periods were published with, for anybody, as a page, CSV and JSON; only where it was switched on. */
export function publicRoutes(server: FastifyInstance, app: App): void {
  const ready = new Map<string, PublishedTable>();
  server.get(`${PUBLIC_PATH}/trang.css`, async (_request, reply) =>
    open(reply).type('text/css; charset=utf-8').header('cache-control', LONG_KEPT).send(STYLE),
  );
  server.get<{ Querystring: Embedding }>(PUBLIC_PATH, async (request, reply) =>
    withContext(app, request, async (ctx) => {
      const periods = await publishedPeriods(ctx);
      const [latest] = periods;
      if (!latest) return html(reply, emptyPage(NOTHING_YET));
      return give(request, reply, { ctx, periods, period: latest, form: null, ready });
    }),
  );
  server.get<{ Params: Record<'indicator' | 'from' | 'last', string>; Querystring: Embedding }>(
    PATH,
    async (request, reply) =>
      withContext(app, request, async (ctx) => {
        const { indicator, from, last } = request.params;
        const [, to = '', form = null] = FILE.exec(last) ?? [];
        const periods = await publishedPeriods(ctx);
        const period = periods.find(({ path }) => path === `${indicator}/${from}/${to}`);
        if (period) return give(request, reply, { ctx, periods, period, form: form as Form | null, ready });
        reply.code(404);
        return form === null ? html(reply, emptyPage(NOT_PUBLISHED)) : open(reply).send({ message: NOT_PUBLISHED });
      }),
  );
}

type Form = 'csv' | 'json';
const TYPES = { csv: 'text/csv', json: 'application/json', html: 'text/html' } as const;
interface Embedding {
  /** Within another page: without links to other periods. */
  nhung?: string;
}

async function withContext<T>(app: App, request: FastifyRequest, use: (ctx: Context) => Promise<T>): Promise<T> {
  const ctx = new Context(app, { account: null, locale: 'vi', requestId: request.id, address: request.ip });
  try {
    return await use(ctx);
  } finally {
    await ctx.end();
  }
}

interface Asked {
  ctx: Context;
  periods: PublishedPeriod[];
  period: PublishedPeriod;
  form: Form | null;
  ready: Map<string, PublishedTable>;
}

async function give(
  request: FastifyRequest<{ Querystring: Embedding }>,
  reply: FastifyReply,
  { ctx, periods, period, form, ready }: Asked,
): Promise<FastifyReply> {
  const table = { ...(ready.get(period.closing.id) ?? (await publishedTable(ctx, period))), period };
  keep(ready, table);
  const body = await bodyOf(table, form, () => pageOf(table, periods, request.query.nhung !== undefined));
  const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  open(reply).header('cache-control', KEPT).header('etag', tag);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  if (form === 'csv') {
    const name = `${period.path.replaceAll('/', '_')}.csv`;
    reply.header('content-disposition', `attachment; filename="${name}"`);
  }
  return reply.type(`${TYPES[form ?? 'html']}; charset=utf-8`).send(body);
}

function bodyOf(table: PublishedTable, form: Form | null, page: () => string): Promise<Buffer> | string {
  if (form === null) return page();
  return form === 'json' ? jsonOf(table) : csvFileOf(table);
}

/** The ones asked for last. */
function keep(ready: Map<string, PublishedTable>, table: PublishedTable): void {
  const { id } = table.period.closing;
  ready.delete(id);
  ready.set(id, table);
  const [oldest] = ready.keys();
  if (ready.size > MOST_READY && oldest !== undefined) ready.delete(oldest);
}

function open(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', POLICY)
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('access-control-allow-origin', '*');
}

const html = (reply: FastifyReply, page: string): FastifyReply =>
  open(reply).type('text/html; charset=utf-8').send(page);
