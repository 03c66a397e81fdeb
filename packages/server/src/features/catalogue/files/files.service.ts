import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../../app/audit/event.ts';
import type { App, SignedIn } from '../../../app/context.ts';
import { write, type Writer } from '../../../app/database.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { sightOfCaller, withAllOf } from '../../../app/wall.ts';
import { insertFile, type FileRow } from './files.queries.ts';
import { NAMELESS, typeOfContent } from './media-type.ts';

export { NAMELESS };

/** What is kept otherwise than any file of the catalogue. */
export interface Keeping {
  /** Of these types alone. */
  types?: ReadonlySet<string>;
  /** It is evidence of an inspection, which the catalogue knows nothing of; what else is noted of it, in the same change. */
  evidence?: (tx: Writer, sha256: string) => Promise<void>;
}

/** Keeps a file; the same content again is the same file. What somebody else brought as evidence is a file of the catalogue from then on. */
export async function keep(
  app: App,
  request: FastifyRequest,
  account: SignedIn,
  content: Buffer,
  { types, evidence }: Keeping = {},
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
  const sight = withAllOf(sightOfCaller(account.id), evidence ? ['inspections', 'matters'] : []);
  const options = { purpose: 'keepFile', accountId: account.id, actor, sight, ...(signal && { signal }) };
  await write(app.db, options, async (tx) => {
    const isNew = await insertFile(tx, app.provinceId, tx.moment, { ...file, content, onlyEvidence: !!evidence });
    if (isNew)
      tx.audit({
        what: 'FILE_KEPT',
        about: { kind: 'FILE', id: sha256 },
        unitId: app.provinceId,
        after: { bytes: file.bytes },
      });
    await evidence?.(tx, sha256);
  });
  return file;
}
