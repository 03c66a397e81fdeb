import { expect, it } from 'vitest';
import { openApi } from '../../../test/api.ts';
import { Snapshot } from '../../app/database.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { HeadLog } from './head-log.ts';
import { verifyChain } from './verify-chain.service.ts';

it('writes a head into the log by which the chain can be verified, and goes on after a failure', async () => {
  const api = await openApi();
  const lines: [string, unknown][] = [];
  const log = {
    info: (facts: object, text: string) => void lines.push([text, facts]),
    error: (_: object, text: string) => void lines.push([text, null]),
  };
  const headLog = new HeadLog(api.app.db, log);
  headLog.start();
  await headLog.stop();
  const snapshot = new Snapshot(api.app.db, 0, undefined, EVERYTHING);
  const { head } = await verifyChain(snapshot).finally(() => snapshot.close());
  expect(head.seq).toBeGreaterThan(0);
  const line = ['head of the audit trail', { head: `${head.seq}:${head.hash}` }];
  expect(lines).toEqual([line]);
  await api.db.query('alter table audit_head rename to hidden');
  await headLog.tell();
  await api.db.query('alter table hidden rename to audit_head');
  await headLog.tell();
  expect(lines).toEqual([line, ['the head of the audit trail cannot be read', null], line]);
  await api.close();
});
