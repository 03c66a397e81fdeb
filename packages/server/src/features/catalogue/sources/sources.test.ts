import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { saveProcedures } from '../../../../test/factories.ts';
import { rowsInShort } from '../../../../test/imports.ts';
import { cutOff, FakeNationalDatabase, say, silence, type ToldProcedure } from '../../../../test/national-database.ts';
import { TEST_KEY } from '../../../../test/second-factor.ts';
import { askWith, beginPull, pullEnded, PullSchedule } from './running-pulls.ts';

let api: Api;
let database: FakeNationalDatabase;
let url: string;
beforeAll(async () => {
  api = await openApi({ config: { secretsKey: TEST_KEY } });
  askWith(api.app, { timeoutMs: 2_000, bytes: 100_000, tries: 3, firstWaitMs: 1 });
});
afterAll(() => api.close());
beforeEach(async () => {
  database = new FakeNationalDatabase();
  url = await database.listen();
  return async () => {
    await pullEnded(api.app, { end: true });
    await database.close();
    await api.db.query(
      'delete from catalogue_source_item; delete from catalogue_import; delete from catalogue_source; truncate procedure cascade',
    );
  };
});

const told = (MATTHC: string, TENTTHC = `Thủ tục ${MATTHC}`, more: Partial<ToldProcedure> = {}): ToldProcedure => ({
  MATTHC,
  TENTTHC,
  LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-CT01', TENLINHVUC: 'Chứng thực' }],
  CAPTHUCHIEN: [{ CAPTHUCHIEN: '3', TENCAP: 'Cấp Xã/phường' }],
  ...more,
});

const input = (more: object = {}) => ({
  name: 'CSDL quốc gia',
  url,
  username: 'h55',
  secret: database.password,
  organisation: '000.00.00.H55',
  everyMinutes: 60,
  enabled: true,
  ...more,
});

const SHOWN = 'id url username hasSecret enabled version failures lastResult lastMessage lastImport';
interface Shown {
  id: string;
  url: string;
  hasSecret: boolean;
  version: number;
  failures: number;
  lastResult: string | null;
  lastMessage: string | null;
  lastImport: string | null;
}

const SAVE = `mutation ($input: CatalogueSourceInput!) { saveCatalogueSource(input: $input) { ${SHOWN} } }`;
const save = async (more: object = {}) =>
  (await api.ask<{ saveCatalogueSource: Shown }>(SAVE, { input: input(more) })).saveCatalogueSource;
const show = async () =>
  (await api.ask<{ catalogueSources: Shown[] }>(`{ catalogueSources { ${SHOWN} } }`)).catalogueSources;

/** Reads a source and gives what came of it. */
async function pull(id: string): Promise<Shown> {
  await api.ask('mutation ($id: ID!) { pullCatalogueSource(id: $id) { running { done of } } }', { id });
  await pullEnded(api.app);
  const found = (await show()).find((source) => source.id === id);
  if (!found) throw new Error('the source is gone');
  return found;
}

const catalogue = async () => {
  const { procedures } = await api.ask<{
    procedures: { nodes: { code: string; name: string; field: string; tiers: string[] }[] };
  }>('{ procedures { nodes { code name field tiers } } }');
  return procedures.nodes.map(({ code, name, field, tiers }) => [code, name, field, tiers.join('|')].join('; '));
};

