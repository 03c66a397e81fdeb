import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorText, type ErrorParams } from '../errors.ts';
import type { ErrorText } from '../error-texts.ts';
import { readLocale } from '../locale.ts';
import { unavailableFor } from '../unavailable.ts';

/** Why a request is not answered: a status, a code for programs and a text for people. */
export interface Refusal {
  status: number;
  code: string;
  text: ErrorText;
  params?: ErrorParams;
}

/** Who takes it tells by it that an error is an answer of GraphQL and not of something on the way. */
export const GRAPHQL_TYPE = 'application/graphql-response+json';

const BY_STATUS: Readonly<Record<number, Refusal>> = Object.fromEntries(
  (
    [
      [400, 'BAD_REQUEST', 'http.broken'],
      [404, 'NOT_FOUND', 'http.notFound'],
      [413, 'PAYLOAD_TOO_LARGE', 'http.tooLarge'],
      [415, 'UNSUPPORTED_MEDIA_TYPE', 'http.type'],
    ] as const
  ).map(([status, code, text]) => [status, { status, code, text }]),
);

/** An error that knows how it is to be refused. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  readonly statusCode: number;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
    this.statusCode = refusal.status;
  }
}

/** What is said of a request that no route could answer: nothing of the inside. */
export function refusalOf(error: Error & { statusCode?: number }, requestId: string): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  const away = unavailableFor(error);
  if (away) return { status: 503, code: away.kind, text: away.text, params: away.params };
  const status = error.statusCode ?? 500;
  if (status >= 500) return { status, code: 'INTERNAL_SERVER_ERROR', text: 'internal', params: { requestId } };
  return BY_STATUS[status] ?? { status, code: 'BAD_REQUEST', text: 'http.broken' };
}

/** Refuses in the reader's language and in the form of the route: as GraphQL tells errors at /graphql, plainly elsewhere. */
export async function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): Promise<FastifyReply> {
  const { status, code, text, params = {} } = refusal;
  const message = errorText(text, params, readLocale(request.headers['accept-language']));
  if (status === 503 && params['seconds'] !== undefined) reply.header('retry-after', String(params['seconds']));
  const asGraphql = request.routeOptions.url === '/graphql';
  if (asGraphql && request.headers.accept?.includes(GRAPHQL_TYPE)) reply.type(`${GRAPHQL_TYPE}; charset=utf-8`);
  return reply
    .code(status)
    .send(
      asGraphql ? { errors: [{ message, extensions: { code, ...params } }] } : { message, code, requestId: request.id },
    );
}
