import { describe, expect, it } from 'vitest';
import { composeDocument } from '@chi-tieu/shared/domain/decision-document/compose';
import { DISTRICT_TEMPLATE } from '@chi-tieu/shared/domain/decision-document/defaults';
import type { DocumentFacts } from '@chi-tieu/shared/domain/decision-document/facts';
import { decisionFacts, unitFacts } from '../../../../test/decision-facts.ts';
import { all, annexRows, pdfText, sheetRows, readPdf, readXml, textOf, unzipped } from '../../../../test/papers.ts';
import { annexSheetOf } from './annex-sheet.ts';
import { docxOf } from '../../../app/papers/docx.ts';
import { pdfOf } from '../../../app/papers/pdf.ts';
import { decisionPaper, type DecisionPaper } from './decision-paper.ts';

const REFERENCE = '171-2022-0123456789';
const MM = 1440 / 25.4;

function paperOf(count: number, more: Partial<DocumentFacts> = {}): DecisionPaper {
  const { document } = composeDocument(DISTRICT_TEMPLATE, decisionFacts(count, more));
  return decisionPaper(document, REFERENCE, new Date('2022-03-15T02:00:00Z'));
}

const shown = ({ document }: DecisionPaper): string[][] =>
  document.annex.table.rows.map(({ cells }) => cells.map(({ text }) => text));

describe('a decision in Word', () => {
  it('has the page and the margins of Decree 30', async () => {
    const body = readXml(unzipped(await docxOf(paperOf(3)))['word/document.xml'] ?? '');
    const [size] = all(body, 'w:pgSz');
    const [margins] = all(body, 'w:pgMar');
    const mm = (name: string) => Math.round(Number(margins?.attributes[`w:${name}`]) / MM);
    expect([size?.attributes['w:w'], size?.attributes['w:h']]).toEqual(['11906', '16838']);
    expect({ top: mm('top'), bottom: mm('bottom'), left: mm('left'), right: mm('right') }).toEqual({
      top: 20,
      bottom: 20,
      left: 30,
      right: 15,
    });
  });

  it('is set in Times New Roman, 13 to 14, recipients in 12 and 11', async () => {
    const parts = unzipped(await docxOf(paperOf(3)));
    const [fonts] = all(readXml(parts['word/styles.xml'] ?? ''), 'w:rFonts');
    expect(new Set(Object.values(fonts?.attributes ?? {}))).toEqual(new Set(['Times New Roman']));
    const sizes = all(readXml(parts['word/document.xml'] ?? ''), 'w:r').map(
      (run) => [Number(all(run, 'w:sz')[0]?.attributes['w:val']) / 2, textOf(run)] as const,
    );
    const small = sizes.filter(([size]) => size !== 13 && size !== 14);
    expect(small.map(([size, text]) => `${size} ${text}`)).toEqual([
      '12 Nơi nhận:',
      ...paperOf(3).document.recipients.map((line) => `11 - ${line}`),
    ]);
  });

  it('numbers its pages in the middle of the upper margin, and hides the number of the first one', async () => {
    const parts = unzipped(await docxOf(paperOf(3)));
    const body = readXml(parts['word/document.xml'] ?? '');
    expect(all(body, 'w:titlePg')).toHaveLength(1);
    const references = all(body, 'w:headerReference').map(({ attributes }) => [
      attributes['w:type'],
      attributes['r:id'],
    ]);
    expect(references).toEqual([
      ['first', 'header-first'],
      ['default', 'header'],
    ]);
    const header = readXml(parts['word/header.xml'] ?? '');
    expect(all(header, 'w:fldSimple')[0]?.attributes['w:instr']?.trim()).toBe('PAGE');
    expect([all(header, 'w:jc')[0]?.attributes['w:val'], all(header, 'w:sz')[0]?.attributes['w:val']]).toEqual([
      'center',
      '26',
    ]);
    expect(textOf(readXml(parts['word/header-first.xml'] ?? ''))).toBe('');
    const targets = all(readXml(parts['word/_rels/document.xml.rels'] ?? ''), 'Relationship').map(
      ({ attributes }) => `word/${attributes['Target'] ?? ''}`,
    );
    expect(targets.filter((target) => !(target in parts))).toEqual([]);
  });

  it('says everything in the order of the decree', async () => {
    const body = textOf(readXml(unzipped(await docxOf(paperOf(3)))['word/document.xml'] ?? ''));
    const order = [
      'HUYỆN ĐẠI TỪ',
      'Số: 1234/QĐ-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Đại Từ, ngày 15 tháng 3 năm 2022',
      'QUYẾT ĐỊNH',
      'Về việc giao chỉ tiêu',
      'ỦY BAN NHÂN DÂN HUYỆN ĐẠI TỪ',
      'Căn cứ Luật Tổ chức chính quyền địa phương',
      'QUYẾT ĐỊNH:',
      'Điều 1. Giao chỉ tiêu',
      'Điều 4. Chánh Văn phòng',
      'Nơi nhận:',
      'TM. ỦY BAN NHÂN DÂN',
      'Nguyễn Thị Bích Hường',
      'PHỤ LỤC',
      '(Kèm theo Quyết định số 1234/QĐ-UBND',
      'Tổng cộng',
    ];
    let at = 0;
    for (const text of order) {
      const found = body.indexOf(text, at);
      expect(found, text).toBeGreaterThanOrEqual(0);
      at = found;
    }
    expect(body).not.toContain('DỰ THẢO');
  });

  it('has the annex with its titles repeated, no row torn, and the sums of the plan', async () => {
    const paper = paperOf(45);
    const content = await docxOf(paper);
    const [titles, ...rows] = annexRows(content);
    expect(titles).toEqual(paper.document.annex.table.columns.map(({ title }) => title));
    expect(rows).toEqual(shown(paper));
    const table = all(readXml(unzipped(content)['word/document.xml'] ?? ''), 'w:tbl').at(-1);
    const written = table ? all(table, 'w:tr') : [];
    expect(written.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, ...rows.map(() => 0)]);
    expect(written.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
    const volumes = unitFacts(45).reduce((sum, { volume }) => sum + volume, 812);
    expect(rows.at(-1)?.[2]?.replaceAll('.', '')).toBe(String(volumes));
  });

  it('says DỰ THẢO at its head and on every page until it is issued', async () => {
    const parts = unzipped(await docxOf(paperOf(3, { state: 'APPROVED' })));
    const feet = ['word/footer.xml', 'word/footer-first.xml'].map((path) => textOf(readXml(parts[path] ?? '')));
    expect(feet).toEqual(feet.map(() => `DỰ THẢO – Mã tham chiếu: ${REFERENCE}`));
    expect(textOf(readXml(parts['word/document.xml'] ?? ''))).toContain('DỰ THẢO');
  });

  it('takes words that look like XML for words', async () => {
    const signer = 'A & B <w:p> "C"';
    const content = await docxOf(paperOf(1, { decision: { number: '1', issuedOn: null, signer } }));
    expect(textOf(readXml(unzipped(content)['word/document.xml'] ?? ''))).toContain(signer);
  });
});

