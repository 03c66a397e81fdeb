import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type Api } from '../../../test/api.ts';
import type { Caller } from '../../../test/caller.ts';
import { amendList, buildAccount, nameUnits, saveProcedures } from '../../../test/factories.ts';
import { all, annexRows, pdfText, readXml, textOf, unzipped } from '../../../test/papers.ts';
import { issuePlan } from '../../../test/plans.ts';
import { keepOlder } from './older-reports.ts';
import {
  draft,
  drawn,
  fileOf,
  kindOf,
  move,
  moved,
  redrawn,
  rows,
  seenBy,
  unitOf,
  word,
} from '../../../test/reports.ts';

let api: Api;
let monitor: Caller;
let approver: Caller;
let viewer: Caller;
const INDICATOR = 'ONLINE_RESOLUTION_L4';
beforeAll(async () => {
  api = await openApi();
  api.app.now = () => new Date('2022-04-05T03:00:00Z');
  await nameUnits(api, { '05503': ['H55.164.3'] });
  await saveProcedures(api, '2.000815');
  await amendList(api, '2021-02-19', [{ procedure: '2.000815' }]);
  [monitor, approver, viewer] = (await Promise.all(
    (['MONITOR', 'APPROVER', 'VIEWER'] as const).map(async (role) => api.as(await buildAccount(api, { role }))),
  )) as [Caller, Caller, Caller];
  await api.ingest([...rows(20, 10), ...rows(4, 3, '02')]);
  await issuePlan(api, { issuer: '19', year: 2022 }, [{ unit: '164', percent: 55 }]);
  Object.assign(api.app.config, { separateDuties: true });
});
afterAll(() => api.close());

