import { describe, expect, it } from 'vitest';
import { openApi } from '../../../../test/api.ts';
import { Browser } from '../../../../test/browser.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { factorWorld } from '../../../../test/factor-world.ts';
import { codeAt, enrol, TEST_KEY } from '../../../../test/second-factor.ts';

const world = factorWorld();
const { owner, awaiting } = world;

const REMOVE = 'mutation ($code: String!, $password: String!) { removeSecondFactor(code: $code, password: $password) }';
const RENEW = 'mutation ($code: String!, $password: String!) { renewRecoveryCodes(code: $code, password: $password) }';

describe('an active second factor', () => {
  it('is turned off by the password and a code, not by one of them', async () => {
    const { account, browser, secret } = await owner();
    const code = codeAt(secret, world.now);
    expect((await browser.gql(REMOVE, { code, password: 'wrong' })).fields[0]?.path).toBe('password');
    expect((await browser.gql(REMOVE, { code: '000000', password: account.password })).fields[0]?.path).toBe('code');
    expect(await browser.ask(REMOVE, { code, password: account.password })).toEqual({ removeSecondFactor: true });
    expect((await new Browser(world.api.server).signIn(account)).json()).not.toHaveProperty('stage');
    expect((await browser.gql(REMOVE, { code, password: account.password })).code).toBe('CONFLICT');
  });

  it('gets new recovery codes, and the old ones open nothing any more', async () => {
    const { account, browser, secret, codes } = await owner();
    const { renewRecoveryCodes } = await browser.ask<{ renewRecoveryCodes: string[] }>(RENEW, {
      code: codeAt(secret, world.now),
      password: account.password,
    });
    const waiting = await awaiting({ account });
    expect((await waiting.giveCode(codes[0] ?? '')).statusCode).toBe(403);
    expect((await waiting.giveCode(renewRecoveryCodes[9] ?? '')).statusCode).toBe(200);
  });

  it('outlives a password that somebody else set: the code comes first, then the change', async () => {
    const someone = await owner();
    await world.api.db.query('update account set must_change = true where username = $1', [someone.account.username]);
    const browser = await awaiting(someone);
    const response = await browser.giveCode(codeAt(someone.secret, world.now));
    expect(response.json()).toMatchObject({ stage: 'CHANGE', mustChange: true });
  });

  it('leaves a trail without secrets', async () => {
    const someone = await owner();
    const browser = await awaiting(someone);
    await browser.giveCode('000000');
    await browser.giveCode(codeAt(someone.secret, world.now));
    const { rows } = await world.api.db.query<{ what: string; actor: string | null; body: string }>(
      `select e.what, e.actor_name as actor, e.body from audit_event e join account a on a.id::text = e.about_id
        where e.about_kind = 'ACCOUNT' and a.username = $1 order by e.seq`,
      [someone.account.username],
    );
    expect(rows.map(({ what }) => what)).toEqual([
      'SIGNED_IN',
      'SECOND_FACTOR_OFFERED',
      'SECOND_FACTOR_SET',
      'RECOVERY_CODES_MADE',
      'CODE_AWAITED',
      'CODE_REFUSED',
      'SIGNED_IN',
    ]);
    expect(rows.at(-1)).toMatchObject({ actor: someone.account.username, body: '{"after":{"code":"APP"}}' });
    expect(rows.at(-2)?.actor).toBeNull();
  });
});

