import { createHash } from 'node:crypto';
import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache';
import { TRUSTED_DOCUMENTS } from '@chi-tieu/shared/generated/trusted-documents';
import type { FastifyRequest } from 'fastify';
import type { DocumentNode } from 'graphql';
import { reachOfAccount } from '../features/accounts/reach.service.ts';
import { isByCookie } from '../features/accounts/request-account.service.ts';
import type { TrustedDocuments } from './config.ts';
import type { App, SignedIn } from './context.ts';
import type { Refusal } from './http/refusals.ts';

/** The part of a body that names a document by its hash, as Apollo's clients send it. */
interface Named {
  query?: unknown;
  extensions?: { persistedQuery?: unknown } | null;
}

const UNKNOWN: Refusal = { status: 400, code: 'PERSISTED_QUERY_NOT_FOUND', text: 'document.unknown' };
const UNFIT: Refusal = { status: 400, code: 'BAD_USER_INPUT', text: 'document.unfit' };
const FREE: Refusal = { status: 403, code: 'FORBIDDEN', text: 'document.only' };

/**
 * Which questions are of the console as it was built with this server. They come by the hash of their text; what a stranger
 * hands in is never kept under its hash. Nothing here looks at variables: what they cost is counted for every question.
 */
export class Documents {
  private readonly app: App;
  private readonly trusted = new WeakSet<FastifyRequest>();

  constructor(app: App) {
    this.app = app;
  }

  private get mode(): TrustedDocuments {
    return this.app.config.trustedDocuments;
  }

  /** Puts the text in the place of its hash; gives why not, where the hash is unknown or is not that of the text beside it. */
  resolve(request: FastifyRequest): Refusal | null {
    if (this.mode === 'off') return null;
    const body = (request.body ?? {}) as Named;
    const text = typeof body.query === 'string' ? body.query : null;
    const named = body.extensions?.persistedQuery ?? null;
    if (named === null) {
      if (this.mode === 'only' && text !== null && TRUSTED_DOCUMENTS.has(hashOf(text))) this.trusted.add(request);
      return null;
    }
    const hash = hashIn(named);
    if (hash === null || (text !== null && hashOf(text) !== hash)) return UNFIT;
    const known = TRUSTED_DOCUMENTS.get(hash);
    if (known === undefined && text === null) return UNKNOWN;
    if (known !== undefined) this.trusted.add(request);
    const { persistedQuery: _named, ...extensions } = body.extensions ?? {};
    request.body = { ...body, query: known ?? text, extensions };
    return null;
  }

  /** Whether it is one of the console's: its form was looked at when it was built. */
  isTrusted(request: FastifyRequest): boolean {
    return this.trusted.has(request);
  }

  /** With `only`: why a call by cookie may not ask this. Programs and who operates the system ask freely. */
  async refusal(request: FastifyRequest, account: SignedIn): Promise<Refusal | null> {
    if (this.mode !== 'only' || this.isTrusted(request) || !isByCookie(request)) return null;
    const reach = await reachOfAccount(this.app, account.id);
    return reach.holds('system.operate') ? null : FREE;
  }
}

/**
 * Keeps what was read and compared with the schema: the console's documents for good, others until newer ones need the room,
 * so that nobody's questions push out the console's.
 */
export class DocumentStore implements KeyValueCache<DocumentNode> {
  private readonly trusted = new Map<string, DocumentNode>();
  private readonly others = new InMemoryLRUCache<DocumentNode>();

  get(key: string): Promise<DocumentNode | undefined> {
    const known = this.trusted.get(key);
    return known ? Promise.resolve(known) : this.others.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    // Before the hash stands which schema it fits.
    if (TRUSTED_DOCUMENTS.has(key.slice(key.lastIndexOf(':') + 1))) this.trusted.set(key, document);
    else await this.others.set(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.trusted.delete(key) || this.others.delete(key);
  }
}

/** The hash that a body names, or null where what it names is none. */
function hashIn(named: unknown): string | null {
  if (typeof named !== 'object' || named === null) return null;
  const { version, sha256Hash } = named as { version?: unknown; sha256Hash?: unknown };
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : null;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
