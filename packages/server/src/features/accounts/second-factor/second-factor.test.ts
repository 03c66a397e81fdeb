import { describe, expect, it } from 'vitest';
import { Browser } from '../../../../test/browser.ts';
import { buildAccount, tokenEnd } from '../../../../test/factories.ts';
import { factorWorld } from '../../../../test/factor-world.ts';
import { codeAt, enrol, offer } from '../../../../test/second-factor.ts';

const world = factorWorld();
const { later, owner, awaiting } = world;

const ME = '{ me { username stage secondFactor { active recoveryCodesLeft } } }';

describe('setting up a second factor', () => {
  it('takes a code and the password, ends other sessions and goes on under another cookie', async () => {
    const account = await buildAccount(world.api, { role: 'VIEWER' });
    const [browser, other] = [new Browser(world.api.server), new Browser(world.api.server)];
    await browser.signIn(account);
    await other.signIn(account);
    const before = browser.carried('session');
    const { codes } = await enrol(browser, account.password, world.now);
    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^([A-Z2-9]{4}-){5}[A-Z2-9]{4}$/);
    expect(await browser.ask(ME)).toEqual({
      me: { username: account.username, stage: 'FULL', secondFactor: { active: true, recoveryCodesLeft: 10 } },
    });
    expect(await other.ask('{ me { id } }')).toEqual({ me: null });
    expect(browser.carried('session')).not.toBe(before);
    browser.plant('session', before);
    expect(await browser.ask('{ me { id } }')).toEqual({ me: null });
  });

  it('shows an address that an app reads, and keeps neither the secret nor the recovery codes as they are', async () => {
    const { account, browser, secret, codes } = await owner();
    expect((await browser.gql('mutation { offerSecondFactor { uri } }')).code).toBe('CONFLICT');
    const another = await buildAccount(world.api, { role: 'VIEWER' });
    const { uri } = await offer(world.api.as(another));
    expect(uri).toMatch(/^otpauth:\/\/totp\/[^?]+\?issuer=Ch%E1%BB%89%20ti%C3%AAu&secret=[A-Z2-7]{32}&/);
    expect(uri).toContain(encodeURIComponent(another.username));
    const { rows } = await world.api.db.query(
      `select f.secret::text, encode(f.secret, 'escape') as raw, r.code_hash::text from second_factor f
         join recovery_code r using (account_id) join account a on a.id = f.account_id where a.username = $1`,
      [account.username],
    );
    const trail = await world.api.db.query('select body, what from audit_event');
    const kept = JSON.stringify([rows, trail.rows]) + world.api.logged.join();
    expect(rows).toHaveLength(10);
    for (const hidden of [secret, codes[0] ?? '', (codes[0] ?? '').replaceAll('-', '')])
      expect(kept).not.toContain(hidden);
  });

  it.each([
    ['a wrong password', (code: string) => ({ code, password: 'wrong' }), 'password'],
    ['a wrong code', () => ({ code: '000000', password: null }), 'code'],
    ['no code', () => ({ code: '', password: null }), 'code'],
  ])('comes to nothing by %s', async (_what, given, path) => {
    const account = await buildAccount(world.api, { role: 'VIEWER' });
    const browser = new Browser(world.api.server);
    await browser.signIn(account);
    const { secret } = await offer(browser);
    const { code, password } = given(codeAt(secret, world.now));
    const answer = await browser.gql(
      'mutation ($code: String!, $password: String!) { confirmSecondFactor(code: $code, password: $password) }',
      { code, password: password ?? account.password },
    );
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', path]);
    expect((await new Browser(world.api.server).signIn(account)).json()).not.toHaveProperty('stage');
  });

  it('is nothing for programs', async () => {
    const input = { name: 'Một cửa', role: 'INTEGRATION', unit: '19', expiresOn: tokenEnd(world.now) };
    const { createToken } = await world.api.ask<{ createToken: { token: string } }>(
      'mutation ($input: TokenInput!) { createToken(input: $input) { token } }',
      { input },
    );
    const authorization = `Bearer ${createToken.token}`;
    const answer = await world.api.as(null).gql('mutation { offerSecondFactor { uri } }', {}, { authorization });
    expect(answer.code).toBe('FORBIDDEN');
  });
});

