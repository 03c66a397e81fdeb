import { ApolloServerValidationErrorCode, unwrapResolverError } from '@apollo/server/errors';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.ts';
import { ERROR_TEXTS, type ErrorText } from './error-texts.ts';
import { AppError, errorText } from './errors.ts';
import { placeInInput } from './graphql-places.ts';
import { LONGEST_MESSAGE, MOST_ERRORS } from './graphql-weights.ts';
import { GivenBackError } from './sql.ts';
import { unavailable, unavailableFor } from './unavailable.ts';

/** Codes that Apollo gives itself for what a caller did wrong; everything else unexpected is internal. */
const CALLERS_FAULT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
]);

/**
 * Turns thrown errors into what callers see: the contract's classes with texts in their language, input problems with the
 * fields named. Bugs are logged whole with the request's id and shown as an internal error; no stack, SQL or path leaves.
 */
export function errorPlugin(log: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          if (contextValue.isOverTime)
            log.warn({ requestId: contextValue.requestId }, 'an operation was over its time');
          else for (const error of errors) logBug(log, contextValue, error);
        },
      };
    },
    async contextCreationDidFail({ error }) {
      log.error({ err: error }, 'unexpected error');
    },
    async unexpectedErrorProcessingRequest({ error }) {
      log.error({ err: error }, 'unexpected error');
    },
  };
}

/** What was thrown, by a resolver or before one was reached. */
function thrownBy(error: unknown): unknown {
  const isOurs = error instanceof GraphQLError && error.originalError instanceof AppError;
  return isOurs ? error.originalError : unwrapResolverError(error);
}

/** What an error of an answer says where it only says that the server cannot answer for now; null for any other. */
export function unavailableIn(error: unknown): AppError | null {
  return unavailableFor(thrownBy(error));
}

function logBug(log: Logger, ctx: Context, error: GraphQLError): void {
  const thrown = thrownBy(error);
  if (unavailableFor(thrown)) {
    log.warn({ requestId: ctx.requestId, err: thrown, path: error.path?.join('.') }, 'not available');
    return;
  }
  if (thrown instanceof GivenBackError && ctx.isEnded) {
    log.info({ requestId: ctx.requestId }, 'the caller broke off');
    return;
  }
  const isCallers =
    thrown instanceof GraphQLError && (thrown.extensions['code'] !== undefined || error.path === undefined);
  if (thrown instanceof AppError || isCallers) return;
  log.error({ requestId: ctx.requestId, err: thrown, path: error.path?.join('.') }, 'unexpected error');
}

/** What goes wrong before a request has a context (no database, say) is told to nobody: Apollo would quote it. */
export function hideBug(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR'
    ? { ...formatted, message: short(formatted.message) }
    : { ...formatted, message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** Texts of GraphQL quote the question, which may be as long as a body. */
function short(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}

/** The answer's form of one error, for a caller of this language. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  ctx: Pick<Context, 'locale' | 'requestId'> & Partial<Pick<Context, 'hasWritten'>>,
  document?: DocumentNode,
): GraphQLFormattedError {
  const away = unavailableIn(error);
  const thrown = away && ctx.hasWritten ? unavailable('server.unsure') : (away ?? thrownBy(error));
  const place = {
    ...(formatted.locations && { locations: formatted.locations.slice(0, MOST_ERRORS) }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (thrown instanceof AppError) return { ...place, ...showAppError(thrown, ctx) };
  const code =
    typeof formatted.extensions?.['code'] === 'string' ? formatted.extensions['code'] : 'INTERNAL_SERVER_ERROR';
  if (isTooManySelections(error))
    return { ...place, ...showAppError(new AppError('BAD_USER_INPUT', 'input.tooMuch'), ctx) };
  if (!CALLERS_FAULT.has(code)) {
    const message = errorText('internal', { requestId: ctx.requestId }, ctx.locale);
    return { ...place, message, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: ctx.requestId } };
  }
  const scalar = badScalarOf(error) ?? badVariableOf(error);
  const shown = scalar === null ? code : 'BAD_USER_INPUT';
  const message = scalar === null ? short(formatted.message) : errorText(scalar, {}, ctx.locale);
  if (shown !== 'BAD_USER_INPUT') return { ...place, message, extensions: { code: shown } };
  const path = error instanceof GraphQLError ? placeInInput(error, document) : '';
  return { ...place, message, extensions: { code: shown, fields: [{ path, message }] } };
}

/** Whether Apollo itself counted too many fields: the same fault as our own count finds (graphql-cost.ts). */
function isTooManySelections(error: unknown): boolean {
  const code = ApolloServerValidationErrorCode.MAX_RECURSIVE_SELECTIONS_EXCEEDED;
  return error instanceof GraphQLError && error.extensions['validationErrorCode'] === code;
}

/** Which scalar refused a value (app/scalars.ts), as a text that can be said in any language; null: another error. */
function badScalarOf(error: unknown): ErrorText | null {
  const text = error instanceof GraphQLError ? error.extensions['badScalar'] : undefined;
  return typeof text === 'string' && text in ERROR_TEXTS ? (text as ErrorText) : null;
}

/** Whether a variable is none that its type takes. */
export function isOfVariables(error: unknown): boolean {
  return error instanceof GraphQLError && /^Variable "\$\w+" (got invalid|of )/.test(error.message);
}

/** What a stranger hears who asks for what only who is signed in may ask. */
export function signInFirst(ctx: Pick<Context, 'locale'>): GraphQLFormattedError {
  return showAppError(new AppError('UNAUTHENTICATED', 'auth.required'), ctx);
}

/**
 * What is wrong with a variable, in our own words: those of GraphQL repeat the value, which may be a password, and tell of
 * fields and values that were not asked for. Null: another error.
 */
function badVariableOf(error: unknown): ErrorText | null {
  if (!(error instanceof GraphQLError) || !isOfVariables(error)) return null;
  if (/ was not provided\.$/.test(error.message)) return 'input.missing';
  return / is not defined by type "\w+"\.( Did you mean .*)?$/.test(error.message) ? 'input.unknown' : 'input.value';
}

function showAppError(
  error: AppError,
  { locale }: Pick<Context, 'locale'>,
): Pick<GraphQLFormattedError, 'message' | 'extensions'> {
  const fields = error.fields.map(({ path, text, params }) => ({ path, message: errorText(text, params, locale) }));
  return {
    message: errorText(error.text, error.params, locale),
    extensions: { code: error.kind, ...(fields.length > 0 && { fields }), ...error.facts },
  };
}
