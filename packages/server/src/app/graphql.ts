import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { giveSession } from '../features/accounts/cookies.ts';
import { accountOfAnyStage, isSafeFromForms } from '../features/accounts/request-account.service.ts';
import { factsPlugin } from './answers/facts-plugin.ts';
import { Context, type App, type SignedIn } from './context.ts';
import { answerPlugin } from './graphql-answer.ts';
import { Documents, DocumentStore } from './graphql-documents.ts';
import { errorPlugin, hideBug } from './graphql-errors.ts';
import { guardPlugin } from './graphql-guard.ts';
import { exceededLimit } from './graphql-limits.ts';
import { timePlugin } from './graphql-time.ts';
import { MOST_ERRORS, MOST_SELECTIONS, MOST_TOKENS } from './graphql-weights.ts';
import type { ServerLimits } from './http/limits.ts';
import type { RateLimits } from './http/rate-limits.ts';
import { refuse } from './http/refusals.ts';
import { readLocale } from './locale.ts';
import { buildProductSchema } from './schema.ts';

const NOT_BY_POST = ['DELETE', 'OPTIONS', 'PATCH', 'PUT'];

/** Serves POST /graphql in a scope of its own. The explorer page at GET /graphql is served by http/explorer.routes.ts. */
export async function serveGraphql(
  scope: FastifyInstance,
  app: App,
  { limits, rates }: { limits: ServerLimits; rates: RateLimits },
): Promise<void> {
  const apollo = await startApollo(scope, app, limits);
  const accounts = new WeakMap<FastifyRequest, SignedIn>();
  const documents = new Documents(app);
  // JSON alone is taken: another site's form can send plain text, and with it the cookie.
  scope.removeContentTypeParser('text/plain');
  scope.addHook('onRequest', refuseForms);
  scope.addHook('preHandler', (request, reply) => refuseTooMuch(documents, request, reply));
  scope.addHook('preHandler', async (request, reply) => {
    const account = request.method === 'POST' ? await accountOfAnyStage(app, request) : null;
    if (!account) return;
    accounts.set(request, account);
    await rates.ofAccount(request, reply, account);
    if (reply.sent) return;
    const refusal = await documents.refusal(request, account);
    if (refusal) await refuse(request, reply, refusal);
    else await app.answers?.giveAgain(request, reply, account);
  });
  app.answers?.watch(scope);
  scope.route({
    method: NOT_BY_POST,
    url: '/graphql',
    handler: (request, reply) =>
      refuse(request, reply.header('allow', 'POST'), { status: 405, code: 'METHOD_NOT_ALLOWED', text: 'http.method' }),
  });
  await scope.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['POST'],
    context: async (request, reply) => {
      const locale = readLocale(request.headers['accept-language']);
      const account = accounts.get(request) ?? null;
      const asker = { account, locale, requestId: request.id, address: request.ip };
      const ctx = new Context(app, { ...asker, giveSession: (token) => giveSession(app, request, reply, token) });
      app.answers?.answering(request, ctx);
      // What is refused before it is looked at comes to no plug-in that would end it.
      reply.raw.once('close', () => void ctx.end());
      return ctx;
    },
  });
}

async function startApollo(scope: FastifyInstance, app: App, limits: ServerLimits): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: await buildProductSchema(),
    introspection: true,
    hideSchemaDetailsFromClientErrors: app.config.production,
    allowBatchedHttpRequests: false,
    // Questions that strangers hand in to be kept would fill the memory; those that we know come by graphql-documents.ts.
    persistedQueries: false,
    documentStore: new DocumentStore(),
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    // One more says that there are more.
    validationOptions: { maxErrors: MOST_ERRORS - 1 },
    executionOptions: { maxCoercionErrors: MOST_ERRORS - 1 },
    // Fragments that hold each other twice double with each: all readers of a question would follow every one of them.
    maxRecursiveSelections: MOST_SELECTIONS,
    formatError: hideBug,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would stand before every resolver; nothing is said of how long answers may be kept elsewhere (http/headers.ts).
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(scope),
      errorPlugin(app.log),
      guardPlugin(app),
      timePlugin(limits),
      // Before the one that ends the request: it asks until where the data stood.
      factsPlugin(),
      answerPlugin(limits),
    ],
  });
  await apollo.start();
  return apollo;
}

/** A call by cookie needs what a form on another site cannot send, whatever else is wrong with it. */
async function refuseForms(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (isSafeFromForms(request)) return undefined;
  return refuse(request, reply, { status: 403, code: 'FORBIDDEN', text: 'http.preflight' });
}

/** Several questions at once, and those beyond a limit of form, end before anybody compares them with the schema. */
async function refuseTooMuch(
  documents: Documents,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const bad = { status: 400, code: 'BAD_USER_INPUT' };
  if (Array.isArray(request.body)) return refuse(request, reply, { ...bad, text: 'input.batch' });
  const refusal = documents.resolve(request);
  if (refusal) return refuse(request, reply, refusal);
  const { query } = (request.body ?? {}) as { query?: unknown };
  const exceeded = typeof query === 'string' && !documents.isTrusted(request) ? exceededLimit(query) : null;
  if (!exceeded) return undefined;
  return refuse(request, reply, { ...bad, text: exceeded.text, params: { most: exceeded.most } });
}
