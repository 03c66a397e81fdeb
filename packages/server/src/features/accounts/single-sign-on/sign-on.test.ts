import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { Caller } from '../../../../test/caller.ts';
import { buildAccount } from '../../../../test/factories.ts';
import { TestProvider } from '../../../../test/oidc-provider.ts';
import { readOidc } from '../../../app/oidc-config.ts';

const PUBLIC_URL = 'http://127.0.0.1:4000';
const CALLBACK = `${PUBLIC_URL}/auth/oidc/callback`;
const GRANTS = [
  { claim: 'groups', value: 'quan-tri', role: 'ADMINISTRATOR', unit: '164' },
  { claim: 'groups', value: 'mot-cua', role: 'CLERK', unit: '05503' },
  { claim: 'realm_access.roles', value: 'xem', role: 'VIEWER', unit: '19' },
];

let provider: TestProvider;
let api: Api;
beforeAll(async () => {
  provider = await TestProvider.open(CALLBACK);
  api = await openWith(provider.issuer);
});
afterAll(async () => {
  await api.close();
  await provider.close();
});
beforeEach(() => provider.people.clear());

function openWith(issuer: string): Promise<Api> {
  const env = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'Cổng của tỉnh',
    OIDC_GRANTS: JSON.stringify(GRANTS),
  };
  return openApi({ config: { publicUrl: PUBLIC_URL, oidc: readOidc(env, PUBLIC_URL) } });
}

let count = 0;
/** Somebody at the provider of whom it says this. */
function person(claims: Record<string, unknown>): string {
  const sub = `person-${(count += 1)}`;
  provider.people.set(sub, { sub, name: `Người ${count}`, preferred_username: sub, ...claims });
  return sub;
}

const get = (url: string, cookie = '', server = api.server): Promise<LightMyRequestResponse> =>
  server.inject({ method: 'GET', url, headers: cookie === '' ? {} : { cookie } });

/** A browser on its way: where the provider sends it back to, and the cookie that it carries. */
async function away(subject: string, next = '/'): Promise<{ back: URL; cookie: string }> {
  const start = await get(`/auth/oidc/start?next=${encodeURIComponent(next)}`);
  const cookie = `journey=${start.cookies.find(({ name }) => name === 'journey')?.value ?? ''}`;
  return { back: new URL(await provider.signIn(String(start.headers.location), subject)), cookie };
}

const arrive = (back: URL, cookie: string): Promise<LightMyRequestResponse> =>
  get(`${back.pathname}${back.search}`, cookie);

/** The whole way there and back. */
async function come(subject: string, next = '/'): Promise<LightMyRequestResponse> {
  const { back, cookie } = await away(subject, next);
  return arrive(back, cookie);
}

const sessionOf = (response: LightMyRequestResponse): string | undefined =>
  response.cookies.find(({ name, value }) => name === 'session' && value !== '')?.value;

interface Me {
  id: string;
  username: string;
  name: string;
  stage: string;
  unit: { code: string } | null;
  grants: { role: string; source: string; unit: { code: string } }[];
}

async function me(response: LightMyRequestResponse): Promise<Me | null> {
  const cookie = `session=${sessionOf(response)}`;
  const query = '{ me { id username name stage unit { code } grants { role source unit { code } } } }';
  return (await new Caller(api.server, () => Promise.resolve(cookie)).ask<{ me: Me | null }>(query)).me;
}

const outcome = (response: LightMyRequestResponse): unknown[] => [
  response.statusCode,
  response.headers.location,
  sessionOf(response) === undefined ? 'nobody' : 'somebody',
];
const REFUSED = [303, '/dang-nhap?problem=failed', 'nobody'];

