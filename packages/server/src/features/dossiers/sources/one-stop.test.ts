import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import { amendList, buildAccount, dossierRow, figure, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { buildSource, OneStop, standing, type OneStopAnswer } from '../../../../test/one-stop.ts';
import { NationalDatabase } from '../../catalogue/sources/national-database.ts';
import { PullFailure } from '../../catalogue/sources/pull-failure.ts';

let api: Api;
let oneStop: OneStop;
beforeAll(async () => {
  api = await openApi();
  oneStop = new OneStop(api);
  await nameUnits(api, { '05503': ['H55.164.03'], '05680': ['H55.169.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-01-01', [{ procedure: '2.000815' }]);
  await buildSource(api, { loginName: NAME, password: PASSWORD });
  await buildSource(api, { name: 'Một cửa Đồng Hỷ', units: ['169'], loginName: 'donghy', password: PASSWORD });
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.query('delete from sign_in_failure');
});

const NAME = 'motcua.h55';
const PASSWORD = 'Mot-cua-H55';
const CODE = '000.03.164.H55';
const KEY = 'H55.164.03';
const report = (number: string, facts: Record<string, string>) => ({ MaHoSo: `${CODE}-${number}`, ...facts });
const counted = async () => {
  const { rows } = await api.db.query<{ n: number }>('select count(*)::int as n from dossier');
  return rows[0]?.n;
};

interface Exchange {
  path: string;
  body: Record<string, unknown>;
  answer: Record<string, unknown>;
}
const CONVERSATION = JSON.parse(
  readFileSync(new URL('../../../../test/recorded-conversation.json', import.meta.url), 'utf8'),
) as Exchange[];

describe('the endpoint that one-stop systems call', () => {
  it('answers a recorded conversation as the portal did, with nothing changed but the session', async () => {
    let session = '';
    for (const { path, body, answer } of CONVERSATION) {
      const response = await oneStop.post(path, { ...body, ...('session' in body && { session }) });
      const told = response.json<Record<string, unknown>>();
      expect([response.statusCode, told]).toMatchObject([200, answer]);
      session ||= String(told['session']);
    }
    expect(await standing(api, `${KEY}-220831-0001`)).toBe('10 20220831100000 v3');
    // Its progress had come before it; it is in the version that brought it.
    expect(await standing(api, `${KEY}-220831-0002`)).toBe('2 v1');
    expect(await figure(api, '05503')).toBe('1/1');
    const { rows } = await api.db.query<{ x: string }>(
      `select row_to_json(d)::text as x from dossier d union all select row_to_json(s)::text from dossier_statement s
       union all select row_to_json(p)::text from progress_waiting p union all select body::text from audit_event`,
    );
    const kept = [...rows.map(({ x }) => x), ...api.logged].join('\n');
    for (const personal of ['Trần Thị B', '019180000002', '0912345678', 'Cán bộ', session, PASSWORD])
      expect(kept).not.toContain(personal);
  });

  it('is asked by the very client that asks the national database', async () => {
    const url = `${await api.listen()}/lgsp`;
    const access = { url, username: NAME, secret: PASSWORD, organisation: '000.00.00.H55' };
    const ask = (secret: string) =>
      new NationalDatabase({ ...access, secret }, new AbortController().signal, {
        timeoutMs: 5_000,
        bytes: 100_000,
        tries: 1,
        firstWaitMs: 1,
      }).list();
    // It signs in; the services of the catalogue are not ours.
    await expect(ask(PASSWORD)).rejects.toMatchObject({ result: 'REFUSED', params: { code: '1' } });
    await expect(ask('another')).rejects.toBeInstanceOf(PullFailure);
    await expect(ask('another')).rejects.toMatchObject({ result: 'SIGN_IN_REFUSED' });
  });

  it.each([
    ['text/plain', 'text/plain; charset=utf-8'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['none', ''],
  ])('reads JSON whatever its content type says: %s', async (_what, type) => {
    const sender = new OneStop(api, type);
    const session = await sender.login(NAME, PASSWORD);
    const code = `${CODE}-220301-00${String(type.length).padStart(2, '0')}`;
    expect(
      await sender.send(session, 'DongBoHoSoMC', [dossierRow({ MaHoSo: code })], { isUpdating: 'False' }),
    ).toMatchObject({
      error_code: '0',
      result: [],
    });
  });

  it('takes the envelope in any form in which proxies leave it', async () => {
    const session = await oneStop.login(NAME, PASSWORD);
    const row = (n: number) => dossierRow({ MaHoSo: `${CODE}-220302-000${n}` });
    const before = (await counted()) ?? 0;
    const bodies: [unknown, Record<string, string>][] = [
      [{ DongBoHoSoMC: { session, service: 'DongBoHoSoMC', data: [row(1)] } }, {}],
      [{ data: [row(2)], service: 'DongBoHoSoMC', session }, {}],
      [{ session, service: 'DongBoHoSoMC', data: row(3) }, {}],
      [[row(4)], { session }],
      [row(5), { session }],
      [`\uFEFF${JSON.stringify({ session, service: 'DongBoHoSoMC', data: [row(6)] })}`, {}],
      [gzipSync(JSON.stringify({ session, service: 'DongBoHoSoMC', data: [row(7)] })), { 'content-encoding': 'gzip' }],
    ];
    for (const [body, headers] of bodies) {
      const answer = (await oneStop.post('g', body, headers)).json<OneStopAnswer>();
      expect([answer.error_code, answer.result]).toEqual(['0', []]);
    }
    expect(await counted()).toBe(before + bodies.length);
  });

  it('never refuses what is there already, and tells bad rows beside the good ones', async () => {
    const session = await oneStop.login(NAME, PASSWORD);
    const good = dossierRow({ MaHoSo: `${CODE}-220303-0001` });
    for (const isUpdating of ['False', 'False', 'True', 'true', '']) {
      const answer = await oneStop.send(session, 'DongBoHoSoMC', [good, { MaHoSo: 'x' }], { isUpdating });
      expect(answer).toMatchObject({ error_code: '0', result: [{ row: 2, field: 'MaHoSo' }] });
    }
    expect(await standing(api, `${KEY}-220303-0001`)).toBe('10 20220301160000 v1');
  });

  it.each([
    ['no session', {}],
    ['a session that never was', { session: 'x' }],
    ['an empty one', { session: '' }],
  ])('stores nothing for %s, and says to sign in', async (_what, told) => {
    const before = await counted();
    const answer = (
      await oneStop.post('g', {
        ...told,
        service: 'DongBoHoSoMC',
        data: [dossierRow({ MaHoSo: `${CODE}-220304-0001` })],
      })
    ).json<OneStopAnswer>();
    expect(answer).toMatchObject({ error_code: '2', result: [] });
    expect(answer.message).toMatch(/session.*hết hạn.*đăng nhập lại/);
    expect(await counted()).toBe(before);
  });

  it('ends a session after half an hour, when the password changes, when the source stops; it opens nothing else', async () => {
    const id = await buildSource(api, { name: 'Dừng', loginName: 'dung', password: PASSWORD });
    const asks = async (session: string) => (await oneStop.send(session, 'DongBoHoSoMC', [])).error_code;
    const old = await oneStop.login('dung', PASSWORD);
    expect(await asks(old)).toBe('0');
    const me = await api.server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ me { name } }' },
      headers: { cookie: `session=${old}`, 'apollo-require-preflight': 'yes' },
    });
    expect(me.json()).toEqual({ data: { me: null } });
    await api.db.query(`update session set last_seen_at = now() - interval '31 minutes' where source_id = $1`, [id]);
    expect(await asks(old)).toBe('2');
    const second = await oneStop.login('dung', PASSWORD);
    await buildSource(api, { id, name: 'Dừng', loginName: 'dung', password: 'Một mật khẩu khác' });
    expect(await asks(second)).toBe('2');
    await expect(oneStop.login('dung', PASSWORD)).rejects.toThrow();
    const third = await oneStop.login('dung', 'Một mật khẩu khác');
    await buildSource(api, { id, name: 'Dừng', loginName: 'dung', enabled: false });
    expect(await asks(third)).toBe('2');
    await expect(oneStop.login('dung', 'Một mật khẩu khác')).rejects.toThrow();
  });

  it('keeps the newest sessions of a system that signs in for every message', async () => {
    const id = await buildSource(api, { name: 'Hay đăng nhập', loginName: 'hay', password: PASSWORD });
    const first = await oneStop.login('hay', PASSWORD);
    await api.db.query(
      `insert into session (token_hash, account_id, address, expires_at, source_id)
       select sha256(n::text::bytea), s.account_id, '', now() + interval '1 hour', s.id
         from generate_series(1, 60) n, dossier_source s where s.id = $1`,
      [id],
    );
    const last = await oneStop.login('hay', PASSWORD);
    const asks = async (session: string) => (await oneStop.send(session, 'DongBoHoSoMC', [])).error_code;
    expect([await asks(first), await asks(last)]).toEqual(['2', '0']);
    const { rows } = await api.db.query('select count(*)::int as n from session where source_id = $1', [id]);
    expect(rows).toEqual([{ n: 50 }]);
  });

  it('signs in by a token of the source too, until it is taken back', async () => {
    const { dossierSources } = await api.ask<{ dossierSources: { id: string; name: string }[] }>(
      '{ dossierSources { id name } }',
    );
    const source = dossierSources.find(({ name }) => name === 'Một cửa Đồng Hỷ')?.id;
    const expiresOn = new Date(Date.now() + 1e9).toISOString().slice(0, 10);
    const { makeSourceToken: made } = await api.ask<{ makeSourceToken: { id: string; token: string } }>(
      'mutation ($source: ID!, $expiresOn: Date!) { makeSourceToken(source: $source, expiresOn: $expiresOn) { id token } }',
      { source, expiresOn },
    );
    const session = await oneStop.login('donghy', made.token);
    // A token of one source is no password of another one.
    await expect(oneStop.login(NAME, made.token)).rejects.toThrow('Sai tên đăng nhập');
    // It sends for its own units alone.
    const answer = await oneStop.send(session, 'DongBoHoSoMC', [
      dossierRow({ MaHoSo: 'H55.169.3-220305-0001' }),
      dossierRow({ MaHoSo: `${CODE}-220305-0001` }),
    ]);
    expect(answer.result).toMatchObject([{ row: 2, field: 'MaHoSo' }]);
    await api.ask('mutation ($id: ID!) { revokeToken(id: $id) }', { id: made.id });
    expect((await oneStop.send(session, 'DongBoHoSoMC', [])).error_code).toBe('2');
    await expect(oneStop.login('donghy', made.token)).rejects.toThrow();
  });

  it('lets nobody guess: ten wrong passwords a minute, then that name waits at that address, and nowhere else', async () => {
    for (let n = 0; n < 10; n += 1)
      expect((await oneStop.post('login', { username: NAME, password: `sai ${n}` })).json()).toMatchObject({
        error_code: '2',
      });
    const stopped = await oneStop.post('login', { username: NAME, password: PASSWORD });
    expect([stopped.statusCode, stopped.headers['retry-after']]).toEqual([429, '60']);
    expect(stopped.json()).toMatchObject({ error_code: '2', result: [] });
    // Whoever knows the name does not keep the source out.
    const elsewhere = new OneStop(api, 'application/json', '10.1.2.3');
    expect(await elsewhere.login(NAME, PASSWORD)).not.toBe('');
    // A person of the same name is not kept out by it.
    const person = await buildAccount(api, { username: NAME });
    expect((await api.as(person).ask<{ me: { name: string } }>('{ me { name } }')).me.name).toBe(NAME);
  });

  it.each([
    ['login', 'x'.repeat(20_000), 413],
    ['login', '{}', 200],
    ['login', '[', 400],
    ['g', '', 400],
    ['g', '{"session":', 400],
    ['g', `{"data":[${'{"MaHoSo":"x"},'.repeat(200_000)}{}]}`, 413],
  ])('refuses what cannot be read: %s', async (path, body, status) => {
    const response = await oneStop.post(path, body);
    expect([response.statusCode, response.json<OneStopAnswer>().error_code]).toEqual([status, '1']);
  });

  it('says of a sign-in that is no JSON that it cannot be read, not that it is empty', async () => {
    const told = async (body: string) => (await oneStop.post('login', body)).json<OneStopAnswer>().message;
    expect([await told('x'), await told('')]).toEqual([
      expect.stringContaining('Không đọc được nội dung'),
      expect.stringContaining('trống'),
    ]);
  });

  it('streams a large message whose session comes first', async () => {
    const session = await oneStop.login(NAME, PASSWORD);
    const filler = 'x'.repeat(9_000);
    const data = Array.from({ length: 400 }, (_, n) =>
      dossierRow({ MaHoSo: `${CODE}-220306-${String(n).padStart(4, '0')}`, TrichYeuHoSo: filler }),
    );
    const answer = await oneStop.send(session, 'DongBoHoSoMC', data);
    expect(answer).toMatchObject({
      error_code: '0',
      message: 'Đồng bộ 400 hồ sơ thành công (400 mới, 0 cập nhật, 0 lỗi).',
    });
  });

  it('knows no other service', async () => {
    const session = await oneStop.login(NAME, PASSWORD);
    expect(await oneStop.send(session, 'LayThuTuc', [])).toMatchObject({ error_code: '1', result: [] });
  });
});

describe('reports of progress', () => {
  it('change status and times of what is known, unless they are older, and nothing else', async () => {
    const session = await oneStop.login(NAME, PASSWORD);
    const send = (data: unknown[]) => oneStop.send(session, 'CapNhatTienDoHoSoMC', data);
    const code = '220307-0001';
    const open = { NgayKetThucXuLy: '', NgayTiepNhan: '20220307080000', TrangThaiHoSo: '2' };
    await oneStop.send(session, 'DongBoHoSoMC', [dossierRow({ MaHoSo: `${CODE}-${code}`, ...open })]);
    const before = await figure(api, '05503');
    await send([
      report(code, { ThoiDiemXuLy: '20220307110000', TrangThai: '10' }),
      report(code, { ThoiDiemXuLy: '20220307090000', TrangThai: '4' }),
    ]);
    expect(await standing(api, `${KEY}-${code}`)).toBe('10 20220307110000 v2');
    expect(await figure(api, '05503')).not.toBe(before);
    const late = await send([report(code, { ThoiDiemXuLy: '20220307100000', TrangThai: '5' })]);
    expect(late).toMatchObject({ error_code: '0', message: expect.stringContaining('0 thay đổi') as string });
    expect(await standing(api, `${KEY}-${code}`)).toBe('10 20220307110000 v2');
  });

  it('wait for their dossier, and count in the order of their times when it comes', async () => {
    const session = await oneStop.login(NAME, PASSWORD);
    const code = '220308-0001';
    const answer = await oneStop.send(session, 'CapNhatTienDoHoSoMC', [
      report(code, { ThoiDiemXuLy: '20220308150000', TrangThai: '10' }),
      report(code, { ThoiDiemXuLy: '20220308100000', TrangThai: '4' }),
      report(code, { ThoiDiemXuLy: '20220308070000', TrangThai: '5' }),
    ]);
    expect(answer.message).toContain('3 chờ hồ sơ');
    const open = { NgayKetThucXuLy: '', NgayTiepNhan: '20220308080000', TrangThaiHoSo: '2' };
    await oneStop.send(session, 'DongBoHoSoMC', [dossierRow({ MaHoSo: `${CODE}-${code}`, ...open })]);
    expect(await standing(api, `${KEY}-${code}`)).toBe('10 20220308150000 v1');
    // What the source says again is what it said before its reports: nothing new.
    await oneStop.send(session, 'DongBoHoSoMC', [dossierRow({ MaHoSo: `${CODE}-${code}`, ...open })], {
      isUpdating: 'True',
    });
    expect(await standing(api, `${KEY}-${code}`)).toBe('10 20220308150000 v1');
    expect((await api.db.query('select from progress_waiting')).rows).toEqual([]);
  });

  it('of units of others are refused, known or not', async () => {
    await oneStop.send(await oneStop.login(NAME, PASSWORD), 'DongBoHoSoMC', [
      dossierRow({ MaHoSo: `${CODE}-220309-0001` }),
    ]);
    const session = await oneStop.login('donghy', PASSWORD);
    const answer = await oneStop.send(session, 'CapNhatTienDoHoSoMC', [
      report('220309-0001', { ThoiDiemXuLy: '20230101000000', TrangThai: '3' }),
      report('220309-0002', { ThoiDiemXuLy: '20230101000000', TrangThai: '3' }),
      { MaHoSo: 'x' },
    ]);
    expect(answer.result.map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(await standing(api, `${KEY}-220309-0001`)).toBe('10 20220301160000 v1');
  });
});