describe('before the code', () => {
  it('nobody counts as signed in', async () => {
    const someone = await owner();
    const last = async () => {
      const { rows } = await world.api.db.query<{ at: Date | null }>(
        'select last_sign_in_at as at from account where username = $1',
        [someone.account.username],
      );
      return rows[0]?.at ?? null;
    };
    await world.api.db.query('update account set last_sign_in_at = null where username = $1', [
      someone.account.username,
    ]);
    const browser = await awaiting(someone);
    expect(await last()).toBeNull();
    await browser.giveCode(codeAt(someone.secret, world.now));
    expect(await last()).not.toBeNull();
  });

  it('nothing is open but the code and the sign-out', async () => {
    const someone = await owner({ role: 'ADMINISTRATOR' });
    const browser = await awaiting(someone);
    expect(browser.carried('device')).toBe('');
    const me =
      '{ me { username stage rights { right } unit { name } grants { id } delegations { id } sessions { id } secondFactor { active } } }';
    expect(await browser.ask(me)).toEqual({
      me: {
        username: someone.account.username,
        stage: 'TOTP',
        rights: [],
        unit: null,
        grants: [],
        delegations: [],
        sessions: [],
        secondFactor: null,
      },
    });
    for (const query of [
      '{ units { totalCount } }',
      '{ accounts { totalCount } }',
      'mutation { offerSecondFactor { uri } }',
      'mutation { removeSecondFactor(code: "1", password: "x") }',
      'mutation { changePassword(current: "a", next: "b") }',
      'mutation { revokeOtherSessions }',
    ]) {
      const refused = await browser.gql(query, {}, { 'accept-language': 'en' });
      expect([refused.code, refused.errors[0]?.message, refused.errors[0]?.extensions?.['stage']]).toEqual([
        'FORBIDDEN',
        'Give the code of your second factor first.',
        'TOTP',
      ]);
    }
    for (const path of ['/ingest/dossiers', '/ingest/procedures'])
      expect((await browser.ingest([], { path })).status).toBe(403);
    expect((await browser.raw({ method: 'POST', url: '/auth/logout' })).statusCode).toBe(204);
    expect((await browser.giveCode(codeAt(someone.secret, world.now))).statusCode).toBe(401);
  });

  it('waits ten minutes, and not for an account that was closed meanwhile', async () => {
    const someone = await owner();
    const browser = await awaiting(someone);
    const { rows } = await world.api.db.query<{ minutes: number }>(
      `select (extract(epoch from expires_at - now()) / 60)::int as minutes from session where stage = 'TOTP' order by id desc limit 1`,
    );
    expect(rows[0]?.minutes).toBe(10);
    await world.api.db.query('update account set active = false where username = $1', [someone.account.username]);
    expect((await browser.giveCode(codeAt(someone.secret, world.now))).statusCode).toBe(401);
  });
});