describe('a lost phone', () => {
  const RESET = 'mutation ($id: ID!) { resetSecondFactor(id: $id) { hasSecondFactor } }';
  const idOf = async ({ username }: { username: string }) =>
    (await world.api.db.query<{ id: string }>('select id::text from account where username = $1', [username])).rows[0]
      ?.id;

  it('is helped by who manages the account, and all that the factor opened ends', async () => {
    const { account, browser } = await owner();
    const id = await idOf(account);
    const { accounts } = await world.api.ask<{ accounts: { nodes: object[] } }>(
      'query ($search: String) { accounts(search: $search) { nodes { hasSecondFactor secondFactor { active } } } }',
      { search: account.username },
    );
    expect(accounts.nodes).toContainEqual({ hasSecondFactor: true, secondFactor: null });
    expect(await world.api.ask(RESET, { id })).toEqual({ resetSecondFactor: { hasSecondFactor: false } });
    expect(await browser.ask('{ me { id } }')).toEqual({ me: null });
    expect((await new Browser(world.api.server).signIn(account)).json()).not.toHaveProperty('stage');
    expect(await world.api.ask(RESET, { id })).toEqual({ resetSecondFactor: { hasSecondFactor: false } });
  });

  it('is helped with one half by one administrator within a day, and with the other by another', async () => {
    const PASSWORD = 'mutation ($id: ID!, $password: String!) { resetPassword(id: $id, password: $password) { id } }';
    const password = 'con trâu đi trước';
    const other = world.api.as(await buildAccount(world.api, { role: 'ADMINISTRATOR' }));
    const halves = [
      (caller: Caller, id?: string) => caller.gql(PASSWORD, { id, password }),
      (caller: Caller, id?: string) => caller.gql(RESET, { id }),
    ];
    for (const [first, second] of [halves, halves.toReversed()]) {
      const { account } = await owner();
      const id = await idOf(account);
      expect((await first?.(world.api, id))?.code).toBeUndefined();
      const refused = await second?.(world.api, id);
      expect([refused?.code, refused?.errors[0]?.message]).toEqual([
        'FORBIDDEN',
        expect.stringContaining('Hãy nhờ một người quản trị khác, hoặc dùng lệnh tại máy chủ.'),
      ]);
      expect((await second?.(other, id))?.code).toBeUndefined();
    }
  });

  it('and a password are as one likes where there was no second factor', async () => {
    const account = await buildAccount(world.api, { role: 'VIEWER' });
    const id = await idOf(account);
    const both = `mutation ($id: ID!) { resetPassword(id: $id, password: "con trâu đi trước") { id }
      resetSecondFactor(id: $id) { id } again: resetPassword(id: $id, password: "con trâu đi sau đó") { id } }`;
    expect((await world.api.gql(both, { id })).code).toBeUndefined();
  });

  it('is not helped by oneself, nor by who does not reach all that the account may do', async () => {
    const { account } = await owner({ role: 'VIEWER', unit: '164' });
    const beside = await buildAccount(world.api, { role: 'ADMINISTRATOR', unit: '169' });
    const refused = await world.api.as(beside).gql(RESET, { id: await idOf(account) });
    const own = await world.api.gql(RESET, { id: await idOf({ username: 'admin' }) });
    expect([refused.code, own.code]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });
});

describe('a role that requires a second factor', () => {
  it('opens nothing but its set-up until it is there', async () => {
    const strict = await openApi({ config: { secretsKey: TEST_KEY, requireSecondFactor: ['ADMINISTRATOR'] } });
    strict.app.now = () => world.now;
    const account = await buildAccount(strict, { role: 'ADMINISTRATOR', unit: '164' });
    const viewer = await buildAccount(strict, { role: 'VIEWER' });
    const browser = new Browser(strict.server);
    expect((await browser.signIn(account)).json()).toMatchObject({ stage: 'ENROL' });
    const refused = await browser.gql('{ units { totalCount } }');
    expect([refused.code, refused.errors[0]?.extensions?.['stage']]).toEqual(['FORBIDDEN', 'ENROL']);
    expect(await browser.ask('{ me { stage grants { id } } }')).toEqual({ me: { stage: 'ENROL', grants: [] } });
    await enrol(browser, account.password, world.now);
    expect(await browser.ask('{ me { stage } units { totalCount } }')).toMatchObject({ me: { stage: 'FULL' } });
    expect(await strict.as(viewer).ask('{ me { stage } }')).toEqual({ me: { stage: 'FULL' } });
    await strict.close();
  });
});
