import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import fastify, { type FastifyInstance } from 'fastify';
import { openApi, type Api } from '../../../test/api.ts';
import { Caller } from '../../../test/caller.ts';
import { buildAccount } from '../../../test/factories.ts';
import { SERVER_LIMITS, type ServerLimits } from './limits.ts';
import { BUILT_CONSOLE } from './page.routes.ts';
import { openRateLimits } from './rate-limits.ts';
import { buildServer } from './server.ts';

let api: Api;
const opened: FastifyInstance[] = [];
const sockets: Socket[] = [];
beforeAll(async () => {
  api = await openApi();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of opened.splice(0)) await server.close();
});
afterAll(() => api.close());

/** A server on the same data with other limits, listening; gives its port. */
async function serve(limits: Partial<ServerLimits>, config = {}): Promise<{ server: FastifyInstance; port: number }> {
  const app = { ...api.app, config: { ...api.app.config, ...config } };
  const server = await buildServer(app, BUILT_CONSOLE, { ...SERVER_LIMITS, ...limits });
  opened.push(server);
  await server.listen({ host: '127.0.0.1', port: 0 });
  return { server, port: (server.server.address() as AddressInfo).port };
}

/** Opens a connection and says something; `said` is what came back until the server closed it. */
async function say(port: number, text: string): Promise<{ socket: Socket; said: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  socket.on('error', () => undefined);
  const said = new Promise<string>((done) => socket.once('close', () => done(heard)));
  await new Promise<void>((ready) => socket.once('connect', ready));
  socket.write(text);
  return { socket, said };
}

const head = (path: string, more: string) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;
const ME = { query: '{ me { username } }' };
const health = async (port: number) => (await fetch(`http://127.0.0.1:${port}/health`)).status;

