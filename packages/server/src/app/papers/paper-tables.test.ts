import { describe, expect, it } from 'vitest';
import { linesOfLook, type Block } from '@chi-tieu/shared/domain/paper/blocks';
import type { AnnexColumn, AnnexTable } from '@chi-tieu/shared/domain/paper/table';
import { all, readPdf, readXml, textOf, unzipped, type PdfText } from '../../../test/papers.ts';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';
import type { Paper } from './paper.ts';

const paper = (...blocks: Block[]): Paper => ({
  ...{ blocks, title: 'Báo cáo', isDraft: false, reference: '19-2022-0123456789' },
  madeAt: new Date('2022-12-01T02:00:00Z'),
});
const number = (title: string, width: number, more: Partial<AnnexColumn> = {}): AnnexColumn => ({
  ...{ title, width, kind: 'WHOLE', align: 'right' },
  ...more,
});
const name: AnnexColumn = { title: 'Tên đơn vị', width: 30, kind: 'NAME', align: 'left' };
const table = (columns: AnnexColumn[], count: number, cells: (at: number) => string[]): AnnexTable => ({
  columns,
  rows: Array.from({ length: count }, (_, at) => ({
    ...{ code: null, kind: 'UNIT' },
    cells: cells(at).map((text) => ({ text, value: null })),
  })),
});
/** A page but for its number and its foot. */
const bodyOf = (page: readonly PdfText[]): PdfText[] =>
  page.filter(({ text }) => !/^(?:\d+|Mã tham chiếu.*)$/.test(text));
const HEAD = 'Số lượng hồ sơ đã tiếp nhận trong kỳ báo cáo';

describe('a table of a paper', () => {
  it('has its titles whole and with a row below them, wherever on a page it begins, and leaves no page empty', async () => {
    const shown = table([name, ...Array.from({ length: 6 }, () => number(HEAD, 22.5))], 3, (at) => [
      ...[`Xã ${String(at)}`, ...Array.from({ length: 6 }, () => '4.198')],
    ]);
    for (const height of [0, 200, 220, 236, 244]) {
      const blocks: Block[] = [
        ...linesOfLook('article', 'Mở đầu.'),
        { kind: 'ROOM', height },
        { kind: 'TABLE', table: shown },
      ];
      const pages = await readPdf(await pdfOf(paper(...blocks)));
      expect(pages.length, String(height)).toBeLessThanOrEqual(2);
      for (const page of pages) {
        const texts = bodyOf(page).map(({ text }) => text);
        expect(texts.join(' '), String(height)).not.toBe('');
        const titles = texts.join(' ').split('nhận').length - 1;
        expect([0, 6], String(height)).toContain(titles);
        if (titles > 0) expect(texts).toContain('4.198');
      }
    }
  });

  it('breaks no number and no word of its titles, however narrow its columns are', async () => {
    const shown = table([name, number('Chỉ tiêu (%)', 13), number('Mẫu số lũy kế', 16)], 2, () => [
      ...['Ban Quản lý các khu công nghiệp', '100,00', '1.234.567'],
    ]);
    const texts = bodyOf((await readPdf(await pdfOf(paper({ kind: 'TABLE', table: shown })))).flat());
    const words = texts.map(({ text }) => text);
    expect(words.filter((text) => text === '100,00')).toHaveLength(2);
    expect(words.filter((text) => text === '1.234.567')).toHaveLength(2);
    expect(words.join(' ')).toContain('Chỉ tiêu (%)');
  });

  it('goes on with a row that no page holds, line by line', async () => {
    const long = Array.from({ length: 900 }, (_, at) => `từ${String(at)}`).join(' ');
    const pages = await readPdf(
      await pdfOf(paper({ kind: 'TABLE', table: table([name, number('Nội dung', 30)], 1, () => [long, '1']) })),
    );
    const text = pages
      .map((page) =>
        bodyOf(page)
          .map((one) => one.text)
          .join(' '),
      )
      .join(' ');
    for (const word of ['từ0', 'từ450', 'từ899']) expect(text.split(' ')).toContain(word);
    for (const page of pages) expect(page.every(({ y }) => y < (287 * 72) / 25.4 + 1)).toBe(true);
  });

  it('lies on a page on its long side where it is wide, under groups of titles and numbers of columns', async () => {
    const columns = [
      { ...name, number: '(1)' },
      ...['Tử số', 'Mẫu số'].map((title, at) =>
        number(title, 30, { group: 'Trong kỳ', number: `(${String(at + 2)})` }),
      ),
    ];
    const wide = { ...table(columns, 1, () => ['Xã A', '1', '2']), wide: true as const };
    const shown = paper(
      ...linesOfLook('article', 'Mở đầu.'),
      { kind: 'PAGE', wide: true },
      { kind: 'TABLE', table: wide },
      { kind: 'PAGE' },
      ...linesOfLook('article', 'Kết thúc.'),
    );
    const pdf = await pdfOf(shown);
    const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 (\d+)/g)].map(([, width]) => width);
    expect(boxes).toEqual(['595', '841', '595']);
    const [, page = []] = await readPdf(pdf);
    expect(page.map(({ text }) => text)).toEqual(expect.arrayContaining(['Trong kỳ', 'Tử số', '(2)', 'Xã A']));
    const body = readXml(unzipped(await docxOf(shown))['word/document.xml'] ?? '');
    expect(all(body, 'w:pgSz').map(({ attributes }) => attributes['w:orient'] ?? 'portrait')).toEqual([
      ...['portrait', 'landscape', 'portrait'],
    ]);
    const rows = all(body, 'w:tr').map((row) => all(row, 'w:tc').map(textOf));
    expect(rows).toEqual([
      ['Tên đơn vị', 'Trong kỳ'],
      ['', 'Tử số', 'Mẫu số'],
      ['(1)', '(2)', '(3)'],
      ['Xã A', '1', '2'],
    ]);
  });
});
