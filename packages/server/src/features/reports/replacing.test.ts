import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { all, readXml, textOf, unzipped } from '../../../test/papers.ts';
import { issuePlan } from '../../../test/plans.ts';
import {
  drawn,
  fileOf,
  kindOf,
  move,
  moved,
  published,
  redrawn,
  rows,
  seenBy,
  SEEN,
  word,
  type ReportSeen,
} from '../../../test/reports.ts';

let api: Api;
let monitor: Caller;
let approver: Caller;
let viewer: Caller;
let old: ReportSeen;
const INDICATOR = 'ONLINE_RESOLUTION_L4';
const WHY = 'Nhập bổ sung hồ sơ của tháng 3.';

beforeAll(async () => {
  api = await openApi();
  api.app.now = () => new Date('2022-04-05T03:00:00Z');
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  [monitor, approver, viewer] = (await Promise.all(
    (['MONITOR', 'APPROVER', 'VIEWER'] as const).map(async (role) => api.as(await buildAccount(api, { role }))),
  )) as [Caller, Caller, Caller];
  await api.ingest([...rows(20, 10), ...rows(2, 0, '01')]);
  await issuePlan(api, { issuer: '19', year: 2022 }, [{ unit: '164', percent: 55 }]);
  Object.assign(api.app.config, { separateDuties: true });
  old = await published({ monitor, approver }, await drawn(monitor, 3), ', number: "12/BC-VP"');
});
afterAll(() => api.close());

const replace = (by: Caller, id: string, takesNewFigures: boolean, reason = WHY) =>
  by.gql<{ replaceReport: ReportSeen }>(
    `mutation ($reason: String!, $new: Boolean!) { replaceReport(id: "${id}", reason: $reason, takesNewFigures: $new) { ${SEEN} } }`,
    { reason, new: takesNewFigures },
  );
async function replaced(id: string, takesNewFigures: boolean): Promise<ReportSeen> {
  const { data, errors } = await replace(monitor, id, takesNewFigures);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.replaceReport;
}
const bytesOf = async (id: string) =>
  Promise.all(['docx', 'pdf', 'xlsx'].map(async (form) => (await fileOf(viewer, id, form)).content.toString('base64')));
const closings = async () =>
  (
    await viewer.ask<{ closedPeriods: { nodes: { id: string; knownAt: string; reason: string | null }[] } }>(
      `{ closedPeriods(indicator: "${INDICATOR}", from: "2022-03-01", to: "2022-03-31") { nodes { id knownAt reason } } }`,
    )
  ).closedPeriods.nodes;
const paperOf = async (id: string) =>
  readXml(unzipped((await fileOf(viewer, id, 'docx')).content)['word/document.xml'] ?? '');

describe('who drew a report up', () => {
  it('neither approves nor publishes it, whatever rights they hold, and nor does who worded it', async () => {
    const both = api.as(await buildAccount(api, { role: 'ADMINISTRATOR' }));
    const other = api.as(await buildAccount(api, { role: 'ADMINISTRATOR' }));
    let report = await moved(both, await drawn(both, 1), 'SUBMITTED');
    expect(kindOf(await move(both, report, 'APPROVED'))).toMatch(/^FORBIDDEN Người lập báo cáo không tự duyệt/);
    report = await moved(other, report, 'APPROVED');
    expect(kindOf(await move(both, report, 'PUBLISHED'))).toMatch(/^FORBIDDEN Người lập báo cáo không tự duyệt/);
    report = await moved(other, report, 'DRAFT', ', reason: "Sửa câu."');
    report = (await word(other, report, '6.0', 'Rà soát.')).data?.wordReport ?? report;
    report = await moved(both, report, 'SUBMITTED');
    expect(kindOf(await move(other, report, 'APPROVED'))).toMatch(/^FORBIDDEN Người lập/);
    expect((await moved(approver, report, 'APPROVED')).state).toBe('APPROVED');
  });
});

