import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Browser } from '../../../test/browser.ts';
import { buildAccount } from '../../../test/factories.ts';
import { passwordWork } from './password-threads.ts';
import { COMMON_PASSWORDS, hashPassword, isPassword } from './passwords.service.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => void (await api.db.query('delete from sign_in_failure')));

const CHANGE = 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }';
const NEXT = 'con trâu đi trước';

async function signedIn(facts: Parameters<typeof buildAccount>[1] = { role: 'VIEWER' }) {
  const account = await buildAccount(api, facts);
  const browser = new Browser(api.server);
  await browser.signIn(account);
  return { account, browser };
}

const statusOf = async (account: { username: string; password: string }) =>
  (await new Browser(api.server).signIn(account)).statusCode;

describe('changing one’s own password', () => {
  it('makes the new one count and the old one not, and ends all other sessions', async () => {
    const { account, browser } = await signedIn();
    const other = new Browser(api.server);
    await other.signIn(account);
    expect(await browser.ask(CHANGE, { current: account.password, next: NEXT })).toEqual({ changePassword: true });
    expect([await statusOf(account), await statusOf({ ...account, password: NEXT })]).toEqual([401, 200]);
    expect(await other.ask('{ me { id } }')).toEqual({ me: null });
    expect((await browser.ask<{ me: { username: string } }>('{ me { username } }')).me.username).toBe(account.username);
  });

  it('gives the session another token; the old one opens nothing any more', async () => {
    const { account, browser } = await signedIn();
    const before = await api.db.query<{ hash: Buffer }>(
      'select token_hash as hash from session s join account a on a.id = s.account_id where a.username = $1',
      [account.username],
    );
    await browser.ask(CHANGE, { current: account.password, next: NEXT });
    const left = await api.db.query('select from session where token_hash = $1', [before.rows[0]?.hash]);
    expect([before.rowCount, left.rowCount]).toEqual([1, 0]);
  });

  it('counts however the letters of the password are composed', async () => {
    const { account, browser } = await signedIn();
    await browser.ask(CHANGE, { current: account.password.normalize('NFD'), next: NEXT.normalize('NFD') });
    expect(await statusOf({ ...account, password: NEXT.normalize('NFC') })).toBe(200);
    expect(await statusOf({ ...account, password: NEXT.normalize('NFD') })).toBe(200);
  });

  it.each([
    ['too short', 'ngắn', 'Mật khẩu phải có ít nhất 12 ký tự.'],
    ['too long', 'dài '.repeat(100), 'Mật khẩu dài quá 256 ký tự.'],
    ['one that many have', 'Mật Khẩu 12345', 'Mật khẩu này quá phổ biến, dễ bị đoán.'],
    ['the product’s name', 'chỉ tiêu 2022', 'Mật khẩu không được là tên đăng nhập, họ tên hay tên phần mềm.'],
    ['the user name', 'người có tên dài', 'Mật khẩu không được là tên đăng nhập, họ tên hay tên phần mềm.'],
  ])('refuses one that is %s, before it counts a try', async (_what, next, message) => {
    const username = 'người có tên dài';
    await api.db.query('update account set username = id::text where username = $1', [username]);
    const { browser } = await signedIn({ username });
    const answer = await browser.gql(CHANGE, { current: 'whatever', next });
    expect([answer.code, answer.fields]).toEqual(['BAD_USER_INPUT', [{ path: 'next', message }]]);
    expect((await api.db.query('select from sign_in_failure')).rowCount).toBe(0);
  });

  it('refuses the one that it was', async () => {
    const { account, browser } = await signedIn();
    const answer = await browser.gql(CHANGE, { current: account.password, next: account.password });
    expect(answer.fields).toEqual([{ path: 'next', message: 'Mật khẩu mới phải khác mật khẩu hiện tại.' }]);
  });

  it('takes a wrong current password for a sign-in that failed, and lets nobody try for ever', async () => {
    const { account, browser } = await signedIn();
    const paths = [];
    for (let time = 0; time < 11; time++) {
      const { fields } = await browser.gql(CHANGE, { current: `wrong ${time}`, next: NEXT });
      paths.push(fields[0]?.message);
    }
    expect(paths.slice(0, 10)).toEqual(Array(10).fill('Mật khẩu hiện tại không đúng.'));
    expect(paths[10]).toBe('Sai quá nhiều lần. Hãy thử lại sau 60 giây.');
    expect((await browser.gql(CHANGE, { current: account.password, next: NEXT })).code).toBe('BAD_USER_INPUT');
    expect(await statusOf(account)).toBe(429);
    await api.db.query('delete from sign_in_failure');
    expect([await statusOf(account), await statusOf({ ...account, password: NEXT })]).toEqual([200, 401]);
  });

  it('takes one of two that come at once', async () => {
    const { account, browser } = await signedIn();
    const nexts = ['cái cày theo sau 1', 'cái cày theo sau 2'];
    const answers = await Promise.all(nexts.map((next) => browser.gql(CHANGE, { current: account.password, next })));
    const counted = await Promise.all(nexts.map((password) => statusOf({ ...account, password })));
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(counted).toEqual(answers.map(({ code }) => (code === undefined ? 200 : 401)));
  });
});

