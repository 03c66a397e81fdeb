import { ApolloError } from '@apollo/client/core';
import type { GraphQLFormattedError } from 'graphql';
import { t } from '../i18n/i18n.ts';

/** An input that was refused: where it stands in the request and why. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** An error in words: what happened, what is safe, what to do. */
export interface Problem {
  code: string;
  what: string;
  safe: string;
  toDo: string;
  fields: FieldProblem[];
}

const NETWORK = 'NETWORK';
const INTERNAL = 'INTERNAL_SERVER_ERROR';

/** Puts any error of a request into words, in the language of the screen; the server's own message where it has one. */
export function problemOf(error: unknown): Problem {
  const first = error instanceof ApolloError ? (error.graphQLErrors[0] ?? refusedAtTheDoor(error)) : undefined;
  if (!first) return inWords(isNetworkError(error) ? NETWORK : INTERNAL, '');
  const code = typeof first.extensions?.['code'] === 'string' ? first.extensions['code'] : INTERNAL;
  return { ...inWords(code, first.message), fields: fieldsOf(first.extensions?.['fields']) };
}

/** What the server said with a status of its own, before it looked at the question: that it takes none from this page. */
function refusedAtTheDoor({ networkError }: ApolloError): GraphQLFormattedError | undefined {
  if (networkError === null || !('result' in networkError) || typeof networkError.result === 'string') return undefined;
  const { errors } = networkError.result as { errors?: GraphQLFormattedError[] };
  return errors?.find(({ extensions }) => extensions?.['code'] === 'FORBIDDEN');
}

function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof ApolloError && error.networkError !== null);
}

function inWords(code: string, message: string): Problem {
  const fields: FieldProblem[] = [];
  switch (code) {
    case NETWORK:
      return {
        code,
        what: t('problems.network'),
        safe: t('problems.networkSafe'),
        toDo: t('problems.networkToDo'),
        fields,
      };
    case 'NOT_FOUND':
      return { code, what: message, safe: t('problems.nothingChanged'), toDo: t('problems.notFoundToDo'), fields };
    case 'FORBIDDEN':
      return { code, what: message, safe: t('problems.nothingChanged'), toDo: t('problems.forbiddenToDo'), fields };
    case 'CONFLICT':
      return { code, what: message, safe: t('problems.conflictSafe'), toDo: t('problems.conflictToDo'), fields };
    case 'BAD_USER_INPUT':
      return { code, what: message, safe: t('problems.nothingChanged'), toDo: t('problems.inputToDo'), fields };
    case 'UNAUTHENTICATED':
      return { code, what: message, safe: t('problems.nothingChanged'), toDo: t('problems.signInToDo'), fields };
    default:
      return {
        code,
        what: t('problems.internal'),
        safe: t('problems.nothingChanged'),
        toDo: t('problems.internalToDo'),
        fields,
      };
  }
}

function fieldsOf(fields: unknown): FieldProblem[] {
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) =>
    typeof field === 'object' && field !== null && 'path' in field && 'message' in field
      ? [{ path: String(field.path), message: String(field.message) }]
      : [],
  );
}