describe('a decision as PDF', () => {
  it('says what the one in Word says, in letters that can be read again', async () => {
    const paper = paperOf(3);
    const text = (await pdfText(await pdfOf(paper))).join(' ');
    const { subject, bases, articles, recipients } = paper.document;
    const words = [...subject, ...bases, ...articles.flatMap(({ paragraphs }) => paragraphs), ...recipients];
    const bare = (line: string): string => line.replace(/\s+/g, '');
    for (const line of words) expect(bare(text)).toContain(bare(line));
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  });

  it('is A4, keeps the margins, and numbers its pages from the second one in the middle', async () => {
    const content = await pdfOf(paperOf(60));
    const pages = await readPdf(content);
    expect(pages.length).toBe(5);
    const point = 72 / 25.4;
    const middle = (30 + 165 / 2) * point;
    for (const [at, page] of pages.entries()) {
      const above = page.filter(({ y }) => y < 20 * point);
      expect(above.map(({ text, size }) => [text, size])).toEqual(at === 0 ? [] : [[String(at + 1), 13]]);
      if (at > 0) expect(Math.abs((above[0]?.x ?? 0) + 3.25 - middle)).toBeLessThan(2);
      const inside = page.filter(({ y }) => y >= 20 * point && y <= 277 * point);
      expect(inside.every(({ x }) => x >= 30 * point - 1 && x <= 195 * point)).toBe(true);
    }
    expect(content.toString('latin1')).toMatch(/\/MediaBox \[0 0 595\.2\d* 841\.8\d*\]/);
  });

  it('repeats the titles of the annex on each of its pages and tells each row once, the sum not alone', async () => {
    const paper = paperOf(60);
    const pages = (await pdfText(await pdfOf(paper))).slice(2);
    for (const page of pages) expect(page).toContain('STT Đơn vị');
    const text = pages.join(' ');
    for (const row of shown(paper)) expect(text).toContain(row.filter((cell) => cell !== '').join(' '));
    expect(pages.at(-1)).toContain('Hồ sơ tiếp nhận');
    expect(pages.at(-1)).toContain('Tổng cộng');
  });

  it('is the same bytes for the same paper', async () => {
    const [first, second] = [await pdfOf(paperOf(5)), await pdfOf(paperOf(5))];
    expect(first.equals(second)).toBe(true);
  });
});

