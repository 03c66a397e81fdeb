import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import { newestEvent, trailOf, type SeenEvent } from '../../../test/audit-trail.ts';
import type { Caller } from '../../../test/caller.ts';
import { amendList, buildAccount, dossierRow, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { createPlan } from '../../../test/plans.ts';
import { Snapshot } from '../../app/database.ts';
import { EVERYTHING } from '../../app/wall.ts';
import { verifyChain } from './verify-chain.service.ts';

let api: Api;

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
});
afterAll(() => api.close());

const trail = (variables: Record<string, unknown> = {}, caller: Caller = api): Promise<SeenEvent[]> =>
  trailOf(caller, variables);
const newest = (about: string): Promise<SeenEvent | undefined> => newestEvent(api, about);

let year = 2030;
const nextPlan = (input: Record<string, unknown> = {}) => createPlan(api, { year: (year += 1), ...input });

describe('who may do what leaves behind', () => {
  interface Told {
    text: string;
    holderId: string | null;
    differences: { field: string; before: string | null; after: string | null }[];
  }
  const told = async (about: string): Promise<Told | undefined> => {
    const query =
      'query ($about: ID) { auditTrail(about: $about, first: 1) { nodes { text holderId differences { field before after } } } }';
    return (await api.ask<{ auditTrail: { nodes: Told[] } }>(query, { about })).auditTrail.nodes[0];
  };
  const accountId = async (username: string): Promise<string> => {
    const { rows } = await api.db.query<{ id: number }>('select id from account where username = $1', [username]);
    return String(rows[0]?.id);
  };

  it('a grant in words: the role, whose it is and where, and whose account opens', async () => {
    const { username } = await buildAccount(api, {});
    const account = await accountId(username);
    const { grantRole } = await api.ask<{ grantRole: { grants: { id: string }[] } }>(
      'mutation ($account: ID!) { grantRole(account: $account, role: VIEWER, unit: "165") { grants { id } } }',
      { account },
    );
    const id = grantRole.grants[0]?.id ?? '';
    expect(await told(`GRANT:${id}`)).toEqual({
      text: `Quản trị hệ thống cấp vai trò Người xem cho ${username} tại Thành phố Sông Công.`,
      holderId: account,
      differences: [
        { field: 'Tài khoản', before: null, after: username },
        { field: 'Vai trò', before: null, after: 'Người xem' },
      ],
    });
    await api.ask('mutation ($id: ID!) { revokeGrant(id: $id) }', { id });
    expect(await told(`GRANT:${id}`)).toMatchObject({
      text: `Quản trị hệ thống thu hồi vai trò Người xem của ${username} tại Thành phố Sông Công.`,
      holderId: account,
    });
  });

  it('an account by its name, a token by its last characters and its program, also when it is revoked', async () => {
    const { createToken } = await api.ask<{ createToken: { id: string; token: string } }>(
      `mutation { createToken(input: { name: "Cổng một cửa", role: INTEGRATION, unit: "165", expiresOn: "2027-06-01" }) { id token } }`,
    );
    await api.ask('mutation ($id: ID!) { revokeToken(id: $id) }', { id: createToken.id });
    const { rows } = await api.db.query<{ hint: string }>('select hint from access_token where id = $1', [
      createToken.id,
    ]);
    expect(await told(`TOKEN:${createToken.id}`)).toMatchObject({
      text: `Quản trị hệ thống thu hồi mã truy cập …${rows[0]?.hint} (Cổng một cửa).`,
      holderId: null,
    });
  });
});

