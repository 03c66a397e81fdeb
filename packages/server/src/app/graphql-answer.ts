import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context } from './context.ts';
import { AppError, errorText } from './errors.ts';
import { formatError, isOfVariables, signInFirst, unavailableIn } from './graphql-errors.ts';
import { mostMsOf } from './graphql-time.ts';
import { MOST_ERRORS } from './graphql-weights.ts';
import type { ServerLimits } from './http/limits.ts';
import { GRAPHQL_TYPE } from './http/refusals.ts';
import { unavailable } from './unavailable.ts';

/** What is wrong with a question itself. GraphQL over HTTP answers it with 200 to who takes only the old media type. */
const OF_THE_QUESTION = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** Words errors in the caller's language and ends the request: fields that are still looked up reach nobody any more. */
export function answerPlugin(limits: ServerLimits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue, errors, document, operation, request }) {
          const isOverTime = contextValue.isOverTime;
          await contextValue.end();
          if (response.body.kind !== 'single' || !errors) return;
          const { singleResult } = response.body;
          if (isOverTime) {
            response.http.status = 503;
            const { isBrokenOff } = contextValue;
            const why = isBrokenOff
              ? brokenOff(contextValue)
              : overTime(contextValue, mostMsOf(operation?.operation, limits));
            singleResult.errors = [why];
            if (isBrokenOff) response.http.headers.set('retry-after', String(why.extensions?.['seconds']));
            // What a change did before its time was over is done, and is told; half of an answer is none.
            if (operation?.operation !== OperationTypeNode.MUTATION) delete singleResult.data;
            return;
          }
          const away = errors.map(unavailableIn).find((found) => found !== null);
          if (away) {
            response.http.status = 503;
            response.http.headers.set('retry-after', String(away.params['seconds']));
            if (operation?.operation !== OperationTypeNode.MUTATION) delete singleResult.data;
          } else if (isOfTheQuestion(errors) && !takesNewType(request.http?.headers.get('accept'))) {
            response.http.status = 200;
          }
          // What strangers may ask takes no variables: who they are comes before what they sent.
          if (!contextValue.account && errors.some(isOfVariables)) {
            singleResult.errors = [signInFirst(contextValue)];
            return;
          }
          singleResult.errors = (singleResult.errors ?? [])
            .slice(0, MOST_ERRORS)
            .map((formatted, index) => formatError(formatted, errors[index], contextValue, document));
        },
      };
    },
  };
}

function overTime({ locale, requestId }: Context, mostMs: number): GraphQLFormattedError {
  const message = errorText('operation.overTime', { seconds: Math.ceil(mostMs / 1000) }, locale);
  return { message, extensions: { code: 'TIMEOUT', requestId } };
}

/** The process ends: nothing was done, or what was done is told beside. */
function brokenOff(ctx: Context): GraphQLFormattedError {
  const { text, params, kind } = unavailable('server.stopping');
  return { message: errorText(text, params, ctx.locale), extensions: { code: kind, ...params } };
}

/** Whether reading it, comparing it with the schema or its variables failed; refusals of our own keep their status. */
function isOfTheQuestion(errors: readonly GraphQLError[]): boolean {
  return errors.every(
    ({ extensions, originalError, path }) =>
      path === undefined &&
      !(originalError instanceof AppError) &&
      extensions['validationErrorCode'] === undefined &&
      OF_THE_QUESTION.has(String(extensions['code'])),
  );
}

function takesNewType(accept: string | undefined): boolean {
  return accept?.includes(GRAPHQL_TYPE) ?? false;
}
