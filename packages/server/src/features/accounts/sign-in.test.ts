import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildServer } from '../../app/http/server.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { buildAccount } from '../../../test/factories.ts';
import { ADMIN } from '../../../test/test-config.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => async () => void (await api.db.query('delete from sign_in_failure')));

type Headers = Record<string, string>;

function login(body: unknown, headers: Headers = {}, server = api.server): Promise<LightMyRequestResponse> {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  return server.inject({
    method: 'POST',
    url: '/auth/login',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function cookieOf(account: { username: string; password: string }): Promise<string> {
  const [cookie] = (await login(account)).cookies;
  return `${cookie?.name}=${cookie?.value}`;
}

async function me(cookie: string): Promise<{ username: string } | null> {
  const response = await api.server.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: '{ me { username grants { role unit { code } } active } }' },
    headers: { cookie },
  });
  return response.json<{ data: { me: { username: string } | null } }>().data.me;
}

describe('signing in', () => {
  it('opens a session by a cookie that scripts and other sites cannot use', async () => {
    const response = await login(ADMIN);
    expect([response.statusCode, response.json()]).toEqual([200, { username: 'admin', name: 'Quản trị hệ thống' }]);
    const [header = '', device = ''] = response.headers['set-cookie'] as string[];
    expect(header).toMatch(/^session=[\w-]{43};/);
    expect(header.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
    expect(device).toMatch(/^device=[\w-]{43}; Max-Age=7776000; Path=\/auth; HttpOnly; SameSite=Lax$/);
    expect(await me(header.split(';')[0] ?? '')).toEqual({
      username: 'admin',
      grants: [{ role: 'ADMINISTRATOR', unit: { code: '19' } }],
      active: true,
    });
  });

  it('marks the cookie as secure under https', async () => {
    const behindProxy = await openApi({ config: { publicUrl: 'https://chi-tieu.example' } });
    expect(String((await login(ADMIN, {}, behindProxy.server)).headers['set-cookie'])).toContain('; Secure');
    await behindProxy.close();
    const plain = await openApi({ config: { publicUrl: 'http://chi-tieu.example' } });
    expect(String((await login(ADMIN, {}, plain.server)).headers['set-cookie'])).not.toContain('Secure');
    expect(
      String((await login(ADMIN, { 'x-forwarded-proto': 'https' }, plain.server)).headers['set-cookie']),
    ).toContain('; Secure');
    await plain.close();
  });

  it('does not mind capitals, blanks and decomposed letters in the name', async () => {
    const { password } = await buildAccount(api, { role: 'VIEWER', username: 'nguyễn văn a' });
    for (const username of ['Nguyễn Văn A', ' nguyễn văn a ', 'nguyễn văn a'.normalize('NFD')])
      expect((await login({ username, password })).statusCode).toBe(200);
  });

  it('keeps neither passwords nor tokens as they are', async () => {
    const cookie = await cookieOf(ADMIN);
    const { rows } = await api.db.query(
      'select a.password_hash, encode(s.token_hash, $1) as token from account a join session s on s.account_id = a.id',
      ['base64'],
    );
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(cookie.split('=')[1]);
    expect(stored).not.toContain(ADMIN.password);
    expect(stored).toContain('$argon2id$');
    expect(api.logged.join()).not.toContain(cookie.split('=')[1]);
  });

  const wrong: [string, { username: string; password: string }][] = [
    ['a wrong password', { username: 'admin', password: 'wrong' }],
    ['a wrong name', { username: 'nobody', password: ADMIN.password }],
    ['no name', { username: '', password: '' }],
    ['a name with NUL', { username: 'admin\0', password: ADMIN.password }],
    ['half a character', { username: '\ud800', password: '\ud800' }],
    ['an endless password', { username: 'admin', password: 'x'.repeat(5_000) }],
    ['a quote and SQL', { username: "admin' or true --", password: 'x' }],
  ];
  it.each(wrong)('refuses %s with one and the same message', async (_what, credentials) => {
    const response = await login(credentials, { 'accept-language': 'en' });
    expect([response.statusCode, response.body]).toEqual([401, '{"message":"Wrong user name or password."}']);
    expect(response.headers['set-cookie']).toBeUndefined();
    expect((await login(credentials)).json()).toEqual({ message: 'Sai tên đăng nhập hoặc mật khẩu.' });
  });

  it('refuses an account that is not active as if it did not exist, and ends its sessions', async () => {
    const account = await buildAccount(api, { role: 'VIEWER' });
    const cookie = await cookieOf(account);
    expect(await me(cookie)).not.toBeNull();
    await api.db.query('update account set active = false where username = $1', [account.username]);
    expect([(await login(account)).statusCode, await me(cookie)]).toEqual([401, null]);
  });

  it.each([
    ['nothing', ''],
    ['broken JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number as password', '{"username":"admin","password":1}'],
    ['a megabyte', JSON.stringify({ username: 'a', password: 'x'.repeat(1_000_000) })],
  ])('refuses %s as a body and names no file', async (_what, body) => {
    const response = await login(body);
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.body).not.toMatch(/node_modules|\.[jt]s\b|\n\s+at /);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'takes nothing that a form can send: %s',
    async (type) => {
      const response = await login(JSON.stringify(ADMIN), { 'content-type': type });
      expect([400, 415]).toContain(response.statusCode);
      expect(response.headers['set-cookie']).toBeUndefined();
    },
  );
});

describe('too many wrong passwords', () => {
  const guess = { username: 'admin', password: 'wrong' };

  it('make a name wait, even with the right one; others and later tries are not held up', async () => {
    const other = await buildAccount(api, { role: 'VIEWER' });
    for (let count = 0; count < 10; count++) expect((await login(guess)).statusCode).toBe(401);
    for (const credentials of [guess, ADMIN, { ...guess, username: ' ADMIN' }]) {
      const response = await login(credentials);
      expect(response.statusCode).toBe(429);
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      expect(response.json<{ message: string }>().message).toContain(String(response.headers['retry-after']));
    }
    expect((await login(other)).statusCode).toBe(200);
    await api.db.query(`update sign_in_failure set at = at - interval '61 seconds'`);
    expect((await login(ADMIN)).statusCode).toBe(200);
  });

  it('are remembered over a restart', async () => {
    for (let count = 0; count < 10; count++) await login(guess);
    const restarted = await buildServer(api.app);
    expect((await login(ADMIN, {}, restarted)).statusCode).toBe(429);
    await restarted.close();
  });

  it('count all the same when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => login(guess)));
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(10);
    expect(codes.filter((code) => code === 429)).toHaveLength(15);
  });

  it('are counted for the address that the proxy saw, not for one that the caller made up', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
    const counted = async () =>
      (await api.db.query<{ address: string }>('select address from sign_in_failure')).rows.map(
        ({ address }) => address,
      );
    const behindProxy = await buildServer({ ...api.app, config: { ...api.app.config, publicUrl: 'http://a.example' } });
    await login(guess, forwarded, behindProxy);
    expect(await counted()).toEqual(['198.51.100.7']);
    await behindProxy.close();
    await api.db.query('delete from sign_in_failure');
    await login(guess, forwarded);
    expect(await counted()).toEqual(['127.0.0.1']);
  });

  it('are counted for the network of an address of IPv6', async () => {
    const behindProxy = await buildServer({ ...api.app, config: { ...api.app.config, publicUrl: 'http://a.example' } });
    const from = (address: string, username: string) =>
      login({ username, password: 'x' }, { 'x-forwarded-for': address }, behindProxy);
    for (let count = 0; count < 30; count++) await from(`2001:db8:0:1::${count.toString(16)}`, `name ${count}`);
    expect((await from('2001:db8:0:1:ffff::1', 'another')).statusCode).toBe(429);
    expect((await from('2001:db8:0:2::1', 'another')).statusCode).toBe(401);
    await behindProxy.close();
  });

  it('make an address wait that tries many names', async () => {
    for (let count = 0; count < 30; count++) await login({ username: `name ${count}`, password: 'x' });
    expect((await login({ username: 'another', password: 'x' })).statusCode).toBe(429);
  });
});