describe('slow callers', () => {
  it.each(['/graphql', '/auth/login', '/auth/logout'])('are cut off while they send a body to %s', async (path) => {
    const { port } = await serve({ bodyMs: 200 });
    const { said } = await say(port, `${head(path, 'Content-Length: 50')}{"query"`);
    const answer = await said;
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('The body did not come within 1 seconds.');
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  it('are cut off while they send the head of a request', async () => {
    const { port } = await serve({ headMs: 200, lookMs: 50 });
    const { said } = await say(port, 'POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(await said).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('are not cut off while they take long with an upload', async () => {
    const { port } = await serve({ bodyMs: 100, headMs: 200, lookMs: 50 });
    const { cookie = '' } = await api.headers();
    const body = '[]';
    const upload = head('/ingest/dossiers', `Cookie: ${cookie}\r\nConnection: close\r\nContent-Length: ${body.length}`);
    const { socket, said } = await say(port, `${upload}[`);
    await new Promise((later) => setTimeout(later, 700));
    socket.write(']');
    expect(await said).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('do not keep others from an answer, however many there are', async () => {
    const { port, server } = await serve({});
    const halves = ['GET /health HTTP/1.1\r\nHost: x\r\n', `${head('/graphql', 'Content-Length: 50')}{"query"`, ''];
    const held = await Promise.all(
      Array.from({ length: 250 }, (_none, n) => say(port, halves[n % halves.length] ?? '')),
    );
    const count = () =>
      new Promise<number>((done, failed) => {
        server.server.getConnections((error, number) => (error ? failed(error) : done(number)));
      });
    await expect.poll(count).toBe(250);
    const answers = await Promise.all(Array.from({ length: 20 }, () => health(port)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(held.filter(({ socket }) => socket.destroyed)).toEqual([]);
  });

  it('are all gone some time later', async () => {
    const { port } = await serve({ bodyMs: 200, headMs: 200, lookMs: 50 });
    const halves = [
      'GET /health HTTP/1.1\r\nHost: x\r\n',
      `${head('/auth/login', 'Content-Length: 50')}{"username"`,
      '',
    ];
    const held = await Promise.all(
      Array.from({ length: 250 }, (_none, n) => say(port, halves[n % halves.length] ?? '')),
    );
    const answers = await Promise.all(held.map(({ said }) => said));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 408'))).toHaveLength(250);
    expect(await health(port)).toBe(200);
  });

  it('who break off in the middle of a body harm nobody', async () => {
    const { port } = await serve({ bodyMs: 200 });
    const { socket, said } = await say(port, `${head('/graphql', 'Content-Length: 50')}{"query"`);
    socket.destroy();
    await said;
    const { said: tooLong } = await say(port, head('/graphql', 'Content-Length: 9000000'));
    expect(await tooLong).toMatch(/^HTTP\/1\.1 413 /);
    await new Promise((later) => setTimeout(later, 400));
    expect(await health(port)).toBe(200);
  });
});

describe('what no route takes', () => {
  it.each(['POST /nope', 'PUT /health', 'DELETE /', 'POST /ingest/nothing'])(
    'is refused before its body is read, and its connection closed: %s',
    async (what) => {
      const { port } = await serve({});
      const [method = '', path = ''] = what.split(' ');
      const begun = head(path, 'Content-Length: 2000000').replace('POST', method);
      const { said } = await say(port, `${begun}[${' '.repeat(1_000)}`);
      const answer = await said;
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).toContain('Not found.');
    },
  );

  it.each(['/health', '/', '/nope'])('a body of a question for a page is none: GET %s', async (path) => {
    const { port } = await serve({});
    const begun = head(path, 'Content-Length: 2000000').replace('POST', 'GET');
    const { said } = await say(port, `${begun}[${' '.repeat(1_000)}`);
    expect((await said).toLowerCase()).toContain('connection: close');
  });

  it('is counted by address', async () => {
    const { server } = await serve({ callsOfAddress: 2 });
    const call = () => server.inject({ method: 'POST', url: '/nope', remoteAddress: '203.0.113.1' });
    const found = [await call(), await call(), await call()].map(({ statusCode }) => statusCode);
    expect(found).toEqual([404, 404, 429]);
  });
});

describe('connections', () => {
  it('are held up to so many, and further ones closed as they come', async () => {
    expect(SERVER_LIMITS.connections).toBe(2_000);
    const { port } = await serve({ connections: 3 });
    const held = await Promise.all(Array.from({ length: 3 }, () => say(port, 'GET /health HTTP/1.1\r\n')));
    const { said } = await say(port, '');
    expect(await said).toBe('');
    expect(held.filter(({ socket }) => socket.destroyed)).toEqual([]);
    held[0]?.socket.destroy();
    await expect.poll(() => health(port).catch(() => 0)).toBe(200);
  });
});

describe('a body', () => {
  it('may be 2 MB long, and is refused beyond', async () => {
    const { port } = await serve({});
    const send = (length: number) =>
      fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'en' },
        body: JSON.stringify({ ...ME, variables: { x: 'x'.repeat(length) } }),
      });
    expect((await send(2 * 1024 * 1024 - 100)).status).toBe(200);
    const refused = await send(2 * 1024 * 1024);
    expect([refused.status, await refused.json()]).toEqual([
      413,
      { errors: [{ message: 'The body is too large.', extensions: { code: 'PAYLOAD_TOO_LARGE' } }] },
    ]);
  });
});

describe('calls', () => {
  const post = (server: FastifyInstance, address: string, url = '/graphql', headers = {}) =>
    server.inject({ method: 'POST', url, payload: ME, remoteAddress: address, headers });
  const statuses = async (count: number, call: () => Promise<{ statusCode: number }>) => {
    const found: number[] = [];
    for (let n = 0; n < count; n++) found.push((await call()).statusCode);
    return found;
  };

  it('are counted by address, at /graphql and /auth together, each address by itself', async () => {
    const { server } = await serve({ callsOfAddress: 3 });
    expect(await statuses(4, () => post(server, '203.0.113.1'))).toEqual([200, 200, 200, 429]);
    const login = await post(server, '203.0.113.1', '/auth/login', { 'accept-language': 'en' });
    expect(login.statusCode).toBe(429);
    expect(login.json()).toMatchObject({
      code: 'RATE_LIMITED',
      message: expect.stringMatching(/^Too many requests\. Try again in \d+ seconds\.$/) as string,
    });
    expect((await server.inject({ url: '/graphql', remoteAddress: '203.0.113.1' })).statusCode).toBe(429);
    expect((await post(server, '203.0.113.2')).statusCode).toBe(200);
  });

  it('beyond the limit hear when to come again', async () => {
    const { server } = await serve({ callsOfAddress: 1 });
    await post(server, '203.0.113.1');
    const { headers, statusCode, body } = await post(server, '203.0.113.1');
    const seconds = Number(headers['retry-after']);
    expect([statusCode, seconds > 0 && seconds <= 60]).toEqual([429, true]);
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          message: `Quá nhiều yêu cầu. Hãy thử lại sau ${seconds} giây.`,
          extensions: { code: 'RATE_LIMITED', seconds },
        },
      ],
    });
  });

  it('are counted by account, from whatever address and session', async () => {
    const { server } = await serve({ callsOfAccount: 3 });
    const { cookie = '' } = await api.headers();
    let address = 0;
    const call = () => post(server, `203.0.113.${(address += 1)}`, '/graphql', { cookie });
    expect(await statuses(4, call)).toEqual([200, 200, 200, 429]);
    const other = api.as(await buildAccount(api, { role: 'VIEWER' }));
    const { cookie: another = '' } = await other.headers();
    expect((await post(server, '203.0.113.1', '/graphql', { cookie: another })).statusCode).toBe(200);
    expect((await post(server, '203.0.113.1')).statusCode).toBe(200);
  });

  it.each(['/health', '/metrics', '/'])('are not counted at %s', async (url) => {
    const { server } = await serve({ callsOfAddress: 1 });
    for (let n = 0; n < 5; n++) {
      const { statusCode } = await server.inject({
        url,
        remoteAddress: '203.0.113.1',
        headers: { accept: 'text/html' },
      });
      expect(statusCode).not.toBe(429);
    }
    expect((await post(server, '203.0.113.1')).statusCode).toBe(200);
  });

  it('of one network count together where an address has a whole network to itself', async () => {
    const { server } = await serve({ callsOfAddress: 2 });
    let host = 0;
    expect(await statuses(3, () => post(server, `2001:db8::${(host += 1)}`))).toEqual([200, 200, 429]);
    expect((await post(server, '2001:db8:0:1::1')).statusCode).toBe(200);
  });

  it('of connections that broke off before they were counted are counted all the same', async () => {
    const server = fastify();
    opened.push(server);
    const rates = await openRateLimits(server, SERVER_LIMITS);
    const counted = new Promise((done) => {
      server.get('/', async (request, reply) => {
        request.raw.socket.destroy();
        done([request.ip, await rates.ofAddress(request, reply).catch((error: unknown) => error)]);
      });
    });
    await server.listen({ host: '127.0.0.1', port: 0 });
    await say((server.server.address() as AddressInfo).port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await counted).toEqual([undefined, undefined]);
  });

  it('cannot be told from an address that the caller makes up', async () => {
    const { server } = await serve({ callsOfAddress: 2 });
    let host = 0;
    const call = () => post(server, '203.0.113.1', '/graphql', { 'x-forwarded-for': `198.51.100.${(host += 1)}` });
    expect(await statuses(3, call)).toEqual([200, 200, 429]);
  });

  it('are remembered of so many callers and no more', async () => {
    const { server } = await serve({ callsOfAddress: 1, callers: 2 });
    await post(server, '203.0.113.1');
    expect((await post(server, '203.0.113.1')).statusCode).toBe(429);
    for (const address of ['203.0.113.2', '203.0.113.3']) await post(server, address);
    expect((await post(server, '203.0.113.1')).statusCode).toBe(200);
  });

  it('may be many: 20 a second of one account, day in, day out', async () => {
    expect(SERVER_LIMITS.callsOfAccount).toBeGreaterThanOrEqual(1_200);
    expect(SERVER_LIMITS.callsOfAddress).toBeGreaterThanOrEqual(1_200);
    const { server } = await serve({});
    const caller = new Caller(server, () => Promise.resolve(null));
    for (let n = 0; n < 1_300; n++) {
      const { status } = await caller.gql('{ __typename }');
      if (status !== 200) expect([n, status]).toEqual([n, 200]);
    }
  });
});