describe('a report to the chairman', () => {
  it('is drafted, worded, submitted, approved and published, and stays what it was', async () => {
    let report = await drawn(monitor, 3);
    expect(report.content.province.now).toMatchObject({ numerator: 10, denominator: 20 });
    expect(unitOf(report, '164')?.now).toMatchObject({ numerator: 10, denominator: 20, target: 55, missing: 1 });
    expect(unitOf(report, '164')?.before).toMatchObject({ numerator: 3, denominator: 4 });
    expect(report.content.before).toEqual({ name: 'Tháng 2/2022', isReported: false });
    const said = report.content.parts.flatMap(({ sentences }) => sentences.map(({ text }) => text ?? ''));
    expect(said.join(' ')).toContain('thành phố Thái Nguyên (đạt 54,17\u00a0%, còn thiếu 1 hồ sơ)');
    report =
      (await word(monitor, report, '6.0', 'Đề nghị giao {{notMet}} đơn vị làm rõ trong 15 ngày.')).data?.wordReport ??
      report;
    expect(report.content.parts[6]?.sentences[0]).toMatchObject({
      text: 'Đề nghị giao 1 đơn vị làm rõ trong 15 ngày.',
      strange: ['15'],
    });

    expect(report.possible).toEqual(['SUBMITTED']);
    report = await moved(monitor, report, 'SUBMITTED');
    expect(kindOf(await move(monitor, report, 'APPROVED'))).toMatch(/^FORBIDDEN/);
    report = await moved(approver, report, 'DRAFT', ', reason: "Bổ sung nguyên nhân."');
    expect(report.steps.at(-1)).toMatchObject({ act: 'RETURNED', reason: 'Bổ sung nguyên nhân.' });
    report = await moved(monitor, report, 'SUBMITTED');
    report = await moved(approver, report, 'APPROVED');
    expect([await seenBy(viewer, report.id), (await fileOf(viewer, report.id, 'docx')).status]).toEqual([null, 404]);

    // Something is learned between: publishing says so, and publishes what was approved.
    await api.ingest(rows(2, 2));
    report = (await seenBy(approver, report.id)) ?? report;
    expect(report.moved.map(({ code, numerator, numeratorAfter }) => [code, numerator, numeratorAfter])).toEqual([
      // The month, the year so far, and how many are resolved in form II.06a.
      ...[10, 13, 20].map((was) => ['19', was, was + 2]),
      ...[10, 13, 20].map((was) => ['164', was, was + 2]),
    ]);
    report = await moved(approver, report, 'PUBLISHED', ', number: "12/BC-VP"');
    expect(report).toMatchObject({ state: 'PUBLISHED', closedWithIt: true, possible: [] });
    const { closedPeriods } = await viewer.ask<{ closedPeriods: { nodes: { knownAt: string }[] } }>(
      `{ closedPeriods(indicator: "${INDICATOR}", from: "2022-03-01", to: "2022-03-31") { nodes { knownAt } } }`,
    );
    expect(closedPeriods.nodes.map(({ knownAt }) => knownAt)).toEqual([report.knownAt]);
    const steps = (await seenBy(viewer, report.id))?.steps ?? [];
    expect(steps.map(({ act, reason }) => [act, reason])).not.toContainEqual(['RETURNED', 'Bổ sung nguyên nhân.']);

    const files = new Map<string, Buffer>();
    for (const form of ['docx', 'pdf', 'xlsx']) files.set(form, (await fileOf(viewer, report.id, form)).content);
    // What is given are the bytes that were kept, and not others that are made again.
    for (const { form, sha256 } of report.files)
      expect(
        createHash('sha256')
          .update(files.get(form.toLowerCase()) ?? '')
          .digest('hex'),
        form,
      ).toBe(sha256);
    expect(report.files).toHaveLength(3);
    await api.ingest(rows(30, 30));
    const later = await seenBy(viewer, report.id);
    expect(later?.content.province.now).toMatchObject({ numerator: 10, denominator: 20 });
    expect(later?.moved[0]).toMatchObject({ code: '19', numerator: 10, numeratorAfter: 42 });
    for (const [form, content] of files)
      expect((await fileOf(viewer, report.id, form)).content.equals(content), form).toBe(true);
    // The difference is explained by the figure's own page.
    const { figure } = await viewer.ask<{
      figure: { holds: boolean; bridge: { steps: { cause: string; numerator: number }[] } };
    }>(
      `{ figure(reference: "${later?.content.province.now.reference ?? ''}") { holds bridge { steps { cause numerator } } } }`,
    );
    expect(figure).toMatchObject({ holds: true, bridge: { steps: [{ cause: 'NEW', numerator: 32 }] } });
  });

  it('says the same on paper, as PDF and in the workbook', async () => {
    const [{ id }] = (await viewer.ask<{ reports: [{ id: string }] }>('{ reports { id } }')).reports;
    const report = await seenBy(viewer, id);
    const docx = (await fileOf(viewer, id, 'docx')).content;
    const text = textOf(readXml(unzipped(docx)['word/document.xml'] ?? ''));
    expect(text).toContain('Số: 12/BC-VP');
    expect(text).toContain('Đề nghị giao 1 đơn vị làm rõ trong 15 ngày.');
    expect(text).not.toMatch(/DỰ THẢO|\{\{/);
    // Every unit in the table of results, and every reference in the annex.
    const results = all(readXml(unzipped(docx)['word/document.xml'] ?? ''), 'w:tr').map((row) =>
      all(row, 'w:tc').map(textOf),
    );
    expect(results).toContainEqual([
      ...['1', 'Thành phố Thái Nguyên', '10', '20', '50,00'],
      // The year so far beside the mark of March: the month alone judges nobody.
      ...['13', '24', '54,17', '55', '55', 'Dưới mốc', '1'],
    ]);
    expect(
      annexRows(docx)
        .slice(1)
        .map((row) => row.at(-1)),
    ).toEqual(
      expect.arrayContaining([
        report?.content.province.now.reference,
        ...(report?.content.units ?? []).map(({ now }) => now.reference),
      ]),
    );
    const pdf = (await pdfText((await fileOf(viewer, id, 'pdf')).content)).join(' ');
    expect(pdf).toContain('còn thiếu 1 hồ sơ');
    const xlsx = unzipped((await fileOf(viewer, id, 'xlsx')).content);
    const names = all(readXml(xlsx['xl/workbook.xml'] ?? ''), 'sheet').map(({ attributes }) => attributes['name']);
    expect(names).toEqual(['Kết quả', 'II.06a', 'Danh mục']);
    const titles = [1, 2, 3].map((at) => textOf(readXml(xlsx[`xl/worksheets/sheet${at}.xml`] ?? '')).slice(0, 400));
    for (const [at, title] of titles.entries()) expect(title).toContain(`Phụ lục ${at + 1}. `);
    const sheet = (at: number) =>
      all(readXml(xlsx[`xl/worksheets/sheet${at}.xml`] ?? ''), 'row').map((row) => all(row, 'c').map(textOf));
    const reference = report && unitOf(report, '164')?.now.reference;
    expect(sheet(1)).toContainEqual([
      ...['1', '164', 'Thành phố Thái Nguyên', '10', '20', '50', '13', '24', '54.17', '55', '55', 'Dưới mốc', '1'],
      ...['75', reference],
    ]);
    // Twenty of March, all done in it: ten online, ten at the counter, none with a due day.
    expect(sheet(2)).toContainEqual([
      ...['1', 'Thành phố Thái Nguyên', '20', '10', '10', '0', '20', '0', '0', '0', '20', '0', '0', '0', '164'],
    ]);
    // As the form has it: two lines of titles, its numbered columns, and who signs.
    expect(sheet(2)).toContainEqual(
      expect.arrayContaining(['Số lượng hồ sơ tiếp nhận', 'Số lượng hồ sơ đã giải quyết']),
    );
    expect(sheet(2)).toContainEqual(expect.arrayContaining(['(1)', '(2)', '(3) = (4) + (5) + (6)']));
    expect(sheet(2).flat()).toContain('Thủ trưởng đơn vị');
    expect(all(readXml(xlsx['xl/worksheets/sheet2.xml'] ?? ''), 'mergeCell').length).toBeGreaterThan(4);
    expect(sheet(3).at(-1)).toEqual(['1', '2.000815', 'Thủ tục 2.000815', 'Cấp xã', 'Mức độ 4', '10', '20']);
  });

  it('is read as it was published, whatever the product would make of it today; older ones are composed once and marked', async () => {
    const [{ id }] = (await viewer.ask<{ reports: [{ id: string }] }>('{ reports { id } }')).reports;
    const parts = async () => (await seenBy(viewer, id))?.content.parts;
    const published = await parts();
    await api.db.query(`update report set template = jsonb_set(template, '{sections}', '[]') where id = $1`, [id]);
    expect(await parts()).toEqual(published);
    await api.db.query('update report set composed = null where id = $1', [id]);
    expect(await parts()).toEqual([]);
    await keepOlder(api.app);
    await api.db.query(`update report set template = jsonb_set(template, '{sections}', $2) where id = $1`, [
      ...[id, JSON.stringify([{ heading: 'Mới', sentences: ['Câu mới.'] }])],
    ]);
    expect(await parts()).toEqual([]);
    const { rows: marked } = await api.db.query('select composed_late from report where id = $1', [id]);
    expect(marked).toEqual([{ composed_late: true }]);
  });

  it('compares with what the period before was published with', async () => {
    const report = await drawn(monitor, 4);
    expect(report.content.before).toEqual({ name: 'Tháng 3/2022', isReported: true });
    expect(report.content.province.before).toMatchObject({ numerator: 10, denominator: 20 });
  });

  it('of a period that is not over is a draft alone, and is drawn up anew before it is submitted', async () => {
    const [april] = (await monitor.ask<{ reports: { id: string }[] }>('{ reports { id } }')).reports;
    let report = (await seenBy(monitor, april?.id ?? ''))!;
    expect(kindOf(await move(monitor, report, 'SUBMITTED'))).toMatch(/^CONFLICT Kỳ báo cáo kết thúc ngày 30\/04\/2022/);
    expect(kindOf(await draft(monitor, 5))).toMatch(/^BAD_USER_INPUT Kỳ này chưa bắt đầu/);
    api.app.now = () => new Date('2022-05-04T03:00:00Z');
    expect(kindOf(await move(monitor, report, 'SUBMITTED'))).toMatch(/^CONFLICT Số liệu được lấy ngày/);
    await api.ingest(rows(3, 1, '04'));
    report = await redrawn(monitor, report);
    expect(report.content.redrawn).toEqual(
      expect.arrayContaining([
        { code: '19', numerator: 0, numeratorAfter: 1 },
        { code: '164', numerator: 0, numeratorAfter: 1 },
      ]),
    );
    expect((await moved(monitor, report, 'SUBMITTED')).state).toBe('SUBMITTED');
  });

  it('takes the moment of a closing, and is refused where the period was closed at another one', async () => {
    const february = await drawn(monitor, 2);
    await api.ingest(rows(1, 1, '02'));
    await api.ask(`mutation { closePeriod(indicator: "${INDICATOR}", from: "2022-02-01", to: "2022-02-28") { id } }`);
    expect(kindOf(await move(monitor, february, 'SUBMITTED'))).toMatch(
      /^CONFLICT Kỳ này đã chốt số liệu ở một thời điểm khác/,
    );
    await api.ingest(rows(5, 5, '02'));
    const again = await redrawn(monitor, february);
    expect(again.content.province.now).toMatchObject({ numerator: 4, denominator: 5 });
    expect(again.closedWithIt).toBe(true);
  });

  it('refuses places that nobody knows by name, also in templates, and tables within a sentence', async () => {
    const [, , february] = (await monitor.ask<{ reports: { id: string }[] }>('{ reports { id } }')).reports;
    const report = (await seenBy(monitor, february?.id ?? ''))!;
    expect(kindOf(await word(monitor, report, '0.0', 'Đạt {{ratte}}.'))).toMatch(/^BAD_USER_INPUT .*ratte/);
    expect(kindOf(await word(monitor, report, '0.0', 'Bảng: {{unitsTable}}'))).toMatch(/^BAD_USER_INPUT .*unitsTable/);
    expect(kindOf(await word(monitor, report, '9.9', 'Gì đó.'))).toMatch(/^BAD_USER_INPUT/);
    interface Template {
      version: number;
      words: { sections: { heading: string; sentences: string[] }[] };
    }
    const WORDS =
      'superiorBody body numbering place subject addressee recipients signature signer sections { heading sentences }';
    const { reportTemplate } = await monitor.ask<{ reportTemplate: Template }>(
      `{ reportTemplate(kind: MONTHLY) { version words { ${WORDS} } } }`,
    );
    const save = (sentences: string[], by: Caller = monitor) =>
      by.gql<{ saveReportTemplate: Template }>(
        `mutation ($words: ReportWordsInput!) { saveReportTemplate(kind: MONTHLY, words: $words, expectedVersion: 0) { version } }`,
        { words: { ...reportTemplate.words, sections: [{ heading: 'Kết quả', sentences }] } },
      );
    const refused = await save(['Tốt.', 'Đạt {{rate}} và {{nothing}}.']);
    expect([refused.code, refused.fields.map(({ path }) => path)]).toEqual([
      'BAD_USER_INPUT',
      ['template.sections.0.sentences.1'],
    ]);
    expect(kindOf(await save(['Đạt {{rate}}.'], viewer))).toMatch(/^FORBIDDEN/);
    expect((await save(['Đạt {{rate}}.'])).data?.saveReportTemplate.version).toBe(1);
    // A report that nobody wrote in takes the latest words when it is drawn up anew.
    expect((await redrawn(monitor, report)).content.parts).toHaveLength(1);
  });

  it('knows one report a period, and what somebody saw', async () => {
    expect(kindOf(await draft(monitor, 3))).toMatch(/^CONFLICT Kỳ này đã có báo cáo/);
    expect(kindOf(await draft(approver, 1))).toMatch(/^FORBIDDEN/);
    const january = await drawn(monitor, 1);
    await word(monitor, january, '0.0', null);
    expect(kindOf(await move(monitor, january, 'SUBMITTED'))).toMatch(/^CONFLICT Có người vừa sửa/);
  });
});
