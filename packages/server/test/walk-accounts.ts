import type { Api } from './api.ts';
import type { Caller } from './caller.ts';
import { tokenEnd } from './factories.ts';
import { codeAt, enrol, offer } from './second-factor.ts';
import { all, COMMUNE, LEFT_OUT, OPEN, PLACE, PROVINCE, type Case, type Who } from './walk.ts';

let count = 0;

/** Somebody at home in a unit, with a grant for another where it is told; the numbers of the account and the grant. */
async function newcomer(api: Api, home: string, granted?: string): Promise<{ account: string; grant: string }> {
  const unit = async (code: string) => {
    const found = await api.db.query<{ id: number }>('select unit_id as id from unit_version where code = $1', [code]);
    return found.rows[0]?.id;
  };
  const made = await api.db.query<{ id: string }>(
    'insert into account (username, name, unit_id) values ($1, $1, $2) returning id::text',
    [`newcomer-${(count += 1)}`, await unit(home)],
  );
  const account = made.rows[0]?.id ?? '';
  if (granted === undefined) return { account, grant: '' };
  const grant = await api.db.query<{ id: string }>(
    `insert into account_grant (account_id, role, unit_id) values ($1, 'VIEWER', $2) returning id::text`,
    [account, await unit(granted)],
  );
  return { account, grant: grant.rows[0]?.id ?? '' };
}

const TOKEN = { name: 'Một cửa', role: 'INTEGRATION', unit: '05503', expiresOn: tokenEnd() };
const MAKE_TOKEN = 'mutation ($input: TokenInput!) { createToken(input: $input) { id } }';

async function newToken(api: Api): Promise<string> {
  return (await api.ask<{ createToken: { id: string } }>(MAKE_TOKEN, { input: TOKEN })).createToken.id;
}

/** One account at the commune and one token: what lists have to show or leave out. */
export async function prepareAccounts(api: Api): Promise<void> {
  await newcomer(api, '05503', '05503');
  await newToken(api);
}

/** Who asks, and what each signs in with: what it was changed to last. */
interface Callers {
  callers: Map<Who, Caller>;
  passwords: Map<Who, string>;
}

/** The caller without a second factor, as if there never had been one. */
async function bareCaller(api: Api, who: Who, { callers, passwords }: Callers) {
  const caller = callers.get(who);
  if (!caller) throw new Error(`nobody is ${who}`);
  const { me } = await caller.ask<{ me: { id: string } }>('{ me { id } }');
  await api.db.query('delete from second_factor where account_id = $1', [me.id]);
  return { caller, password: passwords.get(who) ?? '' };
}

/** What turns a second factor off that was just set up. */
async function ownCode(api: Api, who: Who, everyone: Callers): Promise<{ code: string; password: string }> {
  const { caller, password } = await bareCaller(api, who, everyone);
  const { codes } = await enrol(caller, password);
  return { code: codes[0] ?? '', password };
}

/** The cases of second factors: everybody has their own. */
function factorCases(api: () => Api, everyone: Callers): Record<string, Case> {
  const by = (field: string) =>
    `mutation ($code: String!, $password: String!) { ${field}(code: $code, password: $password) }`;
  return {
    'Mutation.offerSecondFactor': {
      query: 'mutation { offerSecondFactor { uri } }',
      variables: async (who) => (await bareCaller(api(), who, everyone), {}),
      expected: OPEN,
    },
    'Mutation.confirmSecondFactor': {
      query: by('confirmSecondFactor'),
      variables: async (who) => {
        const { caller, password } = await bareCaller(api(), who, everyone);
        return { code: codeAt((await offer(caller)).secret, new Date()), password };
      },
      expected: OPEN,
    },
    'Mutation.removeSecondFactor': {
      query: by('removeSecondFactor'),
      variables: (who) => ownCode(api(), who, everyone),
      expected: OPEN,
    },
    'Mutation.renewRecoveryCodes': {
      query: by('renewRecoveryCodes'),
      variables: (who) => ownCode(api(), who, everyone),
      expected: OPEN,
    },
  };
}

