import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Browser } from '../../../test/browser.ts';
import { buildAccount } from '../../../test/factories.ts';
import { codeAt, offer } from '../../../test/second-factor.ts';
import { ADMIN } from '../../../test/test-config.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => void (await api.db.query('delete from sign_in_failure')));

const CHANGE = 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }';
const CONFIRM =
  'mutation ($code: String!, $password: String!) { confirmSecondFactor(code: $code, password: $password) }';
const CLOSE = 'mutation ($id: ID!) { setAccountActive(id: $id, active: false) { id } }';

interface Somebody {
  account: { username: string; password: string };
  browser: Browser;
  id: string;
}

async function somebody(): Promise<Somebody> {
  const account = await buildAccount(api, { role: 'VIEWER' });
  const browser = new Browser(api.server);
  await browser.signIn(account);
  return { account, browser, id: (await browser.ask<{ me: { id: string } }>('{ me { id } }')).me.id };
}

const waitingForLocks = async () =>
  (
    await api.db.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
    )
  ).rowCount ?? 0;

/**
 * Signs somebody in and stops it where the password was found right and the session is not there yet: the browser carries the
 * session of somebody else, whose row is held here. Then `meanwhile` begins; both end once the row is let go, or, where nothing
 * stands in its way, `meanwhile` has ended before.
 */
async function meanwhile(account: Somebody['account'], change: () => Promise<unknown>): Promise<void> {
  const late = new Browser(api.server);
  await late.signIn(ADMIN);
  const holder = new pg.Client(api.databaseUrl);
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(
      `select from session s join account a on a.id = s.account_id where a.username = $1 for update of s`,
      [ADMIN.username],
    );
    const answer = late.signIn(account);
    await expect.poll(waitingForLocks).toBe(1);
    let hasEnded = false;
    const changed = change().finally(() => (hasEnded = true));
    await expect.poll(async () => hasEnded || (await waitingForLocks()) > 1).toBe(true);
    await holder.query('commit');
    await changed;
    await answer;
  } finally {
    await holder.end();
  }
}

const sessionsOf = async ({ id }: Pick<Somebody, 'id'>) =>
  (await api.db.query('select from session where account_id = $1', [id])).rowCount;

describe('a sign-in whose password was looked at already', () => {
  it('leaves no session behind where the password is changed meanwhile', async () => {
    const one = await somebody();
    await meanwhile(one.account, () =>
      one.browser.ask(CHANGE, { current: one.account.password, next: 'con trâu đi trước' }),
    );
    expect(await sessionsOf(one)).toBe(1);
  });

  it('opens nothing without a code where a second factor is set up meanwhile', async () => {
    const one = await somebody();
    const { secret } = await offer(one.browser);
    await meanwhile(one.account, () =>
      one.browser.ask(CONFIRM, { code: codeAt(secret, new Date()), password: one.account.password }),
    );
    const stages = await api.db.query(`select stage from session where account_id = $1 and stage = 'FULL'`, [one.id]);
    expect(stages.rowCount).toBe(1);
  });

  it('leaves no session behind where the account is closed meanwhile', async () => {
    const one = await somebody();
    const root = await buildAccount(api, { role: 'ADMINISTRATOR' });
    const administrator = new Browser(api.server);
    await administrator.signIn(root);
    await meanwhile(one.account, () => administrator.ask(CLOSE, { id: one.id }));
    expect(await sessionsOf(one)).toBe(0);
  });

  it('is refused where the password it came with is another one by then', async () => {
    const one = await somebody();
    const holder = new pg.Client(api.databaseUrl);
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query(`update account set password_hash = 'another' where id = $1`, [one.id]);
      const answer = new Browser(api.server).signIn(one.account);
      await expect.poll(waitingForLocks).toBe(1);
      await holder.query('delete from session where account_id = $1', [one.id]);
      await holder.query('commit');
      expect((await answer).statusCode).toBe(401);
      expect(await sessionsOf(one)).toBe(0);
    } finally {
      await holder.end();
    }
  });
});