describe('signing out', () => {
  it('ends the session on the server', async () => {
    const cookie = await cookieOf(ADMIN);
    const other = await cookieOf(ADMIN);
    const response = await api.server.inject({
      method: 'POST',
      url: '/auth/logout',
      headers: { cookie, 'apollo-require-preflight': 'yes' },
    });
    expect(response.statusCode).toBe(204);
    expect(String(response.headers['set-cookie'])).toContain('session=;');
    expect([await me(cookie), (await me(other))?.username]).toEqual([null, 'admin']);
  });

  it('is nothing that another site can do, and nothing wrong without a session', async () => {
    const cookie = await cookieOf(ADMIN);
    expect((await api.server.inject({ method: 'POST', url: '/auth/logout', headers: { cookie } })).statusCode).toBe(
      403,
    );
    expect(await me(cookie)).not.toBeNull();
    expect((await api.server.inject({ method: 'POST', url: '/auth/logout' })).statusCode).toBe(204);
  });
});

describe('a session', () => {
  const sessions = async () =>
    (
      await api.db.query<{ over: boolean; seen: number }>(
        `select expires_at <= now() as over, round(extract(epoch from now() - last_seen_at) / 60)::int as seen
           from session order by created_at`,
      )
    ).rows;

  it('leaves nothing behind when it is over: the next one to sign in clears it away', async () => {
    await api.db.query('delete from session');
    await login(ADMIN);
    await api.db.query('update session set expires_at = now()');
    const cookie = await cookieOf(ADMIN);
    expect(await sessions()).toEqual([{ over: false, seen: 0 }]);
    await login({ ...ADMIN, password: 'wrong' });
    expect(await me(cookie)).not.toBeNull();
  });

  it('knows within a minute when it was used last, and is not written to more often', async () => {
    await api.db.query('delete from session');
    const cookie = await cookieOf(ADMIN);
    await api.db.query(`update session set last_seen_at = now() - interval '29 minutes'`);
    expect((await me(cookie))?.username).toBe('admin');
    expect(await sessions()).toEqual([{ over: false, seen: 0 }]);
    const written = async () => (await api.db.query<{ xmin: string }>('select xmin::text from session')).rows[0]?.xmin;
    const before = await written();
    await Promise.all([me(cookie), me(cookie), me(cookie)]);
    expect(await written()).toBe(before);
    await api.db.query(`update session set expires_at = now(), last_seen_at = now() - interval '50 minutes'`);
    expect(await me(cookie)).toBeNull();
    expect(await sessions()).toEqual([{ over: true, seen: 50 }]);
  });

  it('is over when nobody used it for half an hour, however long it might have lasted', async () => {
    const cookie = await cookieOf(ADMIN);
    await api.db.query(`update session set last_seen_at = now() - interval '30 minutes'`);
    expect(await me(cookie)).toBeNull();
    await login(ADMIN);
    expect((await sessions()).length).toBe(1);
  });

  it('lasts 12 hours, used or not', async () => {
    await login(ADMIN);
    const { rows } = await api.db.query<{ hours: number }>(
      'select (extract(epoch from expires_at - created_at) / 3600)::int as hours from session order by id desc limit 1',
    );
    expect(rows.map(({ hours }) => hours)).toEqual([12]);
  });

  it('that a browser still carries ends when somebody signs in there, and not when they fail to', async () => {
    const old = await cookieOf(ADMIN);
    await login({ ...ADMIN, password: 'wrong' }, { cookie: old });
    expect(await me(old)).not.toBeNull();
    const response = await login(ADMIN, { cookie: old });
    const [next] = response.cookies;
    expect(await me(old)).toBeNull();
    expect(await me(`session=${next?.value}`)).not.toBeNull();
    expect(`session=${next?.value}`).not.toBe(old);
  });

  it('is over after its time, and nothing else opens one', async () => {
    const cookie = await cookieOf(ADMIN);
    await api.db.query(`update session set expires_at = now()`);
    expect(await me(cookie)).toBeNull();
    for (const forged of [
      'session=',
      'session=x',
      `session=${'A'.repeat(43)}`,
      `session=${'x'.repeat(4_000)}`,
      'session=%00',
      'session=%F0',
    ])
      expect(await me(forged)).toBeNull();
  });
});