/** The cases of accounts, grants and tokens. */
export function accountCases(api: () => Api, everyone: Callers): Record<string, Case | Record<string, Case>> {
  const { passwords } = everyone;
  const at = (home: string, granted?: string) => async () => newcomer(api(), home, granted);
  const grantRole = (unit: string) =>
    `mutation ($account: ID!) { grantRole(account: $account, role: CLERK, unit: "${unit}") { id } }`;
  const onAccount = (field: string): Record<string, Case> => {
    const query = `mutation ($account: ID!) { ${field} }`;
    return {
      'at the commune': { query, variables: at('05503', '05503'), expected: COMMUNE },
      'at the city': { query, variables: at('164'), expected: PLACE },
      'with a grant at the city': { query, variables: at('05503', '164'), expected: PLACE },
      'at home nowhere in it': { query, variables: at('19', '05503'), expected: PROVINCE },
    };
  };
  const token = async () => ({ id: await newToken(api()) });
  return {
    ...factorCases(api, everyone),
    'Query.accounts': { query: '{ accounts { nodes { id } } }', expected: { ...LEFT_OUT, child: 'given' } },
    'Query.account': {
      'of the commune': {
        query: 'query ($account: ID!) { account(id: $account) { id } }',
        variables: at('05503', '05503'),
        expected: { ...LEFT_OUT, child: 'given' },
      },
      'with a grant at the city': {
        query: 'query ($account: ID!) { account(id: $account) { id } }',
        variables: at('05503', '164'),
        expected: LEFT_OUT,
      },
    },
    'Query.deputies': {
      query: '{ deputies(grant: "1", search: "newcomer") { id } }',
      expected: { ...all('left out'), province: 'given' },
    },
    'Query.grantsAt': {
      'of the commune': { query: '{ grantsAt(unit: "05503") { beyond } }', expected: COMMUNE },
      'of the city': { query: '{ grantsAt(unit: "164") { beyond } }', expected: PLACE },
    },
    'Query.tokens': { query: '{ tokens { id } }', expected: { ...LEFT_OUT, child: 'given' } },
    'Mutation.createAccount': {
      query: 'mutation ($input: AccountInput!) { createAccount(input: $input) { id } }',
      variables: () => ({
        input: { username: `new-${(count += 1)}`, name: 'Người mới', unit: '05503', password: 'con trâu đi trước' },
      }),
      expected: COMMUNE,
    },
    'Mutation.setAccountActive': onAccount('setAccountActive(id: $account, active: false) { id }'),
    'Mutation.renameAccount': onAccount('renameAccount(id: $account, name: "Tên khác") { id }'),
    'Mutation.resetPassword': onAccount('resetPassword(id: $account, password: "cái cày theo sau") { id }'),
    'Mutation.resetSecondFactor': onAccount('resetSecondFactor(id: $account) { id }'),
    'Mutation.revokeAccountSessions': onAccount('revokeAccountSessions(account: $account)'),
    'Mutation.grantRole': {
      ...onAccount('grantRole(account: $account, role: CLERK, unit: "05503") { id }'),
      'for more than the commune': { query: grantRole('164'), variables: at('05503'), expected: PLACE },
      'for the province': { query: grantRole('19'), variables: at('05503'), expected: PROVINCE },
    },
    'Mutation.revokeGrant': {
      'of the commune': {
        query: 'mutation ($grant: ID!) { revokeGrant(id: $grant) }',
        variables: at('05503', '05503'),
        expected: COMMUNE,
      },
      'of the city': {
        query: 'mutation ($grant: ID!) { revokeGrant(id: $grant) }',
        variables: at('05503', '164'),
        expected: PLACE,
      },
    },
    'Mutation.delegate': {
      query:
        'mutation ($account: ID!) { delegate(grant: "1", account: $account, from: "2022-01-01", to: "2999-12-31") { id } }',
      variables: at('19'),
      expected: PROVINCE,
    },
    'Mutation.createToken': { query: MAKE_TOKEN, variables: () => ({ input: TOKEN }), expected: COMMUNE },
    'Mutation.rotateToken': {
      query: 'mutation ($id: ID!) { rotateToken(id: $id) { id } }',
      variables: token,
      expected: COMMUNE,
    },
    'Mutation.revokeToken': {
      query: 'mutation ($id: ID!) { revokeToken(id: $id) }',
      variables: token,
      expected: COMMUNE,
    },
    'Mutation.changePassword': {
      query: 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }',
      variables: (who) => {
        const current = passwords.get(who) ?? '';
        passwords.set(who, `cái cày theo sau ${(count += 1)}`);
        return { current, next: passwords.get(who) };
      },
      expected: OPEN,
    },
    'Mutation.revokeSession': { query: 'mutation { revokeSession(id: "0") }', expected: OPEN },
    'Mutation.revokeOtherSessions': { query: 'mutation { revokeOtherSessions }', expected: OPEN },
  };
}
