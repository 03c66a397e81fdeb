import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { buildAccount } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ now: new Date('2022-06-15T05:00:00Z') });
});
afterAll(() => api.close());

interface ShownGrant {
  id: string;
  role: string;
  unit: { code: string };
  from: string | null;
  to: string | null;
  holder: string | null;
}

const GRANTS = 'grants { id role unit { code } from to holder }';
const GRANT = `mutation ($account: ID!, $role: Role!, $unit: ID!, $from: Date, $to: Date) {
  grantRole(account: $account, role: $role, unit: $unit, from: $from, to: $to) { ${GRANTS} } }`;
const DELEGATE = `mutation ($grant: ID!, $account: ID!, $from: Date!, $to: Date!) {
  delegate(grant: $grant, account: $account, from: $from, to: $to) { id role unit { code } from to } }`;
const DAYS = { from: '2022-06-01', to: '2022-06-30' };

/** Somebody at home in a unit who can sign in, with a grant for a unit where it is told. */
async function person(home: string, facts: Parameters<typeof buildAccount>[1] = {}) {
  const account = await buildAccount(api, facts);
  await api.db.query(
    'update account set unit_id = (select unit_id from unit_version where code = $2 and superseded_by is null) where username = $1',
    [account.username, home],
  );
  const caller = api.as(account);
  const { me } = await caller.ask<{ me: { id: string; grants: ShownGrant[] } }>(`{ me { id ${GRANTS} } }`);
  return { id: me.id, grant: me.grants[0]?.id ?? '', caller, username: account.username };
}

const held = async (caller: Caller): Promise<string[]> => {
  const { me } = await caller.ask<{ me: { rights: { right: string; units: string[] }[] } }>(
    '{ me { rights { right everywhere units } } }',
  );
  return me.rights.map(({ right }) => right);
};

