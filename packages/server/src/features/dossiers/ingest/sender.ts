import type { FastifyRequest } from 'fastify';
import type { Within } from '@chi-tieu/shared/domain/access/reach';
import { isFullySignedIn, type App, type SignedIn } from '../../../app/context.ts';
import type { ErrorText } from '../../../app/error-texts.ts';
import type { RawRow } from '../../../app/body/read-rows.ts';
import { reachOfAccount } from '../../accounts/reach.service.ts';
import { accountOfAnyStage, isSafeFromForms } from '../../accounts/request-account.service.ts';

export type Kind = 'DOSSIERS' | 'PROCEDURES';

/** Who sends may not, or not any more; nothing of the body is stored. */
export class RefusedSender extends Error {
  readonly status: 401 | 403;
  readonly text: ErrorText;

  constructor(status: 401 | 403, text: ErrorText) {
    super(text);
    this.status = status;
    this.text = text;
  }
}

/** Who sends a body, and for which units they may (the catalogue is the province's); throws RefusedSender. */
export async function senderOf(
  app: App,
  request: FastifyRequest,
  kind: Kind,
): Promise<{ account: SignedIn; within: Within }> {
  const account = await accountOfAnyStage(app, request);
  if (!account) throw new RefusedSender(401, 'auth.required');
  if (!isSafeFromForms(request)) throw new RefusedSender(403, 'http.preflight');
  const reach = isFullySignedIn(account) ? await reachOfAccount(app, account.id) : null;
  const right = kind === 'DOSSIERS' ? 'dossier.import' : 'catalogue.edit';
  if (!reach?.holds(right)) throw new RefusedSender(403, 'auth.forbidden');
  return { account, within: reach.within(right) };
}

const ASKED_EVERY_MS = 60_000;

/** The same rows; asks now and then whether who sends them still may, so that a long body also keeps its session awake. */
export async function* whileAllowed(
  rows: AsyncIterable<RawRow[]>,
  ask: () => Promise<unknown>,
): AsyncGenerator<RawRow[]> {
  let asked = performance.now();
  for await (const some of rows) {
    yield some;
    if (performance.now() - asked < ASKED_EVERY_MS) continue;
    await ask();
    asked = performance.now();
  }
}
