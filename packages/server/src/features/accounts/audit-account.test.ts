import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Browser } from '../../../test/browser.ts';
import { buildAccount, tokenEnd } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

let count = 0;
const NEXT = 'con trâu đi trước';
const FIELDS = 'what actorKind actorName address aboutKind aboutId unit { code } before after';

interface Seen {
  what: string;
  before: unknown;
  after: unknown;
}

/** What was recorded while something was done, in order. */
async function recorded(use: () => Promise<unknown>): Promise<Seen[]> {
  const query = `{ auditTrail(first: 20) { nodes { seq ${FIELDS} } } }`;
  const ask = async () =>
    (await api.ask<{ auditTrail: { nodes: (Seen & { seq: string })[] } }>(query)).auditTrail.nodes.reverse();
  const last = Number((await ask()).at(-1)?.seq ?? 0);
  await use();
  return (await ask()).filter(({ seq }) => Number(seq) > last).map(({ seq: _seq, ...seen }) => seen);
}

const whats = (seen: Seen[]): string[] => seen.map(({ what }) => what);

async function create(): Promise<string> {
  const input = { username: `người-${(count += 1)}`, name: 'Trần Thị B', unit: '164', password: NEXT };
  const mutation = 'mutation ($input: AccountInput!) { createAccount(input: $input) { id } }';
  return (await api.ask<{ createAccount: { id: string } }>(mutation, { input })).createAccount.id;
}

describe('the audit trail says', () => {
  it('who signed in and out, and from where', async () => {
    const account = await buildAccount(api, { role: 'VIEWER' });
    const browser = new Browser(api.server);
    const seen = await recorded(async () => {
      await browser.signIn(account);
      await browser.raw({ method: 'POST', url: '/auth/logout' });
      await browser.raw({ method: 'POST', url: '/auth/logout' });
    });
    expect(whats(seen)).toEqual(['SIGNED_IN', 'SIGNED_OUT']);
    for (const event of seen)
      expect(event).toMatchObject({ actorKind: 'PERSON', actorName: account.username, address: '127.0.0.1' });
  });

  it('that a sign-in was refused, of nobody’s where the name is none: it may be a password', async () => {
    const typed = 'mật khẩu gõ nhầm chỗ';
    const seen = await recorded(async () => {
      await new Browser(api.server).signIn({ username: 'admin', password: 'wrong' });
      await new Browser(api.server).signIn({ username: typed, password: 'x' });
    });
    const refused = { what: 'SIGN_IN_REFUSED', actorKind: 'NOBODY', aboutKind: 'ACCOUNT' };
    expect(seen).toMatchObject([
      { ...refused, aboutId: '1', unit: { code: '19' } },
      { ...refused, aboutId: null, unit: null },
    ]);
    const { rows } = await api.db.query('select * from audit_event');
    expect(JSON.stringify(rows)).not.toContain(typed);
  });

  it('what somebody did to their own account', async () => {
    const account = await buildAccount(api, { role: 'VIEWER' });
    const [browser, other] = [new Browser(api.server), new Browser(api.server)];
    await browser.signIn(account);
    await other.signIn(account);
    const change = 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }';
    const seen = await recorded(async () => {
      await browser.ask('mutation { revokeOtherSessions }');
      await browser.ask('mutation { revokeOtherSessions }');
      await browser.gql(change, { current: 'wrong', next: NEXT });
      await browser.ask(change, { current: account.password, next: NEXT });
    });
    expect(whats(seen)).toEqual(['SESSION_ENDED', 'SIGN_IN_REFUSED', 'PASSWORD_CHANGED']);
    expect(seen[0]?.after).toEqual({ count: 1 });
    expect(JSON.stringify(seen)).not.toMatch(/trâu|mật khẩu|wrong/);
  });

  it('what was done to an account and its grants, to who reaches the place', async () => {
    const seen = await recorded(async () => {
      const id = await create();
      await api.ask(`mutation { renameAccount(id: "${id}", name: "Tên khác") { id } }`);
      await api.ask(`mutation { resetPassword(id: "${id}", password: "cái cày theo sau") { id } }`);
      await api.ask(`mutation { setAccountActive(id: "${id}", active: false) { id } }`);
      await api.ask(`mutation { setAccountActive(id: "${id}", active: false) { id } }`);
      await api.ask(`mutation { setAccountActive(id: "${id}", active: true) { id } }`);
      const { grantRole } = await api.ask<{ grantRole: { grants: { id: string }[] } }>(
        `mutation { grantRole(account: "${id}", role: CLERK, unit: "164", to: "2999-12-31") { grants { id } } }`,
      );
      await api.ask(`mutation { revokeGrant(id: "${grantRole.grants[0]?.id}") }`);
    });
    expect(whats(seen)).toEqual([
      'ACCOUNT_CREATED',
      'ACCOUNT_CHANGED',
      'PASSWORD_RESET',
      'ACCOUNT_CLOSED',
      'ACCOUNT_OPENED',
      'GRANT_GIVEN',
      'GRANT_REVOKED',
    ]);
    for (const event of seen) expect(event).toMatchObject({ unit: { code: '164' }, actorName: 'Quản trị hệ thống' });
    expect([seen[3]?.before, seen[3]?.after]).toEqual([{ active: true }, { active: false }]);
    expect(seen[5]?.after).toMatchObject({ role: 'CLERK', from: null, to: '2999-12-31' });
    expect(seen[6]?.before).toEqual(seen[5]?.after);
    expect(JSON.stringify(seen)).not.toMatch(/Tên khác|trâu|cày|argon2/);
  });

  it('that a grant was delegated, and what became of tokens', async () => {
    const id = await create();
    await api.db.query('update account set unit_id = (select id from unit where kind = $1) where id = $2', [
      'PROVINCE',
      id,
    ]);
    const tokens: string[] = [];
    const seen = await recorded(async () => {
      await api.ask(`mutation { delegate(grant: "1", account: "${id}", from: "2022-01-01", to: "2999-12-31") { id } }`);
      const { createToken } = await api.ask<{ createToken: { id: string; token: string } }>(
        `mutation { createToken(input: { name: "p", role: INTEGRATION, unit: "164", expiresOn: "${tokenEnd()}" }) { id token } }`,
      );
      const { rotateToken } = await api.ask<{ rotateToken: { id: string; token: string } }>(
        `mutation { rotateToken(id: "${createToken.id}") { id token } }`,
      );
      await api.ask(`mutation { revokeToken(id: "${createToken.id}") }`);
      tokens.push(createToken.token, rotateToken.token);
    });
    expect(whats(seen)).toEqual(['GRANT_DELEGATED', 'TOKEN_MADE', 'TOKEN_ROTATED', 'TOKEN_REVOKED']);
    expect(seen[0]?.after).toMatchObject({ role: 'ADMINISTRATOR', delegatedFrom: 1 });
    for (const token of tokens) expect(JSON.stringify(seen)).not.toContain(token.slice(3));
  });
});
