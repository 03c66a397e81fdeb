import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { ask } from '../../../test/backups.ts';
import { buildAccount } from '../../../test/factories.ts';
import { THE_PROCESS } from '../../app/audit/event.ts';
import { verifyByCommand } from './verify-by-command.ts';
import { beginVerifying, verifyingEnded } from './verifying.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

interface Chain {
  rows: number;
  head: string;
  verified: { at: string; rows: number; broken: { seq: string; fault: string } | null } | null;
  checking: number | null;
}

const FIELDS = 'rows head verified { at rows broken { seq fault } } checking';
const chain = async () => (await api.ask<{ auditChain: Chain }>(`{ auditChain { ${FIELDS} } }`)).auditChain;

async function verify(): Promise<Chain> {
  await api.ask(`mutation { verifyAuditTrail { ${FIELDS} } }`);
  await verifyingEnded(api.app);
  return chain();
}

it('tells how long the chain is and where it ends before anybody verified it', async () => {
  const { rows, head, ...rest } = await chain();
  expect(head).toMatch(new RegExp(`^${rows}:[0-9a-f]{64}$`));
  expect([rows > 0, rest]).toEqual([true, { verified: null, checking: null }]);
});

it('recomputes the whole chain, remembers that it held, and says so in the trail itself', async () => {
  const { rows } = await chain();
  const after = await verify();
  expect(after).toMatchObject({ rows: rows + 1, verified: { rows, broken: null }, checking: null });
  const { auditTrail } = await api.ask<{ auditTrail: { nodes: { what: string; text: string }[] } }>(
    '{ auditTrail(first: 1, act: "AUDIT_VERIFIED") { nodes { what text } } }',
  );
  expect(auditTrail.nodes).toEqual([
    {
      what: 'AUDIT_VERIFIED',
      text: `Quản trị hệ thống kiểm tra chuỗi nhật ký: ${rows} dòng, còn nguyên vẹn.`,
    },
  ]);
});

it('remembers it too where it was recomputed by command', async () => {
  const { rows } = await chain();
  const told: string[] = [];
  const { head, broken } = await verifyByCommand(api.databaseUrl, null, (line) => told.push(line));
  expect([head.seq, broken, told]).toEqual([rows, null, []]);
  expect(await chain()).toMatchObject({ rows: rows + 1, verified: { rows, broken: null }, checking: null });
});

it('runs once at a time, however many ask', async () => {
  const before = (await verify()).rows;
  // All at the same instant: over the line one could have ended before the next is asked for.
  for (let asked = 0; asked < 5; asked++) beginVerifying(api.app, THE_PROCESS);
  await verifyingEnded(api.app);
  expect((await chain()).rows).toBe(before + 1);
});

it('names the first row that is not as it was written, and logs it', async () => {
  await ask(api.databaseUrl, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(`update audit_event set actor_name = 'Ai đó' where seq = 2`);
  });
  expect((await verify()).verified).toMatchObject({ rows: 1, broken: { seq: '2', fault: 'CHANGED' } });
  expect(api.logged.filter((line) => line.includes('the audit trail is broken'))).toHaveLength(1);
});

it('is for who reads the trail of the whole province', async () => {
  const auditor = api.as(await buildAccount(api, { role: 'AUDITOR' }));
  expect((await auditor.gql('{ auditChain { rows } }')).code).toBeUndefined();
  const ofCity = api.as(await buildAccount(api, { role: 'AUDITOR', unit: '165' }));
  expect((await ofCity.gql('mutation { verifyAuditTrail { rows } }')).code).toBe('FORBIDDEN');
});
