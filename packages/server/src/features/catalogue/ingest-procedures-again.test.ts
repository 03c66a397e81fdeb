import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller, IngestAnswer } from '../../../test/caller.ts';
import { readMigrations } from '../../app/migrate.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { buildAccount, saveProcedures } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => api.db.query('truncate quarantine, ingest_batch, procedure cascade'));

const take = (body: unknown, type = 'application/json', by: Caller = api): Promise<IngestAnswer> =>
  by.ingest(body, { path: '/ingest/procedures', type });

async function catalogue(): Promise<string[]> {
  interface Stored {
    code: string;
    name: string;
    field: string | null;
    tiers: string[];
    inForceTo: string | null;
  }
  const { procedures } = await api.ask<{ procedures: { nodes: Stored[] } }>(
    '{ procedures { nodes { code name field tiers inForceTo } } }',
  );
  return procedures.nodes.map(({ code, name, field, tiers, inForceTo }) =>
    [code, name, field, tiers.join('|'), inForceTo].join('; '),
  );
}

interface Kept {
  id: string;
  code: string | null;
  field: string;
  message: string;
  fields: Record<string, string>;
}
const open = async (): Promise<Kept[]> =>
  (await api.ask<{ quarantine: { nodes: Kept[] } }>('{ quarantine { nodes { id code field message fields } } }'))
    .quarantine.nodes;

const retry = async () =>
  (
    await api.ask<{ retryQuarantined: { received: number; created: number; updated: number; rejected: number } }>(
      'mutation { retryQuarantined { received created updated rejected } }',
    )
  ).retryQuarantined;

const MEND = 'mutation ($id: ID!, $fields: JSON!) { mendQuarantined(id: $id, fields: $fields) { created rejected } }';

describe('uploads side by side', () => {
  async function untilWaiting(count: number): Promise<void> {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const { rowCount } = await api.db.query(
        `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory' and application_name = 'chi-tieu'`,
      );
      if ((rowCount ?? 0) >= count) return;
      await sleep(10);
    }
    throw new Error('nobody waits');
  }

  it('lose nothing that one of them alone tells', async () => {
    await take('code,name\n2.000815,A\n', 'text/csv');
    // One account alone has no place for three.
    const other = api.as(await buildAccount(api, { role: 'CATALOGUE_EDITOR', unit: '19' }));
    await other.ask('{ me { id } }');
    const holder = await api.db.connect();
    await holder.query('select pg_advisory_lock(793002)');
    const three = [
      take('code,name,tiers\n2.000815,A,COMMUNE\n', 'text/csv'),
      take('code,name,in_force_to\n2.000815,A,2022-05-31\n', 'text/csv'),
      take('code,name,field\n2.000815,A,Hộ tịch\n', 'text/csv', other),
    ];
    await untilWaiting(3).finally(async () => {
      await holder.query('select pg_advisory_unlock_all()');
      holder.release();
    });
    expect((await Promise.all(three)).map(({ result }) => result.updated)).toEqual([1, 1, 1]);
    expect(await catalogue()).toEqual(['2.000815; A; Hộ tịch; COMMUNE; 2022-05-31']);
  });
});