describe('a password that somebody else chose', () => {
  async function mustChange() {
    const account = await buildAccount(api, { role: 'ADMINISTRATOR' });
    await api.db.query('update account set must_change = true where username = $1', [account.username]);
    const browser = new Browser(api.server);
    return { account, browser, response: await browser.signIn(account) };
  }

  it('opens nothing but its own change', async () => {
    const { account, browser, response } = await mustChange();
    expect(response.json()).toMatchObject({ username: account.username, mustChange: true });
    const query =
      '{ me { username mustChange rights { right } unit { name } grants { unit { name } } delegations { id } } }';
    expect(await browser.ask(query)).toEqual({
      me: { username: account.username, mustChange: true, rights: [], unit: null, grants: [], delegations: [] },
    });
    const refused = await browser.gql('{ units { totalCount } }', {}, { 'accept-language': 'en' });
    expect([refused.code, refused.errors[0]?.message, refused.errors[0]?.extensions?.['stage']]).toEqual([
      'FORBIDDEN',
      'Change your password first.',
      'CHANGE',
    ]);
    for (const path of ['/ingest/dossiers', '/ingest/procedures'])
      expect((await browser.ingest([], { path })).status).toBe(403);
    const logout = await browser.raw({ method: 'POST', url: '/auth/logout' });
    expect(logout.statusCode).toBe(204);
  });

  it('gives way to one’s own, and then everything is open', async () => {
    const { account, browser } = await mustChange();
    await browser.ask(CHANGE, { current: account.password, next: NEXT });
    expect(await browser.ask('{ me { mustChange } units { totalCount } }')).toMatchObject({
      me: { mustChange: false },
    });
    expect((await browser.ingest([])).status).toBe(200);
  });

  it('is not that of the first administrator', async () => {
    expect(await api.ask('{ me { mustChange unit { code } } }')).toEqual({
      me: { mustChange: false, unit: { code: '19' } },
    });
  });
});

describe('hashing', () => {
  it('reads as much of a password of any length as it wrote', async () => {
    const endless = 'đ'.repeat(5_000);
    expect(await isPassword(await hashPassword(endless), endless)).toBe(true);
    expect(await isPassword(await hashPassword('x'), 'x')).toBe(true);
    expect(await isPassword(await hashPassword('x'), 'y')).toBe(false);
    expect(await isPassword(null, 'x')).toBe(false);
  });

  it('takes two places at most: sign-ins beyond wait for them, and other requests do not', async () => {
    const account = await buildAccount(api, { role: 'VIEWER' });
    let release = () => {};
    const held = new Promise<void>((go) => (release = go));
    const holders = [passwordWork.pass(() => held), passwordWork.pass(() => held)];
    let answered = 0;
    const signIns = Array.from({ length: 5 }, () => statusOf(account).finally(() => answered++));
    // As much work as the five have before them, and more: without a turnstile they would be done by now.
    for (let time = 0; time < 15; time++) await hash('x', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect((await api.raw({ url: '/health' })).statusCode).toBe(200);
    await api.ask('{ units { totalCount } }');
    expect([answered, (await api.db.query('select from sign_in_failure')).rowCount]).toEqual([0, 5]);
    release();
    await Promise.all(holders);
    expect(await Promise.all(signIns)).toEqual([200, 200, 200, 200, 200]);
  });

  it('knows some hundred passwords that are guessed first, Vietnamese ones too', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(500);
    for (const word of ['password', 'matkhau', 'anhyeuem', '123456789012']) expect(COMMON_PASSWORDS).toContain(word);
  });
});
