import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { Browser } from '../../../../test/browser.ts';
import type { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { createPlan, setTargets } from '../../../../test/plans.ts';
import { addComment } from '../../../../test/talk.ts';
import { Presence, PRESENT_MS } from './presence.ts';

const AT = new Date('2022-03-10T05:00:00Z');
const later = (ms: number) => new Date(AT.getTime() + ms);
const one = (accountId: number, unit: string | null = null) => ({
  accountId,
  name: `Người ${String(accountId)}`,
  unit,
  field: unit === null ? null : 'target',
});
const names = (people: { accountId: number; unit: string | null }[]) =>
  people.map(({ accountId, unit }) => [accountId, unit]);

describe('presence', () => {
  it('tells everybody but oneself, where they stand, and who came first before the others', () => {
    const presence = new Presence();
    expect(presence.note('a', one(1, '05506'), AT)).toEqual([]);
    expect(names(presence.note('a', one(2), later(1)))).toEqual([[1, '05506']]);
    expect(names(presence.note('a', one(3), later(2)))).toEqual([
      [1, '05506'],
      [2, null],
    ]);
    presence.note('a', one(1, '05509'), later(3));
    expect(names(presence.others('a', 2, later(4)))).toEqual([
      [1, '05509'],
      [3, null],
    ]);
    expect(presence.others('a', 2, later(4))[0]?.since).toEqual(AT);
  });

  it('is gone 15 seconds after the last word, and begins anew', () => {
    const presence = new Presence();
    presence.note('a', one(1), AT);
    expect(presence.others('a', 2, later(PRESENT_MS - 1))).toHaveLength(1);
    expect(presence.others('a', 2, later(PRESENT_MS))).toEqual([]);
    presence.note('a', one(1), later(PRESENT_MS * 2));
    expect(presence.others('a', 2, later(PRESENT_MS * 2))[0]?.since).toEqual(later(PRESENT_MS * 2));
  });

  it('tells plans apart', () => {
    const presence = new Presence();
    presence.note('a', one(1), AT);
    expect(presence.note('b', one(2), AT)).toEqual([]);
  });
});

describe('bePresent', () => {
  let api: Api;
  let plan = '';
  const callers = {} as Record<'planner' | 'approver' | 'ward' | 'sibling', Caller>;
  beforeAll(async () => {
    api = await openApi();
    const account = async (role: string, unit: string) => api.as(await buildAccount(api, { role, unit }));
    callers.planner = await account('PLANNER', '165');
    callers.approver = await account('APPROVER', '165');
    callers.ward = await account('CLERK', '05506');
    callers.sibling = await account('PLANNER', '166');
    plan = (await createPlan(callers.planner, { issuer: '165', year: 2022 })).plan.id;
  });
  afterAll(() => api.close());

  const PRESENT = `mutation ($plan: ID!, $unit: ID) { bePresent(plan: $plan, unit: $unit, field: "target") {
    version said people { name unit field } } }`;
  interface Seen {
    bePresent: { version: number; said: string | null; people: { name: string; unit: string | null; field: string }[] };
  }
  const present = (caller: Caller, unit: string | null = null) => caller.gql<Seen>(PRESENT, { plan, unit });

  it('tells the issuer’s people of each other, how far the plan is, and when something was said', async () => {
    await present(callers.planner, '05506');
    const first = (await present(callers.approver)).data?.bePresent;
    expect(first?.people).toMatchObject([{ unit: '05506', field: 'target' }]);
    const { version } = (await setTargets(callers.planner, plan, [{ unit: '05506', percent: 50 }])).plan;
    await addComment(callers.planner, plan, 'Xem lại.');
    const second = (await present(callers.approver)).data?.bePresent;
    expect([first?.version, second?.version]).toEqual([version - 1, version]);
    expect([first?.said, second?.said === first?.said]).toEqual([null, false]);
  });

  it('tells nobody else of them', async () => {
    for (const who of ['ward', 'sibling'] as const) expect((await present(callers[who])).code).toBe('FORBIDDEN');
  });

  it('keeps no session open: a desk that was left is signed out although its page goes on asking', async () => {
    const account = await buildAccount(api, { role: 'PLANNER', unit: '165' });
    const browser = new Browser(api.server);
    await browser.signIn(account);
    const seenAt = async () => {
      const { rows } = await api.db.query<{ ago: number }>(
        `select round(extract(epoch from now() - s.last_seen_at) / 60)::int as ago from session s
           join account a on a.id = s.account_id where a.username = $1`,
        [account.username],
      );
      return rows[0]?.ago;
    };
    const idle = (minutes: number) =>
      api.db.query(
        `update session s set last_seen_at = now() - make_interval(mins => $2) from account a
          where a.id = s.account_id and a.username = $1`,
        [account.username, minutes],
      );
    await idle(29);
    expect((await present(browser)).code).toBeUndefined();
    await browser.gql('{ me { id } }', {}, { 'x-unattended': 'yes' });
    expect(await seenAt()).toBe(29);
    await idle(31);
    expect((await present(browser)).code).toBe('UNAUTHENTICATED');
    await idle(29);
    await browser.ask('{ me { id } }');
    expect(await seenAt()).toBe(0);
  });
});
