import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../../test/api.ts';
import type { Caller } from '../../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../../test/factories.ts';
import { draft, kindOf, moved, rows, seenBy } from '../../../../test/reports.ts';
import { drawNextDue, noteWhatIsDue } from './draw-due.ts';
import { ReportWorker } from './report-worker.ts';

let api: Api;
let keeper: Caller;
let keeperAccount: Awaited<ReturnType<typeof buildAccount>>;
const INDICATOR = 'ONLINE_RESOLUTION_L4';
const at = (text: string) => {
  api.app.now = () => new Date(`${text}+07:00`);
};

beforeAll(async () => {
  api = await openApi();
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest(rows(2, 1));
  at('2022-04-02T08:00:00');
  keeperAccount = await buildAccount(api, { role: 'MONITOR' });
  keeper = api.as(keeperAccount);
  Object.assign(api.app.config, { separateDuties: true });
});
afterAll(() => api.close());

interface Scheduled {
  version: number;
  active: boolean;
  keeper: string;
  nextOn: string | null;
  nextName: string | null;
  runs: { name: string; state: string; failure: string | null; report: string | null }[];
}
const SEEN = 'version active keeper nextOn nextName runs { name state failure report }';
const save = (by: Caller, expectedVersion: number, { days = 5, active = true } = {}) =>
  by.gql<{ saveReportSchedule: Scheduled }>(
    `mutation { saveReportSchedule(kind: MONTHLY, indicator: "${INDICATOR}", daysAfter: ${days}, active: ${active}, expectedVersion: ${expectedVersion}) { ${SEEN} } }`,
  );
const schedule = async (by = keeper): Promise<Scheduled> =>
  (await by.ask<{ reportSchedules: [Scheduled] }>(`{ reportSchedules { ${SEEN} } }`)).reportSchedules[0];
const look = () => new ReportWorker(api.app).look();
const waiting = async (by: Caller, kind: string) =>
  (
    await by.ask<{ myWork: { kind: string; count: number; items: { path: string }[] }[] }>(
      '{ myWork { kind count items { path } } }',
    )
  ).myWork.find((one) => one.kind === kind) ?? null;

