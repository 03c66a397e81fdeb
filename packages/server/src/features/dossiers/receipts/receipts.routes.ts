import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Context, type App } from '../../../app/context.ts';
import { AppError, errorText } from '../../../app/errors.ts';
import type { ServerLimits } from '../../../app/http/limits.ts';
import { readLocale } from '../../../app/locale.ts';
import { csvOf } from '../../../app/sheets/csv.ts';
import { xlsxOf } from '../../../app/sheets/xlsx.ts';
import { AccountTurnstile, Turnstile } from '../../../app/turnstile.ts';
import { accountOf } from '../../accounts/request-account.service.ts';
import { openRejectedFile } from './rejected-file.service.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
type Form = keyof typeof TYPES;

/** So many files are given at a time, one to an account: each holds a snapshot. */
const AT_ONCE = 2;
const PATIENCE_MS = 20_000;
const STATUS = { BAD_USER_INPUT: 400, FORBIDDEN: 403, NOT_FOUND: 404 } as const;
const SHEET = { vi: 'Dòng lỗi', en: 'Bad rows' } as const;

/** GET /receipts/ID/rejected.csv and .xlsx: the rows of an import that were not taken, with what is wrong, for who may see them. */
export function receiptRoutes(
  server: FastifyInstance,
  app: App,
  limits: Pick<ServerLimits, 'takeIdleMs' | 'takeMs'>,
): void {
  const turnstile = new AccountTurnstile(new Turnstile(AT_ONCE), 1);
  for (const form of ['xlsx', 'csv'] as const)
    server.get<{ Params: { id: string } }>(`/receipts/:id/rejected.${form}`, async (request, reply) => {
      const locale = readLocale(request.headers['accept-language']);
      const account = await accountOf(app, request);
      if (!account) return refuse(reply, 401, 'UNAUTHENTICATED', errorText('auth.required', {}, locale));
      const leave = await turnstile.enter(account.id, { mostMs: PATIENCE_MS, signal: app.life?.signal });
      const ctx = new Context(app, { account, locale, requestId: request.id, address: request.ip });
      let isOver = false;
      const done = async () => {
        if (isOver) return;
        isOver = true;
        await ctx.end().finally(leave);
      };
      try {
        return await give(ctx, request, reply, { form, id: request.params.id, done, limits });
      } catch (error) {
        await done();
        if (!(error instanceof AppError) || !(error.kind in STATUS)) throw error;
        const message = errorText(error.text, error.params, locale);
        return refuse(reply, STATUS[error.kind as keyof typeof STATUS], error.kind, message);
      }
    });
}

interface Giving {
  form: Form;
  id: string;
  done: () => Promise<void>;
  limits: Pick<ServerLimits, 'takeIdleMs' | 'takeMs'>;
}

async function give(
  ctx: Context,
  _request: FastifyRequest,
  reply: FastifyReply,
  { form, id, done, limits }: Giving,
): Promise<FastifyReply> {
  const { columns, rows } = await openRejectedFile(ctx, id);
  const chunks = form === 'csv' ? csvOf(columns, rows) : xlsxOf(SHEET[ctx.locale], columns, rows);
  const stream = Readable.from(chunks, { objectMode: false });
  stream.once('close', () => void done());
  // A file holds a snapshot for as long as it is taken: who takes nothing of it is cut off.
  const cut = () => reply.raw.destroy();
  reply.raw.setTimeout(limits.takeIdleMs, cut);
  const timer = setTimeout(cut, limits.takeMs);
  stream.once('close', () => clearTimeout(timer));
  return reply
    .type(TYPES[form])
    .header('content-disposition', `attachment; filename="dong-loi-${id.slice(0, 8)}.${form}"`)
    .header('cache-control', 'no-store')
    .send(stream);
}

function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