describe('the catalogue leaves behind', () => {
  it('each procedure that changed with its old and new fields', async () => {
    await saveProcedures(api, { code: '2.000900', name: 'Tên cũ', field: 'Hộ tịch' });
    expect(await newest('PROCEDURE:2.000900')).toMatchObject({ before: null, after: { name: 'Tên cũ' } });
    await saveProcedures(
      api,
      { code: '2.000900', name: 'Tên mới', field: 'Hộ tịch', inForceTo: '2030-01-01' },
      '2.000815',
    );
    expect(await newest('PROCEDURE:2.000900')).toMatchObject({
      what: 'PROCEDURE_SAVED',
      unit: { code: '19' },
      before: { name: 'Tên cũ', field: 'Hộ tịch', inForceTo: null },
      after: { name: 'Tên mới', field: 'Hộ tịch', inForceTo: '2030-01-01' },
    });
    expect(await trail({ about: 'PROCEDURE:2.000815' })).toHaveLength(1);
  });

  it('the entries of a list that went and that came, with how many lines and the decision', async () => {
    await saveProcedures(api, '2.000901');
    await amendList(api, '2022-01-01', [{ procedure: '2.000901', level: 'LEVEL_3' }]);
    await amendList(api, '2022-06-01', [{ action: 'CHANGE_LEVEL', procedure: '2.000901', level: 'LEVEL_4' }]);
    const entry = { procedure: '2.000901', tier: 'COMMUNE' };
    expect(await newest('LIST:QD402')).toMatchObject({
      what: 'LIST_AMENDED',
      before: { entries: [{ ...entry, level: 'LEVEL_3', from: '2022-01-01', to: null }] },
      after: {
        decision: { effectiveOn: '2022-06-01' },
        lines: 1,
        closed: 1,
        opened: 2,
        entries: [
          { ...entry, level: 'LEVEL_3', from: '2022-01-01', to: '2022-05-31' },
          { ...entry, level: 'LEVEL_4', from: '2022-06-01', to: null },
        ],
      },
    });
  });

  it('the aliases of a unit as they were and as they are', async () => {
    await nameUnits(api, { '05506': ['H55.165.1', 'Xã Một'] });
    await nameUnits(api, { '05506': ['Xã Một', 'H55.165.2'] });
    expect(await newest('UNIT:05506')).toMatchObject({
      what: 'ALIASES_SET',
      unit: { code: '05506' },
      before: { aliases: ['H55.165.1', 'Xã Một'] },
      after: { aliases: ['Xã Một', 'H55.165.2'] },
    });
  });
});

describe('an import leaves behind', () => {
  const PERSONAL = { ChuHoSo: 'Trần Thị Bưởi', SoGiayToChuHoSo: '019080424242', TrichYeuHoSo: 'Sao y của Bưởi' };

  it('its counts, nothing of a dossier and not the name of its file', async () => {
    const rows = [
      { ...dossierRow({ MaHoSo: 'H55.164.3-220301-0001' }), ...PERSONAL },
      { ...dossierRow({ MaHoSo: 'H55.164.3-220301-0002', MaTTHC: '9.999999' }), ...PERSONAL },
    ];
    const { result } = await api.ingest(rows, { query: { name: 'Bưởi.json' } });
    expect(await newest(`BATCH:${result.batch}`)).toMatchObject({
      actorName: 'Quản trị hệ thống',
      address: '127.0.0.1',
      what: 'BATCH_TAKEN',
      unit: { code: '19' },
      after: { kind: 'DOSSIERS', made: false, received: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 },
    });
    const { rows: stored } = await api.db.query<{ text: string }>('select e::text as text from audit_event e');
    const text = stored.map((row) => row.text).join('\n');
    for (const secret of ['Bưởi', '019080424242', 'H55.164.3-220301', '9.999999']) expect(text).not.toContain(secret);
  });

  it('its catalogue, with each procedure', async () => {
    const { result } = await api.ingest([{ code: '1.000123', name: 'Đăng ký' }], { path: '/ingest/procedures' });
    expect(await newest(result.batch)).toMatchObject({ after: { kind: 'PROCEDURES', received: 1, created: 1 } });
    expect(await newest('PROCEDURE:1.000123')).toMatchObject({ address: '127.0.0.1', after: { name: 'Đăng ký' } });
  });

  it('nothing where it was only tried', async () => {
    const before = (await trail({ first: 500 })).length;
    await api.ingest([dossierRow({ MaHoSo: 'H55.164.3-220301-0009' })], { query: { dryRun: 'true' } });
    expect(await trail({ first: 500 })).toHaveLength(before);
  });

  it('which bad row was mended, and that bad rows were tried again, without what they say', async () => {
    await api.ingest([dossierRow({ MaHoSo: 'H55.164.3-220301-0003', MaTTHC: '' })]);
    const { quarantine } = await api.ask<{ quarantine: { nodes: { id: string }[] } }>(
      '{ quarantine { nodes { id } } }',
    );
    const id = quarantine.nodes.at(-1)?.id;
    await api.ask('mutation ($id: ID!) { mendQuarantined(id: $id, fields: { MaTTHC: "2.000815" }) { created } }', {
      id,
    });
    const [batch, mended] = await trail({ first: 2 });
    expect(mended).toMatchObject({ what: 'ROW_MENDED', aboutKind: 'ROW', aboutId: id, before: null, after: null });
    expect(batch).toMatchObject({ what: 'BATCH_TAKEN', after: { kind: 'MEND', received: 1, created: 1 } });
    await api.ask('mutation { retryQuarantined { received } }');
    const [retried] = await trail({ first: 1 });
    expect(retried).toMatchObject({ what: 'ROWS_RETRIED', after: { received: 1, rejected: 1 } });
  });

  it('one event each, however many come at the same time, and nobody waits for ever', async () => {
    const batches = Array.from({ length: 12 }, (_, n) =>
      api.ingest([dossierRow({ MaHoSo: `H55.164.3-220302-${1000 + n}` })]),
    );
    const changes = Array.from({ length: 6 }, () => nextPlan());
    const results = await Promise.all(batches);
    for (const { plan } of await Promise.all(changes)) expect(await trail({ about: plan.id })).toHaveLength(1);
    for (const { result } of results) expect(await trail({ about: result.batch })).toHaveLength(1);
    const snapshot = new Snapshot(api.app.db, 0, undefined, EVERYTHING);
    const { broken } = await verifyChain(snapshot).finally(() => snapshot.close());
    expect(broken).toBeNull();
  });
});

