import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IngestAnswer, IngestRequest } from '../../../test/caller.ts';
import { openApi, type Api } from '../../../test/api.ts';
import { amendList, dossierCode, dossierRow, figure, nameUnits } from '../../../test/factories.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(() => async () => {
  await api.db.query(
    'delete from quarantine; delete from ingest_batch; truncate procedure cascade; delete from dossier',
  );
});

const take = (body: unknown, request: IngestRequest = {}): Promise<IngestAnswer> =>
  api.ingest(body, { path: '/ingest/procedures', ...request });

interface Stored {
  code: string;
  name: string;
  field: string | null;
  tiers: string[];
  inForceFrom: string | null;
  inForceTo: string | null;
}

async function catalogue(): Promise<string[]> {
  const { procedures } = await api.ask<{ procedures: { nodes: Stored[] } }>(
    '{ procedures { nodes { code name field tiers inForceFrom inForceTo } } }',
  );
  return procedures.nodes.map(({ code, name, field, tiers, inForceFrom, inForceTo }) =>
    [code, name, field, tiers.join('|'), `${inForceFrom ?? ''}–${inForceTo ?? ''}`].join('; '),
  );
}

const counts = ({ result }: IngestAnswer) => {
  const { received, created, updated, unchanged, rejected } = result;
  expect(created + updated + unchanged + rejected).toBe(received);
  return [created, updated, unchanged, rejected];
};

const listReply = {
  error_code: '0',
  message: '',
  result: [
    { MATTHC: '2.000815', TENTTHC: ' Chứng thực  bản sao ' },
    { MATTHC: '1.000689', TENTTHC: 'Trích lục' },
  ],
};
const detail = {
  ID: '432777',
  MATTHC: '2.000815',
  TENTTHC: 'Chứng thực bản sao',
  CAPTHUCHIEN: [
    { CAPTHUCHIEN: '0', TENCAP: 'Cấp Bộ' },
    { CAPTHUCHIEN: '2', TENCAP: 'Cấp Quận/huyện' },
    { CAPTHUCHIEN: '3', TENCAP: 'Cấp Xã/phường' },
  ],
  LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-CT01', TENLINHVUC: 'Chứng thực' }],
};

