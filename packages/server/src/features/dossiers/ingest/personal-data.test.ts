import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readMigrations } from '../../../app/migrate.ts';
import { openApi, type Api } from '../../../../test/api.ts';
import { dossierRow, nameUnits, saveProcedures } from '../../../../test/factories.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await saveProcedures(api, '2.000815');
  await nameUnits(api, { '05503': ['H55.164.3'] });
});

afterAll(() => api.close());

/** Every text below is what nobody but the sender may see again. */
const PERSONAL = {
  ChuHoSo: 'Trần Thị Bưởi',
  SoGiayToChuHoSo: '019080424242',
  Email: 'buoi.tran@example.invalid',
  SoDienThoai: '0987654321',
  TrichYeuHoSo: 'Sao y giấy khai sinh của cháu Bưởi',
  GhiChu: 'Nhà ở ngõ 42 phố Bưởi',
  DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '019080424242' }],
  TaiLieuNop: [{ TenTepDinhKem: 'CCCD-Tran-Thi-Buoi.pdf', DuongDanTaiTepTin: 'https://example.invalid/secret-42' }],
  'Người nộp thay Lê Văn Mận': 'có',
};
const SECRETS = [
  'Trần Thị',
  'Bưởi',
  '019080424242',
  'buoi.tran',
  '0987654321',
  'Tran-Thi-Buoi',
  'secret-42',
  'Lê Văn Mận',
  'ngõ 42',
];

let count = 0;
const row = (facts: Record<string, unknown> = {}) => ({
  ...dossierRow({ MaHoSo: `H55.164.3-220301-${String((count += 1)).padStart(4, '0')}` }),
  ...PERSONAL,
  ...facts,
});