describe('the annex as a spreadsheet', () => {
  it('has the numbers of the paper as numbers, beside the codes of the units', async () => {
    const paper = paperOf(45, { amended: { number: '1/QĐ-UBND', issuedOn: '2022-01-05' } });
    const [titles, ...rows] = sheetRows(await annexSheetOf(paper)).slice(5);
    expect(titles?.slice(0, 3)).toEqual(['STT', 'Mã đơn vị', 'Đơn vị']);
    const { table } = paper.document.annex;
    expect(rows).toHaveLength(table.rows.length);
    expect(rows[0]).toEqual(['1', '05000', 'Xã Phú Xuyên', '300', '30', '', '50', '']);
    const { volume, achieved } = paper.document.annex.sums;
    expect([rows.at(-1)?.[3], rows.at(-1)?.[6]]).toEqual([String(volume), String((achieved ?? 0) / 100)]);
  });
});

describe('the title block of a spreadsheet', () => {
  const above = async (more: Partial<DocumentFacts>) =>
    sheetRows(await annexSheetOf(paperOf(3, more)))
      .slice(0, 5)
      .map(([text]) => text);

  it('says who issues it, by which decision, what it is, of which period and under which reference', async () => {
    expect(await above({})).toEqual([
      'ỦY BAN NHÂN DÂN HUYỆN ĐẠI TỪ',
      'Quyết định số 1234/QĐ-UBND; Đại Từ, ngày 15 tháng 3 năm 2022',
      'PHỤ LỤC – Chỉ tiêu giải quyết hồ sơ thủ tục hành chính trực tuyến năm 2022',
      'Kỳ cơ sở: từ ngày 01/01/2021 đến ngày 31/12/2021.',
      `Mã tham chiếu: ${REFERENCE}`,
    ]);
    expect((await above({ state: 'APPROVED' }))[1]).toMatch(/^DỰ THẢO\. Quyết định số 1234/);
  });

  it('stays in sight with the titles of the columns', async () => {
    const sheet = readXml(unzipped(await annexSheetOf(paperOf(3)))['xl/worksheets/sheet1.xml'] ?? '');
    expect(all(sheet, 'pane')[0]?.attributes).toMatchObject({ ySplit: '6', topLeftCell: 'A7' });
  });
});

describe('a number that was typed in place of what was counted', () => {
  const FOOTNOTE = '* Số dự kiến, thay cho số liệu thống kê của kỳ cơ sở.';
  const typed = () => {
    const [first, ...others] = unitFacts(3);
    if (!first) throw new Error('no unit');
    return paperOf(3, { units: [{ ...first, volume: 999, isVolumeTyped: true }, ...others] });
  };

  it('bears a star in Word and PDF, as does the sum, with one footnote', async () => {
    const content = await docxOf(typed());
    const rows = annexRows(content);
    expect(rows.filter((row) => row.some((cell) => cell.includes('*'))).map((row) => row[1])).toEqual([
      'Xã Phú Xuyên',
      'Tổng cộng',
    ]);
    expect(rows[1]?.[2]).toBe('999*');
    const body = textOf(readXml(unzipped(content)['word/document.xml'] ?? ''));
    expect(body.split(FOOTNOTE)).toHaveLength(2);
    const pdf = (await pdfText(await pdfOf(typed()))).join(' ');
    expect(pdf).toContain('999*');
    expect(pdf.split(FOOTNOTE)).toHaveLength(2);
    expect((await pdfText(await pdfOf(paperOf(3)))).join(' ')).not.toContain('*');
  });

  it('stays a number in the spreadsheet, shown with a star', async () => {
    const content = await annexSheetOf(typed());
    const parts = unzipped(content);
    const sheet = readXml(parts['xl/worksheets/sheet1.xml'] ?? '');
    const cell = all(sheet, 'row').slice(6)[0]?.children[3];
    expect(cell && [textOf(cell), cell.attributes['t']]).toEqual(['999', undefined]);
    const styles = readXml(parts['xl/styles.xml'] ?? '');
    const style = all(styles, 'cellXfs')[0]?.children[Number(cell?.attributes['s'])];
    const format = all(styles, 'numFmt').find(
      ({ attributes }) => attributes['numFmtId'] === style?.attributes['numFmtId'],
    );
    expect(format?.attributes['formatCode']).toBe('#,##0"*"');
    expect(sheetRows(content).at(-1)).toEqual([FOOTNOTE]);
  });
});

describe('a paper of a thousand units', () => {
  it.each([
    ['Word', docxOf],
    ['PDF', pdfOf],
    ['a spreadsheet', annexSheetOf],
  ] as const)('is written as %s whole, while others get their turn many times', async (_what, write) => {
    let turns = 0;
    const done = new AbortController();
    const others = (async () => {
      while (!done.signal.aborted) {
        turns++;
        await new Promise((next) => setImmediate(next));
      }
    })();
    const content = await write(paperOf(1_000));
    done.abort();
    await others;
    expect(turns).toBeGreaterThan(40);
    expect(content.length).toBeGreaterThan(20_000);
  });
});
