import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, visit, type DocumentNode } from 'graphql';
import { accountOf } from '../features/accounts/request-account.service.ts';
import { Context, type App } from './context.ts';
import { errorPlugin, formatError } from './graphql-errors.ts';
import { readLocale } from './locale.ts';
import { buildProductSchema } from './schema.ts';

/** Serves POST /graphql. The explorer page at GET /graphql is served by app/explorer.routes.ts. */
export async function serveGraphql(server: FastifyInstance, app: App): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: await buildProductSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(server),
      errorPlugin(app.log),
      requestPlugin(app),
    ],
  });
  await apollo.start();
  await server.register(fastifyApollo(apollo), {
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
}

/** Words errors in the caller's language, refuses introspection where it is off, ends the request's snapshot. */
function requestPlugin(app: App): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          if (app.config.production && !contextValue.account && asksForSchema(document)) {
            throw new GraphQLError('Introspection needs a sign-in.', { extensions: { code: 'UNAUTHENTICATED' } });
          }
        },
        async willSendResponse({ response, contextValue, errors, document }) {
          await contextValue.close();
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

function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field(node) {
      if (node.name.value === '__schema' || node.name.value === '__type') asks = true;
    },
  });
  return asks;
}
