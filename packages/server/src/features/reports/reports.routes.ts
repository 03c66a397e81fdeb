import type { FastifyInstance } from 'fastify';
import { fold } from '@chi-tieu/shared/domain/fold';
import type { App, Context } from '../../app/context.ts';
import { RefusedError } from '../../app/http/refusals.ts';
import { givePaper, passingOneByOne } from '../../app/papers/giving.ts';
import { asking } from '../../app/http/asking.ts';
import { contentOfFile, REPORT_FORMS, type ReportForm } from './files.queries.ts';
import { writeReport } from './report-papers.ts';
import type { ReportRow } from './reports.queries.ts';
import { blocksOfReport, composed, reportById } from './reports.service.ts';

/** GET /reports/ID.docx, .pdf and .xlsx: of a published report the bytes that were kept, of others what they would be now. */
export function reportRoutes(server: FastifyInstance, app: App): void {
  const passing = passingOneByOne(app);
  for (const form of REPORT_FORMS)
    server.get<{ Params: { id: string } }>(`/reports/:id.${form}`, (request, reply) =>
      passing(request, async (account) => {
        const { row, kept } = await asking(app, request, account, (ctx) => found(ctx, request.params.id, form));
        return givePaper(reply, form, fileName(row, form), kept ?? (await made(row, form)));
      }),
    );
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
