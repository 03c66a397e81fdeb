import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { buildAccount } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
});
afterAll(() => api.close());

/** Somebody at home in the city of 164 with a role there, until a day. */
async function person(role: string, to: string | null) {
  const account = await buildAccount(api, { role, unit: '164', to });
  const { rows } = await api.db.query<{ id: number; grant: number }>(
    `update account a set unit_id = g.unit_id from account_grant g
      where g.account_id = a.id and a.username = $1 returning a.id, g.id as grant`,
    [account.username],
  );
  const { id, grant } = rows[0]!;
  return { id: String(id), grant: String(grant), caller: api.as(account) };
}

const ENDS = '2022-07-31';
const CHANGES: [string, (who: { id: string; grant: string }) => string][] = [
  ['resetPassword', ({ id }) => `resetPassword(id: "${id}", password: "con trâu đi trước") { id }`],
  ['resetSecondFactor', ({ id }) => `resetSecondFactor(id: "${id}") { id }`],
  ['setAccountActive', ({ id }) => `setAccountActive(id: "${id}", active: false) { id }`],
  ['renameAccount', ({ id }) => `renameAccount(id: "${id}", name: "Ai khác") { id }`],
  ['revokeAccountSessions', ({ id }) => `revokeAccountSessions(account: "${id}")`],
  ['grantRole', ({ id }) => `grantRole(account: "${id}", role: VIEWER, unit: "164", to: "${ENDS}") { id }`],
  ['revokeGrant', ({ grant }) => `revokeGrant(id: "${grant}")`],
];

it.each(CHANGES)('nobody does to who administers for longer: %s', async (_name, change) => {
  const dated = await person('ADMINISTRATOR', ENDS);
  for (const to of [null, '2022-08-01']) {
    const longer = await person('ADMINISTRATOR', to);
    const answer = await dated.caller.gql(`mutation { ${change(longer)} }`);
    expect([answer.code, answer.errors[0]?.message]).toEqual([
      'FORBIDDEN',
      'Người này quản lý tài khoản lâu hơn thời hạn quyền của bạn: hãy nhờ một người quản trị có quyền không hết trước.',
    ]);
  }
});

it.each(CHANGES)('one does to who administers for no longer, and to who does not at all: %s', async (_name, change) => {
  const dated = await person('ADMINISTRATOR', ENDS);
  for (const other of [await person('ADMINISTRATOR', ENDS), await person('CLERK', null)])
    expect((await dated.caller.gql(`mutation { ${change(other)} }`)).errors).toEqual([]);
});

it('an account that is closed is as safe as an open one', async () => {
  const dated = await person('ADMINISTRATOR', ENDS);
  const longer = await person('ADMINISTRATOR', null);
  await api.db.query('update account set active = false where id = $1', [longer.id]);
  const open = `mutation { setAccountActive(id: "${longer.id}", active: true) { id } }`;
  expect((await dated.caller.gql(open)).code).toBe('FORBIDDEN');
});

it('is told before somebody tries', async () => {
  const dated = await person('ADMINISTRATOR', ENDS);
  const [longer, clerk] = [await person('ADMINISTRATOR', null), await person('CLERK', null)];
  const asked = `query { longer: account(id: "${longer.id}") { managed } clerk: account(id: "${clerk.id}") { managed } }`;
  expect(await dated.caller.ask(asked)).toEqual({ longer: { managed: false }, clerk: { managed: true } });
  expect(await longer.caller.ask(`{ account(id: "${dated.id}") { managed } }`)).toEqual({ account: { managed: true } });
});
