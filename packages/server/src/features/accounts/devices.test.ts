import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Browser } from '../../../test/browser.ts';
import { buildAccount } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => void (await api.db.query('delete from sign_in_failure')));

type Account = { username: string; password: string };

const wrong = ({ username }: Account): Account => ({ username, password: 'wrong' });

async function attack(account: Account, times = 12): Promise<number[]> {
  const attacker = new Browser(api.server);
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) statuses.push((await attacker.signIn(wrong(account))).statusCode);
  return statuses;
}

async function known(): Promise<{ account: Account; browser: Browser }> {
  const account = await buildAccount(api, { role: 'VIEWER' });
  const browser = new Browser(api.server);
  expect((await browser.signIn(account)).statusCode).toBe(200);
  return { account, browser };
}

describe('a browser in which somebody signed in before', () => {
  it('lets them in while others try their name and their address again and again', async () => {
    const { account, browser } = await known();
    expect((await attack(account)).slice(9)).toEqual([401, 429, 429]);
    for (let name = 0; name < 3; name++) await attack({ username: `name ${name}`, password: '' });
    expect((await new Browser(api.server).signIn(account)).statusCode).toBe(429);
    expect((await browser.signIn(account)).statusCode).toBe(200);
  });

  it('has a count of its own, which holds up nobody else', async () => {
    const { account, browser } = await known();
    const statuses: number[] = [];
    for (let time = 0; time < 11; time++) statuses.push((await browser.signIn(wrong(account))).statusCode);
    expect(statuses).toEqual([...(Array(10).fill(401) as number[]), 429]);
    expect((await browser.signIn(account)).statusCode).toBe(429);
    expect((await new Browser(api.server).signIn(account)).statusCode).toBe(200);
  });

  it('is known for those alone who signed in there', async () => {
    const { browser } = await known();
    const other = await buildAccount(api, { role: 'VIEWER' });
    await attack(other);
    expect((await browser.signIn(other)).statusCode).toBe(429);
    await api.db.query('delete from sign_in_failure');
    expect((await browser.signIn(other)).statusCode).toBe(200);
    await attack(other);
    expect((await browser.signIn(other)).statusCode).toBe(200);
  });

  it('keeps all who share it, under a token that changes with every sign-in', async () => {
    const { account, browser } = await known();
    const first = browser.carried('device');
    const other = await buildAccount(api, { role: 'VIEWER' });
    await browser.signIn(other);
    expect(browser.carried('device')).not.toBe(first);
    await attack(account);
    const thief = new Browser(api.server);
    thief.plant('device', first);
    expect((await thief.signIn(account)).statusCode).toBe(429);
    expect((await browser.signIn(account)).statusCode).toBe(200);
  });

  it('is forgotten after 90 days, and cleared away', async () => {
    const { account, browser } = await known();
    await api.db.query('update sign_in_device set expires_at = now()');
    await attack(account);
    expect((await browser.signIn(account)).statusCode).toBe(429);
    await known();
    const { rows } = await api.db.query<{ days: number }>(
      `select round(extract(epoch from expires_at - now()) / 86400)::int as days from sign_in_device`,
    );
    expect(rows).toEqual([{ days: 90 }]);
  });

  it('is stored by a hash alone', async () => {
    const { browser } = await known();
    const { rows } = await api.db.query<{ text: string }>(
      `select d::text || encode(d.token_hash, 'escape') || encode(d.token_hash, 'base64') as text from sign_in_device d`,
    );
    expect(browser.carried('device')).toHaveLength(43);
    expect(JSON.stringify(rows)).not.toContain(browser.carried('device'));
  });
});