describe('POST /ingest/procedures', () => {
  it('takes the reply of the list, and the reply about one, which fills in what the list does not tell', async () => {
    expect(counts(await take(listReply))).toEqual([2, 0, 0, 0]);
    expect(await catalogue()).toEqual(['1.000689; Trích lục; ; ; –', '2.000815; Chứng thực bản sao; ; ; –']);
    const answer = await take({ error_code: '0', result: [detail] });
    expect(counts(answer)).toEqual([0, 1, 0, 0]);
    expect(answer.result.notes).toEqual(['1: 2.000815: MINISTRY']);
    expect((await catalogue())[1]).toBe('2.000815; Chứng thực bản sao; Chứng thực; DISTRICT|COMMUNE; –');
    expect(counts(await take(listReply))).toEqual([0, 0, 2, 0]);
    expect((await catalogue())[1]).toBe('2.000815; Chứng thực bản sao; Chứng thực; DISTRICT|COMMUNE; –');
  });

  it.each([
    ['a bare array', [detail], undefined],
    ['one object', detail, undefined],
    ['one object per line', `${JSON.stringify(detail)}\n`, 'application/x-ndjson'],
  ])('takes %s', async (_what, body, type) => {
    const answer = await take(body, type === undefined ? {} : { type });
    expect(counts(answer)).toEqual([1, 0, 0, 0]);
    expect(answer.result.notes).toHaveLength(1);
  });

  const CSV = `code,name,field,tiers,in_force_from,in_force_to
2.000815.000.00.00.H55,"Chứng thực, bản sao",Chứng thực,COMMUNE|MINISTRY|PROVINCE,2020-01-01,31/05/2022
1.000689,Trích lục,,,,
`;

  it.each([
    ['', (text: string) => text],
    [' with a byte order mark', (text: string) => `\ufeff${text}`],
    [' with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    [' in decomposed letters', (text: string) => text.normalize('NFD')],
  ])('takes CSV%s: MINISTRY is dropped and reported, without dates always in force', async (_what, change) => {
    const answer = await take(change(CSV), { type: 'text/csv; charset=utf-8' });
    expect(counts(answer)).toEqual([2, 0, 0, 0]);
    expect(answer.result.notes).toEqual(['1: 2.000815: MINISTRY']);
    expect(await catalogue()).toEqual([
      '1.000689; Trích lục; ; ; –',
      '2.000815; Chứng thực, bản sao; Chứng thực; PROVINCE|COMMUNE; 2020-01-01–2022-05-31',
    ]);
    expect(counts(await take(change(CSV), { type: 'text/csv' }))).toEqual([0, 0, 2, 0]);
  });

  it('names a procedure of which it tells one day that does not fit the other, and stores nothing', async () => {
    await take('code,name,in_force_from,in_force_to\n2.000815,Chứng thực,2020-01-01,2021-12-31\n', {
      type: 'text/csv',
    });
    const before = await catalogue();
    const answer = await take('code,name,in_force_from\n2.000815,Tên khác,2022-03-01\n', { type: 'text/csv' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      message: 'Thủ tục 2.000815 hết hiệu lực 31/12/2021 trước ngày có hiệu lực 01/03/2022: hãy nêu cả hai ngày.',
    });
    expect(await catalogue()).toEqual(before);
  });

  it('takes CSV with semicolons, and leaves alone what a missing column does not tell', async () => {
    await take(CSV, { type: 'text/csv' });
    const answer = await take('name;code\n"Chứng thực; bản sao";2.000815\n', { type: 'text/csv' });
    expect(counts(answer)).toEqual([0, 1, 0, 0]);
    expect((await catalogue())[1]).toBe(
      '2.000815; Chứng thực; bản sao; Chứng thực; PROVINCE|COMMUNE; 2020-01-01–2022-05-31',
    );
  });

  it('tells bad rows with row, code, field and reason, keeps them, and takes the good ones', async () => {
    const bad = `code,name,field,tiers,in_force_from,in_force_to
7.000815,Sai mã,,,,
2.000811,,,,,
2.000812,Sai cấp,,WARD,,
2.000813,Sai ngày,,,2022-02-30,
2.000814,Ngược,,,2022-01-02,2022-01-01
2.000815,Tốt,,,,
`;
    const answer = await take(bad, { type: 'text/csv', headers: { 'accept-language': 'en' } });
    expect(counts(answer)).toEqual([1, 0, 0, 5]);
    expect(answer.result.errors.map(({ row, code, field }) => `${row} ${code} ${field}`)).toEqual([
      '1 7.000815 code',
      '2 2.000811 name',
      '3 2.000812 tiers',
      '4 2.000813 in_force_from',
      '5 2.000814 in_force_to',
    ]);
    expect(answer.result.errors.at(-1)?.message).toBe('It ends before it begins.');
    const { quarantine } = await api.ask<{
      quarantine: { nodes: { code: string; fields: { name: string }; batch: { kind: string } }[] };
    }>('{ quarantine { nodes { code fields batch { kind } } } }');
    expect(quarantine.nodes.map(({ fields }) => fields.name)).toEqual(['Sai mã', '', 'Sai cấp', 'Sai ngày', 'Ngược']);
    expect(new Set(quarantine.nodes.map(({ batch }) => batch.kind))).toEqual(new Set(['PROCEDURES']));
  });

  it('counts the same code twice as created and updated, and the last one holds', async () => {
    const rows = [
      { code: '2.000815', name: 'Một' },
      { code: '2.000815.02', name: 'Hai' },
      { code: '2.000815', name: 'Hai' },
    ];
    expect(counts(await take(rows))).toEqual([1, 1, 1, 0]);
    expect(await catalogue()).toEqual(['2.000815; Hai; ; ; –']);
  });

  it('reports and stores nothing in a dry run', async () => {
    const answer = await take([...listReply.result, { MATTHC: 'x' }], { query: { dryRun: 'true' } });
    expect(counts(answer)).toEqual([2, 0, 0, 1]);
    expect(await catalogue()).toEqual([]);
    expect((await api.db.query('select from quarantine union all select from ingest_batch')).rowCount).toBe(0);
  });

  it('takes a body packed with gzip', async () => {
    const answer = await take(gzipSync(JSON.stringify(listReply)), { headers: { 'content-encoding': 'gzip' } });
    expect(counts(answer)).toEqual([2, 0, 0, 0]);
  });

  it.each([
    ['broken JSON', '{"result": [', 'application/json'],
    ['nothing', '', 'application/json'],
    ['a number', '5', 'application/json'],
    ['a reply without procedures', '{"error_code":"1","result":null}', 'application/json'],
    ['CSV without a code', 'name,tiers\nA,COMMUNE\n', 'text/csv'],
    ['an empty CSV', '', 'text/csv'],
    ['a torn quote', 'code,name\n2.000815,"A\n', 'text/csv'],
  ])('refuses %s with 400 and stores nothing', async (_what, body, type) => {
    const answer = await take(body, { type });
    expect([answer.status, answer.body.result]).toEqual([400, null]);
    expect(answer.body.error_code).not.toBe('0');
    expect((await api.db.query('select from ingest_batch')).rowCount).toBe(0);
  });

  it('takes a header without rows and a reply of none as nothing', async () => {
    expect(counts(await take('code,name\n', { type: 'text/csv' }))).toEqual([0, 0, 0, 0]);
    expect(counts(await take({ error_code: '0', result: [] }))).toEqual([0, 0, 0, 0]);
  });

  it('changes figures with the period in force, and lets waiting dossiers in once a procedure is known', async () => {
    await nameUnits(api, { '05506': ['H55.9.1'] });
    await api.ingest([dossierRow({ MaHoSo: dossierCode('H55.9.1', 1) })]);
    await take(detail);
    await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
    expect(await figure(api, '05506')).toBe('0/0');
    const retried = await api.ask<{ retryQuarantined: { created: number } }>(
      'mutation { retryQuarantined { created } }',
    );
    expect([retried.retryQuarantined.created, await figure(api, '05506')]).toEqual([1, '1/1']);
    await take('code,name,in_force_to\n2.000815,Chứng thực bản sao,2022-02-28\n', { type: 'text/csv' });
    expect(await figure(api, '05506')).toBe('0/0');
    await take('code,name,in_force_to\n2.000815,Chứng thực bản sao,\n', { type: 'text/csv' });
    expect(await figure(api, '05506')).toBe('1/1');
  });
});

describe('a bad row of the catalogue', () => {
  const open = async () =>
    (
      await api.ask<{ quarantine: { nodes: { id: string; field: string; fields: Record<string, string> }[] } }>(
        '{ quarantine { nodes { id field fields } } }',
      )
    ).quarantine.nodes;

  it('can be mended with the field names of the body', async () => {
    await take('code,name,tiers\n2.000815,Sai cấp,WARD\n', { type: 'text/csv' });
    const [row] = await open();
    const mend =
      'mutation ($id: ID!, $fields: JSON!) { mendQuarantined(id: $id, fields: $fields) { received created updated unchanged rejected } }';
    const again = await api.ask(mend, { id: row?.id, fields: { tiers: 'VILLAGE' } });
    expect(again).toEqual({ mendQuarantined: { received: 1, created: 0, updated: 0, unchanged: 0, rejected: 1 } });
    expect((await open())[0]).toMatchObject({
      id: row?.id,
      field: 'tiers',
      fields: { name: 'Sai cấp', tiers: 'VILLAGE' },
    });
    const mended = await api.ask(mend, { id: row?.id, fields: { tiers: 'COMMUNE' } });
    expect(mended).toEqual({ mendQuarantined: { received: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 } });
    expect([await open(), await catalogue()]).toEqual([[], ['2.000815; Sai cấp; ; COMMUNE; –']]);
  });

  it('stays what it is when everything is tried again', async () => {
    await take('code,name\n2.000815,\n', { type: 'text/csv' });
    const before = await open();
    expect(await api.ask('mutation { retryQuarantined { received rejected } }')).toEqual({
      retryQuarantined: { received: 1, rejected: 1 },
    });
    expect(await open()).toEqual(before);
  });
});
