import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { App } from '../context.ts';
import { OPERATIONS } from '../examples/operations.ts';
import { accountOf } from '../../features/accounts/request-account.service.ts';
import { refuse } from './refusals.ts';

const require = createRequire(import.meta.url);

/** What the explorer page is made of; all of it from installed packages, nothing from elsewhere. */
function assets(): Map<string, { type: string; body: Buffer }> {
  const file = (name: string, path: string) =>
    readFileSync(join(dirname(require.resolve(`${name}/package.json`)), path));
  const script = 'text/javascript; charset=utf-8';
  const style = 'text/css; charset=utf-8';
  return new Map([
    ['react.js', { type: script, body: file('react', 'umd/react.production.min.js') }],
    ['react-dom.js', { type: script, body: file('react-dom', 'umd/react-dom.production.min.js') }],
    ['graphiql.js', { type: script, body: file('graphiql', 'graphiql.min.js') }],
    ['graphiql.css', { type: style, body: file('graphiql', 'graphiql.min.css') }],
    ['explorer.js', { type: script, body: Buffer.from(START) }],
    ['explorer.css', { type: style, body: Buffer.from('html, body, #explorer { height: 100%; margin: 0 }') }],
  ]);
}

/** The first words that somebody reads, over the first of the examples. */
const HINT = '# Ctrl+Enter runs it. Sign in to the console first: the explorer uses the same session.';

const TABS = OPERATIONS.map(({ query }, number) => ({ query: number === 0 ? `${HINT}\n${query}` : query }));

const START = `
const fetcher = async (params) => {
  const answer = await fetch('/graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) });
  return answer.json();
};
const tabs = ${JSON.stringify(TABS)};
ReactDOM.createRoot(document.getElementById('explorer'))
  .render(React.createElement(GraphiQL, { fetcher, defaultTabs: tabs, defaultEditorToolsVisibility: true }));
`;

/** The editor of the explorer writes styles into the page and brings its fonts within them; scripts come as files here too. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

const PAGE = `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphQL · Chỉ tiêu</title>
    <link rel="stylesheet" href="/graphql/graphiql.css" />
    <link rel="stylesheet" href="/graphql/explorer.css" />
  </head>
  <body>
    <div id="explorer"></div>
    <script src="/graphql/react.js"></script>
    <script src="/graphql/react-dom.js"></script>
    <script src="/graphql/graphiql.js"></script>
    <script src="/graphql/explorer.js"></script>
  </body>
</html>
`;

/** GET /graphql in a browser: an explorer served from here. In production only for who is signed in. */
export function explorerRoutes(server: FastifyInstance, app: App): void {
  const files = assets();
  server.get('/graphql', async (request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html')) {
      reply.header('allow', 'POST');
      return refuse(request, reply, { status: 405, code: 'METHOD_NOT_ALLOWED', text: 'http.method' });
    }
    if (app.config.production && !(await accountOf(app, request))) return reply.redirect('/dang-nhap');
    return reply.type('text/html; charset=utf-8').header('content-security-policy', CONTENT_SECURITY_POLICY).send(PAGE);
  });
  server.get<{ Params: { file: string } }>('/graphql/:file', async (request, reply) => {
    const file = files.get(request.params.file);
    return file
      ? reply.type(file.type).header('cache-control', 'public, max-age=86400').send(file.body)
      : reply.code(404).send();
  });
}
