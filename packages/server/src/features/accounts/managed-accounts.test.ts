import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '../../../test/count-queries.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { Browser } from '../../../test/browser.ts';
import type { Answer, Caller } from '../../../test/caller.ts';
import { buildAccount, tokenEnd } from '../../../test/factories.ts';
import { ADMIN } from '../../../test/test-config.ts';
import { replaceLostPassword } from './lost-password.service.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const FIRST = 'con trâu đi trước';
const CREATE = `mutation ($input: AccountInput!) { createAccount(input: $input) {
  id username name active mustChange isProgram unit { code } grants { id } } }`;
let count = 0;

const newAccount = (facts: Record<string, string> = {}) => ({
  username: `người-${(count += 1)}`,
  name: 'Trần Thị B',
  unit: '164',
  password: FIRST,
  ...facts,
});

async function create(facts: Record<string, string> = {}): Promise<{ id: string; username: string; password: string }> {
  const input = newAccount(facts);
  const { createAccount } = await api.ask<{ createAccount: { id: string } }>(CREATE, { input });
  return { ...createAccount, username: input.username, password: input.password };
}

async function administrator(unit: string): Promise<Caller & { username: string }> {
  const account = await buildAccount(api, { role: 'ADMINISTRATOR', unit });
  return Object.assign(api.as(account), { username: account.username });
}

const setActive = (caller: Caller, id: string, active: boolean): Promise<Answer<Record<string, unknown>>> =>
  caller.gql('mutation ($id: ID!, $active: Boolean!) { setAccountActive(id: $id, active: $active) { active } }', {
    id,
    active,
  });

const status = async (account: { username: string; password: string }) =>
  (await new Browser(api.server).signIn(account)).statusCode;

describe('making an account', () => {
  it('gives it a home and no grant; its password has to be changed', async () => {
    const input = newAccount({ username: '  Người.Mới@Huyện ', name: ' Trần Thị B ' });
    const { createAccount } = await api.ask<{ createAccount: object }>(CREATE, { input });
    expect(createAccount).toMatchObject({
      username: 'người.mới@huyện',
      name: 'Trần Thị B',
      active: true,
      mustChange: true,
      isProgram: false,
      unit: { code: '164' },
      grants: [],
    });
    expect(await status(input)).toBe(200);
  });

  it.each([
    ['username', '', 'Tên đăng nhập gồm 1 đến 60 chữ cái, chữ số, dấu cách và . _ - @.'],
    ['username', 'a:b', 'Tên đăng nhập gồm 1 đến 60 chữ cái, chữ số, dấu cách và . _ - @.'],
    ['username', 'x'.repeat(61), 'Tên đăng nhập gồm 1 đến 60 chữ cái, chữ số, dấu cách và . _ - @.'],
    ['name', ' ', 'Họ tên phải có từ 1 đến 200 ký tự.'],
    ['name', 'a\u0007b', 'Họ tên phải có từ 1 đến 200 ký tự.'],
    ['name', 'x'.repeat(201), 'Họ tên phải có từ 1 đến 200 ký tự.'],
    ['unit', '99999', 'Không có đơn vị 99999.'],
    ['password', 'ngắn', 'Mật khẩu phải có ít nhất 12 ký tự.'],
    ['password', 'Trần Thị B 2022', 'Mật khẩu không được là tên đăng nhập, họ tên hay tên phần mềm.'],
    ['password', '123456789012', 'Mật khẩu này quá phổ biến, dễ bị đoán.'],
  ])('refuses a %s like "%s"', async (field, value, message) => {
    const answer = await api.gql(CREATE, { input: newAccount({ [field]: value }) });
    expect([answer.code, answer.fields]).toEqual(['BAD_USER_INPUT', [{ path: `input.${field}`, message }]]);
  });

  it('refuses a user name that is taken, however it is written', async () => {
    const { username } = await create();
    expect((await api.gql(CREATE, { input: newAccount({ username: username.toUpperCase() }) })).code).toBe('CONFLICT');
  });
});

