import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { accountOf } from '../features/accounts/request-account.service.ts';
import { Context, type App } from './context.ts';
import { refuseTooDeep } from './graphql-depth.ts';
import { errorPlugin, formatError, hideBug } from './graphql-errors.ts';
import { guardPlugin } from './graphql-guard.ts';
import { MOST_SELECTIONS } from './graphql-weights.ts';
import { readLocale } from './locale.ts';
import { buildProductSchema } from './schema.ts';

/** Serves POST /graphql. The explorer page at GET /graphql is served by app/explorer.routes.ts. */
export async function serveGraphql(server: FastifyInstance, app: App): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: await buildProductSchema(),
    introspection: true,
    hideSchemaDetailsFromClientErrors: app.config.production,
    // Comparing the fields of a question with each other takes time with the square of its length.
    parseOptions: { maxLexicalTokens: 10_000 },
    // Fragments that hold each other twice double with each: all readers of a question would follow every one of them.
    maxRecursiveSelections: MOST_SELECTIONS,
    formatError: hideBug,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(server),
      errorPlugin(app.log),
      guardPlugin(app),
      answerPlugin(),
    ],
  });
  await apollo.start();
  await server.register(async (scope) => {
    scope.addHook('preHandler', refuseTooDeep);
    await scope.register(fastifyApollo(apollo), {
      path: '/graphql',
      method: ['POST'],
      context: async (request) => {
        return new Context(app, {
          account: await accountOf(app, request),
          locale: readLocale(request.headers['accept-language']),
          requestId: request.id,
        });
      },
    });
  });
}

/** Words errors in the caller's language and ends the request: fields that are still looked up reach nobody any more. */
function answerPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue, errors, document }) {
          await contextValue.end();
          if (response.body.kind !== 'single' || !errors) return;
          const { singleResult } = response.body;
          singleResult.errors = (singleResult.errors ?? []).map((formatted, index) =>
            formatError(formatted, errors[index], contextValue, document),
          );
        },
      };
    },
  };
}
