import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import {
  buildAccount,
  dossierCode,
  dossierRow,
  nameUnits,
  saveProcedures,
  tokenEnd,
} from '../../../../test/factories.ts';

let api: Api;
let address: string;

beforeAll(async () => {
  api = await openApi();
  address = await api.listen();
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'], '05680': ['H55.169.3'] });
});
afterAll(() => api.close());

/** A token of the city 164 that may send dossiers: its text and number, and the account behind it. */
async function program(): Promise<{ token: string; id: string; account: number }> {
  const make = 'mutation ($input: TokenInput!) { createToken(input: $input) { token id } }';
  const input = { name: 'Một cửa', role: 'INTEGRATION', unit: '164', expiresOn: tokenEnd() };
  const { createToken } = await api.ask<{ createToken: { token: string; id: string } }>(make, {
    input,
  });
  const { id } = createToken;
  const { rows } = await api.db.query<{ account: number }>(
    'select account_id as account from access_token where id = $1',
    [id],
  );
  return { token: createToken.token, id, account: rows[0]?.account ?? 0 };
}

/** A body that is still being sent, of which the database has the first row already. */
async function sending(headers: Record<string, string>): Promise<ClientRequest> {
  const call = request(`${address}/ingest/dossiers`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'apollo-require-preflight': 'x' },
  });
  call.write(`[${JSON.stringify(dossierRow({ MaHoSo: dossierCode('H55.164.3', 1) }))},`);
  const copying = `select from pg_stat_activity where datname = current_database() and query like 'copy staged%' and state = 'active'`;
  await expect.poll(async () => (await api.db.query(copying)).rowCount).toBe(1);
  return call;
}

async function end(call: ClientRequest): Promise<{ status: number; text: string }> {
  call.end(`${JSON.stringify(dossierRow({ MaHoSo: dossierCode('H55.169.3', 2) }))}]`);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, text };
}

const dossiers = async () => (await api.db.query('select from dossier')).rowCount;

describe('what was begun by right and is ended without', () => {
  it('stores nothing once the token was taken back', async () => {
    const { token, id } = await program();
    const call = await sending({ authorization: `Bearer ${token}` });
    await api.ask('mutation ($id: ID!) { revokeToken(id: $id) }', { id });
    expect([(await end(call)).status, await dossiers()]).toEqual([401, 0]);
  });

  it('stores nothing once the grant was taken', async () => {
    const { token, account } = await program();
    const call = await sending({ authorization: `Bearer ${token}` });
    await api.db.query('update account_grant set revoked_at = now() where account_id = $1', [account]);
    expect([(await end(call)).status, await dossiers()]).toEqual([403, 0]);
  });

  it('stores nothing once the account was closed, and its session ended with it', async () => {
    const clerk = await buildAccount(api, { role: 'CLERK', unit: '164' });
    const call = await sending(await api.as(clerk).headers());
    await api.db.query('update account set active = false where username = $1', [clerk.username]);
    expect([(await end(call)).status, await dossiers()]).toEqual([401, 0]);
  });

  it('stores what the sender may still send, by the bounds of the end', async () => {
    const { token, account } = await program();
    const call = await sending({ authorization: `Bearer ${token}` });
    await api.db.query(
      `update account_grant g set unit_id = v.unit_id from unit_version v
        where v.code = '169' and v.superseded_by is null and g.account_id = $1`,
      [account],
    );
    const { status, text } = await end(call);
    expect([status, (JSON.parse(text) as { result: { created: number; rejected: number } }).result]).toMatchObject([
      200,
      { created: 1, rejected: 1 },
    ]);
  });
});
