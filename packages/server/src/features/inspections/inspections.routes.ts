import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentOf, IDLE_MS } from '../../app/body/whole-file.ts';
import type { App, SignedIn } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { asking } from '../../app/http/asking.ts';
import { RefusedError } from '../../app/http/refusals.ts';
import { docxOf } from '../../app/papers/docx.ts';
import { givePaper, passingOneByOne } from '../../app/papers/giving.ts';
import { pdfInThread } from '../../app/papers/pdf-threads.ts';
import { isSafeFromForms } from '../accounts/request-account.service.ts';
import { keep } from '../catalogue/files/files.service.ts';
import { giveFile } from '../catalogue/files/give-file.service.ts';
import { fileOfInspection } from './log/evidence.queries.ts';
import { needToBringFiles, noteUpload } from './log/evidence.service.ts';
import { minutesByReference, minutesPaper } from './minutes/minutes.service.ts';
import { seenInspection } from './sides.service.ts';

const WRITERS = { docx: docxOf, pdf: pdfInThread } as const;
type Form = keyof typeof WRITERS;

type OfOne = { Params: { id: string } };
type OfFile = { Params: { id: string; sha256: string } };
type OfPaper = { Params: { reference: string } };

/**
 * GET /inspections/REFERENCE.docx and .pdf give minutes; POST /inspections/ID/files keeps evidence, for who may bring it; GET
 * /inspections/ID/files/SHA256 gives it to who sees the step that brought it.
 */
export function inspectionRoutes(server: FastifyInstance, app: App): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const passing = passingOneByOne(app, IDLE_MS);
  for (const form of Object.keys(WRITERS) as Form[])
    server.get<OfPaper>(`/inspections/:reference.${form}`, (request, reply) =>
      passing(request, (account) => giveMinutes(app, { request, reply, account }, form)),
    );
  server.post<OfOne>('/inspections/:id/files', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
    passing(request, async (account) => {
      if (!isSafeFromForms(request)) throw new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'http.preflight' });
      const { id } = request.params;
      await asking(app, request, account, (ctx) => needToBringFiles(ctx, id));
      const evidence = (tx: Writer, sha256: string) =>
        noteUpload(tx, { provinceId: app.provinceId, id, sha256, now: app.now() });
      return reply.send(await keep(app, request, account, await contentOf(request, reply), { evidence }));
    }),
  );
  server.get<OfFile>('/inspections/:id/files/:sha256', (request, reply) =>
    passing(request, async (account) => {
      const { id, sha256 } = request.params;
      const file = await asking(app, request, account, async (ctx) => {
        await seenInspection(ctx, id);
        return fileOfInspection(ctx.read, id, sha256);
      });
      if (!file) throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
      return giveFile(reply, file);
    }),
  );
}

async function giveMinutes(
  app: App,
  { request, reply, account }: { request: FastifyRequest<OfPaper>; reply: FastifyReply; account: SignedIn },
  form: Form,
): Promise<FastifyReply> {
  const row = await asking(app, request, account, (ctx) => minutesByReference(ctx, request.params.reference));
  if (!row) throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
  const name = `bien-ban-${row.reference.toLowerCase()}.${form}`;
  return givePaper(reply, form, name, await WRITERS[form](minutesPaper(row)));
}