/** Every value of every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await api.db.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await api.db.query<{ text: string }>(`select t::text as text from ${name} t`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join('\n');
}

const BAD = [
  { MaHoSo: '' },
  { MaHoSo: 'không có mã' },
  { MaHoSo: 'H55.999-220301-0001' },
  { MaTTHC: '2.999999' },
  { KenhThucHien: '9' },
  { TrangThaiHoSo: '77' },
  { NgayTiepNhan: '20220230000000' },
  { NgayKetThucXuLy: '20210101000000' },
  { GhiChu: 'Bưởi\0' },
  { ChuHoSo: 'Trần Thị Bưởi '.repeat(100_000) },
  { 'Người nộp thay Lê Văn Mận': '\0' },
  { DonViXuLy: { ten: 'Trần Thị Bưởi' } },
];

it('keeps and logs nothing about who applied, of good rows, bad rows and bodies that cannot be read', async () => {
  const good = [row(), row({ KenhThucHien: '1' }), row()];
  const bad = BAD.map((facts) => row(facts));
  const answers: string[] = [];
  const send = async (body: unknown, request: Parameters<Api['ingest']>[1] = {}) => {
    const answer = await api.ingest(body, request);
    answers.push(JSON.stringify(answer.body));
    return answer;
  };
  await send({ DongBoHoSoMC: { session: 'x', data: [...good, ...bad] } });
  await send([...good, ...bad].map((one) => JSON.stringify(one)).join('\n'), { type: 'application/x-ndjson' });
  await send(`{"MaHoSo": "H55.164.3-220301-0001", "ChuHoSo": "Trần Thị Bưởi`, { type: 'application/x-ndjson' });
  await send(`MaHoSo,ChuHoSo\nH55.164.3-220301-0001,Trần Thị Bưởi\n`, { type: 'text/csv' });
  await send(gzipSync(JSON.stringify([...good, ...bad])), { headers: { 'content-encoding': 'gzip' } });
  await send(`[${JSON.stringify(row())}, {"ChuHoSo": "Trần Thị Bưởi`);
  await send([row({ KenhThucHien: '3' })], { query: { dryRun: 'true' } });
  await api.ask('mutation { retryQuarantined { received } }');
  const list = JSON.stringify(
    await api.ask('{ quarantine(first: 500) { nodes { id row code field message fields } } }'),
  );
  const stored = await everything();
  expect(stored).toContain('H55.164.3-220301-0001');
  expect((await api.db.query('select 1 from quarantine where closed_by is null')).rows.length).toBeGreaterThan(
    BAD.length,
  );
  for (const secret of SECRETS) {
    const found = (text: string) => [secret, text.includes(secret)];
    expect(found(stored)).toEqual([secret, false]);
    expect(found(api.logged.join('\n'))).toEqual([secret, false]);
    expect(found(answers.join('\n'))).toEqual([secret, false]);
    expect(found(list)).toEqual([secret, false]);
  }
});

it('keeps nothing about who applied of a row that was mended with more than is kept', async () => {
  await api.ingest([row({ KenhThucHien: '9' })]);
  const { rows } = await api.db.query<{ id: string }>('select max(id)::text as id from quarantine');
  const mutation =
    'mutation ($id: ID!, $fields: JSON!) { mendQuarantined(id: $id, fields: $fields) { created rejected } }';
  await api.ask(mutation, { id: rows[0]?.id, fields: { ...PERSONAL, TrangThaiHoSo: '99' } });
  await api.ask(mutation, { id: rows[0]?.id, fields: { ...PERSONAL, TrangThaiHoSo: '10', KenhThucHien: '2' } });
  const stored = await everything();
  for (const secret of SECRETS) expect([secret, stored.includes(secret)]).toEqual([secret, false]);
});

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

it.each([
  [
    'NDJSON',
    'application/x-ndjson',
    (rows: Record<string, unknown>[]) => rows.map((one) => JSON.stringify(one)).join('\n'),
  ],
  [
    'CSV without quotes',
    'text/csv',
    (rows: Record<string, unknown>[]) => {
      const names = ['GhiChu', ...Object.keys(dossierRow({ MaHoSo: '' })), 'MaHoSo', 'DonViXuLy', 'TrichYeuHoSo'];
      return [names, ...rows.map((one) => names.map((name) => textOf(one[name])))]
        .map((line) => line.join(','))
        .join('\n');
    },
  ],
])('keeps nothing about who applied where it slipped into the fields that are kept: %s', async (_how, type, write) => {
  const slipped = 'Trần Thị Bưởi, 0987654321, ngõ 42';
  const fields = ['MaHoSo', 'MaTTHC', 'KenhThucHien', 'NgayTiepNhan', 'TrangThaiHoSo', 'NgayKetThucXuLy'];
  const shifted = ['GhiChu', 'TrichYeuHoSo', 'DonViXuLy'].map((name) => ({ [name]: slipped }));
  const rows = [...fields.map((name) => ({ [name]: 'Trần Thị Bưởi' })), ...(type === 'text/csv' ? shifted : [])];
  const { result } = await api.ingest(write(rows.map((facts) => ({ ...row(), MaTTHC: '9', ...facts }))), {
    type,
  });
  expect(result).toMatchObject({ received: rows.length, rejected: rows.length });
  const stored = await everything();
  const told = JSON.stringify(result);
  for (const secret of SECRETS) {
    expect([secret, stored.includes(secret), told.includes(secret)]).toEqual([secret, false, false]);
  }
});

it('keeps of a record with shifted columns its number, and its code where it is one', async () => {
  await api.db.query('truncate quarantine');
  const text = `TrichYeuHoSo,MaHoSo,MaTTHC
Nhà, ngõ 42,H55.164.3-220301-7001,2.000815
x,H55.164.3-220301-7002,2.000815,ngõ 42
x,Trần Thị Bưởi
`;
  const { result } = await api.ingest(text, { type: 'text/csv' });
  expect(result.errors.map(({ row: number, code, field }) => [number, code, field])).toEqual([
    [1, null, ''],
    [2, 'H55.164.3-220301-7002', ''],
    [3, null, ''],
  ]);
  expect(result.errors[0]?.message).toContain('Số cột');
  const { rows } = await api.db.query('select row_number as row, code_key as key, fields from quarantine order by 1');
  expect(rows).toEqual([
    { row: 1, key: null, fields: {} },
    { row: 2, key: 'H55.164.3-220301-7002', fields: {} },
    { row: 3, key: null, fields: {} },
  ]);
});

it('keeps nothing about who applied of rows that an earlier release kept', async () => {
  await api.db.query('truncate quarantine');
  await api.ingest([row({ KenhThucHien: '9' }), row({ MaHoSo: '', KenhThucHien: '9' })]);
  const good = (await api.db.query('select code, fields from quarantine order by id')).rows as object[];
  const slipped = {
    MaHoSo: 'Trần Thị Bưởi',
    NgayTra: 'ngõ 42',
    DonViXuLy: `${'x'.repeat(200)}Lê Văn Mận`,
    TrangThaiHoSo: ' ',
  };
  await api.db.query(
    `insert into quarantine (province_id, batch_id, row_number, code, field, problem, fields, recorded_by)
     select province_id, batch_id, 3, 'Trần Thị Bưởi', field, problem, $1, recorded_by from quarantine limit 1`,
    [slipped],
  );
  const migration = readMigrations().find(({ name }) => name === '0004-shapes-of-kept-fields.sql');
  await api.db.query(migration?.text ?? '');
  const { rows } = await api.db.query('select code, fields from quarantine order by id');
  const mark = '\u{fffd}';
  const cleaned = { MaHoSo: mark, NgayTra: mark, DonViXuLy: mark, TrangThaiHoSo: '' };
  expect(rows).toEqual([...good, { code: null, fields: cleaned }]);
});

it('keeps no number of a citizen that stands in a field which is kept, of good rows, bad rows and those of earlier releases', async () => {
  await api.db.query('truncate quarantine');
  const NUMBERS = ['0987654321', '0987.654.321', '+84 987 654 321', '019080424242', '073123456'];
  const FIELDS = [
    'MaHoSo',
    'MaTTHC',
    'KenhThucHien',
    'NgayTiepNhan',
    'NgayHenTra',
    'TrangThaiHoSo',
    'NgayTra',
    'DonViXuLy',
  ];
  const slipped = FIELDS.flatMap((field) => NUMBERS.map((number) => row({ [field]: number })));
  const rows = [...slipped, row({ DonViXuLy: 'Bà Bưởi 0987654321' }), row({ MaHoSo: 'H55.164.3-019080424242-0001' })];
  const { result } = await api.ingest([...rows, ...rows.map((one) => ({ ...one, MaTTHC: '2.999999' }))]);
  expect(result.rejected).toBeGreaterThan(rows.length);
  const listed = JSON.stringify(await api.ask('{ quarantine(first: 500) { nodes { code message fields } } }'));
  const logged = api.logged.join('\n');
  const nowhere = async () => {
    const stored = await everything();
    for (const number of [...NUMBERS, ...SECRETS])
      expect([number, stored.includes(number), JSON.stringify(result).includes(number)]).toEqual([
        number,
        false,
        false,
      ]);
  };
  await nowhere();
  for (const number of NUMBERS) expect([listed.includes(number), logged.includes(number)]).toEqual([false, false]);
  const good = (await api.db.query('select code, fields from quarantine order by id')).rows as object[];
  const kept = { MaHoSo: 'H55.0164.003.0001-220831-0001', NgayTiepNhan: '202208310815', DonViXuLy: 'H55.164.003' };
  const mark = '\u{fffd}';
  const older = [
    ...NUMBERS.map((number) => [
      number,
      { MaHoSo: number, DonViXuLy: number },
      null,
      { MaHoSo: mark, DonViXuLy: mark },
    ]),
    [kept.MaHoSo, kept, kept.MaHoSo, kept],
  ] as const;
  for (const [code, fields] of older)
    await api.db.query(
      `insert into quarantine (province_id, batch_id, row_number, code, field, problem, fields, recorded_by)
       select province_id, batch_id, 3, $1, field, problem, $2, recorded_by from quarantine limit 1`,
      [code, fields],
    );
  const migration = readMigrations().find(({ name }) => name === '0013-citizen-numbers.sql');
  await api.db.query(migration?.text ?? '');
  const cleaned = older.map(([, , code, fields]) => ({ code, fields }));
  expect((await api.db.query('select code, fields from quarantine order by id')).rows).toEqual([...good, ...cleaned]);
  await nowhere();
});

const SPREAD = [
  '0912/345/678',
  '09123_45678',
  '2.000815.00.00.0912-345-678',
  '091:234:5678',
  'Nguyễn Thị Bí Mật 0 9 1 2 3 4 5 6 7 8',
  '019.085.012.345',
  '019-085-012-345',
  '０９１２３４５６７８',
  '0912\u2013345\u2013678',
];
const KNOWN = [
  '000.00.16.H55-220831-0001',
  'H55.31.25-221103-9001',
  'H55.0164.003.0001',
  '2.000815.000.00.00.H55',
  '01/09/2022 08:15',
  '20220831081500',
  'UBND phường 14, quận 10',
];

it('keeps no number of a citizen whatever stands between its digits, of rows, receipts, names of files and earlier releases', async () => {
  await api.db.query('truncate quarantine');
  const fields = ['MaHoSo', 'MaTTHC', 'NgayTra', 'TrangThaiHoSo', 'DonViXuLy'];
  const rows = SPREAD.flatMap((number) => fields.map((field) => row({ KenhThucHien: '9', [field]: number })));
  const name = `ds Nguyễn Thị Bí Mật 0912345678 CCCD 019085012345.xlsx`;
  const { result } = await api.ingest([...rows, ...KNOWN.map((text) => row({ KenhThucHien: '9', DonViXuLy: text }))], {
    query: { name },
  });
  for (const number of [...SPREAD, 'Bí Mật', '0912345678']) {
    const found = [(await everything()).includes(number), JSON.stringify(result).includes(number)];
    expect([number, ...found]).toEqual([number, false, false]);
  }
  const names = async () =>
    (await api.db.query('select name from ingest_batch where name is not null order by recorded_by')).rows as object[];
  expect(await names()).toEqual([{ name: '***.xlsx' }]);
  const kept = async () =>
    (await api.db.query(`select code, fields ->> 'DonViXuLy' as unit from quarantine order by id`)).rows as object[];
  const before = await kept();
  expect(before.slice(-KNOWN.length).map((one) => (one as { unit: string }).unit)).toEqual(KNOWN);
  for (const text of [...SPREAD, ...KNOWN])
    await api.db.query(
      `insert into quarantine (province_id, batch_id, row_number, code, field, problem, fields, recorded_by)
       select province_id, batch_id, 3, $1, field, problem, jsonb_build_object('MaHoSo', $1::text, 'DonViXuLy', $1::text), recorded_by
         from quarantine limit 1`,
      [text],
    );
  await api.db.query('update ingest_batch set name = $1 where name is not null', [name]);
  await api.db.query(readMigrations().find((one) => one.name === '0024-spread-citizen-numbers.sql')?.text ?? '');
  const mark = '\u{fffd}';
  expect(await kept()).toEqual([
    ...before,
    ...SPREAD.map(() => ({ code: null, unit: mark })),
    ...KNOWN.map((text) => ({ code: text, unit: text })),
  ]);
  expect(await names()).toEqual([{ name: '***.xlsx' }]);
});

it('leaves no number of a citizen behind a procedure’s code that earlier releases kept with a dossier and its versions', async () => {
  const one = row();
  for (const channel of ['1', '2']) await api.ingest([{ ...one, KenhThucHien: channel }]);
  const texts = async (table: string) =>
    (await api.db.query<{ text: string | null }>(`select distinct procedure_text as text from ${table}`)).rows;
  const clean = readMigrations().find((one) => one.name === '0025-citizen-numbers-of-dossiers.sql')?.text ?? '';
  for (const [kept, left] of [
    ['2.000815.0912345678', null],
    ['2.000815.019085012345', null],
    ['2.000815.091.234.5678', null],
    ['2.000815.000.00.00.H55', '2.000815.000.00.00.H55'],
    ['2.000815.02', '2.000815.02'],
  ]) {
    for (const table of ['dossier', 'dossier_version'])
      await api.db.query(`update ${table} set procedure_text = $1`, [kept]);
    await api.db.query(clean);
    expect([kept, await texts('dossier'), await texts('dossier_version')]).toEqual([
      kept,
      [{ text: left }],
      [{ text: left }],
    ]);
  }
});

it('logs nothing of a body while the database is gone', async () => {
  const before = api.logged.length;
  await api.db.query(
    `create function gone() returns trigger language plpgsql as $$ begin raise exception 'gone: %', new.code; end $$;
     create trigger gone before insert on dossier for each row execute function gone()`,
  );
  const { status, body } = await api.ingest([row()]);
  await api.db.query('drop function gone cascade');
  expect([status, JSON.stringify(body).includes('H55')]).toEqual([500, false]);
  const logged = api.logged.slice(before).join('\n');
  expect(logged).toContain('unexpected error');
  for (const secret of SECRETS) expect([secret, logged.includes(secret)]).toEqual([secret, false]);
});
