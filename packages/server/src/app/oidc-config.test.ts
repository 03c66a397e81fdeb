import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const GOOD = {
  OIDC_ISSUER: 'https://id.example/realms/tinh',
  OIDC_CLIENT_ID: 'chi-tieu',
  PUBLIC_URL: 'https://chi-tieu.example',
};
const ENTRY = { claim: 'groups', value: 'a', role: 'CLERK', unit: '05503' };

it('needs an issuer, a client and the public address, and has defaults for the rest', () => {
  expect(readConfig({}).oidc).toBeNull();
  expect(readConfig(GOOD).oidc).toEqual({
    issuer: 'https://id.example/realms/tinh',
    clientId: 'chi-tieu',
    clientSecret: null,
    scopes: 'openid profile',
    name: 'id.example',
    redirectUri: 'https://chi-tieu.example/auth/oidc/callback',
    grants: [],
  });
});

it('takes the mapping as it is or from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ct-oidc-'));
  const file = join(folder, 'grants.json');
  writeFileSync(file, JSON.stringify([ENTRY]));
  for (const OIDC_GRANTS of [JSON.stringify([ENTRY]), file])
    expect(readConfig({ ...GOOD, OIDC_GRANTS }).oidc?.grants).toEqual([ENTRY]);
  rmSync(folder, { recursive: true });
});

it.each([
  [{ OIDC_ISSUER: 'id.example' }, 'OIDC_ISSUER must be an address'],
  [{ OIDC_ISSUER: 'http://id.example' }, 'http:// only on this machine'],
  [{ OIDC_ISSUER: 'http://127.0.0.1.example' }, 'OIDC_ISSUER must be an address'],
  [{ OIDC_CLIENT_ID: ' ' }, 'OIDC_CLIENT_ID is needed'],
  [{ PUBLIC_URL: '' }, 'PUBLIC_URL is needed'],
  [{ OIDC_SCOPES: 'profile' }, 'must contain openid'],
  [{ OIDC_GRANTS: '[' }, 'OIDC_GRANTS must be a JSON list or the path'],
  [{ OIDC_GRANTS: '/nonexistent/grants.json' }, 'ENOENT'],
  [{ OIDC_GRANTS: '{}' }, 'OIDC_GRANTS must be a JSON list.'],
  [{ OIDC_GRANTS: '[1]' }, 'Entry 1 of OIDC_GRANTS needs "claim"'],
  [{ OIDC_GRANTS: JSON.stringify([ENTRY, { ...ENTRY, role: 'BOSS' }]) }, 'Entry 2 of OIDC_GRANTS has the role "BOSS"'],
  [{ OIDC_GRANTS: JSON.stringify([{ ...ENTRY, to: '2022-01-01' }]) }, 'has "to", which means nothing'],
])('refuses %j with a sentence', (change, sentence) => {
  expect(() => readConfig({ ...GOOD, ...change })).toThrow(sentence);
});

it('takes http of this machine for a trial', () => {
  for (const OIDC_ISSUER of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])
    expect(readConfig({ ...GOOD, OIDC_ISSUER }).oidc?.issuer).toBe(OIDC_ISSUER);
});

it('reads the key for secrets and who needs a second factor', () => {
  const key = Buffer.alloc(32, 5);
  const config = readConfig({ SECRETS_KEY: key.toString('base64'), REQUIRE_SECOND_FACTOR: 'ADMINISTRATOR, auditor' });
  expect([config.secretsKey, config.requireSecondFactor]).toEqual([key, ['ADMINISTRATOR', 'AUDITOR']]);
  expect(() => readConfig({ SECRETS_KEY: 'ngắn' })).toThrow('SECRETS_KEY must be 32 bytes');
  expect(() => readConfig({ REQUIRE_SECOND_FACTOR: 'boss' })).toThrow('REQUIRE_SECOND_FACTOR must be roles');
});
