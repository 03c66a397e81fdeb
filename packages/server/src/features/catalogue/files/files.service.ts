import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../../app/audit/event.ts';
import type { App, SignedIn } from '../../../app/context.ts';
import { write } from '../../../app/database.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { insertFile, type FileRow } from './files.queries.ts';
import { NAMELESS, typeOfContent } from './media-type.ts';

export { NAMELESS };

/** Keeps a file, of some types alone where told; the same content again is the same file. */
export async function keep(
  app: App,
  request: FastifyRequest,
  account: SignedIn,
  content: Buffer,
  types?: ReadonlySet<string>,
): Promise<FileRow> {
  const mediaType = typeOfContent(content);
  if (types && (mediaType === null || !types.has(mediaType)))
    throw new RefusedError({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', text: 'scan.type' });
  if (mediaType === null) throw new RefusedError({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', text: 'file.type' });
  await app.room?.require();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { sha256, mediaType, bytes: content.length };
  const actor = actorOf(account, { address: request.ip, requestId: request.id });
  const signal = app.life?.signal;
  await write(app.db, { purpose: 'keepFile', accountId: account.id, actor, ...(signal && { signal }) }, async (tx) => {
    const isNew = await insertFile(tx, app.provinceId, tx.moment, { ...file, content });
    if (isNew)
      tx.audit({
        what: 'FILE_KEPT',
        about: { kind: 'FILE', id: sha256 },
        unitId: app.provinceId,
        after: { bytes: file.bytes },
      });
  });
  return file;
}