describe('a source of procedures', () => {
  it('is read whole at first, then only what is new or renamed, and applies itself where nothing needs a person', async () => {
    database.procedures = [told('2.000815'), told('1.000689')];
    const { id } = await save();
    const first = await pull(id);
    expect([first.lastResult, first.lastMessage]).toEqual(['APPLIED', 'Đã ghi vào danh mục: 2 mới, 0 sửa.']);
    expect(await catalogue()).toEqual([
      '1.000689; Thủ tục 1.000689; Chứng thực; COMMUNE',
      '2.000815; Thủ tục 2.000815; Chứng thực; COMMUNE',
    ]);
    expect(database.asked).toEqual(['login', 'LayDanhSachTTHC', 'LayThuTuc 2.000815', 'LayThuTuc 1.000689']);
    database.procedures = [told('2.000815', 'Tên mới'), told('1.000689'), told('1.000690')];
    const second = await pull(id);
    expect(second.lastMessage).toBe('Đã ghi vào danh mục: 1 mới, 1 sửa.');
    // What is new or renamed goes first, then those that were looked at longest ago.
    expect(database.asked.slice(4, 8)).toEqual([
      'login',
      'LayDanhSachTTHC',
      'LayThuTuc 2.000815',
      'LayThuTuc 1.000690',
    ]);
    expect((await pull(id)).lastResult).toBe('NOTHING_NEW');
    expect(
      (await api.ask<{ catalogueImports: { totalCount: number } }>('{ catalogueImports { totalCount } }'))
        .catalogueImports.totalCount,
    ).toBe(2);
  });

  it('is read but for what it refuses alone, which is asked for again', async () => {
    database.procedures = [told('2.000815'), told('1.000689')];
    database.fault('LayThuTuc 1.000689', say(200, '{"error_code":"12","message":"Không có quyền"}'));
    const { id } = await save();
    const first = await pull(id);
    expect([first.lastResult, first.lastMessage]).toEqual([
      'APPLIED',
      'Đã ghi vào danh mục: 1 mới, 0 sửa. 1 thủ tục bị nguồn từ chối: lần sau hỏi lại.',
    ]);
    expect((await pull(id)).lastMessage).toBe('Đã ghi vào danh mục: 1 mới, 0 sửa.');
    expect(await catalogue()).toHaveLength(2);
  });

  it('is left in peace once it failed, and signs in once where many questions find their session over', async () => {
    const codes = Array.from({ length: 40 }, (_, n) => `1.0007${String(n).padStart(2, '0')}`);
    database.procedures = codes.map((code) => told(code));
    database.fault('LayThuTuc 1.000702', say(404, ''));
    const { id } = await save();
    expect((await pull(id)).lastResult).toBe('HTTP_STATUS');
    expect(database.asked.length).toBeLessThan(12);

    database.asked.length = 0;
    const expired = say(200, '{"error_code":"-2","message":"Session đã hết hạn"}');
    for (const code of codes.slice(0, 4)) database.fault(`LayThuTuc ${code}`, expired);
    expect((await pull(id)).lastResult).toBe('APPLIED');
    expect(database.asked.filter((what) => what === 'login')).toHaveLength(2);
  });

  it('finds what changed of a procedure that is listed as before', async () => {
    database.procedures = [told('2.000815')];
    const { id } = await save();
    await pull(id);
    database.procedures = [told('2.000815', undefined, { CAPTHUCHIEN: [{ CAPTHUCHIEN: '1', TENCAP: 'Cấp tỉnh' }] })];
    expect((await pull(id)).lastResult).toBe('APPLIED');
    expect(await catalogue()).toEqual(['2.000815; Thủ tục 2.000815; Chứng thực; PROVINCE']);
  });

  it('waits for a person where a row cannot be taken, or a new name is nearly that of another procedure', async () => {
    database.procedures = [told('2.000815'), told('x.1', 'Mã sai')];
    const { id } = await save();
    const wrong = await pull(id);
    expect([wrong.lastResult, wrong.lastMessage]).toEqual(['WAITING', 'Có dòng cần người xem: 1 mới, 0 sửa, 1 lỗi.']);
    expect(await catalogue()).toEqual([]);
    expect(await rowsInShort(api, wrong.lastImport ?? '')).toEqual(['2 NEW', '3 REJECTED BAD_CODE@CODE']);
    await saveProcedures(api, { code: '1.001193', name: 'Đăng ký khai sinh' });
    database.procedures = [told('2.000815'), told('2.000816', 'Đăng kí khai sinh')];
    expect((await pull(id)).lastResult).toBe('WAITING');
  });

  it('counts a procedure that is listed twice, as pages that overlap do, once', async () => {
    database.procedures = [told('2.000815'), told('1.000689'), told('2.000815')];
    const { id } = await save();
    expect((await pull(id)).lastMessage).toBe('Đã ghi vào danh mục: 2 mới, 0 sửa.');
    expect(database.asked.filter((asked) => asked === 'LayThuTuc 2.000815')).toHaveLength(1);
  });

  it.each<[string, string, Parameters<FakeNationalDatabase['fault']>[1][]]>([
    ['a fault of its own', 'LayDanhSachTTHC', [say(500, 'oops'), say(503, '')]],
    ['a body that is cut off', 'LayThuTuc', [cutOff]],
    ['half of a JSON', 'LayDanhSachTTHC', [say(200, '{"error_code":"0","result":[{')]],
    ['too many questions', 'LayThuTuc', [say(429, '{}')]],
    ['a session that is over', 'LayThuTuc', [say(200, '{"error_code":"-2","message":"Session expired"}')]],
    ['a session that is no longer known', 'LayDanhSachTTHC', [say(401, '{}')]],
  ])('is read all the same after %s', async (_what, service, faults) => {
    database.procedures = [told('2.000815')];
    database.fault(service, ...faults);
    const { id } = await save();
    const { lastResult, failures } = await pull(id);
    expect([lastResult, failures]).toEqual(['APPLIED', 0]);
  });

  it.each<[string, string, Parameters<FakeNationalDatabase['fault']>[1][], string]>([
    ['fails again and again', 'LayDanhSachTTHC', [say(500, ''), say(500, ''), say(502, '')], 'HTTP_STATUS'],
    ['does not know the address', 'LayDanhSachTTHC', [say(404, '')], 'HTTP_STATUS'],
    ['is cut off again and again', 'LayThuTuc', [cutOff, cutOff, cutOff], 'UNREACHABLE'],
    ['says nothing', 'LayThuTuc', [silence, silence, silence], 'TIMEOUT'],
    [
      'answers with a page',
      'LayDanhSachTTHC',
      [say(200, '<html>'), say(200, '<html>'), say(200, '<html>')],
      'NOT_JSON',
    ],
    ['answers with too much', 'LayDanhSachTTHC', [say(200, `{"result":["${'x'.repeat(200_000)}"]}`)], 'TOO_LARGE'],
    ['refuses', 'LayDanhSachTTHC', [say(200, '{"error_code":"12","message":"Không có quyền"}')], 'REFUSED'],
    ['answers with something else', 'LayDanhSachTTHC', [say(200, '{"error_code":"0","result":"ok"}')], 'NO_REPLY'],
    [
      'redirects to another host',
      'LayDanhSachTTHC',
      [say(302, '', { location: 'http://example.invalid/mapi/g' })],
      'REDIRECTED',
    ],
    ['lists nothing', 'LayDanhSachTTHC', [say(200, '{"error_code":"0","result":[]}')], 'EMPTY_LIST'],
  ])(
    'that %s is left for later, with the reason, and nothing of it is taken',
    async (_what, service, faults, result) => {
      database.procedures = [told('2.000815')];
      database.fault(service, ...faults);
      const { id } = await save();
      const failed = await pull(id);
      expect([failed.lastResult, failed.failures]).toEqual([result, 1]);
      expect(failed.lastMessage).not.toMatch(/[{}]/);
      expect(await catalogue()).toEqual([]);
      const { rows } = await api.db.query<{ wait: number }>(
        'select extract(epoch from next_at - now())::int as wait from catalogue_source',
      );
      expect(rows[0]?.wait).toBeGreaterThan(60);
      expect((await pull(id)).failures).toBe(0);
    },
  );

  it('waits longer with each failure, and never longer than its schedule', async () => {
    database.password = 'another';
    const { id } = await save({ secret: 'wrong', everyMinutes: 40 });
    const waits: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      expect((await pull(id)).lastResult).toBe('SIGN_IN_REFUSED');
      const { rows } = await api.db.query<{ wait: number }>(
        'select extract(epoch from next_at - now())::float8 / 60 as wait from catalogue_source',
      );
      waits.push(rows[0]?.wait ?? 0);
    }
    expect(waits[0]).toBeLessThan(7);
    expect(waits[2]).toBeGreaterThan(14);
    expect(Math.max(...waits)).toBeLessThan(51);
  });

  it('is not read to the end where most of its list is suddenly gone', async () => {
    database.procedures = ['1', '2', '3', '4', '5'].map((digit) => told(`2.00081${digit}`));
    const { id } = await save();
    await pull(id);
    database.procedures = database.procedures.slice(0, 2);
    expect((await pull(id)).lastResult).toBe('EMPTY_LIST');
  });

  it('is read by one worker at a time, over all servers', async () => {
    database.procedures = [told('2.000815')];
    const { id } = await save();
    const holder = await api.db.connect();
    await holder.query('select pg_advisory_lock(793010)');
    const refused = await api.gql('mutation ($id: ID!) { pullCatalogueSource(id: $id) { id } }', { id });
    expect([refused.code, refused.errors[0]?.message]).toEqual([
      'CONFLICT',
      'Đang lấy dữ liệu từ một nguồn: hãy chờ cho xong.',
    ]);
    await holder.query('select pg_advisory_unlock(793010)');
    holder.release();
    database.fault('LayDanhSachTTHC', silence);
    expect(await beginPull(api.app, Number(id))).toBe(true);
    expect(await beginPull(api.app, Number(id))).toBe(false);
  });

  it('is read by schedule when its time has come, and not when it is switched off', async () => {
    database.procedures = [told('2.000815')];
    await save({ enabled: false });
    const schedule = new PullSchedule(api.app);
    await schedule.look();
    expect(database.asked).toEqual([]);
    await save({ name: 'Khác' });
    await schedule.look();
    await schedule.look();
    expect(database.asked.filter((asked) => asked === 'login')).toHaveLength(1);
    await schedule.stop();
  });

  it('never tells what it signs in with: not in answers, the log, the trail or the database', async () => {
    database.procedures = [told('2.000815')];
    const secret = database.password;
    const { id, hasSecret } = await save();
    await save({ id, secret: null, name: 'Tên khác' });
    database.fault('LayDanhSachTTHC', say(500, secret), say(500, secret), say(500, secret));
    await pull(id);
    await pull(id);
    expect(hasSecret).toBe(true);
    const { rows } = await api.db.query<{ body: string; what: string }>(
      `select what, body from audit_event where about_kind = 'SOURCE' and about_id = $1 order by seq`,
      [id],
    );
    expect(rows.map(({ what }) => what)).toEqual(['SOURCE_SAVED', 'SOURCE_SAVED', 'SOURCE_PULLED', 'SOURCE_PULLED']);
    expect(rows[0]?.body).toContain('"secretChanged":true');
    const kept = await api.db.query<{ text: string }>(
      `select string_agg(s::text, '') || (select string_agg(i::text, '') from catalogue_import i) as text from catalogue_source s`,
    );
    const everywhere = JSON.stringify(rows) + api.logged.join('') + (kept.rows[0]?.text ?? '');
    expect(everywhere).not.toContain(secret);
    expect(everywhere).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it('needs the password again for another address, a plain address, and patience', async () => {
    const { id } = await save();
    const refused = async (more: object) =>
      (await api.gql(SAVE, { input: input(more) })).fields.map(({ path }) => path);
    expect(await refused({ id, secret: null, url: 'https://other.example/mapi' })).toEqual(['input.secret']);
    expect(await refused({ url: 'ftp://example.invalid' })).toEqual(['input.url']);
    expect(await refused({ url: 'https://name:word@example.invalid' })).toEqual(['input.url']);
    expect(await refused({ name: ' ', secret: null, everyMinutes: 5 })).toEqual([
      'input.name',
      'input.secret',
      'input.everyMinutes',
    ]);
    expect((await api.gql(SAVE, { input: input({ id, expectedVersion: 9 }) })).code).toBe('CONFLICT');
  });

  it('can be taken away: what it signed in with and what was read of it are gone', async () => {
    database.procedures = [told('2.000815')];
    const { id } = await save();
    await pull(id);
    await api.ask('mutation ($id: ID!) { deleteCatalogueSource(id: $id) }', { id });
    expect(await show()).toEqual([]);
    const { rows } = await api.db.query('select secret from catalogue_source');
    expect(rows).toEqual([{ secret: null }]);
    expect((await api.db.query('select from catalogue_source_item')).rowCount).toBe(0);
    expect(await catalogue()).toHaveLength(1);
  });
});
