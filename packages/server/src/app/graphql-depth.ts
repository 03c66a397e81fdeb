import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorText } from './errors.ts';
import { MOST_NESTED } from './graphql-weights.ts';
import { readLocale } from './locale.ts';

/**
 * Refuses a question whose brackets stand too deep in each other before anybody reads it: reading goes down with every
 * bracket, and the stack ends somewhere. Answers in the form of all errors of GraphQL.
 */
export async function refuseTooDeep(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { query } = (request.body ?? {}) as { query?: unknown };
  if (typeof query !== 'string' || !isTooDeep(query)) return;
  const message = errorText('input.tooDeep', { most: MOST_NESTED }, readLocale(request.headers['accept-language']));
  await reply.code(400).send({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
}

/** Whether brackets outside of texts and comments stand deeper in each other than anybody needs. */
export function isTooDeep(query: string): boolean {
  let depth = 0;
  for (let at = 0; at < query.length; at++) {
    const sign = query[at] ?? '';
    if (sign === '"') at = endOfText(query, at);
    else if (sign === '#') at = endOfLine(query, at);
    else if ('{[('.includes(sign) && (depth += 1) > MOST_NESTED) return true;
    else if (')]}'.includes(sign)) depth -= 1;
  }
  return false;
}

/** Where the text ends that begins here: at its last quotation mark, or at the end of all where it has none. */
function endOfText(query: string, start: number): number {
  const isBlock = query.startsWith('"""', start);
  const mark = isBlock ? '"""' : '"';
  for (let at = start + mark.length; at < query.length; at++) {
    if (query.startsWith(mark, at)) return at + mark.length - 1;
    if (query[at] === '\\') at += isBlock && query.startsWith('"""', at + 1) ? 3 : isBlock ? 0 : 1;
  }
  return query.length;
}

function endOfLine(query: string, start: number): number {
  let at = start;
  while (at < query.length && query[at] !== '\n' && query[at] !== '\r') at++;
  return at;
}
