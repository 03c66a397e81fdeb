import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fold } from '@chi-tieu/shared/domain/fold';
import type { App, Context, SignedIn } from '../../../app/context.ts';
import { contentOf } from '../../../app/body/whole-file.ts';
import { asking, fullySignedIn } from '../../../app/http/asking.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { AccountTurnstile, Turnstile } from '../../../app/turnstile.ts';
import { isSafeFromForms } from '../../accounts/request-account.service.ts';
import { keep } from '../../catalogue/files/files.service.ts';
import { annexSheetOf } from './annex-sheet.ts';
import { planDocument } from './documents.service.ts';
import { docxOf } from '../../../app/papers/docx.ts';
import { pdfInThread } from '../../../app/papers/pdf-threads.ts';
import { decisionPaper, type DecisionPaper } from './decision-paper.ts';
import { planToScan, SCAN_TYPES } from './scans.service.ts';

const FORMS = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: docxOf },
  pdf: { type: 'application/pdf', write: pdfInThread },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: annexSheetOf },
} as const satisfies Record<string, { type: string; write: (paper: DecisionPaper) => Promise<Buffer> }>;
type Form = keyof typeof FORMS;

/** So many are written or taken at a time, and of one account one: each is held in memory. */
const AT_ONCE = 2;
const AT_ONCE_OF_ACCOUNT = 1;
const PATIENCE_MS = 30_000;

/**
 * GET /plans/REFERENCE.docx, .pdf and .xlsx give a paper that was made out to whoever may read it; POST /plans/ID/scan keeps a PDF
 * or a picture, for who may attach it to the decision of that plan.
 */
export function documentRoutes(server: FastifyInstance, app: App): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const turnstile = new AccountTurnstile(new Turnstile(AT_ONCE), AT_ONCE_OF_ACCOUNT);
  const passing = async (
    request: FastifyRequest,
    use: (account: SignedIn) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const account = await fullySignedIn(app, request);
    const leave = await turnstile.enter(account.id, { mostMs: PATIENCE_MS, signal: app.life?.signal });
    try {
      return await use(account);
    } finally {
      leave();
    }
  };
  for (const form of Object.keys(FORMS) as Form[])
    server.get<{ Params: { reference: string } }>(`/plans/:reference.${form}`, (request, reply) =>
      passing(request, async (account) => {
        const paper = await asking(app, request, account, (ctx) => paperOf(ctx, request.params.reference));
        const content = await FORMS[form].write(paper);
        return reply
          .type(FORMS[form].type)
          .header('content-disposition', `attachment; filename="${fileName(paper, form)}"`)
          .header('cache-control', 'private, no-store')
          .send(content);
      }),
    );
  server.post<{ Params: { id: string } }>('/plans/:id/scan', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
    passing(request, async (account) => {
      if (!isSafeFromForms(request)) throw new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'http.preflight' });
      await asking(app, request, account, (ctx) => planToScan(ctx, request.params.id));
      return reply.send(await keep(app, request, account, await contentOf(request, reply), SCAN_TYPES));
    }),
  );
}

async function paperOf(ctx: Context, reference: string): Promise<DecisionPaper> {
  const found = await planDocument(ctx, reference);
  if (!found) throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
  return decisionPaper(found.content, found.reference, found.at);
}

/** What the file is called: `quyet-dinh-793-qd-ubnd-19-2022-….docx`, the annex and drafts by what they are. */
function fileName({ document, reference }: DecisionPaper, form: Form): string {
  const number = document.isDraft ? 'du-thao' : fold(document.number.replace(/^Số: /, ''));
  const what = form === 'xlsx' ? 'phu-luc' : 'quyet-dinh';
  const name = `${what}-${number}-${reference}`.toLowerCase().replace(/[^a-z\d]+/g, '-');
  return `${name.slice(0, 120)}.${form}`;
}