describe('whom one sees and manages', () => {
  const names = async (caller: Caller, search = '') => {
    const query = 'query ($search: String) { accounts(search: $search, first: 500) { nodes { username } } }';
    const { accounts } = await caller.ask<{ accounts: { nodes: { username: string }[] } }>(query, { search });
    return accounts.nodes.map(({ username }) => username);
  };

  it('can be narrowed to who can sign in, a role, a unit with all below it, and widened to programs', async () => {
    const made = { city: await create(), commune: await create({ unit: '05503' }), closed: await create() };
    await setActive(api, made.closed.id, false);
    const grant = 'mutation ($id: ID!) { grantRole(account: $id, role: PLANNER, unit: "05503") { id } }';
    await api.ask(grant, { id: made.city.id });
    const token = { name: 'Một cửa', role: 'INTEGRATION', unit: '05503', expiresOn: tokenEnd() };
    await api.ask('mutation ($input: TokenInput!) { createToken(input: $input) { id } }', { input: token });
    const shown = async (args: string) => {
      const query = `{ accounts(${args}, first: 500) { nodes { username isProgram } } }`;
      const { accounts } = await api.ask<{ accounts: { nodes: { username: string; isProgram: boolean }[] } }>(query);
      const names = accounts.nodes.map(({ username, isProgram }) => (isProgram ? 'program' : username));
      const who = Object.entries(made).flatMap(([key, { username }]) => (names.includes(username) ? [key] : []));
      return names.includes('program') ? [...who, 'program'] : who;
    };
    expect(await shown('active: false')).toEqual(['closed']);
    expect(await shown('role: PLANNER')).toEqual(['city']);
    expect(await shown('unit: "164"')).toEqual(['city', 'commune', 'closed']);
    expect(await shown('unit: "05503"')).toEqual(['city', 'commune']);
    expect(await shown('unit: "05503", role: PLANNER, active: true')).toEqual(['city']);
    expect(await shown('unit: "169"')).toEqual([]);
    expect(await shown('unit: "05503", programs: true')).toEqual(['city', 'commune', 'program']);
    expect((await api.gql('{ accounts(unit: "99999") { totalCount } }')).fields[0]?.path).toBe('unit');
  });

  it('is who is at home and has all grants within one’s reach, whatever is over not counted', async () => {
    const here = await administrator('164');
    const made = {
      city: await create(),
      commune: await create({ unit: '05503' }),
      elsewhere: await create({ unit: '169' }),
      above: await create({ unit: '19' }),
      wider: await create({ unit: '05503' }),
      wasWider: await create({ unit: '05503' }),
    };
    const grant =
      'mutation ($id: ID!, $to: Date) { grantRole(account: $id, role: VIEWER, unit: "19", to: $to) { id } }';
    await api.ask(grant, { id: made.wider.id, to: '2999-12-31' });
    await api.ask(grant, { id: made.wasWider.id, to: '2022-12-31' });
    const seen = await names(here);
    const visible = Object.entries(made).flatMap(([who, { username }]) => (seen.includes(username) ? [who] : []));
    expect(visible).toEqual(['city', 'commune', 'wasWider']);
    const managed: string[] = [];
    for (const [who, { id }] of Object.entries(made))
      if ((await setActive(here, id, false)).code === undefined) managed.push(who);
    expect(managed).toEqual(visible);
    expect(await names(api)).toEqual(expect.arrayContaining(Object.values(made).map(({ username }) => username)));
  });

  it('says no more of what is beyond than of what does not exist, but to who reaches all', async () => {
    const here = await administrator('164');
    const beyond = await create({ unit: '169' });
    const answers = [];
    for (const id of [beyond.id, '2000000000', '99999999999999', 'x']) answers.push(await setActive(here, id, false));
    expect(answers.map(({ code }) => code)).toEqual(Array(4).fill('FORBIDDEN'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.errors))).size).toBe(1);
    expect((await setActive(api, '2000000000', false)).code).toBe('NOT_FOUND');
  });

  it('is found by words of both names, marks or not, page by page', async () => {
    const made = [await create({ name: 'Đặng Hoà Ái' }), await create({ name: 'Đặng Hòa Ái' })];
    const expected = made.map(({ username }) => username);
    expect(await names(api, 'ai dang HOA')).toEqual(expected);
    expect(await names(api, `hòa ${made[1]?.username}`)).toEqual([made[1]?.username]);
    expect([await names(api, 'dang khong ai'), await names(api, '!?')]).toEqual([[], []]);
    const page =
      'query ($after: String) { accounts(search: "dang hoa", first: 1, after: $after) { totalCount nodes { username } pageInfo { endCursor } } }';
    type Page = { accounts: { totalCount: number; nodes: { username: string }[]; pageInfo: { endCursor: string } } };
    const first = (await api.ask<Page>(page)).accounts;
    const second = (await api.ask<Page>(page, { after: first.pageInfo.endCursor })).accounts;
    expect([first.totalCount, ...first.nodes, ...second.nodes]).toEqual([
      2,
      ...expected.map((username) => ({ username })),
    ]);
  });

  it('costs as many questions for many accounts as for one', async () => {
    for (let n = 0; n < 3; n++) await create();
    const query = (first: number) =>
      `{ accounts(first: ${first}) { nodes { name unit { name } grants { role unit { name } } } } }`;
    await api.ask(query(1));
    const one = await statementsOf(() => api.ask(query(1)));
    const many = await statementsOf(() => api.ask(query(50)));
    expect([one.length > 3, many.length]).toEqual([true, one.length]);
  });
});

