import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Context, type App } from '../../app/context.ts';
import { csvFileOf, jsonOf } from './public-page.files.ts';
import { PUBLIC_PATH } from '../figures/periods/public-path.service.ts';
import { publicPage } from './switch.service.ts';
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

const SWITCHED_OFF = 'Trang công khai số liệu đang tắt. Số liệu của tỉnh hiện chưa được công khai tại địa chỉ này.';
const NOTHING_YET = 'Chưa có kỳ số liệu nào được công bố.';
const NOT_PUBLISHED = 'Kỳ này chưa được công bố, hoặc đã được mở lại để xem xét.';

/** GET /cong-khai: what closed periods were published with, for anybody, as a page, CSV and JSON: where it is switched off each address says just that. */
export function publicRoutes(server: FastifyInstance, app: App): void {
  const ready = new Map<string, Ready>();
  server.get(`${PUBLIC_PATH}/trang.css`, async (_request, reply) =>
    open(reply).type('text/css; charset=utf-8').header('cache-control', LONG_KEPT).send(STYLE),
  );
  server.get(`${PUBLIC_PATH}/`, (_request, reply) => reply.redirect(PUBLIC_PATH, 308));
  server.get<{ Querystring: Embedding }>(PUBLIC_PATH, async (request, reply) =>
    withContext(app, request, async (ctx) => {
      if (!(await publicPage(ctx)).isOn) return html(reply.code(404), emptyPage(SWITCHED_OFF, false));
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
        const isOn = (await publicPage(ctx)).isOn;
        if (!isOn && form === null) return html(reply.code(404), emptyPage(SWITCHED_OFF, false));
        if (!isOn) return open(reply.code(404)).send({ message: SWITCHED_OFF });
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
  ready: Map<string, Ready>;
}

/** What a closing was published with, and what was made of it so far. */
interface Ready {
  table: PublishedTable;
  made: Map<Form | 'page' | 'embedded', Made>;
}
interface Made {
  /** Which periods it leads to: with others it is made anew. */
  among: string;
  body: string | Buffer;
  tag: string;
}

async function give(
  request: FastifyRequest<{ Querystring: Embedding }>,
  reply: FastifyReply,
  { ctx, periods, period, form, ready }: Asked,
): Promise<FastifyReply> {
  const { id } = period.closing;
  const kept = ready.get(id) ?? { table: await publishedTable(ctx, period), made: new Map() };
  keep(ready, id, kept);
  const isEmbedded = request.query.nhung !== undefined;
  const { body, tag } = await madeOf(kept, form ?? (isEmbedded ? 'embedded' : 'page'), periods);
  open(reply).header('cache-control', KEPT).header('etag', tag);
  if (isSame(request.headers['if-none-match'], tag)) return reply.code(304).send();
  if (form === 'csv') {
    const name = `${period.path.replaceAll('/', '_')}.csv`;
    reply.header('content-disposition', `attachment; filename="${name}"`);
  }
  return reply.type(`${TYPES[form ?? 'html']}; charset=utf-8`).send(body);
}

/** Figures that were published never change: each form is made once, a page anew where it leads to other periods. */
async function madeOf(
  { table, made }: Ready,
  form: Form | 'page' | 'embedded',
  periods: readonly PublishedPeriod[],
): Promise<Made> {
  const among = form === 'page' ? hashOf(periods.map(({ closing }) => closing.id).join()) : '';
  const kept = made.get(form);
  if (kept?.among === among) return kept;
  const body = await bodyOf(table, form, periods);
  const one = { among, body, tag: `"${hashOf(body)}"` };
  made.set(form, one);
  return one;
}

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 32);

/** A proxy that packs an answer weakens its tag. */
function isSame(asked: string | undefined, tag: string): boolean {
  return (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

function bodyOf(
  table: PublishedTable,
  form: Form | 'page' | 'embedded',
  periods: readonly PublishedPeriod[],
): Promise<Buffer> | string {
  if (form === 'csv') return csvFileOf(table);
  return form === 'json' ? jsonOf(table) : pageOf(table, periods, form === 'embedded');
}

/** The ones asked for last. */
function keep(ready: Map<string, Ready>, id: string, one: Ready): void {
  ready.delete(id);
  ready.set(id, one);
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
