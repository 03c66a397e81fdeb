import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Browser } from '../../../test/browser.ts';
import type { Caller } from '../../../test/caller.ts';
import { buildAccount } from '../../../test/factories.ts';
import { createPlan, movePlan, setTargets } from '../../../test/plans.ts';

const CITY = '165';
let api: Api;
let year = 2060;
let count = 0;

beforeAll(async () => {
  api = await openApi({ config: { separateDuties: true } });
});
afterAll(() => api.close());
beforeEach(async () => void (await api.db.query('delete from sign_in_failure')));

const CREATE = 'mutation ($input: AccountInput!) { createAccount(input: $input) { id } }';
const GIVE =
  'mutation ($account: ID!, $role: Role!, $unit: ID!) { grantRole(account: $account, role: $role, unit: $unit) { id } }';
const RESET = 'mutation ($id: ID!, $password: String!) { resetPassword(id: $id, password: $password) { id } }';
const CHANGE = 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }';

/** Signs in by the password that somebody was given, and chooses another one. */
async function enter(username: string, password: string): Promise<Browser> {
  const browser = new Browser(api.server);
  await browser.signIn({ username, password });
  await browser.ask(CHANGE, { current: password, next: `${password} mới` });
  return browser;
}

/** Somebody whom another one makes, with a role for the city, signed in by whoever knows the first password. */
async function makeBy(maker: Caller, role: string): Promise<{ id: string; username: string; browser: Browser }> {
  const username = `lập-${(count += 1)}`;
  const password = `mật khẩu đầu của ${username}`;
  const input = { username, name: username, unit: CITY, password };
  const { createAccount } = await maker.ask<{ createAccount: { id: string } }>(CREATE, { input });
  await maker.ask(GIVE, { account: createAccount.id, role, unit: CITY });
  return { id: createAccount.id, username, browser: await enter(username, password) };
}

/** What was made and given until now was so a year ago, but for the trail, which nobody changes. */
const aYearAgo = () =>
  api.db.query(`update account set created_at = created_at - interval '1 year';
    update account_grant set granted_at = granted_at - interval '1 year'`);

async function drafted(author: Caller): Promise<string> {
  return (await createPlan(author, { issuer: CITY, year: (year += 1) })).plan.id;
}

async function approval(drafter: Caller, judge: Caller, plan: string): Promise<string> {
  await movePlan(drafter, plan, 'SUBMITTED');
  return (await movePlan(judge, plan, 'APPROVED')).code ?? 'APPROVED';
}

const chief = async () => api.as(await buildAccount(api, { role: 'ADMINISTRATOR', unit: CITY }));

describe('one person with several accounts never approves what they drafted', () => {
  it.each(['after the draft', 'before it'])('through one that one of theirs made, %s', async (when) => {
    const one = await chief();
    const early = when === 'before it' ? null : await drafted(one);
    const puppet = await makeBy(one, 'ADMINISTRATOR');
    const { browser } = await makeBy(puppet.browser, 'APPROVER');
    expect(await approval(one, browser, early ?? (await drafted(one)))).toBe('FORBIDDEN');
  });

  it('as themselves, where they drafted through one that they made', async () => {
    const one = await chief();
    const puppet = await makeBy(one, 'PLANNER');
    expect(await approval(puppet.browser, one, await drafted(puppet.browser))).toBe('FORBIDDEN');
  });

  it('as themselves, where they drafted through one that one of theirs made', async () => {
    const one = await chief();
    const puppet = await makeBy((await makeBy(one, 'ADMINISTRATOR')).browser, 'PLANNER');
    expect(await approval(puppet.browser, one, await drafted(puppet.browser))).toBe('FORBIDDEN');
  });

  it('through one that they made since, where they drafted through another', async () => {
    const one = await chief();
    const puppet = await makeBy(one, 'PLANNER');
    const plan = await drafted(puppet.browser);
    const { browser } = await makeBy(one, 'APPROVER');
    expect(await approval(puppet.browser, browser, plan)).toBe('FORBIDDEN');
  });

  it.each(['before the draft', 'after it'])(
    'as themselves, where they took an author’s account over %s',
    async (when) => {
      const [one, another] = [await chief(), await chief()];
      const author = await makeBy(another, 'PLANNER');
      await aYearAgo();
      const early = when === 'before the draft' ? null : await drafted(author.browser);
      const password = 'mật khẩu đặt lại cho người khác';
      await one.ask(RESET, { id: author.id, password });
      const taken = await enter(author.username, password);
      const plan = early ?? (await drafted(taken));
      await setTargets(taken, plan, [{ unit: '05506', percent: 60 }]);
      expect(await approval(taken, one, plan)).toBe('FORBIDDEN');
    },
  );
});

describe('of honest people', () => {
  it('two whom one administrator made judge each other’s work, at once', async () => {
    const one = await chief();
    const [planner, approver] = [await makeBy(one, 'PLANNER'), await makeBy(one, 'APPROVER')];
    expect(await approval(planner.browser, approver.browser, await drafted(planner.browser))).toBe('APPROVED');
  });

  it('the administrator who made everybody a year ago judges what they draft', async () => {
    const one = await chief();
    const planner = await makeBy(one, 'PLANNER');
    await aYearAgo();
    expect(await approval(planner.browser, one, await drafted(planner.browser))).toBe('APPROVED');
  });

  it('who was given a forgotten password before the draft approves what another one drafted', async () => {
    const one = await chief();
    const [planner, approver] = [await makeBy(one, 'PLANNER'), await makeBy(one, 'APPROVER')];
    const password = 'mật khẩu đặt lại cho người quên';
    await one.ask(RESET, { id: approver.id, password });
    const back = await enter(approver.username, password);
    expect(await approval(planner.browser, back, await drafted(planner.browser))).toBe('APPROVED');
  });

  it('another administrator approves while the one who made the author may not', async () => {
    const [one, another] = [await chief(), await chief()];
    const planner = await makeBy(one, 'PLANNER');
    const plan = await drafted(planner.browser);
    expect(await approval(planner.browser, one, plan)).toBe('FORBIDDEN');
    expect((await movePlan(another, plan, 'APPROVED')).code).toBeUndefined();
  });
});
