import { createHash } from 'node:crypto';
import { dayInVietnam } from '@chi-tieu/shared/domain/days';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFullySignedIn, type App, type Context, type SignedIn } from '../context.ts';
import { withClient } from '../database.ts';
import { readLocale } from '../locale.ts';
import { metricsOf } from '../metrics.ts';
import { standNow } from '../moments.ts';
import { AnswerCache } from './answer-cache.ts';

const MB = 1024 * 1024;

/**
 * Answers that are given again while nothing was written. All that changes a fact (facts.ts) is written in sealed moments, so what was
 * read at a stand of the data is right as long as the database stands there; that is asked of it each time, once all writers who have
 * named their time are through. Nothing is ever told that it is old, so processes that share a database cannot disagree. Looked up
 * behind the session and the brakes; only what was answered whole, without an error, is kept.
 */
export class Answers {
  private readonly app: App;
  private readonly cache: AnswerCache;
  private readonly keys = new WeakMap<FastifyRequest, string>();
  private readonly contexts = new WeakMap<FastifyRequest, Context>();

  constructor(app: App, megabytes: number) {
    this.app = app;
    this.cache = new AnswerCache(megabytes * MB);
    metricsOf(app).watchAnswers(this.cache);
  }

  /** Keeps, of a scope's answers, those that may be given again. */
  watch(scope: FastifyInstance): void {
    scope.addHook('onSend', async (request, reply, payload) => {
      this.keep(request, reply, payload);
      return payload;
    });
  }

  /** Who answers a request. */
  answering(request: FastifyRequest, ctx: Context): void {
    if (this.keys.has(request)) this.contexts.set(request, ctx);
  }

  /** Gives the kept answer to somebody who is fully signed in, where there is one and it is still right. */
  async giveAgain(request: FastifyRequest, reply: FastifyReply, account: SignedIn): Promise<boolean> {
    if (!isFullySignedIn(account)) return false;
    const key = keyOf(request, dayInVietnam(this.app.now()));
    if (key === null) return false;
    this.keys.set(request, key);
    if (!this.cache.has(key)) return false;
    const stand = await withClient(this.app.db, standNow);
    const answer = this.cache.get(key, stand);
    metricsOf(this.app).countAnswer(answer ? 'again' : 'changed');
    if (!answer) return false;
    this.keys.delete(request);
    await reply.header('content-type', answer.type).header('cache-control', 'no-store').send(answer.body);
    return true;
  }

  private keep(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const key = this.keys.get(request);
    const stand = this.contexts.get(request)?.repeatable.stand ?? null;
    if (key === undefined || stand === null || reply.statusCode !== 200 || typeof payload !== 'string') return;
    const type = String(reply.getHeader('content-type'));
    if (!this.cache.has(key)) metricsOf(this.app).countAnswer('first');
    this.cache.set(key, { stand, type, body: Buffer.from(payload) });
  }
}

/** What was asked, in which language and form, on which day; who asks is nothing to facts. Null for what is no question. */
function keyOf(request: FastifyRequest, day: string): string | null {
  const { query, operationName, variables, extensions } = (request.body ?? {}) as Record<string, unknown>;
  if (request.method !== 'POST' || typeof query !== 'string') return null;
  const { accept = '', 'accept-language': language } = request.headers;
  const asked = [
    day,
    readLocale(language),
    accept,
    operationName ?? null,
    variables ?? null,
    extensions ?? null,
    query,
  ];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64');
}