describe('a bad row of the catalogue that is tried again', () => {
  const reply = { MATTHC: '1.000001', TENTTHC: 'X', LINHVUCTHUCHIEN: [{ MALINHVUC: 'G1', TENLINHVUC: 'Hộ tịch' }] };

  it.each([
    ['a day that is a number', { code: '1.000001', name: 'X', in_force_to: 20220531 }, 'in_force_to'],
    ['a field that is no text', { code: '1.000001', name: 'X', field: { ten: 'Hộ tịch' } }, 'field'],
    ['a name that is no text', { code: '1.000001', name: ['X'] }, 'name'],
    ['tiers that are a list', { code: '1.000001', name: 'X', tiers: ['COMMUNE'] }, 'tiers'],
    ['another tier', { code: '1.000001', name: 'X', tiers: 'WARD' }, 'tiers'],
    ['tiers that disagree', { ...reply, CAPTHUCHIEN: [{ CAPTHUCHIEN: '2', TENCAP: 'Cấp Xã' }] }, 'CAPTHUCHIEN'],
    ['tiers without a name', { ...reply, CAPTHUCHIEN: [{}] }, 'CAPTHUCHIEN'],
    ['a field that is a number', { ...reply, LINHVUCTHUCHIEN: [{ TENLINHVUC: 5 }] }, 'LINHVUCTHUCHIEN'],
  ])('is as bad as before: %s', async (_what, row, field) => {
    expect((await take([row])).result).toMatchObject({ created: 0, rejected: 1 });
    const before = await open();
    expect(before).toMatchObject([{ field }]);
    expect(await retry()).toEqual({ received: 1, created: 0, updated: 0, rejected: 1 });
    expect([await open(), await catalogue()]).toEqual([before, []]);
  });

  it('is mended with what else was sent of it', async () => {
    await take([{ ...reply, CAPTHUCHIEN: [{ CAPTHUCHIEN: '2', TENCAP: 'Cấp Xã' }] }]);
    const [row] = await open();
    await api.ask(MEND, { id: row?.id, fields: { CAPTHUCHIEN: [{ CAPTHUCHIEN: '3', TENCAP: 'Cấp Xã' }] } });
    expect(await catalogue()).toEqual(['1.000001; X; Hộ tịch; COMMUNE; ']);
  });

  it('is mended with its tiers as they were sent', async () => {
    const tiers = [{ CAPTHUCHIEN: '2' }, { CAPTHUCHIEN: '3', TENCAP: 'Cấp Xã' }];
    await take([{ ...reply, TENTTHC: '', CAPTHUCHIEN: tiers }]);
    const [row] = await open();
    await api.ask(MEND, { id: row?.id, fields: { TENTTHC: 'X' } });
    expect(await catalogue()).toEqual(['1.000001; X; Hộ tịch; DISTRICT|COMMUNE; ']);
  });

  it('is not taken where an earlier release kept it without the value that was wrong', async () => {
    await take([{ code: '1.000001', name: 'X', in_force_to: 20220531 }]);
    await api.db.query(`update quarantine set fields = fields - 'in_force_to'`);
    expect(await retry()).toEqual({ received: 0, created: 0, updated: 0, rejected: 0 });
    expect([(await open()).length, await catalogue()]).toEqual([1, []]);
  });
});

describe('a bad row whose procedure came again', () => {
  const bad = 'code,name,tiers\n2.000815.000.00.00.H55,Cũ,WARD\n';

  it.each([
    ['in a later upload', () => take('code,name\n2.000815,Mới\n', 'text/csv')],
    ['from the console', () => saveProcedures(api, { code: '2.000815', name: 'Mới', tiers: [] })],
  ])('%s gives way to it', async (_how, newer) => {
    await take(bad, 'text/csv');
    const [row] = await open();
    await newer();
    const answer = await api.gql(MEND, { id: row?.id, fields: { tiers: 'COMMUNE' } });
    expect(answer.code).toBe('NOT_FOUND');
    await retry();
    expect([await open(), await catalogue()]).toEqual([[], ['2.000815; Mới; ; ; ']]);
    expect((await api.db.query('select closed_as from quarantine')).rows).toEqual([{ closed_as: 'REPLACED' }]);
  });

  it('gives way to the later one also where that is bad itself, and is kept all the same', async () => {
    await take(bad, 'text/csv');
    const { result } = await take(
      'code,name,tiers\n2.000815,Hai,WARD\n2.000815.02,Ba,VILLAGE\n1.000689,A,WARD\n1.000689,B,\n',
      'text/csv',
    );
    expect(result).toMatchObject({ created: 1, rejected: 3 });
    expect((await open()).map(({ fields }) => fields['name'])).toEqual(['Ba']);
    const { rows } = await api.db.query(`select fields ->> 'name' as name, closed_as from quarantine order by id`);
    expect(rows).toEqual([
      { name: 'Cũ', closed_as: 'REPLACED' },
      { name: 'Hai', closed_as: 'REPLACED' },
      { name: 'Ba', closed_as: null },
      { name: 'A', closed_as: 'REPLACED' },
    ]);
  });

  it('gives way to it also where an earlier release kept it', async () => {
    const codes = ['2.000815.000.00.00.H55', ' 2.000815 ', '2.000815.', '7.000815', 'x'];
    await take(codes.map((code) => ({ code, name: '' })));
    const keys = async () =>
      (await api.db.query<{ key: string | null }>('select code_key as key from quarantine order by id')).rows;
    const before = await keys();
    await api.db.query('update quarantine set code_key = null');
    const migration = readMigrations().find(({ name }) => name === '0004-codes-of-bad-procedures.sql');
    await api.db.query(migration?.text ?? '');
    expect(await keys()).toEqual(before);
    expect(before.map(({ key }) => key)).toEqual(['2.000815', '2.000815', null, null, null]);
  });

  it('stays open where only the row after a good one is bad', async () => {
    await take('code,name,tiers\n2.000815,Tốt,COMMUNE\n2.000815,Xấu,WARD\n', 'text/csv');
    expect((await open()).map(({ fields }) => fields['name'])).toEqual(['Xấu']);
  });
});
