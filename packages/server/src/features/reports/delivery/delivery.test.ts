import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { MailServer } from '../../../../test/mail-server.ts';
import { issuePlan } from '../../../../test/plans.ts';
import { drawn, kindOf, published, rows, SEEN, type ReportSeen } from '../../../../test/reports.ts';
import { canonicalJson, type Json } from '../../../app/audit/canonical-json.ts';
import { sendSome } from '../../urging/messages/send-messages.ts';

let api: Api;
let mail: MailServer;
let monitor: Caller;
let approver: Caller;
let clerk: Caller;
let report: ReportSeen;

beforeAll(async () => {
  api = await openApi({ config: { publicUrl: 'https://chitieu.example' } });
  api.app.now = () => new Date('2022-04-05T03:00:00Z');
  mail = new MailServer();
  api.app.config.smtp = await mail.listen();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  [monitor, approver, clerk] = (
    await Promise.all([
      buildAccount(api, { role: 'MONITOR' }),
      buildAccount(api, { role: 'APPROVER' }),
      buildAccount(api, { role: 'CLERK', unit: '164' }),
    ])
  ).map((account) => api.as(account)) as [Caller, Caller, Caller];
  await api.ingest(rows(20, 10));
  await issuePlan(api, { issuer: '19', year: 2022 }, [{ unit: '164', percent: 55 }]);
  for (const [unit, email] of Object.entries({ '164': 'city@example.vn', '19': 'province@example.vn' }))
    await contact(unit, email);
});
afterAll(async () => {
  await api.close();
  await mail.close();
});

/** An address that was confirmed. */
async function contact(unit: string, email: string): Promise<void> {
  await api.db.query(
    `insert into contact (province_id, unit_id, name, email, confirmed_at, code_until, recorded_by)
     select p.id, v.unit_id, 'Văn phòng', $2, now(), now(), (select max(id) from moment)
       from unit p, unit_version v where p.kind = 'PROVINCE' and v.code = $1 and v.superseded_by is null limit 1`,
    [unit, email],
  );
}

interface Delivered {
  id: string;
  sha256: string;
  receivedAt: string | null;
  receivedBy: string | null;
  receivable: boolean;
  replaces: string | null;
  rows: { code: string; depth: number; numerator: number; denominator: number; reference: string; name: string }[];
  messages: { state: string; count: number }[];
}
const DELIVERIES = `deliveries { id sha256 receivedAt receivedBy receivable replaces messages { state count }
  rows { code name depth numerator denominator reference } }`;
const deliveries = async (by: Caller, id = report.id): Promise<Delivered[]> =>
  (await by.ask<{ report: { deliveries: Delivered[] } }>(`{ report(id: "${id}") { ${DELIVERIES} } }`)).report
    .deliveries;
const ofCity = async (by: Caller, id = report.id) =>
  (await deliveries(by, id)).find(({ rows: [own] }) => own?.code === '164');
const deliver = (by: Caller, units: string[] | null = null, id = report.id) =>
  by.gql<{ deliverReport: { id: string } }>(
    `mutation ($units: [ID!]) { deliverReport(id: "${id}", units: $units) { id } }`,
    { units },
  );
const waiting = async (by: Caller) =>
  (await by.ask<{ myWork: { kind: string; count: number }[] }>('{ myWork { kind count } }')).myWork.find(
    ({ kind }) => kind === 'REPORT_TO_RECEIVE',
  )?.count ?? 0;
async function sent(): Promise<string[]> {
  const before = mail.arrived.length;
  while ((await sendSome(api.app)) > 0);
  return mail.arrived.slice(before).flatMap(({ to }) => to);
}