describe('a single sign-on', () => {
  it('is offered by name, and starts with everything that protects it', async () => {
    expect((await get('/auth/options')).json()).toEqual({ singleSignOn: { name: 'Cổng của tỉnh' } });
    const start = await get('/auth/oidc/start');
    const to = new URL(String(start.headers.location));
    expect([start.statusCode, to.origin]).toEqual([303, provider.issuer]);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: CALLBACK,
      code_challenge_method: 'S256',
      scope: 'openid profile',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(to.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(String(start.headers['set-cookie'])).toMatch(
      /^journey=[\w-]{43}; Max-Age=600; Path=\/auth\/oidc; HttpOnly; SameSite=Lax$/,
    );
    const { rows } = await api.db.query('select * from sign_on_journey');
    const hidden = [start.cookies[0]?.value ?? '', to.searchParams.get('state') ?? ''];
    for (const secret of hidden) expect(JSON.stringify(rows) + api.logged.join()).not.toContain(secret);
  });

  it('makes the account with what the claims give, at home where the first of it holds', async () => {
    const subject = person({
      groups: ['mot-cua', 'khác'],
      realm_access: { roles: ['xem'] },
      preferred_username: 'Lan Anh',
    });
    const response = await come(subject, '/don-vi?on=2022-08-31');
    expect(outcome(response)).toEqual([303, '/don-vi?on=2022-08-31', 'somebody']);
    const flags = (response.headers['set-cookie'] as string[]).find((header) => header.startsWith('session='));
    expect(flags?.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
    expect(await me(response)).toMatchObject({
      username: 'lan anh',
      stage: 'FULL',
      unit: { code: '05503' },
      grants: [
        { role: 'CLERK', source: 'OIDC', unit: { code: '05503' } },
        { role: 'VIEWER', source: 'OIDC', unit: { code: '19' } },
      ],
    });
    const { rows } = await api.db.query<{ what: string; kind: string }>(
      `select what, actor_kind as kind from audit_event order by seq desc limit 4`,
    );
    expect(rows.map(({ what, kind }) => `${what} ${kind}`)).toEqual([
      'SIGNED_IN PERSON',
      'GRANT_GIVEN PROCESS',
      'GRANT_GIVEN PROCESS',
      'ACCOUNT_CREATED PROCESS',
    ]);
  });

  it('finds the account again by issuer and subject, whatever it is called by then', async () => {
    const subject = person({ groups: ['mot-cua'] });
    const before = await me(await come(subject));
    provider.people.set(subject, { sub: subject, name: 'Tên khác', preferred_username: 'admin', groups: ['mot-cua'] });
    const after = await me(await come(subject));
    expect([after?.id, after?.username]).toEqual([before?.id, before?.username]);
  });

  it('takes over no account that bears the name already', async () => {
    const local = await buildAccount(api, { role: 'ADMINISTRATOR' });
    const first = await me(
      await come(person({ groups: ['mot-cua'], preferred_username: local.username.toUpperCase() })),
    );
    const second = await me(await come(person({ groups: ['mot-cua'], preferred_username: 'ADMIN' })));
    expect([first?.username, second?.username]).toEqual([`${local.username}-2`, 'admin-2']);
    expect(first?.grants.map(({ role }) => role)).toEqual(['CLERK']);
  });

  it('brings what the claims give up to date, and leaves what people gave', async () => {
    const subject = person({ groups: ['mot-cua'] });
    const account = await me(await come(subject));
    await api.ask('mutation ($id: ID!) { grantRole(account: $id, role: AUDITOR, unit: "05503") { id } }', {
      id: account?.id,
    });
    provider.people.set(subject, { sub: subject, groups: ['quan-tri'] });
    const changed = await me(await come(subject));
    expect(changed?.grants.map(({ role, source, unit }) => `${role} ${source} ${unit.code}`)).toEqual([
      'ADMINISTRATOR OIDC 164',
      'AUDITOR HAND 05503',
    ]);
    provider.people.set(subject, { sub: subject, groups: [] });
    expect((await me(await come(subject)))?.grants.map(({ role }) => role)).toEqual(['AUDITOR']);
  });

  it('keeps out who is given nothing: the first time without a trace, later with what was given taken back', async () => {
    const stranger = person({ groups: ['khác'] });
    expect(outcome(await come(stranger, '/don-vi'))).toEqual([
      303,
      '/dang-nhap?problem=unmapped&next=%2Fdon-vi',
      'nobody',
    ]);
    const none = await api.db.query('select from account_identity where subject = $1', [stranger]);
    expect(none.rows).toHaveLength(0);
    const leaver = person({ groups: ['quan-tri'] });
    const session = sessionOf(await come(leaver)) ?? '';
    provider.people.set(leaver, { sub: leaver });
    expect(outcome(await come(leaver))).toEqual([303, '/dang-nhap?problem=unmapped', 'nobody']);
    const still = new Caller(api.server, () => Promise.resolve(`session=${session}`));
    expect((await still.gql('{ tokens { id } }')).data).toEqual({ tokens: [] });
  });

  it('is counted as a sign-in where somebody is let in, as a wrong one where not', async () => {
    const counts = async () => {
      const { body } = await get('/metrics');
      return ['ok', 'wrong'].map((how) =>
        Number(RegExp(`^sign_ins_total{outcome="${how}"} (.*)$`, 'm').exec(body)?.[1]),
      );
    };
    const [ok = 0, wrong = 0] = await counts();
    await come(person({ groups: ['mot-cua'] }));
    expect(await counts()).toEqual([ok + 1, wrong]);
    await come(person({ groups: ['khac'] }));
    expect(await counts()).toEqual([ok + 1, wrong + 1]);
  });

  it('keeps out whose account was closed', async () => {
    const subject = person({ groups: ['mot-cua'] });
    const account = await me(await come(subject));
    await api.ask('mutation ($id: ID!) { setAccountActive(id: $id, active: false) { id } }', { id: account?.id });
    expect(outcome(await come(subject))).toEqual([303, '/dang-nhap?problem=closed', 'nobody']);
  });

  it('asks for no second factor of ours, also where the role requires one for passwords', async () => {
    api.app.config.requireSecondFactor = ['ADMINISTRATOR'];
    const response = await come(person({ groups: ['quan-tri'] }));
    expect((await me(response))?.stage).toBe('FULL');
    api.app.config.requireSecondFactor = [];
    const cookie = `session=${sessionOf(response)}`;
    const browser = new Caller(api.server, () => Promise.resolve(cookie));
    expect(await browser.ask('{ me { secondFactor { active } } }')).toEqual({ me: { secondFactor: null } });
    expect((await browser.gql('mutation { offerSecondFactor { uri } }')).code).toBe('FORBIDDEN');
  });

  it('ends the session that the browser carried, and its own by the sign-out', async () => {
    const login = await api.server.inject({
      method: 'POST',
      url: '/auth/login',
      payload: await buildAccount(api, { role: 'VIEWER' }),
    });
    const old = `session=${sessionOf(login)}`;
    const { back, cookie } = await away(person({ groups: ['mot-cua'] }));
    const response = await arrive(back, `${cookie}; ${old}`);
    expect(await new Caller(api.server, () => Promise.resolve(old)).ask('{ me { id } }')).toEqual({ me: null });
    const headers = { cookie: `session=${sessionOf(response)}`, 'apollo-require-preflight': 'yes' };
    await api.server.inject({ method: 'POST', url: '/auth/logout', headers });
    expect(await me(response)).toBeNull();
  });
});

describe('what comes back', () => {
  const admitted = () => person({ groups: ['mot-cua'] });

  it('is taken once', async () => {
    const { back, cookie } = await away(admitted());
    expect(outcome(await arrive(back, cookie))).toEqual([303, '/', 'somebody']);
    expect(outcome(await arrive(back, cookie))).toEqual(REFUSED);
  });

  it('with a code that was used comes to nothing, also on another journey', async () => {
    const subject = admitted();
    const first = await away(subject);
    await arrive(first.back, first.cookie);
    const second = await away(subject);
    second.back.searchParams.set('code', first.back.searchParams.get('code') ?? '');
    expect(outcome(await arrive(second.back, second.cookie))).toEqual(REFUSED);
  });

  it('belongs to the browser that was sent', async () => {
    const [mine, other] = [await away(admitted()), await away(admitted())];
    for (const cookie of ['', 'journey=x', `journey=${'A'.repeat(43)}`, other.cookie])
      expect(outcome(await arrive(mine.back, cookie))).toEqual(REFUSED);
  });

  it.each(['state', 'code', 'iss'])('needs its own %s', async (name) => {
    for (const value of ['', 'x', 'https://elsewhere.example']) {
      const { back, cookie } = await away(admitted());
      if (value === '') back.searchParams.delete(name);
      else back.searchParams.set(name, value);
      expect(outcome(await arrive(back, cookie))).toEqual(REFUSED);
    }
  });

  it('needs the nonce that was sent', async () => {
    const start = await get('/auth/oidc/start');
    const to = new URL(String(start.headers.location));
    to.searchParams.set('nonce', 'another');
    const back = new URL(await provider.signIn(to.href, admitted()));
    expect(outcome(await arrive(back, `journey=${start.cookies[0]?.value}`))).toEqual(REFUSED);
    expect(api.logged.join()).toContain('nonce');
  });

  it('needs the verifier whose challenge was sent', async () => {
    const start = await get('/auth/oidc/start');
    const to = new URL(String(start.headers.location));
    to.searchParams.set('code_challenge', 'A'.repeat(43));
    const back = new URL(await provider.signIn(to.href, admitted()));
    expect(outcome(await arrive(back, `journey=${start.cookies[0]?.value}`))).toEqual(REFUSED);
  });

  it('of somebody who refused there says so', async () => {
    const { back, cookie } = await away(admitted(), '/don-vi');
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    expect(outcome(await arrive(back, cookie))).toEqual([303, '/dang-nhap?problem=cancelled&next=%2Fdon-vi', 'nobody']);
  });

  it('too late is nothing', async () => {
    const { back, cookie } = await away(admitted());
    await api.db.query('update sign_on_journey set expires_at = now()');
    expect(outcome(await arrive(back, cookie))).toEqual(REFUSED);
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '/%2e//elsewhere.example',
    '/a//elsewhere.example',
    '/a\\elsewhere.example',
    '/.\\/elsewhere.example',
    '/a/../auth/oidc/start',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    'javascript:alert(1)',
    '/auth/oidc/start',
    `/${'x'.repeat(3_000)}`,
  ])('never leads elsewhere: %j', async (next) => {
    expect(outcome(await come(admitted(), next))).toEqual([303, '/', 'somebody']);
  });

  it('never reaches the log', async () => {
    const { back, cookie } = await away(admitted());
    await arrive(back, cookie);
    const secrets = [back.searchParams.get('code') ?? '', cookie.split('=')[1] ?? '', provider.clientSecret];
    for (const secret of secrets) expect(api.logged.join()).not.toContain(secret);
  });
});

describe('a provider', () => {
  it('that is out of reach is said to be, keeps nobody from a password, and is found once it is there', async () => {
    const elsewhere = await openWith('http://127.0.0.1:9');
    const start = await get('/auth/oidc/start?next=/don-vi', '', elsewhere.server);
    expect([start.statusCode, start.headers.location]).toEqual([303, '/dang-nhap?problem=unreachable&next=%2Fdon-vi']);
    expect(await elsewhere.ask('{ me { username } }')).toEqual({ me: { username: 'admin' } });
    await elsewhere.close();
  });

  it('that says to be another one is not believed', async () => {
    const other = await openWith(provider.issuer.replace('127.0.0.1', 'localhost'));
    const start = await get('/auth/oidc/start', '', other.server);
    expect(start.headers.location).toBe('/dang-nhap?problem=unreachable');
    await other.close();
  });

  it('that was never named leaves no way to it', async () => {
    const plain = await openApi();
    expect((await get('/auth/options', '', plain.server)).json()).toEqual({ singleSignOn: null });
    expect((await get('/auth/oidc/start', '', plain.server)).headers['set-cookie']).toBeUndefined();
    await plain.close();
  });
});