describe('an account', () => {
  it('that is closed no longer signs in, its sessions end, what it did and may do stays', async () => {
    const account = await buildAccount(api, { role: 'VIEWER', unit: '164' });
    const browser = new Browser(api.server);
    await browser.signIn(account);
    const { me } = await browser.ask<{ me: { id: string } }>('{ me { id } }');
    expect((await setActive(api, me.id, false)).data).toEqual({ setAccountActive: { active: false } });
    expect([await status(account), await browser.ask('{ me { id } }')]).toEqual([401, { me: null }]);
    await setActive(api, me.id, true);
    expect([await status(account), await browser.ask('{ me { id } }')]).toEqual([200, { me: null }]);
  });

  it('gets another name', async () => {
    const { id } = await create();
    const rename = (name: string) =>
      api.gql('mutation ($id: ID!, $name: String!) { renameAccount(id: $id, name: $name) { name } }', { id, name });
    expect((await rename(' Lê Văn C ')).data).toEqual({ renameAccount: { name: 'Lê Văn C' } });
    expect((await rename('')).fields[0]?.path).toBe('name');
  });
});

describe('another password', () => {
  const RESET =
    'mutation ($id: ID!, $password: String!) { resetPassword(id: $id, password: $password) { mustChange } }';

  it('ends what the old one opened, makes its browsers unknown, and has to be changed', async () => {
    const account = await buildAccount(api, { role: 'VIEWER', unit: '164' });
    const browser = new Browser(api.server);
    await browser.signIn(account);
    const { me } = await browser.ask<{ me: { id: string } }>('{ me { id } }');
    expect(await api.ask(RESET, { id: me.id, password: FIRST })).toEqual({ resetPassword: { mustChange: true } });
    expect(await browser.ask('{ me { id } }')).toEqual({ me: null });
    expect([await status(account), await status({ ...account, password: FIRST })]).toEqual([401, 200]);
    const devices = await api.db.query('select from sign_in_device where account_id = $1', [me.id]);
    expect(devices.rowCount).toBe(1);
  });

  it('is refused where it is no good, and for oneself', async () => {
    const { id } = await create();
    expect((await api.gql(RESET, { id, password: 'ngắn' })).fields[0]?.path).toBe('password');
    const own = await api.gql(RESET, { id: '1', password: FIRST });
    expect([own.code, own.errors[0]?.message]).toEqual([
      'FORBIDDEN',
      'Hãy tự đổi mật khẩu của mình bằng mật khẩu hiện tại.',
    ]);
  });
});

describe('a password that nobody can give', () => {
  it('is replaced at the machine: printed once, to be changed, with an end of all that the old one opened', async () => {
    const account = await buildAccount(api, { role: 'VIEWER', username: 'người quên' });
    const browser = new Browser(api.server);
    await browser.signIn(account);
    const password = (await replaceLostPassword(api.app.db, ' Người QUÊN '))?.password ?? '';
    expect(password).toMatch(/^[\w-]{16}$/);
    expect([await status(account), await browser.ask('{ me { id } }')]).toEqual([401, { me: null }]);
    const again = await browser.signIn({ ...account, password });
    expect([again.statusCode, again.json<{ mustChange: boolean }>().mustChange]).toEqual([200, true]);
    const { auditTrail } = await api.ask<{ auditTrail: { nodes: object[] } }>(
      '{ auditTrail(first: 5) { nodes { what actorKind } } }',
    );
    expect(auditTrail.nodes).toContainEqual({ what: 'PASSWORD_RESET', actorKind: 'PROCESS' });
    expect(await replaceLostPassword(api.app.db, 'nobody')).toBeNull();
  });
});

describe('the last administrator of the province', () => {
  const others = `update account set active = false where id > 1 and id in (select account_id from account_grant)`;

  it('stays, whichever way; one of two may go', async () => {
    await api.db.query(others);
    const revoke = 'mutation { revokeGrant(id: "1") }';
    const dated = await buildAccount(api, { role: 'ADMINISTRATOR', to: '2999-12-31' });
    expect((await setActive(api.as(dated), '1', false)).code).toBe('FORBIDDEN');
    expect((await api.as(dated).gql(revoke)).code).toBe('FORBIDDEN');
    expect((await setActive(api, '1', false)).code).toBe('CONFLICT');
    expect((await api.gql(revoke)).code).toBe('CONFLICT');
    const second = await buildAccount(api, { role: 'ADMINISTRATOR' });
    expect((await setActive(api.as(second), '1', false)).code).toBeUndefined();
    expect((await setActive(api.as(second), '1', true)).code).toBeUndefined();
  });

  it('stays when two close each other at the same time', async () => {
    await api.db.query(others);
    const second = await buildAccount(api, { role: 'ADMINISTRATOR' });
    const callers = [api.as(ADMIN), api.as(second)];
    const ids = await Promise.all(
      callers.map(async (caller) => (await caller.ask<{ me: { id: string } }>('{ me { id } }')).me.id),
    );
    const answers = await Promise.all(callers.map((caller, n) => setActive(caller, ids[1 - n] ?? '', false)));
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    await api.db.query('update account set active = true where id = 1');
  });
});
