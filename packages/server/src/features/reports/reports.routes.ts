import type { FastifyInstance } from 'fastify';
import { fold } from '@chi-tieu/shared/domain/fold';
import type { App, Context } from '../../app/context.ts';
import { RefusedError } from '../../app/http/refusals.ts';
import { AccountTurnstile, Turnstile } from '../../app/turnstile.ts';
import { asking, fullySignedIn } from '../../app/http/asking.ts';
import { contentOfFile, REPORT_FORMS, type ReportForm } from './files.queries.ts';
import { writeReport } from './report-papers.ts';
import type { ReportRow } from './reports.queries.ts';
import { blocksOfReport, composed, reportById } from './reports.service.ts';

const TYPES: Readonly<Record<ReportForm, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** So many are written at a time, and of one account one: each is held in memory. */
const AT_ONCE = 2;
const AT_ONCE_OF_ACCOUNT = 1;
const PATIENCE_MS = 30_000;

/** GET /reports/ID.docx, .pdf and .xlsx: of a published report the bytes that were kept, of others what they would be now. */
export function reportRoutes(server: FastifyInstance, app: App): void {
  const turnstile = new AccountTurnstile(new Turnstile(AT_ONCE), AT_ONCE_OF_ACCOUNT);
  for (const form of REPORT_FORMS)
    server.get<{ Params: { id: string } }>(`/reports/:id.${form}`, async (request, reply) => {
      const account = await fullySignedIn(app, request);
      const leave = await turnstile.enter(account.id, { mostMs: PATIENCE_MS, signal: app.life?.signal });
      try {
        const { row, kept } = await asking(app, request, account, (ctx) => found(ctx, request.params.id, form));
        const content = kept ?? (await made(row, form));
        return await reply
          .type(TYPES[form])
          .header('content-disposition', `attachment; filename="${fileName(row, form)}"`)
          .header('cache-control', 'private, no-store')
          .send(content);
      } finally {
        leave();
      }
    });
}

async function found(ctx: Context, id: string, form: ReportForm): Promise<{ row: ReportRow; kept: Buffer | null }> {
  const row = await reportById(ctx, id);
  if (!row) throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
  return { row, kept: row.state === 'PUBLISHED' ? await contentOfFile(ctx.read, row.id, form) : null };
}

function made(row: ReportRow, form: ReportForm): Promise<Buffer> {
  return writeReport({ ...row, content: blocksOfReport(row) }, form, { title: composed(row).title, isDraft: true });
}

/** `bao-cao-nam-2022-19-2022-….docx`, the annexes and drafts by what they are. */
function fileName({ facts, state, reference }: ReportRow, form: ReportForm): string {
  const what = form === 'xlsx' ? 'phu-luc-bao-cao' : 'bao-cao';
  const draft = state === 'PUBLISHED' ? '' : 'du-thao-';
  const name = fold(`${draft}${what} ${facts.period.name} ${reference}`).replace(/[^a-z\d]+/g, '-');
  return `${name.slice(0, 120)}.${form}`;
}
