import { addDays, dayInVietnam } from '@chi-tieu/shared/domain/days';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { buildAccount } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  // What is given now is given on this day, also where the test runs over midnight.
  api = await openApi({ now: new Date() });
});
afterAll(() => api.close());
beforeEach(() => api.db.query('delete from account_grant where account_id > 1'));

const today = dayInVietnam(new Date());
const QUERY = `query ($unit: ID!, $on: Date) { grantsAt(unit: $unit, on: $on) {
  beyond grants { account { username } grant { role unit { code } delegatedFrom grantedBy } } } }`;

interface Answered {
  grantsAt: {
    beyond: number;
    grants: {
      account: { username: string };
      grant: { role: string; unit: { code: string }; delegatedFrom: string | null; grantedBy: string | null };
    }[];
  };
}

/** Who holds what for a unit, as `name: role at unit`. */
async function held(unit: string, { on, by = api }: { on?: string; by?: Caller } = {}): Promise<string[]> {
  const { grantsAt } = await by.ask<Answered>(QUERY, { unit, on });
  return grantsAt.grants.map(({ account, grant }) => `${account.username}: ${grant.role} at ${grant.unit.code}`);
}

/** Somebody at home in a unit, with a role there. */
async function officer(role: string, unit: string) {
  const account = await buildAccount(api, { role, unit });
  const found = await api.db.query<{ id: number; grant: number }>(
    `update account a set unit_id = g.unit_id from account_grant g where g.account_id = a.id and a.username = $1
     returning a.id, g.id as grant`,
    [account.username],
  );
  return { ...account, id: String(found.rows[0]?.id), grant: String(found.rows[0]?.grant) };
}

describe('who holds what for a unit', () => {
  it('is who has a grant there or above, and nobody beside or below it', async () => {
    const [commune, city] = [await officer('CLERK', '05503'), await officer('PLANNER', '164')];
    await officer('PLANNER', '169');
    expect(await held('05503')).toEqual([
      'admin: ADMINISTRATOR at 19',
      `${commune.username}: CLERK at 05503`,
      `${city.username}: PLANNER at 164`,
    ]);
    expect(await held('164')).toEqual(['admin: ADMINISTRATOR at 19', `${city.username}: PLANNER at 164`]);
  });

  it('counts those whom one may not see, and shows them no further', async () => {
    const inside = await officer('ADMINISTRATOR', '164');
    await officer('VIEWER', '19');
    const { grantsAt } = await api.as(inside).ask<Answered>(QUERY, { unit: '05503' });
    expect(grantsAt.grants.map(({ account }) => account.username)).toEqual([inside.username]);
    expect(grantsAt.beyond).toBe(2);
  });

  it('follows the days of a grant and the day on which it was given and taken back', async () => {
    const clerk = await officer('CLERK', '05503');
    const mine = `${clerk.username}: CLERK at 05503`;
    const isHeld = async (on: string) => (await held('05503', { on })).includes(mine);
    expect([await isHeld(today), await isHeld(addDays(today, -1))]).toEqual([true, false]);
    await api.db.query(`update account_grant set granted_at = granted_at - interval '10 days' where id = $1`, [
      clerk.grant,
    ]);
    expect(await isHeld(addDays(today, -1))).toBe(true);
    await api.ask('mutation ($id: ID!) { revokeGrant(id: $id) }', { id: clerk.grant });
    expect([await isHeld(today), await isHeld(addDays(today, -1))]).toEqual([false, true]);
  });

  it('tells a deputy while what was delegated holds, and who delegated it', async () => {
    const [planner, deputy] = [await officer('PLANNER', '164'), await officer('VIEWER', '05503')];
    await api.as(planner).ask(
      `mutation ($grant: ID!, $account: ID!, $from: Date!, $to: Date!) {
        delegate(grant: $grant, account: $account, from: $from, to: $to) { id } }`,
      { grant: planner.grant, account: deputy.id, from: today, to: addDays(today, 7) },
    );
    const asDeputy = `${deputy.username}: PLANNER at 164`;
    expect(await held('05503')).toContain(asDeputy);
    const { grantsAt } = await api.ask<Answered>(QUERY, { unit: '164' });
    expect(grantsAt.grants.find(({ account }) => account.username === deputy.username)?.grant).toMatchObject({
      delegatedFrom: planner.grant,
      grantedBy: planner.username,
    });
    expect(await held('05503', { on: addDays(today, 8) })).not.toContain(asDeputy);
    await api.ask('mutation ($id: ID!) { revokeGrant(id: $id) }', { id: planner.grant });
    expect(await held('05503')).not.toContain(asDeputy);
  });

  it('leaves out who can no longer sign in', async () => {
    const clerk = await officer('CLERK', '05503');
    await api.db.query('update account set active = false where username = $1', [clerk.username]);
    expect(await held('05503')).toEqual(['admin: ADMINISTRATOR at 19']);
  });
});
