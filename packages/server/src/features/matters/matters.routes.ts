import type { FastifyInstance } from 'fastify';
import { contentOf, IDLE_MS } from '../../app/body/whole-file.ts';
import type { App } from '../../app/context.ts';
import type { Writer } from '../../app/database.ts';
import { asking } from '../../app/http/asking.ts';
import { RefusedError } from '../../app/http/refusals.ts';
import { passingOneByOne } from '../../app/papers/giving.ts';
import { isSafeFromForms } from '../accounts/request-account.service.ts';
import { keep } from '../catalogue/files/files.service.ts';
import { giveFile } from '../catalogue/files/give-file.service.ts';
import { noteUpload } from './log/given-files.service.ts';
import { fileOfMatter, needToBringFiles } from './log/log.service.ts';

type OfFile = { Params: { step: string; sha256: string } };

/** POST /matters/files keeps a file, for who may bring one; GET /matters/steps/ID/files/SHA256 gives it to who sees the step that brought it. */
export function matterRoutes(server: FastifyInstance, app: App): void {
  const passing = passingOneByOne(app, IDLE_MS);
  server.post('/matters/files', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
    passing(request, async (account) => {
      if (!isSafeFromForms(request)) throw new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'http.preflight' });
      await asking(app, request, account, needToBringFiles);
      const evidence = (tx: Writer, sha256: string) =>
        noteUpload(tx, { provinceId: app.provinceId, sha256, now: app.now() });
      return reply.send(await keep(app, request, account, await contentOf(request, reply), { evidence }));
    }),
  );
  server.get<OfFile>('/matters/steps/:step/files/:sha256', (request, reply) =>
    passing(request, async (account) => {
      const { step, sha256 } = request.params;
      const file = await asking(app, request, account, (ctx) => fileOfMatter(ctx, step, sha256));
      if (!file) throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
      return giveFile(reply, file);
    }),
  );
}
