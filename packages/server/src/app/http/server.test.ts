import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { cloneDatabase } from '../../../test/database.ts';
import { connectDatabase } from '../database.ts';
import { ENTITIES } from '../start.ts';
import { buildServer } from './server.ts';

let api: Api;
let server: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'console-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>the console</title>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(folder, '..', `${folder.split('/').pop()}.secret`), 'outside');
  api = await openApi();
  server = await buildServer(api.app, folder);
});

afterAll(async () => {
  await server.close();
  await api.close();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}.secret`);
});

const html = { accept: 'text/html,*/*;q=0.8' };

describe('the page', () => {
  it.each(['/', '/thu-tuc', '/so-lieu/19?from=2022-01-01', '/no/such/place'])('is given for %s', async (url) => {
    const response = await server.inject({ url, headers: html });
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.body).toContain('the console');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it('keeps what has a hash in its name for ever', async () => {
    const response = await server.inject({ url: '/assets/index-abc.js' });
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/no/such/place', '/ingest/nothing', '/assets/gone.js'])('is not given to a program: %s', async (url) => {
    const response = await server.inject({ url, headers: { 'accept-language': 'en' } });
    expect([response.statusCode, response.json<{ message: string }>().message]).toEqual([404, 'Not found.']);
  });

  it.each(['..', '%2e%2e', '..%2f..', '%252e%252e', '....//', '..\\', 'assets/../..'])(
    'gives nothing outside of its folder: /%s',
    async (up) => {
      for (const file of [`${folder.split('/').pop()}.secret`, 'etc/passwd', 'package.json']) {
        const { body } = await server.inject({ url: `/${up}/${file}`, headers: html });
        expect(body).not.toMatch(/outside|root:|"name"/);
      }
    },
  );

  it('says what to do where it has not been built', async () => {
    const bare = await buildServer(api.app, join(folder, 'nothing'));
    const response = await bare.inject({ url: '/', headers: html });
    expect([response.statusCode, response.body]).toEqual([503, 'The console has not been built: run "npm start".']);
    await bare.close();
  });
});

describe('what every answer carries', () => {
  it.each(['/', '/health', '/metrics', '/graphql', '/no/such/place'])('at %s', async (url) => {
    const { headers } = await server.inject({ url });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    expect(String(headers['content-security-policy'])).toContain("default-src 'self'");
  });
});

describe('health and metrics', () => {
  it('are well while the database answers, and say so when it does not', async () => {
    const database = await cloneDatabase('base');
    const db = await connectDatabase(database.url, ENTITIES, 2);
    const other = await buildServer({ ...api.app, db }, folder);
    const well = await other.inject({ url: '/health' });
    expect([well.statusCode, well.json()]).toEqual([200, { status: 'ok' }]);
    await db.destroy();
    const ill = await other.inject({ url: '/health' });
    expect([ill.statusCode, ill.json()]).toEqual([503, { status: 'unavailable' }]);
    await other.close();
    await database.drop();
  });

  it('count requests by route, never by what stands in an address', async () => {
    await server.inject({ url: '/so-lieu/secret-unit', headers: html });
    const { body, headers } = await server.inject({ url: '/metrics' });
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/health",status="200"\} \d+/);
    expect(body).toContain('process_cpu_seconds_total');
    expect(body).not.toContain('secret-unit');
  });
});

describe('the explorer', () => {
  it('comes from here alone', async () => {
    const { body, statusCode, headers } = await server.inject({ url: '/graphql', headers: html });
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain("font-src 'self' data:;");
    expect(body).not.toMatch(/https?:\/\//);
    const files = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(3);
    for (const url of files) expect((await server.inject({ url })).statusCode).toBe(200);
  });

  it.each(['constructor', '__proto__', 'toString', 'nothing.js', '..%2fpackage.json'])(
    'has no file named %s',
    async (name) => {
      expect((await server.inject({ url: `/graphql/${name}` })).statusCode).toBe(404);
    },
  );

  it('is for who is signed in, in production', async () => {
    const production = await buildServer({ ...api.app, config: { ...api.app.config, production: true } }, folder);
    const response = await production.inject({ url: '/graphql', headers: html });
    expect([response.statusCode, response.headers.location]).toEqual([302, '/dang-nhap']);
    await production.close();
  });

  it('is not mistaken for a query', async () => {
    const response = await server.inject({ url: '/graphql?query={me{id}}' });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
  });
});

describe('a request that cannot be answered', () => {
  const post = (url: string, payload: string, type = 'application/json') =>
    server.inject({ method: 'POST', url, payload, headers: { 'content-type': type, 'accept-language': 'en' } });

  it.each([
    ['broken JSON', '/auth/login', '{', 'application/json', 400, 'The request cannot be read.'],
    ['another type', '/auth/login', '<a/>', 'application/xml', 415, 'This content type is not taken.'],
    ['too much', '/auth/login', `"${'x'.repeat(11_000)}"`, 'application/json', 413, 'The body is too large.'],
  ])('is refused in plain words: %s', async (_what, url, payload, type, status, message) => {
    const response = await post(url, payload, type);
    expect([response.statusCode, response.json<{ message: string }>().message]).toEqual([status, message]);
  });

  it('tells nothing of the inside when something breaks, and logs it under the same id', async () => {
    const broken = new Proxy(api.app.db, {
      get(target, name) {
        if (name === 'createQueryRunner') throw new Error('relation "account" at /srv/secret.ts');
        return Reflect.get(target, name) as unknown;
      },
    });
    const other = await buildServer({ ...api.app, db: broken }, folder);
    const response = await other.inject({
      method: 'POST',
      url: '/auth/login',
      payload: { username: 'a', password: 'b' },
    });
    const { message, requestId } = response.json<{ message: string; requestId: string }>();
    expect(response.statusCode).toBe(500);
    expect(message).toBe(`Lỗi hệ thống. Khi báo lỗi, hãy gửi kèm mã ${requestId}.`);
    expect(response.body).not.toMatch(/secret|relation/);
    expect(api.logged.filter((line) => line.includes(requestId) && line.includes('secret.ts'))).toHaveLength(1);
    await other.close();
  });
});
