import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isFullySignedIn, type App, type SignedIn } from '../../../app/context.ts';
import { withClient } from '../../../app/database.ts';
import { fullySignedIn } from '../../../app/http/asking.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { AccountTurnstile, Turnstile } from '../../../app/turnstile.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';
import { accountOfAnyStage, isSafeFromForms } from '../../accounts/request-account.service.ts';
import { contentOf, IDLE_MS } from '../../../app/body/whole-file.ts';
import { keptFileName } from '../../../app/body/file-name.ts';
import { fileContent, type FileContent } from './files.queries.ts';
import { keep } from './files.service.ts';
import { giveFile } from './give-file.service.ts';
import { endingOf, NAMELESS } from './media-type.ts';

/** Files are held in memory while they are taken or given, so only some at a time. */
const AT_ONCE = 3;
const AT_ONCE_OF_ACCOUNT = 1;
const PATIENCE = { mostMs: 3 * IDLE_MS };

/** POST /files keeps a file of a decision or the form of a document, for who edits the catalogue; GET /files/SHA256 gives it to whoever is signed in. */
export function fileRoutes(server: FastifyInstance, app: App): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const turnstile = new AccountTurnstile(new Turnstile(AT_ONCE), AT_ONCE_OF_ACCOUNT);
  server.post('/files', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
    const account = await editor(app, request);
    const leave = await turnstile.enter(account.id, { ...PATIENCE, signal: app.life?.signal });
    try {
      return await reply.send(await keep(app, request, account, await contentOf(request, reply)));
    } finally {
      leave();
    }
  });
  server.get<{ Params: { sha256: string } }>('/files/:sha256', async (request, reply) => {
    const account = await fullySignedIn(app, request);
    const leave = await turnstile.enter(account.id, { ...PATIENCE, signal: app.life?.signal });
    try {
      const file = await readable(app, account, request.params.sha256);
      return await giveFile(reply, { ...file, name: nameOf(file) });
    } finally {
      leave();
    }
  });
}

async function editor(app: App, request: FastifyRequest): Promise<SignedIn> {
  const account = await accountOfAnyStage(app, request);
  if (!account) throw new RefusedError({ status: 401, code: 'UNAUTHENTICATED', text: 'auth.required' });
  if (!isSafeFromForms(request)) throw new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'http.preflight' });
  if (!isFullySignedIn(account) || !(await mayEdit(app, account))) throw forbidden();
  return account;
}

async function mayEdit(app: App, account: SignedIn): Promise<boolean> {
  return (await reachOfAccount(app, account.id)).unitsOf('catalogue.edit') === 'ALL';
}

function forbidden(): RefusedError {
  return new RefusedError({ status: 403, code: 'FORBIDDEN', text: 'auth.forbidden' });
}

/** The file, for whoever may see the decision or the procedure to which it belongs; before it belongs to one, for editors alone. */
async function readable(app: App, account: SignedIn, sha256: string): Promise<FileContent> {
  const file = /^[\da-f]{64}$/.test(sha256)
    ? await withClient(app.db, (sql) => fileContent(sql, app.provinceId, sha256))
    : null;
  if (!file || (nameOf(file) === null && (file.onlyEvidence || !(await mayEdit(app, account)))))
    throw new RefusedError({ status: 404, code: 'NOT_FOUND', text: 'http.notFound' });
  return file;
}

/** A decision's file has a name of its own; a form is called as its document. Null where neither has it. */
function nameOf({ name, formOf, mediaType, content }: FileContent): string | null {
  if (name !== null || formOf === null) return name;
  return keptFileName(`${formOf.replaceAll(/[\\/]/g, ' ')}.${endingOf(mediaType, content)}`, NAMELESS);
}