describe('the trail', () => {
  it('begins with what the server itself did', async () => {
    const { rows } = await api.db.query('select actor_kind, what, about_id from audit_event where seq = 1');
    expect(rows).toEqual([{ actor_kind: 'PROCESS', what: 'BASE_FILLED', about_id: 'base' }]);
    const [first] = await trail({ about: 'INSTALLATION:base' });
    expect(first?.text).toBe('Hệ thống nạp dữ liệu ban đầu (base).');
  });

  it('speaks the language of the request', async () => {
    const query = '{ auditTrail(about: "INSTALLATION:base") { nodes { text } } }';
    const { data } = await api.gql(query, {}, { 'accept-language': 'en' });
    expect(data).toEqual({ auditTrail: { nodes: [{ text: 'The system filled the empty database (base).' }] } });
  });

  it('is given newest first, page by page without a gap', async () => {
    const all = (await trail({ first: 500 })).map(({ seq }) => Number(seq));
    expect(all).toEqual(all.map((_, n) => all.length - n));
    const seen: number[] = [];
    let after: string | null = null;
    type Answer = {
      auditTrail: {
        nodes: { seq: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
        totalCount: number;
      };
    };
    for (;;) {
      const { auditTrail }: Answer = await api.ask<Answer>(
        'query ($after: String) { auditTrail(first: 7, after: $after) { nodes { seq } totalCount pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      seen.push(...auditTrail.nodes.map(({ seq }) => Number(seq)));
      expect(auditTrail.totalCount).toBe(all.length);
      if (!auditTrail.pageInfo.hasNextPage) break;
      after = auditTrail.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
  });

  it('is found by who did it, and nothing by what names nobody', async () => {
    const planner = await buildAccount(api, { role: 'PLANNER', unit: '165' });
    const { plan } = await createPlan(api.as(planner), { year: (year += 1) });
    const { rows } = await api.db.query<{ id: number }>('select id from account where username = $1', [
      planner.username,
    ]);
    const mine = await trail({ by: String(rows[0]?.id) });
    expect(mine.map(({ what, aboutId, actorName }) => [what, aboutId, actorName])).toContainEqual([
      'PLAN_CREATED',
      plan.id,
      planner.username,
    ]);
    expect(new Set(mine.map(({ actorName }) => actorName))).toEqual(new Set([planner.username]));
    for (const nobody of ['999999', 'x', '-1', '99999999999999']) expect(await trail({ by: nobody })).toEqual([]);
    for (const nothing of ['x', 'PLAN:x', 'OTHER:x', '', ':']) expect(await trail({ about: nothing })).toEqual([]);
  });

  it('gives one event by its number, together with what else is asked, and nothing for a number of none', async () => {
    const find = async (args: string): Promise<string[]> => {
      const query = `{ auditTrail(${args}) { nodes { seq } totalCount } }`;
      const { auditTrail } = await api.ask<{ auditTrail: { nodes: { seq: string }[]; totalCount: number } }>(query);
      expect(auditTrail.totalCount).toBe(auditTrail.nodes.length);
      return auditTrail.nodes.map(({ seq }) => seq);
    };
    expect(await find('seq: "1"')).toEqual(['1']);
    expect(await find('seq: "1", act: "SIGNED_IN"')).toEqual([]);
    for (const none of ['0', 'x', '-1', '999999999', '99999999999999999999'])
      expect(await find(`seq: "${none}"`)).toEqual([]);
  });

  it('is found by what was done and by days in Vietnam, together with who did it', async () => {
    const { rows } = await api.db.query<{ last: string; next: string }>(
      `select day - 1 || '' as last, day + 1 || '' as next from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day) today`,
    );
    const { last = '', next = '' } = rows[0] ?? {};
    const find = async (args: string) => {
      const answer = await api.ask<{ auditTrail: { nodes: { what: string }[]; totalCount: number } }>(
        `{ auditTrail(first: 500, ${args}) { nodes { what } totalCount } }`,
      );
      const { nodes, totalCount } = answer.auditTrail;
      expect(totalCount).toBe(nodes.length);
      return nodes.map(({ what }) => what);
    };
    const all = (await trail({ first: 500 })).map(({ what }) => what);
    expect(await find(`from: "${last}"`)).toEqual(all);
    expect(await find(`to: "${last}"`)).toEqual([]);
    expect(await find(`from: "${next}"`)).toEqual([]);
    expect(await find(`to: "${next}"`)).toEqual(all);
    expect(await find('act: "ALIASES_SET"')).toEqual(all.filter((what) => what === 'ALIASES_SET'));
    expect(await find('act: "ALIASES_SET", by: "1", about: "UNIT:05506"')).toHaveLength(2);
    for (const nothing of ['act: "NO_SUCH_ACT"', 'to: "0001-01-01"', 'from: "9999-12-31"', 'act: ""'])
      expect(await find(nothing)).toEqual([]);
    expect(await find('to: "9999-12-31"')).toEqual(all);
  });

  it('tells of everything that can stand in it what it is called', async () => {
    const { auditActs } = await api.ask<{ auditActs: { act: string; text: string }[] }>('{ auditActs { act text } }');
    expect(auditActs).toContainEqual({ act: 'PLAN_MOVED', text: 'Chuyển trạng thái bản giao chỉ tiêu' });
    expect(auditActs).toContainEqual({ act: 'BATCH_TAKEN', text: 'Nhập dữ liệu' });
    expect(auditActs).toContainEqual({ act: 'SIGN_IN_REFUSED', text: 'Đăng nhập bị từ chối' });
    for (const { text } of auditActs) expect(text).toMatch(/^\p{Lu}[^{}(:]{4,}$/u);
  });

  it('says what changed in words', async () => {
    const answer = await api.ask<{ auditTrail: { nodes: { differences: object[] }[] } }>(
      '{ auditTrail(first: 1, about: "UNIT:05506") { nodes { differences { field before after } } } }',
    );
    expect(answer.auditTrail.nodes[0]?.differences).toEqual([
      { field: 'Mã định danh, tên gọi khác', before: 'H55.165.1, Xã Một', after: 'Xã Một, H55.165.2' },
    ]);
  });

  it('keeps who did it after the account is gone', async () => {
    const planner = await buildAccount(api, { role: 'PLANNER', unit: '165' });
    const { plan } = await createPlan(api.as(planner), { year: (year += 1) });
    await api.db.query(`delete from session where account_id = (select id from account where username = $1)`, [
      planner.username,
    ]);
    await api.db.query(`delete from account_grant where account_id = (select id from account where username = $1)`, [
      planner.username,
    ]);
    await api.db.query('update account set username = $1, name = $1 where username = $2', ['gone', planner.username]);
    expect(await newest(plan.id)).toMatchObject({ actorName: planner.username });
  });

  it('shows an auditor of a city what concerns its units, and what concerns the province to nobody else', async () => {
    const auditor = api.as(await buildAccount(api, { role: 'AUDITOR', unit: '165' }));
    const codes = new Set((await trail({ first: 500 }, auditor)).map(({ unit }) => unit?.code));
    expect(codes).toEqual(new Set(['165', '05506']));
    const viewer = api.as(await buildAccount(api, { role: 'VIEWER' }));
    expect(await trail({}, viewer)).toEqual([]);
  });
});