describe('giving a role', () => {
  it('lets the account do at once what it allows there, until it is taken back', async () => {
    const clerk = await person('05503');
    const variables = { account: clerk.id, role: 'CLERK', unit: '05503', ...DAYS };
    const { grantRole } = await api.ask<{ grantRole: { grants: ShownGrant[] } }>(GRANT, variables);
    expect(grantRole.grants).toMatchObject([{ role: 'CLERK', unit: { code: '05503' }, ...DAYS }]);
    expect(await held(clerk.caller)).toContain('quarantine.mend');
    await api.ask('mutation ($id: ID!) { revokeGrant(id: $id) }', { id: grantRole.grants[0]?.id });
    expect(await held(clerk.caller)).toEqual([]);
    const kept = await api.db.query('select from account_grant where account_id = $1 and revoked_by = 1', [clerk.id]);
    expect(kept.rowCount).toBe(1);
  });

  it.each([
    ['a day after the last', { from: '2022-07-01', to: null }, undefined],
    ['a day that it is held', { from: '2022-06-30', to: null }, 'CONFLICT'],
    ['days without ends', {}, 'CONFLICT'],
    ['another role', { role: 'PLANNER' }, undefined],
    ['another unit', { unit: '164' }, undefined],
  ])('a second time, from %s on', async (_what, facts, code) => {
    const clerk = await person('05503', { role: 'CLERK', unit: '05503', ...DAYS });
    const answer = await api.gql(GRANT, { account: clerk.id, role: 'CLERK', unit: '05503', ...facts });
    expect(answer.code).toBe(code);
  });

  it.each([
    ['role', { role: 'CATALOGUE_EDITOR' }],
    ['to', { from: '2022-06-02', to: '2022-06-01' }],
    ['unit', { unit: '99999' }],
  ])('is refused for what makes no sense: %s', async (path, facts) => {
    const clerk = await person('05503');
    const answer = await api.gql(GRANT, { account: clerk.id, role: 'CLERK', unit: '05503', ...facts });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', path]);
  });

  it('of the province is possible there', async () => {
    const editor = await person('19');
    const answer = await api.gql(GRANT, { account: editor.id, role: 'CATALOGUE_EDITOR', unit: '19' });
    expect(answer.code).toBeUndefined();
  });

  it('is never to oneself, not even below one’s own', async () => {
    const city = await person('164', { role: 'ADMINISTRATOR', unit: '164' });
    const own = await city.caller.gql(GRANT, { account: city.id, role: 'VIEWER', unit: '05503' });
    expect([own.code, own.errors[0]?.message]).toEqual([
      'FORBIDDEN',
      'Không ai tự cấp vai trò cho mình; hãy nhờ một người quản trị khác.',
    ]);
  });

  it('is not possible for longer than one may oneself', async () => {
    const dated = await person('164', { role: 'ADMINISTRATOR', unit: '164', to: '2022-07-31' });
    const clerk = await person('05503');
    const give = (to: string | null) =>
      dated.caller.gql(GRANT, { account: clerk.id, role: 'CLERK', unit: '05503', to });
    const message = 'Quyền quản lý tài khoản của bạn chỉ đến hết ngày 31/07/2022; không cấp được lâu hơn.';
    for (const to of [null, '2022-08-01'])
      expect(await give(to)).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'to', message }] });
    expect((await give('2022-07-31')).code).toBeUndefined();
  });

  it.each(['delegated', 'given by a single sign-on'])(
    'is nothing for an administrator whose own was %s',
    async (how) => {
      const head = await person('164', { role: 'ADMINISTRATOR', unit: '164' });
      const deputy = await person('164');
      const clerk = await person('05503');
      if (how === 'delegated') await head.caller.ask(DELEGATE, { grant: head.grant, account: deputy.id, ...DAYS });
      else
        await api.db.query(
          `insert into account_grant (account_id, role, unit_id, source)
         select $1, role, unit_id, 'OIDC' from account_grant where id = $2`,
          [deputy.id, head.grant],
        );
      const input = { name: 'p', role: 'ADMINISTRATOR', unit: '164', expiresOn: '2022-06-15' };
      const make = 'mutation ($input: TokenInput!) { createToken(input: $input) { id } }';
      const variables = { account: clerk.id, role: 'CLERK', unit: '05503', to: '2022-06-15' };
      expect([
        (await deputy.caller.gql(GRANT, variables)).code,
        (await deputy.caller.gql(make, { input })).code,
      ]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      expect(await held(deputy.caller)).toContain('account.read');
    },
  );

  it('is no way up: neither to oneself beyond one’s reach, nor to programs', async () => {
    const city = await person('164', { role: 'ADMINISTRATOR', unit: '164' });
    const clerk = await person('05503');
    for (const [account, unit] of [
      [city.id, '19'],
      [clerk.id, '19'],
      [clerk.id, '169'],
      ['1', '164'],
    ])
      expect((await city.caller.gql(GRANT, { account, role: 'ADMINISTRATOR', unit })).code).toBe('FORBIDDEN');
    const input = { name: 'p', role: 'INTEGRATION', unit: '164', expiresOn: '2022-12-31' };
    await city.caller.ask('mutation ($input: TokenInput!) { createToken(input: $input) { id } }', { input });
    const program = await api.db.query<{ id: number }>(`select id from account where kind = 'PROGRAM'`);
    const variables = { account: String(program.rows[0]?.id), role: 'VIEWER', unit: '164' };
    expect((await city.caller.gql(GRANT, variables)).code).toBe('FORBIDDEN');
  });
});

describe('taking a grant back', () => {
  const revoke = (caller: Caller, id: string) => caller.gql('mutation ($id: ID!) { revokeGrant(id: $id) }', { id });

  it('says no more of what is beyond than of what does not exist, but to who reaches all', async () => {
    const city = await person('164', { role: 'ADMINISTRATOR', unit: '164' });
    const beyond = await person('169', { role: 'CLERK', unit: '169' });
    for (const id of [beyond.grant, '1', '2000000000', 'x', '-1'])
      expect((await revoke(city.caller, id)).code).toBe('FORBIDDEN');
    expect((await revoke(api, '2000000000')).code).toBe('NOT_FOUND');
    expect((await revoke(api, beyond.grant)).data).toEqual({ revokeGrant: true });
    expect((await revoke(api, beyond.grant)).code).toBe('NOT_FOUND');
  });
});

