import type { FastifyInstance } from 'fastify';
import { fold } from '@chi-tieu/shared/domain/fold';
import type { App, Context } from '../../../app/context.ts';
import { contentOf } from '../../../app/body/whole-file.ts';
import { asking } from '../../../app/http/asking.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { isSafeFromForms } from '../../accounts/request-account.service.ts';
import { keep } from '../../catalogue/files/files.service.ts';
import { annexSheetOf } from './annex-sheet.ts';
import { planDocument } from './documents.service.ts';
import { docxOf } from '../../../app/papers/docx.ts';
import { givePaper, passingOneByOne, type PaperForm } from '../../../app/papers/giving.ts';
import { pdfInThread } from '../../../app/papers/pdf-threads.ts';
import { decisionPaper, type DecisionPaper } from './decision-paper.ts';
import { planToScan, SCAN_TYPES } from './scans.service.ts';

const WRITERS: Readonly<Record<PaperForm, (paper: DecisionPaper) => Promise<Buffer>>> = {
  docx: docxOf,
  pdf: pdfInThread,
  xlsx: annexSheetOf,
};

/**
 * GET /plans/REFERENCE.docx, .pdf and .xlsx give a paper that was made out to whoever may read it; POST /plans/ID/scan keeps a PDF
 * or a picture, for who may attach it to the decision of that plan.
 */
export function documentRoutes(server: FastifyInstance, app: App): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const passing = passingOneByOne(app);
  for (const form of Object.keys(WRITERS) as PaperForm[])
    server.get<{ Params: { reference: string } }>(`/plans/:reference.${form}`, (request, reply) =>
      passing(request, async (account) => {
        const paper = await asking(app, request, account, (ctx) => paperOf(ctx, request.params.reference));
        return givePaper(reply, form, fileName(paper, form), await WRITERS[form](paper));
      }),
    );
  server.post<{ Params: { id: string } }>('/plans/:id/scan', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
    passing(request, async (account) => {
      if (!isSafeFromForms(request)) throw new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'http.preflight' });
      await asking(app, request, account, (ctx) => planToScan(ctx, request.params.id));
      return reply.send(await keep(app, request, account, await contentOf(request, reply), { types: SCAN_TYPES }));
    }),
  );
}

async function paperOf(ctx: Context, reference: string): Promise<DecisionPaper> {
  const found = await planDocument(ctx, reference);
  if (!found) throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
  return decisionPaper(found.content, found.reference, found.at);
}

/** What the file is called: `quyet-dinh-793-qd-ubnd-19-2022-….docx`, the annex and drafts by what they are. */
function fileName({ document, reference }: DecisionPaper, form: PaperForm): string {
  const number = document.isDraft ? 'du-thao' : fold(document.number.replace(/^Số: /, ''));
  const what = form === 'xlsx' ? 'phu-luc' : 'quyet-dinh';
  const name = `${what}-${number}-${reference}`.toLowerCase().replace(/[^a-z\d]+/g, '-');
  return `${name.slice(0, 120)}.${form}`;
}
