import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Browser } from '../../../test/browser.ts';
import { buildAccount } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Shown {
  id: string;
  address: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
  endsAt: string;
  current: boolean;
}

const SESSIONS = '{ me { username sessions { id address userAgent createdAt lastSeenAt endsAt current } } }';

async function sessionsOf(browser: Browser): Promise<Shown[]> {
  const { me } = await browser.ask<{ me: { sessions: Shown[] } }>(SESSIONS);
  return me.sessions;
}

async function twoBrowsers(): Promise<{
  account: { username: string; password: string };
  here: Browser;
  there: Browser;
}> {
  const account = await buildAccount(api, { role: 'VIEWER' });
  const [here, there] = [new Browser(api.server), new Browser(api.server)];
  await there.signIn(account, `Old browser ${'x'.repeat(300)}`);
  await here.signIn(account, 'Firefox \0 here');
  return { account, here, there };
}

const isSignedIn = async (browser: Browser) =>
  (await browser.ask<{ me: { id: string } | null }>('{ me { id } }')).me !== null;
const minutes = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

describe('one’s own sessions', () => {
  it('are told apart by browser, address and times; the one in which one asks is marked', async () => {
    const { here } = await twoBrowsers();
    const shown = await sessionsOf(here);
    expect(shown.map(({ userAgent, address, current }) => [userAgent, address, current])).toEqual([
      ['Firefox \ufffd here', '127.0.0.1', true],
      [`Old browser ${'x'.repeat(188)}`, '127.0.0.1', false],
    ]);
    expect(shown.map(({ lastSeenAt, endsAt }) => minutes(lastSeenAt, endsAt))).toEqual([30, 30]);
  });

  it('end 12 hours after they began, also when they are in use', async () => {
    const { here } = await twoBrowsers();
    await api.db.query(
      `update session set expires_at = now() + interval '5 minutes', created_at = now() - interval '715 minutes'`,
    );
    const [current] = await sessionsOf(here);
    expect(minutes(current?.createdAt ?? '', current?.endsAt ?? '')).toBe(720);
  });

  it('leave out what is over', async () => {
    const { here, there } = await twoBrowsers();
    const other = (await sessionsOf(here)).find(({ current }) => !current);
    await api.db.query(`update session set last_seen_at = now() - interval '31 minutes' where id = $1`, [other?.id]);
    expect(await sessionsOf(here)).toHaveLength(1);
    expect(await isSignedIn(there)).toBe(false);
  });

  it('can be ended one by one', async () => {
    const { here, there } = await twoBrowsers();
    const other = (await sessionsOf(here)).find(({ current }) => !current);
    const revoke = (id?: string) => here.ask('mutation ($id: ID!) { revokeSession(id: $id) }', { id });
    expect(await revoke(other?.id)).toEqual({ revokeSession: true });
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    expect(await revoke(other?.id)).toEqual({ revokeSession: false });
  });

  it('can be ended all but this one', async () => {
    const { account, here, there } = await twoBrowsers();
    const third = new Browser(api.server);
    await third.signIn(account);
    expect(await here.ask('mutation { revokeOtherSessions }')).toEqual({ revokeOtherSessions: 2 });
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(third)]).toEqual([true, false, false]);
  });
});

describe('the sessions of others', () => {
  it('are neither shown nor ended, and look like none', async () => {
    const { here } = await twoBrowsers();
    const other = await twoBrowsers();
    const theirs = (await sessionsOf(other.here)).map(({ id }) => id);
    for (const id of [...theirs, '0', '99999999999999999999', 'x', ''])
      expect(await here.ask('mutation ($id: ID!) { revokeSession(id: $id) }', { id })).toEqual({
        revokeSession: false,
      });
    await here.ask('mutation { revokeOtherSessions }');
    expect(await sessionsOf(other.here)).toHaveLength(2);
  });

  const SEEN = 'query ($id: ID!) { account(id: $id) { managed sessions { id current } } }';
  const END = 'mutation ($account: ID!) { revokeAccountSessions(account: $account) }';
  const idOf = async (browser: Browser) => (await browser.ask<{ me: { id: string } }>('{ me { id } }')).me.id;

  it('are shown to who manages the account, who can end them all and not one’s own so', async () => {
    const { account, here, there } = await twoBrowsers();
    const id = await idOf(here);
    const seen = await api.ask<{ account: { managed: boolean; sessions: { current: boolean }[] } }>(SEEN, { id });
    expect(seen.account).toMatchObject({ managed: true, sessions: [{ current: false }, { current: false }] });
    expect(await api.ask(END, { account: id })).toEqual({ revokeAccountSessions: 2 });
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false]);
    expect((await new Browser(api.server).signIn(account)).statusCode).toBe(200);
    expect((await api.gql(END, { account: '1' })).code).toBe('FORBIDDEN');
    const { auditTrail } = await api.ask<{ auditTrail: { nodes: object[] } }>(
      '{ auditTrail(first: 2) { nodes { what aboutKind after } } }',
    );
    expect(auditTrail.nodes).toContainEqual({
      what: 'SESSION_ENDED',
      aboutKind: 'SESSION',
      after: { account: Number(id), count: 2 },
    });
  });

  it('are not shown to who may only look at accounts', async () => {
    const { here } = await twoBrowsers();
    const auditor = api.as(await buildAccount(api, { role: 'AUDITOR' }));
    const id = await idOf(here);
    expect(await auditor.ask(SEEN, { id })).toEqual({ account: { managed: false, sessions: [] } });
    expect((await auditor.gql(END, { account: id })).code).toBe('FORBIDDEN');
  });
});

it('is remembered when somebody signed in last', async () => {
  const account = await buildAccount(api, {});
  const last = async () => {
    const { accounts } = await api.ask<{ accounts: { nodes: { lastSignInAt: string | null }[] } }>(
      'query ($search: String) { accounts(search: $search) { nodes { lastSignInAt } } }',
      { search: account.username },
    );
    return accounts.nodes[0]?.lastSignInAt ?? null;
  };
  expect(await last()).toBeNull();
  await new Browser(api.server).signIn({ ...account, password: 'wrong' });
  expect(await last()).toBeNull();
  const before = Date.now() - 60_000;
  await new Browser(api.server).signIn(account);
  expect(Date.parse((await last()) ?? '')).toBeGreaterThan(before);
});

describe('what a page sends that shows somebody else than the browser is signed in as', () => {
  const named = (browser: Browser, id: string, url: string) =>
    api.server.inject({
      method: 'POST',
      url,
      headers: {
        cookie: `session=${browser.carried('session')}`,
        'x-account': id,
        'content-type': 'application/json',
        'accept-language': 'en',
      },
      body: JSON.stringify(url === '/graphql' ? { query: 'mutation { revokeOtherSessions }' } : {}),
    });

  it.each(['/graphql', '/ingest/dossiers', '/files', '/auth/logout'])(
    'is refused, and ends nothing: %s',
    async (url) => {
      const { here, there } = await twoBrowsers();
      const answer = await named(here, '0', url);
      expect(answer.statusCode).toBe(409);
      expect(answer.body).toContain('OTHER_ACCOUNT');
      expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, true]);
    },
  );

  it('is taken under the right name, and from who is signed in nowhere is told to sign in', async () => {
    const { here, there } = await twoBrowsers();
    const { me } = await here.ask<{ me: { id: string } }>('{ me { id } }');
    expect((await named(here, me.id, '/graphql')).json()).not.toHaveProperty('errors');
    expect(await isSignedIn(there)).toBe(false);
    expect((await named(there, me.id, '/graphql')).json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});
