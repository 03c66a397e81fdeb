import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { ADMIN } from '../../../test/test-config.ts';
import { BUILT_CONSOLE } from './page.routes.ts';
import { buildServer } from './server.ts';

let api: Api;
let production: FastifyInstance;
let port: number;
beforeAll(async () => {
  api = await openApi();
  await api.listen();
  port = (api.server.server.address() as AddressInfo).port;
  const config = { ...api.app.config, production: true, publicUrl: 'https://chi-tieu.example' };
  production = await buildServer({ ...api.app, config }, BUILT_CONSOLE);
});
afterAll(async () => {
  await production.close();
  await api.close();
});

/** What comes back for a request that is written by hand: nothing tidies its path or its host. */
function raw(request: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.once('error', failed);
    socket.once('close', () => done(heard));
  });
}
const get = (path: string, host = 'localhost', more = '') =>
  raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nAccept: text/html\r\n${more}\r\n`);

const MUTATION = JSON.stringify({ query: 'mutation { setUnitAliases(unit: "165", aliases: ["x"]) { code } }' });
const code = (body: string) =>
  (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('/graphql', () => {
  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('is not asked by %s', async (method) => {
    const { headers } = await api.raw({ url: '/health' });
    expect(headers['x-request-id']).toBeDefined();
    const response = await api.raw({ method, url: '/graphql?query={me{id}}' });
    expect([response.statusCode, response.headers.allow, code(response.body)]).toEqual([
      405,
      'POST',
      'METHOD_NOT_ALLOWED',
    ]);
  });

  it.each([
    'text/plain',
    'text/plain; charset=utf-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/xml',
  ])('takes no %s, and of a cookie without the header nothing at all', async (type) => {
    const { cookie = '', ...header } = await api.headers();
    const send = async (headers: Record<string, string>) => {
      const sent = { 'content-type': type, ...headers };
      const response = await api.server.inject({ method: 'POST', url: '/graphql', payload: MUTATION, headers: sent });
      return [response.statusCode, code(response.body)];
    };
    expect(await send({})).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await send(header)).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await send({ ...header, cookie })).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await send({ cookie })).toEqual([403, 'FORBIDDEN']);
    expect((await api.db.query('select from unit_alias')).rowCount).toBe(0);
  });

  it.each([
    '',
    '{',
    '"text"',
    '[]',
    'null',
    '{"query":1}',
    '{"query":"{ me { id } }","variables":[]}',
    '{"__proto__":{}}',
  ])('refuses %s as a body, in the form of GraphQL and naming no file', async (payload) => {
    const headers = { 'content-type': 'application/json' };
    const response = await api.raw({ method: 'POST', url: '/graphql', payload, headers });
    expect([payload, response.statusCode]).toEqual([payload, 400]);
    expect(code(response.body)).toMatch(/^BAD_/);
    expect(response.body).not.toMatch(/node_modules|\.[jt]s\b|\n\s+at /);
  });
});

it('refuses in the media type that is asked for', async () => {
  const NEW = 'application/graphql-response+json';
  const payload = { query: `{ ${'a '.repeat(2_000)} }` };
  for (const [accept, type] of [
    [`${NEW},application/json;q=0.9`, NEW],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
  ] as const) {
    const { headers, statusCode } = await api.raw({ method: 'POST', url: '/graphql', payload, headers: { accept } });
    expect([statusCode, headers['content-type']]).toEqual([400, `${type}; charset=utf-8`]);
  }
});

describe('paths', () => {
  const UP = [
    '/../../etc/passwd',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/..%5c..%5cpackage.json',
    '/graphql/../../package.json',
    '//etc/passwd',
    '/%00',
    '/assets/%00.js',
  ];
  it.each(UP)('lead nowhere outside: %s', async (path) => {
    const answer = await get(path);
    expect(answer).not.toMatch(/root:|"dependencies"|"workspaces"|node_modules/);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|400|403|404|503) /);
  });

  it('that cannot be read are refused and not repeated', async () => {
    const answer = await get('/%zz<script>');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('script');
    expect(answer).toContain('x-content-type-options: nosniff');
  });
});

describe('a host that is not ours', () => {
  const PLACES = [
    '/',
    '/graphql',
    '/health',
    '/no/such/place',
    '/assets',
    '/assets/',
    '/graphql/react.js',
    '/auth/login',
  ];
  it.each(PLACES)('stands in no answer: %s', async (path) => {
    const more =
      'X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\nOrigin: https://evil.example\r\nReferer: https://evil.example/\r\n';
    const answer = await get(path, 'evil.example', more);
    expect(answer).toMatch(/^HTTP\/1\.1 \d+ /);
    expect(answer).not.toContain('evil.example');
    expect(answer.toLowerCase()).not.toContain('access-control-allow');
  });

  it('may be missing where somebody looks whether we are well', async () => {
    expect(await raw('GET /health HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
    expect(await raw('POST /graphql HTTP/1.0\r\nContent-Length: 0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each(['[', 'a b', 'a/b@c:99999', ':'])('is refused where it is none: %s', async (host) => {
    const body = JSON.stringify({ query: '{ me { id } }' });
    const answer = await raw(
      `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('is refused where there are two: a proxy may have believed the other one', async () => {
    expect(await get('/health', 'localhost\r\nHost: evil.example')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('a packed body', () => {
  it.each(['gzip', 'br', 'deflate', 'zstd', 'x', ''])('is no question and no sign-in: %s', async (encoding) => {
    for (const url of ['/graphql', '/auth/login']) {
      const payload = gzipSync(JSON.stringify({ query: '{ me { id } }', ...ADMIN }));
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
      const response = await api.raw({ method: 'POST', url, payload, headers });
      expect([response.statusCode, response.body.includes('UNSUPPORTED_MEDIA_TYPE')]).toEqual([415, true]);
    }
  });
});

describe('a redirect', () => {
  const WAYS = ['return_to', 'returnTo', 'next', 'redirect', 'url', 'continue'];
  it.each(WAYS)('goes to a place of ours, whatever %s says', async (name) => {
    for (const target of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const url = `/graphql?${name}=${encodeURIComponent(target)}`;
      const response = await production.inject({ url, headers: { accept: 'text/html' } });
      expect([response.statusCode, response.headers.location]).toEqual([302, '/dang-nhap']);
    }
  });

  it.each(['//evil.example', '//evil.example/', '//evil.example/%2e%2e', '/\\evil.example', '/assets'])(
    'is made of no path: %s',
    async (path) => {
      expect((await get(path)).toLowerCase()).not.toMatch(/^location:/m);
    },
  );
});

describe('what every answer carries', () => {
  const ASKED: InjectOptions[] = [
    { url: '/' },
    { url: '/health' },
    { url: '/metrics' },
    { url: '/graphql', headers: { accept: 'text/html' } },
    { url: '/graphql/explorer.js' },
    { url: '/no/such/place' },
    { method: 'POST', url: '/graphql', payload: { query: '{ me { id } }' } },
    { method: 'POST', url: '/graphql', payload: 'x', headers: { 'content-type': 'text/plain' } },
    { method: 'POST', url: '/auth/login', payload: { username: 'a', password: 'b' } },
    { method: 'POST', url: '/ingest/dossiers', payload: [] },
    { url: '/%zz' },
  ];
  it.each(ASKED)('is what keeps browsers safe: $method $url', async (request) => {
    const { headers } = await api.server.inject(request);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as string,
    });
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy.split('; ')).toContain(part);
    expect(policy).not.toMatch(/script-src|unsafe-eval/);
    expect(policy.includes("'unsafe-inline'")).toBe(
      request.url === '/graphql' && request.headers?.accept !== undefined,
    );
    expect([headers['x-powered-by'], headers['server'], headers['strict-transport-security']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  const FILES: unknown[] = ['/', '/graphql/explorer.js'];
  it.each(ASKED.filter(({ url }) => !FILES.includes(url)))(
    'lets nobody keep what is no file: $method $url',
    async (request) => {
      expect((await api.raw(request)).headers['cache-control']).toBe('no-store');
    },
  );

  it('lets the one style pass that the menus of the console write into the page', async () => {
    const menu = new URL('../../../../admin/node_modules/reka-ui/dist/Select/SelectViewport.js', import.meta.url);
    const [, text] = /createTextVNode\((".*?"), -1\)/.exec(readFileSync(menu, 'utf8')) ?? [];
    const hash = createHash('sha256')
      .update(JSON.parse(text ?? '""') as string)
      .digest('base64');
    const { headers } = await api.server.inject({ url: '/' });
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}';`);
  });

  it('is under https the promise to stay there', async () => {
    const { headers } = await production.inject({ url: '/health' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

describe('the cookies of session and browser', () => {
  it.each([
    ['http', false],
    ['https', true],
  ])('are out of reach of scripts and other sites, under %s', async (scheme, secure) => {
    const server = scheme === 'https' ? production : api.server;
    const response = await server.inject({ method: 'POST', url: '/auth/login', payload: ADMIN });
    const hidden = {
      value: expect.any(String) as string,
      httpOnly: true,
      sameSite: 'Lax',
      ...(secure && { secure }),
    };
    expect(response.cookies).toEqual([
      { ...hidden, name: 'session', path: '/' },
      { ...hidden, name: 'device', path: '/auth', maxAge: 90 * 24 * 60 * 60 },
    ]);
  });
});