describe('a schedule of reports', () => {
  it('is kept by who draws reports up, in their name, and tells what it does next', async () => {
    expect(kindOf(await save(api.as(await buildAccount(api, { role: 'APPROVER' })), 0))).toMatch(/^FORBIDDEN/);
    expect(kindOf(await save(keeper, 0, { days: 61 }))).toMatch(/^BAD_USER_INPUT/);
    const saved = (await save(keeper, 0)).data?.saveReportSchedule;
    expect(saved).toMatchObject({
      version: 1,
      keeper: keeperAccount.username,
      nextOn: '2022-04-05',
      nextName: 'Tháng 3/2022',
    });
    expect(kindOf(await save(keeper, 0))).toMatch(/^CONFLICT Có người vừa sửa lịch/);
  });

  it('draws the report up when it is due, once however many processes look, in the keeper’s name', async () => {
    at('2022-04-05T05:59:00');
    await look();
    expect((await schedule()).runs).toEqual([]);
    at('2022-04-05T06:00:00');
    await Promise.all([look(), look(), look()]);
    const { runs, nextName } = await schedule();
    expect([runs.length, nextName]).toEqual([1, 'Tháng 4/2022']);
    expect(runs[0]).toMatchObject({ name: 'Tháng 3/2022', state: 'DRAWN', failure: null });
    const report = (await seenBy(keeper, runs[0]?.report ?? ''))!;
    expect(report).toMatchObject({ state: 'DRAFT', steps: [{ act: 'DRAWN', by: keeperAccount.username }] });
    expect((await waiting(keeper, 'REPORT_DRAFT'))?.items).toMatchObject([{ path: `/bao-cao/chu-tich/${report.id}` }]);
    // Who keeps the schedule is an author of it: somebody else judges it.
    await moved(keeper, report, 'SUBMITTED');
    const both = api.as(await buildAccount(api, { role: 'APPROVER' }));
    expect((await waiting(both, 'REPORT_TO_APPROVE'))?.count).toBe(1);
    expect(await waiting(keeper, 'REPORT_TO_APPROVE')).toBeNull();
    await look();
    expect((await schedule()).runs).toHaveLength(1);
  });

  it('leaves a report alone that somebody drew up by hand', async () => {
    at('2022-05-02T08:00:00');
    const byHand = (await draft(api.as(await buildAccount(api, { role: 'MONITOR' })), 4)).data?.createReport;
    at('2022-05-05T08:00:00');
    await look();
    expect((await schedule()).runs[0]).toMatchObject({ name: 'Tháng 4/2022', state: 'THERE', report: byHand?.id });
  });

  it('tells that it failed where the keeper lost the right, and draws it up for who saves it next', async () => {
    await api.db.query('update account set active = false where username = $1', [keeperAccount.username]);
    at('2022-06-05T08:00:00');
    await look();
    const other = await buildAccount(api, { role: 'MONITOR' });
    const monitor = api.as(other);
    expect((await schedule(monitor)).runs[0]).toMatchObject({
      ...{ name: 'Tháng 5/2022', state: 'FAILED', report: null },
      failure: expect.stringContaining('đã khóa') as string,
    });
    expect(await waiting(monitor, 'REPORT_NOT_DRAWN')).toMatchObject({
      ...{ count: 1, items: [{ path: '/bao-cao/chu-tich/lich' }] },
    });
    expect((await save(monitor, 1)).data?.saveReportSchedule.keeper).toBe(other.username);
    await look();
    expect((await schedule(monitor)).runs[0]).toMatchObject({ name: 'Tháng 5/2022', state: 'DRAWN', failure: null });
    expect(await waiting(monitor, 'REPORT_NOT_DRAWN')).toBeNull();
    // Rights are asked when it is drawn up, and not when the schedule was saved.
    await api.db.query(`delete from account_grant where account_id = (select id from account where username = $1)`, [
      other.username,
    ]);
    at('2022-07-05T08:00:00');
    await look();
    expect((await schedule(api.as(await buildAccount(api, { role: 'MONITOR' })))).runs[0]).toMatchObject({
      ...{ name: 'Tháng 6/2022', state: 'FAILED' },
      failure: expect.stringContaining('không được') as string,
    });
  });

  it('goes on where a process ended in the middle, and not while it is off', async () => {
    const monitor = api.as(await buildAccount(api, { role: 'MONITOR' }));
    at('2022-07-06T08:00:00');
    await save(monitor, 2, { active: false });
    await look();
    expect((await schedule(monitor)).runs[0]?.state).toBe('FAILED');
    await save(monitor, 3);
    // Taken by a process that is gone: nobody else takes it before the lease is over.
    await api.db.query(`update report_run set lease = gen_random_uuid(), lease_until = $1 where state = 'DUE'`, [
      new Date('2022-07-06T08:15:00+07:00'),
    ]);
    expect(await drawNextDue(api.app)).toBe(false);
    at('2022-07-06T08:16:00');
    expect(await drawNextDue(api.app)).toBe(true);
    expect((await schedule(monitor)).runs[0]?.state).toBe('DRAWN');
  });

  it('draws up at once what it would have drawn up later, once it is shortened', async () => {
    const monitor = api.as(await buildAccount(api, { role: 'MONITOR' }));
    at('2022-08-03T08:00:00');
    expect((await save(monitor, 4, { days: 20 })).data?.saveReportSchedule.nextOn).toBe('2022-08-20');
    at('2022-08-10T08:00:00');
    await look();
    expect((await schedule(monitor)).runs[0]?.name).toBe('Tháng 6/2022');
    const saved = (await save(monitor, 5, { days: 5 })).data?.saveReportSchedule;
    expect([saved?.nextOn, saved?.nextName]).toEqual(['2022-09-05', 'Tháng 8/2022']);
    await look();
    const { runs } = await schedule(monitor);
    expect(runs[0]).toMatchObject({ name: 'Tháng 7/2022', state: 'DRAWN' });
    expect(new Set(runs.map(({ name }) => name)).size).toBe(runs.length);
  });

  it('is given up where it ends nothing: claimed for the fifth time, or longer than its lease', async () => {
    const monitor = api.as(await buildAccount(api, { role: 'MONITOR' }));
    at('2022-09-05T06:00:00');
    await noteWhatIsDue(api.app);
    // Four processes took it and ended.
    await api.db.query(`update report_run set tries = 4 where state = 'DUE'`);
    expect(await drawNextDue(api.app)).toBe(true);
    expect((await schedule(monitor)).runs[0]).toMatchObject({ name: 'Tháng 8/2022', state: 'FAILED', report: null });
    at('2022-10-05T06:00:00');
    await noteWhatIsDue(api.app);
    const client = await api.db.connect();
    try {
      await client.query('begin');
      await client.query('lock table report in access exclusive mode');
      expect(await drawNextDue(api.app, 200)).toBe(true);
      const held = await client.query(`select state, tries, lease from report_run where state = 'DUE'`);
      expect(held.rows).toEqual([{ state: 'DUE', tries: 1, lease: null }]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('is deleted as it was seen, with what was due by it; what it drew up stays', async () => {
    const monitor = api.as(await buildAccount(api, { role: 'MONITOR' }));
    const { id, version, runs } = (
      await monitor.ask<{ reportSchedules: [Scheduled & { id: string }] }>(`{ reportSchedules { id ${SEEN} } }`)
    ).reportSchedules[0];
    const remove = (by: Caller, expectedVersion: number) =>
      by.gql(`mutation { deleteReportSchedule(id: "${id}", expectedVersion: ${expectedVersion}) }`);
    const approver = api.as(await buildAccount(api, { role: 'APPROVER' }));
    expect(kindOf(await remove(approver, version))).toMatch(/^FORBIDDEN/);
    expect(kindOf(await remove(monitor, version - 1))).toMatch(/^CONFLICT/);
    expect((await remove(monitor, version)).errors).toEqual([]);
    expect(await schedule(monitor)).toBeUndefined();
    expect(kindOf(await remove(monitor, version))).toMatch(/^NOT_FOUND/);
    const kept = runs.find(({ report }) => report !== null)?.report ?? '';
    expect((await seenBy(monitor, kept))?.id).toBe(kept);
    expect((await save(monitor, 0)).data?.saveReportSchedule.version).toBe(1);
  });
});
