import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, SignedIn } from '../context.ts';
import { fullySignedIn } from '../http/asking.ts';
import { AccountTurnstile, Turnstile } from '../turnstile.ts';

/** Forms of papers, with the types that they are given as. */
export const PAPER_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type PaperForm = keyof typeof PAPER_TYPES;

/** So many papers and files are written, taken or given at a time, and of one account one: each is held in memory. */
const AT_ONCE = 2;
const AT_ONCE_OF_ACCOUNT = 1;
const PATIENCE_MS = 30_000;

/** Lets those who are signed in with all that is asked of them through, in their turn. */
export type Passing = (
  request: FastifyRequest,
  use: (account: SignedIn) => Promise<FastifyReply>,
) => Promise<FastifyReply>;

/** One turnstile for the routes of a feature; who waits for longer than `mostMs` is refused. */
export function passingOneByOne(app: App, mostMs = PATIENCE_MS): Passing {
  const turnstile = new AccountTurnstile(new Turnstile(AT_ONCE), AT_ONCE_OF_ACCOUNT);
  return async (request, use) => {
    const account = await fullySignedIn(app, request);
    const leave = await turnstile.enter(account.id, { mostMs, signal: app.life?.signal });
    try {
      return await use(account);
    } finally {
      leave();
    }
  };
}

/** Gives a paper as a file that nobody keeps but who asked for it. */
export function givePaper(reply: FastifyReply, form: PaperForm, name: string, content: Buffer): FastifyReply {
  return reply
    .type(PAPER_TYPES[form])
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(content);
}
