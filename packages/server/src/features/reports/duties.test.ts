import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { drawn, kindOf, move, moved, published, rows, seenBy, word, SEEN } from '../../../test/reports.ts';
import type { ReportSeen } from '../../../test/reports.ts';

let api: Api;
let monitor: Caller;
let approver: Caller;
const of = async (role: string) => api.as(await buildAccount(api, { role }));

beforeAll(async () => {
  api = await openApi();
  api.app.now = () => new Date('2022-12-05T03:00:00Z');
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  await api.ingest([...rows(20, 10), ...['02', '04', '05', '07'].flatMap((month) => rows(4, 3, month))]);
  Object.assign(api.app.config, { separateDuties: true });
  [monitor, approver] = [await of('MONITOR'), await of('APPROVER')];
});
afterAll(() => api.close());

const publish = (by: Caller, id: string, more = '') =>
  by.gql<{ publishReport: ReportSeen }>(`mutation { publishReport(id: "${id}"${more}) { ${SEEN} } }`);
const replacing = async ({ id }: ReportSeen) =>
  (
    await monitor.ask<{ replaceReport: ReportSeen }>(
      `mutation { replaceReport(id: "${id}", reason: "Đính chính.", takesNewFigures: false) { ${SEEN} } }`,
    )
  ).replaceReport;

describe('whoever judges a report', () => {
  it('did not write it: neither its own sentences nor those that came from the one that it replaces', async () => {
    const writer = await of('ADMINISTRATOR');
    const worded = (await word(writer, await drawn(monitor, 3), '5.0', 'Câu của người viết.')).data?.wordReport;
    const old = await published({ monitor, approver }, worded!, ', number: "1/BC"');
    const fresh = await moved(monitor, await replacing(old), 'SUBMITTED');
    expect(kindOf(await move(writer, fresh, 'APPROVED'))).toMatch(/^FORBIDDEN/);
    const kinds = (by: Caller) => by.ask<{ myWork: { kind: string }[] }>('{ myWork { kind } }');
    expect(JSON.stringify(await kinds(writer))).not.toContain('REPORT_TO_APPROVE');
    expect(JSON.stringify(await kinds(approver))).toContain('REPORT_TO_APPROVE');
    // Of one that says nothing of theirs any more they are no author.
    const draftAgain = await moved(approver, fresh, 'DRAFT', ', reason: "Bỏ câu này."');
    const without = (await word(monitor, draftAgain, '5.0', null)).data!.wordReport;
    const again = await moved(monitor, without, 'SUBMITTED');
    expect((await moved(writer, again, 'APPROVED')).state).toBe('APPROVED');
    // The paper keeps its number; another one has its own.
    const used = await move(approver, { ...again, version: again.version + 1 }, 'PUBLISHED', ', number: "1/bc"');
    expect(kindOf(used)).toMatch(/^BAD_USER_INPUT/);
    const ended = await move(approver, { ...again, version: again.version + 1 }, 'PUBLISHED', ', number: "2/BC"');
    expect(ended.data?.moveReport.state).toBe('PUBLISHED');
  });

  it('publishes the version that they saw, and without separate duties in one change', async () => {
    const seen = await moved(approver, await moved(monitor, await drawn(monitor, 2), 'SUBMITTED'), 'APPROVED');
    const back = await moved(approver, seen, 'DRAFT', ', reason: "Sửa."');
    const other = (await word(monitor, back, '5.0', 'Câu chưa ai đọc.')).data!.wordReport;
    const now = await moved(approver, await moved(monitor, other, 'SUBMITTED'), 'APPROVED');
    expect(kindOf(await publish(approver, now.id, `, expectedVersion: ${seen.version}`))).toMatch(/^CONFLICT/);
    expect((await publish(approver, now.id, `, expectedVersion: ${now.version}`)).data?.publishReport.state).toBe(
      'PUBLISHED',
    );
    Object.assign(api.app.config, { separateDuties: false });
    try {
      const april = await drawn(monitor, 4);
      // Who may not approve brings it nowhere, not even half the way.
      expect(kindOf(await publish(monitor, april.id))).toMatch(/^FORBIDDEN/);
      expect(await seenBy(monitor, april.id)).toMatchObject({ state: 'DRAFT', version: april.version });
      const done = (await publish(api, april.id, `, expectedVersion: ${april.version}`)).data?.publishReport;
      expect(done?.steps.map(({ act }) => act)).toEqual(['DRAWN', 'SUBMITTED', 'APPROVED', 'PUBLISHED']);
      const { rows: moments } = (await api.db.query(
        'select count(distinct recorded_by)::int as count from report_step where report_id = $1',
        [april.id],
      )) as { rows: { count: number }[] };
      expect(moments[0]?.count).toBe(2);
    } finally {
      Object.assign(api.app.config, { separateDuties: true });
    }
  });
});

describe('what is submitted', () => {
  it('has something to tell', async () => {
    const january = await drawn(monitor, 1);
    expect(january.content.isEmpty).toBe(true);
    expect((await drawn(monitor, 7)).content.isEmpty).toBe(false);
    expect(kindOf(await move(monitor, january, 'SUBMITTED'))).toMatch(
      /^CONFLICT Kỳ từ 01\/01\/2022 đến 31\/01\/2022 chưa có số liệu/,
    );
  });

  it('is taken back by who wrote it, without a reason, until it is approved; nobody else takes it back', async () => {
    const report = await moved(monitor, await drawn(monitor, 5), 'SUBMITTED');
    const other = await of('MONITOR');
    expect((await seenBy(other, report.id))?.possible).toEqual([]);
    expect(kindOf(await move(other, report, 'DRAFT', ', reason: "Của người khác."'))).toMatch(/^FORBIDDEN/);
    expect(kindOf(await move(approver, report, 'DRAFT'))).toMatch(/^BAD_USER_INPUT/);
    expect((await seenBy(monitor, report.id))?.possible).toEqual(['DRAFT']);
    const back = await moved(monitor, report, 'DRAFT');
    expect([back.state, back.steps.at(-1)?.act]).toEqual(['DRAFT', 'WITHDRAWN']);
    const approved = await moved(approver, await moved(monitor, back, 'SUBMITTED'), 'APPROVED');
    expect(kindOf(await move(monitor, approved, 'DRAFT'))).toMatch(/^FORBIDDEN/);
    expect((await moved(approver, approved, 'DRAFT', ', reason: "Xem lại."')).steps.at(-1)?.act).toBe('RETURNED');
  });
});
