import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { buildAccount, dossierRow, nameUnits, saveProcedures, tokenEnd } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'] });
});
afterAll(() => api.close());

const CITIZEN = { ChuHoSo: 'Trần Thị Bưởi', SoGiayToChuHoSo: '019080424242', SoDienThoai: '0987654321' };
const WRONG = 'mật khẩu gõ nhầm 42';

/** Every value of every row of every table, as text. */
async function everything(): Promise<string> {
  const tables = await api.db.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await api.db.query<{ text: string }>(`select t::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

async function tokenOf(caller: Api): Promise<string> {
  const { createToken } = await caller.ask<{ createToken: { token: string } }>(
    'mutation ($input: TokenInput!) { createToken(input: $input) { token } }',
    { input: { name: 'Một cửa', role: 'INTEGRATION', unit: '05503', expiresOn: tokenEnd() } },
  );
  return createToken.token;
}

it('nothing of a citizen, a password, a token or a cookie is in the log, the trail, the quarantine or any table', async () => {
  const token = await tokenOf(api);
  const clerk = await buildAccount(api, { role: 'CLERK' });
  const signIn = (payload: object) => api.server.inject({ method: 'POST', url: '/auth/login', payload });
  const signedIn = await signIn(clerk);
  const cookies = signedIn.cookies.map(({ value }) => value);
  await signIn({ username: clerk.username, password: WRONG });
  await signIn({ username: 'không ai', password: WRONG });
  const bearer = { authorization: `Bearer ${token}` };
  const send = (payload: unknown, headers: Record<string, string> = bearer) =>
    api.server.inject({
      method: 'POST',
      url: '/ingest/dossiers',
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  const good = { ...dossierRow({ MaHoSo: 'H55.164.3-220301-0001' }), ...CITIZEN };
  const bad = { ...good, MaHoSo: CITIZEN.SoDienThoai, DonViXuLy: `${CITIZEN.ChuHoSo} ${CITIZEN.SoGiayToChuHoSo}` };
  expect((await send([good, bad])).json()).toMatchObject({ result: { created: 1, rejected: 1 } });
  await send(`[{"ChuHoSo": "${CITIZEN.ChuHoSo}"`);
  await send([good], { authorization: `Bearer ${token.slice(0, -1)}` });
  await api.gql(`{ units(search: "${CITIZEN.ChuHoSo}", first: 9000) { nodes { code } } }`);
  await api.gql(`{ "${WRONG}"`);
  await api.server.inject({ url: `/graphql?token=${token}`, headers: { cookie: `session=${cookies[0] ?? ''}` } });
  // A bug within the server is logged with all that it says of itself.
  await api.db.query(
    `create function gone() returns trigger language plpgsql as $$ begin raise exception 'gone: %', new; end $$;
     create trigger gone before insert on dossier for each row execute function gone()`,
  );
  expect((await send([{ ...good, MaHoSo: 'H55.164.3-220301-0003' }])).statusCode).toBe(500);
  await api.db.query('drop function gone cascade');
  const places = { log: api.logged.join('\n'), tables: await everything() };
  const secrets = [...Object.values(CITIZEN), 'Bưởi', WRONG, clerk.password, token, token.slice(0, -1), ...cookies];
  for (const [place, text] of Object.entries(places))
    for (const secret of secrets) expect([place, secret, text.includes(secret)]).toEqual([place, secret, false]);
});

it('an error carries the id of its request, in the log and in the answer', async () => {
  await api.db.query(
    `create function gone() returns trigger language plpgsql as $$ begin raise exception 'gone'; end $$;
     create trigger gone before insert on dossier for each row execute function gone()`,
  );
  const response = await api.raw({
    method: 'POST',
    url: '/ingest/dossiers',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify([dossierRow({ MaHoSo: 'H55.164.3-220301-0009' })]),
  });
  await api.db.query('drop function gone cascade');
  const id = String(response.headers['x-request-id']);
  const line = api.logged
    .map((one) => JSON.parse(one) as Record<string, unknown>)
    .find((one) => one['requestId'] === id);
  expect([response.statusCode, line?.['msg']]).toEqual([500, 'unexpected error']);
  expect(response.body).toContain(id);
});