describe('a report that is published', () => {
  it('reaches every unit right below the province in its own scope, and their own addresses once', async () => {
    report = await published({ monitor, approver }, await drawn(monitor, 3), ', number: "12/BC-VP"');
    const all = await deliveries(monitor);
    expect(all.map(({ rows: [own] }) => own?.code)).toEqual(report.content.units.map(({ code }) => code));
    const city = (await ofCity(clerk))!;
    expect(city.rows[0]).toMatchObject({ code: '164', depth: 0, numerator: 10, denominator: 20 });
    expect(city.rows.find(({ code }) => code === '05503')).toMatchObject({ depth: 1, numerator: 10, denominator: 20 });
    expect(city.rows.every(({ code, depth }) => depth === 0 || code.startsWith('05'))).toBe(true);
    // Each row is a figure of the closing, and opens under its reference; the unit's own is that of the report.
    expect(city.rows[0]?.reference).toBe(report.content.units.find(({ code }) => code === '164')?.now.reference);
    // The address of the province is for none of those below.
    expect(await sent()).toEqual(['city@example.vn']);
    expect(await sent()).toEqual([]);
    const text = mail.arrived.at(-1)?.text.replaceAll('\r\n', '\n') ?? '';
    expect(text).toContain('Đã ban hành Báo cáo số 12/BC-VP ngày 05/04/2022');
    // Targets are of the year: the year so far comes first.
    expect(text).toContain(
      'Lũy kế từ đầu năm đến ngày 31/03/2022, toàn tỉnh Thái Nguyên đạt 50,00\u00a0% (10/20 hồ sơ).',
    );
    expect(text).toContain('- Thành phố Thái Nguyên: đạt 50,00\u00a0% (10/20 hồ sơ), chỉ tiêu 55%, còn thiếu 1 hồ sơ');
    expect(text).toContain(`https://chitieu.example/bao-cao/chu-tich/${report.id}`);
    expect(text).toContain(city.sha256);
    expect((await ofCity(monitor))?.messages).toEqual([{ state: 'SENT', count: 1 }]);
  });

  it('is told with a hash over what was told', async () => {
    const { rows: kept } = await api.db.query<{ content: { rows: Json }; sha256: string }>(
      'select content, sha256 from report_delivery',
    );
    const {
      rows: [one],
    } = await api.db.query<{ sha256: string; reference: string }>('select sha256, reference from report');
    for (const { content, sha256 } of kept) {
      const told = {
        provinceId: api.app.provinceId,
        reference: one?.reference ?? '',
        sha256: one?.sha256 ?? '',
        rows: content.rows,
      };
      expect(createHash('sha256').update(canonicalJson(told)).digest('hex')).toBe(sha256);
    }
    expect(kept.length).toBeGreaterThan(1);
  });

  it('is seen and taken note of by who speaks for the unit alone', async () => {
    const village = api.as(await buildAccount(api, { role: 'CLERK', unit: '05503' }));
    expect([(await deliveries(clerk)).length, await deliveries(village)]).toEqual([1, []]);
    expect([await waiting(clerk), await waiting(village), await waiting(monitor)]).toEqual([1, 0, 0]);
    const city = (await ofCity(clerk))!;
    expect([city.receivable, (await ofCity(monitor))?.receivable]).toEqual([true, false]);
    const receive = (by: Caller) =>
      by.gql<{ receiveReport: Delivered }>(
        `mutation { receiveReport(id: "${city.id}") { receivedAt receivedBy receivable } }`,
      );
    for (const by of [village, monitor, approver]) expect(kindOf(await receive(by))).toMatch(/^FORBIDDEN/);
    const again = api.as(await buildAccount(api, { role: 'CLERK', unit: '164' }));
    const held = await api.db.connect();
    await held.query('begin');
    await held.query('select from report_delivery where id = $1 for update', [city.id]);
    const both = Promise.all([receive(clerk), receive(again)]);
    await expect.poll(() => waitingForLocks(), { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
    await held.query('commit');
    held.release();
    const [first, second] = (await both).map(({ data }) => data?.receiveReport);
    expect(first).toMatchObject({ receivable: false });
    expect(second).toEqual(first);
    expect((await receive(again)).data?.receiveReport).toEqual(first);
    const told = await api.db.query("select from audit_event where what = 'REPORT_RECEIVED'");
    expect(told.rowCount).toBe(1);
    expect([await waiting(clerk), (await ofCity(monitor))?.receivedBy]).toEqual([0, first?.receivedBy]);
  });

  it('is delivered again only at addresses that are new, and to units that had not got it', async () => {
    expect(kindOf(await deliver(approver))).toMatch(/^FORBIDDEN/);
    expect(kindOf(await deliver(monitor))).toMatch(/^given/);
    expect(await sent()).toEqual([]);
    await contact('164', 'second@example.vn');
    await contact('05503', 'commune@example.vn');
    await deliver(monitor);
    expect(await sent()).toEqual(['second@example.vn']);
    await deliver(monitor, ['05503']);
    expect(await sent()).toEqual(['commune@example.vn']);
    expect((await ofCity(monitor))?.messages).toEqual([{ state: 'SENT', count: 2 }]);
    for (const units of [['nowhere'], [], Array.from({ length: 501 }, () => '05503')])
      expect(kindOf(await deliver(monitor, units))).toMatch(/^BAD_USER_INPUT/);
    expect(kindOf(await deliver(monitor, ['05503', '05503']))).toMatch(/^given/);
    expect(await sent()).toEqual([]);
  });

  it('is not sent any more once it is replaced: the new one goes to everybody who got any before it, and says what differs', async () => {
    const before = await ofCity(monitor);
    expect(before?.replaces).toBeNull();
    await api.ingest(rows(2, 2));
    await contact('164', 'third@example.vn');
    await deliver(monitor);
    const replacing = await monitor.ask<{ replaceReport: ReportSeen }>(
      `mutation { replaceReport(id: "${report.id}", reason: "Nhập bổ sung.", takesNewFigures: true) { ${SEEN} } }`,
    );
    const fresh = await published({ monitor, approver }, replacing.replaceReport, ', number: "15/BC-VP"');
    expect((await ofCity(monitor))?.messages).toContainEqual({ state: 'DROPPED', count: 1 });
    expect((await ofCity(monitor))?.sha256).toBe(before?.sha256);
    expect(kindOf(await deliver(monitor))).toMatch(/^CONFLICT/);
    expect((await sent()).toSorted()).toEqual([
      ...['city@example.vn', 'commune@example.vn', 'second@example.vn', 'third@example.vn'],
    ]);
    const commune = (await deliveries(monitor, fresh.id)).find(({ rows: [own] }) => own?.code === '05503');
    expect(commune?.rows[0]).toMatchObject({ depth: 0, numerator: 12, denominator: 22 });
    const told = mail.arrived.at(-1)?.text.replaceAll('\r\n', '\n') ?? '';
    for (const text of [commune?.replaces ?? '', told]) {
      expect(text).toMatch(
        /Báo cáo này thay thế Báo cáo số 12\/BC-VP ngày 05 tháng 4 năm 2022 \(mã tham chiếu [0-9A-Z-]+\)\. So với báo cáo được thay thế, thay đổi /,
      );
      expect(text).toMatch(/trích lục mà đơn vị đã nhận: .*: đã gửi 10\/20 hồ sơ.*, nay 12\/22 hồ sơ/);
    }
    // What it replaces is under the same hash.
    const { rows: kept } = await api.db.query<{ content: { replaces: string; rows: Json }; sha256: string }>(
      'select d.content, d.sha256 from report_delivery d where d.id = $1',
      [commune?.id],
    );
    const { rows: papers } = await api.db.query<{ sha256: string; reference: string }>(
      'select sha256, reference from report where id = $1',
      [fresh.id],
    );
    const hashed = { provinceId: api.app.provinceId, ...kept[0]?.content, ...papers[0] } as unknown as Json;
    expect(createHash('sha256').update(canonicalJson(hashed)).digest('hex')).toBe(commune?.sha256);
    expect(await waiting(clerk)).toBe(1);
    expect((await ofCity(clerk, fresh.id))?.receivable).toBe(true);
  });

  it('is held where a restored database had it unsent, until somebody lets it go', async () => {
    await contact('164', 'fourth@example.vn');
    const {
      rows: [latest],
    } = await api.db.query<{ id: string }>(`select id from report where number = '15/BC-VP'`);
    await deliver(monitor, null, latest?.id ?? '');
    // As a restore leaves it (features/backup).
    await api.db.query(`update outbox set state = 'HELD', lease = null, lease_until = null where state = 'QUEUED'`);
    expect(await sent()).toEqual([]);
    expect(
      (await monitor.ask<{ releaseMessages: number }>('mutation { releaseMessages(sends: true) }')).releaseMessages,
    ).toBe(1);
    expect(await sent()).toEqual(['fourth@example.vn']);
  });
});

/** How many wait for what somebody else holds in this database. */
async function waitingForLocks(): Promise<number> {
  const { rows } = await api.db.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows[0]?.count ?? 0;
}