describe('a published report', () => {
  it('is replaced by nobody without right, not before it is published, and not without a reason', async () => {
    expect(kindOf(await replace(viewer, old.id, true))).toMatch(/^FORBIDDEN/);
    expect(kindOf(await replace(monitor, old.id, true, ' '))).toMatch(/^BAD_USER_INPUT/);
    expect(kindOf(await replace(monitor, old.id, true, 'Công dân 019190000123 khiếu nại.'))).toMatch(/^BAD_USER_INPUT/);
    const draft = await drawn(monitor, 4);
    expect(kindOf(await replace(monitor, draft.id, true))).toMatch(/^CONFLICT .*DRAFT/);
  });

  it('is replaced in its words at the moment of its closing, which goes on standing', async () => {
    const before = await bytesOf(old.id);
    await api.ingest(rows(4, 4));
    let report = await replaced(old.id, false);
    expect(report).toMatchObject({
      replacesWhy: WHY,
      knownAt: old.knownAt,
      replaces: { id: old.id },
      closedWithIt: true,
    });
    expect(report.content.replacement).toEqual({ figures: [], reception: 0, sentences: [] });
    // Until it is published nobody but who works on it knows of it, and the old one is the official one.
    expect((await seenBy(viewer, old.id))?.replacedBy).toBeNull();
    expect((await seenBy(monitor, old.id))?.replacedBy).toMatchObject({ id: report.id, state: 'DRAFT' });
    expect(kindOf(await replace(monitor, old.id, true))).toMatch(/^CONFLICT Báo cáo này đã có báo cáo thay thế/);
    report = (await word(monitor, report, '6.0', 'Đề nghị các đơn vị rà soát.')).data?.wordReport ?? report;
    const change = report.content.replacement?.sentences[0];
    expect(change?.before).toMatch(/^Đề nghị Chủ tịch/);
    expect(change?.after).toBe('Đề nghị các đơn vị rà soát.');
    report = await published({ monitor, approver }, report, ', number: "15/BC-VP"');

    expect((await closings()).map(({ knownAt, reason }) => [knownAt, reason])).toEqual([[old.knownAt, null]]);
    const seen = await seenBy(viewer, old.id);
    expect(seen).toMatchObject({ state: 'PUBLISHED', replacedBy: { id: report.id, state: 'PUBLISHED' } });
    expect(seen?.steps.at(-1)).toMatchObject({ act: 'REPLACED' });
    expect(await bytesOf(old.id)).toEqual(before);
    const text = textOf(await paperOf(report.id));
    expect(text).toContain(
      `Báo cáo này thay thế Báo cáo số 12/BC-VP ngày 05 tháng 4 năm 2022 (mã tham chiếu ${old.reference}).`,
    );
    expect(text).toContain(`Lý do thay thế: ${WHY}`);
    expect(text).toContain('thay đổi 1 câu, nêu tại Phụ lục IV.');
    old = report;
  });

  it('is replaced with new figures: its closing is opened and the period closed anew in one change, and the old number stays citable', async () => {
    const before = await bytesOf(old.id);
    let report = await replaced(old.id, true);
    expect(report.content.province.now).toMatchObject({ numerator: 14, denominator: 24 });
    // Who met the target misses nothing: 0, as attainments say.
    expect(report.content.units.find(({ code }) => code === '164')?.now).toMatchObject({ target: 55, missing: 0 });
    expect(report.content.replacement?.figures).toEqual([
      // The month, and the year so far.
      ...['19', '19', '164', '164'].map((code) => ({ code, numerator: 10, numeratorAfter: 14 })),
    ]);
    // The city's row of form II.06a, and the province's.
    expect(report.content.replacement?.reception).toBe(2);
    expect((await closings()).length).toBe(1);
    await api.ingest(rows(1, 1));
    report = await redrawn(monitor, report);
    expect(report.content.province.now.denominator).toBe(25);
    report = await moved(monitor, report, 'SUBMITTED');
    expect(kindOf(await move(monitor, report, 'APPROVED'))).toMatch(/^FORBIDDEN/);
    report = await moved(approver, await moved(approver, report, 'APPROVED'), 'PUBLISHED', ', number: "18/BC-VP"');

    const [now, then, ...more] = await closings();
    expect([now?.knownAt, now?.reason, then?.knownAt, more]).toEqual([report.knownAt, null, old.knownAt, []]);
    expect(then?.reason).toContain(WHY);
    expect(report.closedWithIt).toBe(true);
    const seen = await seenBy(viewer, old.id);
    expect([seen?.closedWithIt, seen?.content.province.now.denominator]).toEqual([false, 20]);
    expect(await bytesOf(old.id)).toEqual(before);
    const { figure } = await viewer.ask<{ figure: { holds: boolean; numerator: number } }>(
      `{ figure(reference: "${old.content.province.now.reference}") { holds numerator } }`,
    );
    expect(figure).toEqual({ holds: true, numerator: 10 });
    // Both stand beside one another in the annex.
    const lines = all(await paperOf(report.id), 'w:tr').map((row) => all(row, 'w:tc').map(textOf));
    expect(lines).toContainEqual(['3', 'Thành phố Thái Nguyên', '10/20', '50,00\u00a0%', '15/25', '60,00\u00a0%']);
    // The next report compares with what was reported last.
    expect((await redrawn(monitor, await seenOfApril())).content.province.before).toMatchObject({ denominator: 25 });
    old = report;
  });

  it('gives way to a closing that somebody else made meanwhile', async () => {
    await api.ingest(rows(2, 0));
    const report = await replaced(old.id, true);
    const [standing] = await closings();
    await api.ask(`mutation { reopenPeriod(id: "${standing?.id ?? ''}", reason: "Rà soát.") { id } }`);
    await api.ingest(rows(3, 0));
    await api.ask(`mutation { closePeriod(indicator: "${INDICATOR}", from: "2022-03-01", to: "2022-03-31") { id } }`);
    expect(kindOf(await move(monitor, report, 'SUBMITTED'))).toMatch(
      /^CONFLICT Kỳ này đã chốt số liệu ở một thời điểm khác/,
    );
    const again = await redrawn(monitor, report);
    expect(again.content.province.now.denominator).toBe(30);
    expect((await moved(monitor, again, 'SUBMITTED')).state).toBe('SUBMITTED');
  });
});

async function seenOfApril(): Promise<ReportSeen> {
  const { reportPages } = await monitor.ask<{ reportPages: { nodes: { id: string; name: string }[] } }>(
    '{ reportPages { nodes { id name } } }',
  );
  return (await seenBy(monitor, reportPages.nodes.find(({ name }) => name === 'Tháng 4/2022')?.id ?? ''))!;
}
