import { addDays, dayInVietnam } from '@chi-tieu/shared/domain/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { Caller } from '../../../test/caller.ts';
import { buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';

let api: Api;
let now = new Date('2022-06-15T05:00:00Z');
beforeAll(async () => {
  api = await openApi();
  api.app.now = () => now;
  await nameUnits(api, { '05503': ['H55.164.3'], '05680': ['H55.169.3'] });
  await saveProcedures(api, '2.000815');
});
afterAll(() => api.close());

const CREATE = 'mutation ($input: TokenInput!) { createToken(input: $input) { id token } }';
const ROTATE = 'mutation ($id: ID!, $expiresOn: Date) { rotateToken(id: $id, expiresOn: $expiresOn) { id token } }';
const REVOKE = 'mutation ($id: ID!) { revokeToken(id: $id) }';

interface Made {
  id: string;
  token: string;
}
interface Shown {
  id: string;
  name: string;
  role: string;
  unit: { code: string };
  hint: string;
  createdOn: string;
  expiresOn: string;
  lastUsedOn: string | null;
}

async function create(facts: Record<string, string> = {}): Promise<Made> {
  const input = { name: 'Một cửa', role: 'INTEGRATION', unit: '164', expiresOn: '2022-12-31', ...facts };
  return (await api.ask<{ createToken: Made }>(CREATE, { input })).createToken;
}

async function shown(id: string): Promise<Shown | undefined> {
  const query = '{ tokens { id name role unit { code } hint createdOn expiresOn lastUsedOn } }';
  return (await api.ask<{ tokens: Shown[] }>(query)).tokens.find((token) => token.id === id);
}

/** Calls with a token and nothing else. */
class Program extends Caller {
  private readonly token: string;

  constructor(token: string) {
    super(api.server, () => Promise.resolve(null));
    this.token = token;
  }

  override headers(): Promise<Record<string, string>> {
    return Promise.resolve({ authorization: `Bearer ${this.token}` });
  }
}

const works = async ({ token }: Made): Promise<boolean> =>
  (await new Program(token).gql('{ units { totalCount } }')).code === undefined;

describe('a token', () => {
  it('is shown once, and kept as a hash', async () => {
    const { id, token } = await create();
    expect(token).toMatch(/^ct_[\w-]{43}$/);
    expect(await shown(id)).toEqual({
      id,
      name: 'Một cửa',
      role: 'INTEGRATION',
      unit: { code: '164' },
      hint: token.slice(-4),
      createdOn: '2022-06-15',
      expiresOn: '2022-12-31',
      lastUsedOn: null,
    });
    const { rows } = await api.db.query(`select t, encode(token_hash, 'escape') from access_token t`);
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
    expect(api.logged.join('\n')).not.toContain(token);
  });

  it('stands for its program, needs no header against forms, and goes before a cookie', async () => {
    const { token } = await create();
    const me = (headers: Record<string, string>) =>
      api.server.inject({ method: 'POST', url: '/graphql', payload: { query: '{ me { name isProgram } }' }, headers });
    const program = { data: { me: { name: 'Một cửa', isProgram: true } } };
    const { cookie = '' } = await api.headers();
    expect((await me({ authorization: `Bearer ${token}` })).json()).toEqual(program);
    expect((await me({ authorization: `bearer ${token}`, cookie })).json()).toEqual(program);
    for (const authorization of ['Bearer nonsense', 'Bearer', 'bearer '])
      expect((await me({ authorization, cookie })).json()).toEqual({ data: { me: null } });
    expect((await me({ authorization: 'Basic eDp5', cookie })).json()).toMatchObject({
      data: { me: { isProgram: false } },
    });
    const csv = await api.server.inject({
      method: 'POST',
      url: '/ingest/dossiers',
      payload: 'MaHoSo\n',
      headers: { authorization: `Bearer ${token}`, cookie, 'content-type': 'text/csv' },
    });
    expect(csv.statusCode).toBe(200);
  });

  it.each([
    ['no token', ''],
    ['another one', `ct_${'A'.repeat(43)}`],
    ['an endless one', `ct_${'A'.repeat(5_000)}`],
    ['signs', "ct_' or true --"],
  ])('that is none is nobody’s: %s', async (_what, token) => {
    const answer = await new Program(token).gql('{ units { totalCount } }');
    expect([answer.code, (await new Program(token).ingest([])).status]).toEqual(['UNAUTHENTICATED', 401]);
  });

  it('holds until the end of its last day, and never before it was taken back', async () => {
    const made = await create({ expiresOn: '2022-06-15' });
    expect(await works(made)).toBe(true);
    now = new Date('2022-06-15T16:59:59Z');
    expect(await works(made)).toBe(true);
    now = new Date('2022-06-15T17:00:00Z');
    expect(await works(made)).toBe(false);
    now = new Date('2022-06-15T05:00:00Z');
    expect(await api.ask(REVOKE, { id: made.id })).toEqual({ revokeToken: true });
    expect([await works(made), await shown(made.id)]).toEqual([false, undefined]);
    expect((await api.gql(REVOKE, { id: made.id })).code).toBe('NOT_FOUND');
  });

  it('is told apart from another of its program, and the program says whether any of them can be used', async () => {
    const first = await create({ name: 'Hai mã', expiresOn: '2022-06-20' });
    const other = await create({ name: 'Hai mã' });
    const { rotateToken: second } = await api.ask<{ rotateToken: Made }>(ROTATE, {
      id: first.id,
      expiresOn: '2022-06-18',
    });
    const { tokens } = await api.ask<{ tokens: { id: string; program: string }[] }>('{ tokens { id program } }');
    const programOf = ({ id }: Made): string => tokens.find((token) => token.id === id)?.program ?? '';
    const program = programOf(first);
    expect([programOf(second), programOf(other) === program]).toEqual([program, false]);
    const holds = async (): Promise<boolean | null | undefined> =>
      (
        await api.ask<{ account: { hasWorkingToken: boolean | null } | null }>(
          'query ($id: ID!) { account(id: $id) { hasWorkingToken } }',
          { id: program },
        )
      ).account?.hasWorkingToken;
    expect(await holds()).toBe(true);
    await api.ask(REVOKE, { id: first.id });
    expect(await holds()).toBe(true);
    now = new Date('2022-06-19T05:00:00Z');
    expect(await holds()).toBe(false);
    now = new Date('2022-06-15T05:00:00Z');
    await api.ask(REVOKE, { id: second.id });
    expect(await holds()).toBe(false);
    expect(await api.ask('{ me { hasWorkingToken } }')).toEqual({ me: { hasWorkingToken: null } });
  });

  it('is noted as used once a day', async () => {
    const made = await create();
    const version = async () =>
      (await api.db.query<{ xmin: string }>('select xmin::text from access_token where id = $1', [made.id])).rows[0]
        ?.xmin;
    await works(made);
    expect((await shown(made.id))?.lastUsedOn).toBe('2022-06-15');
    const before = await version();
    await works(made);
    expect(await version()).toBe(before);
    now = new Date('2022-06-16T05:00:00Z');
    await works(made);
    expect((await shown(made.id))?.lastUsedOn).toBe('2022-06-16');
    now = new Date('2022-06-15T05:00:00Z');
  });

  it('that sends dossiers may do that for its unit and nothing else', async () => {
    const program = new Program((await create()).token);
    const { result } = await program.ingest([
      dossierRow({ MaHoSo: 'H55.164.3-220301-0001' }),
      dossierRow({ MaHoSo: 'H55.169.3-220301-0001' }),
    ]);
    expect([result.created, result.rejected, result.errors[0]?.row]).toEqual([1, 1, 2]);
    expect((await program.ingest([], { path: '/ingest/procedures' })).status).toBe(403);
    const refused = [
      '{ dossiers(indicator: "ONLINE_RESOLUTION_L4", unit: "164", from: "2022-01-01", to: "2022-12-31") { totalCount } }',
      'mutation { retryQuarantined { received } }',
      'mutation { createTargetPlan(input: { issuer: "164", indicator: "ONLINE_RESOLUTION_L4", year: 2022 }) { id } }',
      'mutation { changePassword(current: "x", next: "con trâu đi trước") }',
      'mutation { revokeToken(id: "1") }',
    ];
    for (const query of refused) expect((await program.gql(query)).code).toBe('FORBIDDEN');
    expect(await program.ask('{ quarantine { totalCount } accounts { totalCount } tokens { id } }')).toEqual({
      quarantine: { totalCount: 0 },
      accounts: { totalCount: 0 },
      tokens: [],
    });
  });

  it.each([
    ['name', { name: '' }],
    ['expiresOn', { expiresOn: '2022-06-14' }],
    ['expiresOn', { expiresOn: '2023-06-17' }],
    ['unit', { unit: '99999' }],
    ['role', { role: 'CATALOGUE_EDITOR' }],
  ])('is not made where %s makes no sense', async (field, facts) => {
    const input = { name: 'x', role: 'INTEGRATION', unit: '164', expiresOn: '2022-12-31', ...facts };
    const answer = await api.gql(CREATE, { input });
    expect([answer.code, answer.fields[0]?.path]).toEqual(['BAD_USER_INPUT', `input.${field}`]);
  });
});

describe('rotating a token', () => {
  it('makes a second one for as long as the first was made for; the first holds 14 days more', async () => {
    const first = await create({ expiresOn: '2022-12-31' });
    const { rotateToken: second } = await api.ask<{ rotateToken: Made }>(ROTATE, { id: first.id });
    expect(second.token).not.toBe(first.token);
    expect([(await shown(first.id))?.expiresOn, (await shown(second.id))?.expiresOn]).toEqual([
      '2022-06-29',
      '2022-12-31',
    ]);
    expect([await works(first), await works(second)]).toEqual([true, true]);
    now = new Date('2022-06-30T05:00:00Z');
    expect([await works(first), await works(second)]).toEqual([false, true]);
    now = new Date('2022-06-15T05:00:00Z');
  });

  it('lets the first end on its own day where that is sooner, and the second on a day that is told', async () => {
    const soon = addDays(dayInVietnam(now), 3);
    const first = await create({ expiresOn: soon });
    const { rotateToken: second } = await api.ask<{ rotateToken: Made }>(ROTATE, {
      id: first.id,
      expiresOn: '2023-06-16',
    });
    expect([(await shown(first.id))?.expiresOn, (await shown(second.id))?.expiresOn]).toEqual([soon, '2023-06-16']);
    expect((await api.gql(ROTATE, { id: first.id, expiresOn: '2022-06-14' })).fields[0]?.path).toBe('expiresOn');
  });
});

describe('how long a token holds', () => {
  it('is at most 366 days, and no longer than who makes it may', async () => {
    const dated = api.as(await buildAccount(api, { role: 'ADMINISTRATOR', unit: '164', to: '2022-07-31' }));
    const first = await create();
    const input = { name: 'x', role: 'INTEGRATION', unit: '164' };
    const message = 'Ngày hết hạn muộn nhất có thể chọn là 31/07/2022.';
    const tooLong = await dated.gql(CREATE, { input: { ...input, expiresOn: '2022-08-01' } });
    expect(tooLong.fields).toEqual([{ path: 'input.expiresOn', message }]);
    expect((await dated.gql(ROTATE, { id: first.id, expiresOn: '2022-08-01' })).fields[0]?.path).toBe('expiresOn');
    expect((await dated.gql(CREATE, { input: { ...input, expiresOn: '2022-07-31' } })).code).toBeUndefined();
    expect((await api.gql(ROTATE, { id: first.id, expiresOn: '2023-06-17' })).fields[0]?.path).toBe('expiresOn');
    const { rotateToken } = await dated.ask<{ rotateToken: Made }>(ROTATE, { id: first.id });
    expect((await shown(rotateToken.id))?.expiresOn).toBe('2022-07-31');
  });
});

describe('the tokens of others', () => {
  it('are neither shown nor changed, and look like none', async () => {
    const city = api.as(await buildAccount(api, { role: 'ADMINISTRATOR', unit: '164' }));
    const own = await create({ unit: '05503' });
    const beyond = await create({ unit: '169' });
    const { tokens } = await city.ask<{ tokens: Shown[] }>('{ tokens { id unit { code } } }');
    expect(tokens.map(({ id }) => id)).toContain(own.id);
    expect(tokens.map(({ id }) => id)).not.toContain(beyond.id);
    for (const mutation of [ROTATE.replace('token }', '}'), REVOKE])
      for (const id of [beyond.id, '2000000000', 'x'])
        expect((await city.gql(mutation, { id })).code).toBe('FORBIDDEN');
    expect((await api.gql(REVOKE, { id: '2000000000' })).code).toBe('NOT_FOUND');
  });
});