describe('delegating', () => {
  const owner = () => person('164', { role: 'PLANNER', unit: '164' });

  it('lets a deputy do the same for some days, and ends when its maker takes it back', async () => {
    const planner = await owner();
    const deputy = await person('05503');
    const variables = { grant: planner.grant, account: deputy.id, ...DAYS };
    const { delegate } = await planner.caller.ask<{ delegate: ShownGrant }>(DELEGATE, variables);
    expect(delegate).toMatchObject({ role: 'PLANNER', unit: { code: '164' }, ...DAYS });
    expect(await held(deputy.caller)).toContain('plan.draft');
    const { me } = await planner.caller.ask<{ me: { delegations: ShownGrant[] } }>(
      '{ me { delegations { id role holder } } }',
    );
    expect(me.delegations).toEqual([{ id: delegate.id, role: 'PLANNER', holder: deputy.username }]);
    await planner.caller.ask('mutation ($id: ID!) { revokeGrant(id: $id) }', { id: delegate.id });
    expect(await held(deputy.caller)).toEqual([]);
  });

  it('is taken back by nobody else, the deputy neither, but who manages the account', async () => {
    const planner = await owner();
    const deputy = await person('05503');
    const variables = { grant: planner.grant, account: deputy.id, ...DAYS };
    const { delegate } = await planner.caller.ask<{ delegate: ShownGrant }>(DELEGATE, variables);
    const revoke = (caller: Caller) => caller.gql(`mutation { revokeGrant(id: "${delegate.id}") }`);
    for (const { caller } of [deputy, await owner()]) expect((await revoke(caller)).code).toBe('FORBIDDEN');
    expect((await revoke(api)).data).toEqual({ revokeGrant: true });
  });

  it('ends with the grant that it came from', async () => {
    const planner = await owner();
    const deputy = await person('05503');
    await planner.caller.ask(DELEGATE, { grant: planner.grant, account: deputy.id, ...DAYS });
    await api.ask('mutation ($id: ID!) { revokeGrant(id: $id) }', { id: planner.grant });
    expect(await held(deputy.caller)).toEqual([]);
  });

  it('is possible once only for the same days, and not for days that are over or run backwards', async () => {
    const planner = await owner();
    const variables = { grant: planner.grant, account: (await person('05503')).id };
    const code = async (days: { from: string; to: string }) =>
      (await planner.caller.gql(DELEGATE, { ...variables, ...days })).code;
    expect(await code({ from: '2022-06-01', to: '2022-06-14' })).toBe('BAD_USER_INPUT');
    expect(await code({ from: '2022-06-20', to: '2022-06-19' })).toBe('BAD_USER_INPUT');
    expect([await code(DAYS), await code(DAYS)]).toEqual([undefined, 'CONFLICT']);
  });

  it('is refused alike for what is not one’s own, what was delegated, and deputies elsewhere', async () => {
    const planner = await owner();
    const deputy = await person('05503');
    const made = await planner.caller.ask<{ delegate: ShownGrant }>(DELEGATE, {
      grant: planner.grant,
      account: deputy.id,
      ...DAYS,
    });
    const elsewhere = await person('169');
    const closed = await person('05503');
    await api.db.query('update account set active = false where id = $1', [closed.id]);
    const third = await person('05503');
    const tries: [Caller, string, string][] = [
      [deputy.caller, planner.grant, third.id],
      [deputy.caller, made.delegate.id, third.id],
      [planner.caller, '2000000000', third.id],
      [planner.caller, 'x', third.id],
      [planner.caller, planner.grant, elsewhere.id],
      [planner.caller, planner.grant, closed.id],
      [planner.caller, planner.grant, planner.id],
      [planner.caller, planner.grant, '2000000000'],
    ];
    const answers = [];
    for (const [caller, grant, account] of tries) answers.push(await caller.gql(DELEGATE, { grant, account, ...DAYS }));
    expect(answers.map(({ code }) => code)).toEqual(tries.map(() => 'FORBIDDEN'));
    expect(new Set(answers.map(({ errors }) => JSON.stringify(errors))).size).toBe(1);
  });

  it('finds colleagues by name where one’s own grant holds, and nobody for what is not one’s own', async () => {
    const planner = await owner();
    const [near, far] = [await person('05503'), await person('169')];
    const find = async (caller: Caller, search: string) => {
      const query = 'query ($grant: ID!, $search: String!) { deputies(grant: $grant, search: $search) { id } }';
      const variables = { grant: planner.grant, search };
      return (await caller.ask<{ deputies: { id: string }[] }>(query, variables)).deputies.map(({ id }) => id);
    };
    expect(await find(planner.caller, near.username)).toContain(near.id);
    expect(await find(planner.caller, far.username)).not.toContain(far.id);
    expect(await find(planner.caller, planner.username)).not.toContain(planner.id);
    expect(await find(planner.caller, ' ')).toEqual([]);
    expect(await find(near.caller, near.username)).toEqual([]);
    await api.db.query('update account set active = false where id = $1', [near.id]);
    expect(await find(planner.caller, near.username)).not.toContain(near.id);
  });
});