describe('the code', () => {
  it('opens the session under another cookie and makes the browser known', async () => {
    const someone = await owner();
    const browser = await awaiting(someone);
    const before = browser.carried('session');
    const response = await browser.giveCode(codeAt(someone.secret, world.now));
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { username: someone.account.username, name: someone.account.username },
    ]);
    expect(browser.carried('session')).not.toBe(before);
    expect(browser.carried('device')).not.toBe('');
    expect(await browser.ask('{ me { stage } units { totalCount } }')).toMatchObject({ me: { stage: 'FULL' } });
    browser.plant('session', before);
    expect(await browser.ask('{ me { id } }')).toEqual({ me: null });
  });

  it.each([
    [-2, 403],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 403],
  ])('of %i half minutes from now is answered %i', async (steps, status) => {
    const someone = await owner();
    const browser = await awaiting(someone);
    expect((await browser.giveCode(codeAt(someone.secret, later(steps)))).statusCode).toBe(status);
  });

  it('is taken once, also of two that come at once, and none before it', async () => {
    const someone = await owner();
    const browsers = await Promise.all([awaiting(someone), awaiting(someone)]);
    const code = codeAt(someone.secret, world.now);
    const answers = await Promise.all(browsers.map((browser) => browser.giveCode(code)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403]);
    const third = await awaiting(someone);
    expect((await third.giveCode(code)).statusCode).toBe(403);
    expect((await third.giveCode(codeAt(someone.secret, later(-1)))).statusCode).toBe(403);
    expect((await third.giveCode(codeAt(someone.secret, later(1)))).statusCode).toBe(200);
  });

  it('is not taken again after it has set the factor up', async () => {
    const account = await buildAccount(world.api, { role: 'VIEWER' });
    const first = new Browser(world.api.server);
    await first.signIn(account);
    const { secret } = await enrol(first, account.password, world.now);
    expect((await (await awaiting({ account })).giveCode(codeAt(secret, world.now))).statusCode).toBe(403);
  });

  it('of somebody else opens nothing', async () => {
    const [someone, other] = [await owner(), await owner()];
    const browser = await awaiting(someone);
    expect((await browser.giveCode(codeAt(other.secret, world.now))).statusCode).toBe(403);
    expect((await browser.giveCode(other.codes[0] ?? '')).statusCode).toBe(403);
  });

  it('may be a recovery code, each once, however it is written', async () => {
    const someone = await owner();
    const [code = '', next = ''] = someone.codes;
    expect((await (await awaiting(someone)).giveCode(code.toLowerCase().replaceAll('-', ' '))).statusCode).toBe(200);
    const again = await awaiting(someone);
    expect((await again.giveCode(code)).statusCode).toBe(403);
    expect((await again.giveCode(next)).statusCode).toBe(200);
    expect(await again.ask(ME)).toMatchObject({ me: { secondFactor: { recoveryCodesLeft: 8 } } });
  });

  it.each([
    ['nothing', '', 400],
    ['a number', '{"code":123456}', 400],
    ['a list', '[]', 400],
  ])('is not %s', async (_what, payload, status) => {
    const headers = { 'content-type': 'application/json' };
    const response = await world.api.server.inject({ method: 'POST', url: '/auth/second-factor', payload, headers });
    expect(response.statusCode).toBe(status);
  });

  it('is nothing that a form of another site can send', async () => {
    const browser = await awaiting(await owner());
    const headers = { cookie: `session=${browser.carried('session')}`, 'content-type': 'text/plain' };
    const payload = JSON.stringify({ code: '123456' });
    const response = await world.api.server.inject({ method: 'POST', url: '/auth/second-factor', payload, headers });
    expect(response.statusCode).toBe(403);
    expect(response.body).toContain('apollo-require-preflight');
  });

  it('that cannot be checked, for the key is another one, says so, and a recovery code still opens', async () => {
    const someone = await owner();
    const browser = await awaiting(someone);
    const { secretsKey } = world.api.app.config;
    world.api.app.config.secretsKey = Buffer.alloc(32, 8);
    const refused = await browser.giveCode(codeAt(someone.secret, world.now));
    const opened = await browser.giveCode(someone.codes[0] ?? '');
    world.api.app.config.secretsKey = secretsKey;
    expect([refused.statusCode, opened.statusCode]).toEqual([409, 200]);
    expect(refused.body).toContain('mã dự phòng');
  });
});

describe('too many wrong codes', () => {
  it('make the account wait, also when they come at once, and are remembered', async () => {
    const someone = await owner();
    const browser = await awaiting(someone);
    const answers = await Promise.all(Array.from({ length: 14 }, () => browser.giveCode('000000')));
    const codes = answers.map(({ statusCode }) => statusCode);
    expect([codes.filter((code) => code === 403).length, codes.filter((code) => code === 429).length]).toEqual([10, 4]);
    const held = await (await awaiting(someone)).giveCode(codeAt(someone.secret, world.now));
    expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '60']);
    expect((await (await awaiting(await owner())).giveCode('000000')).statusCode).toBe(403);
    await world.api.db.query(`update second_factor_failure set at = at - interval '61 seconds'`);
    expect((await browser.giveCode(codeAt(someone.secret, world.now))).statusCode).toBe(200);
  });

  it('make it wait longer when they go on for an hour', async () => {
    const someone = await owner();
    const browser = await awaiting(someone);
    await world.api.db.query(
      `insert into second_factor_failure (account_id, at)
       select id, now() - interval '5 minutes' from account, generate_series(1, 60) where username = $1`,
      [someone.account.username],
    );
    const held = await browser.giveCode(codeAt(someone.secret, world.now));
    expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '3600']);
  });

  it('do not keep its owner out of a browser in which they signed in before', async () => {
    const someone = await owner();
    const attacker = await awaiting(someone);
    for (let time = 0; time < 11; time++) await attacker.giveCode('000000');
    expect((await someone.browser.signIn(someone.account)).json()).toMatchObject({ stage: 'TOTP' });
    expect((await someone.browser.giveCode(codeAt(someone.secret, world.now))).statusCode).toBe(200);
  });
});
