import { describe, expect, it } from 'vitest';
import { columnLetter, type TableRow } from './cell.ts';
import { fieldOfHeader, proposeColumns, type ImportField } from './fields.ts';
import { findHeader, headersAt } from './header.ts';

/** Rows from the first on; a text that begins with ^ lies under a merged cell. */
const table = (...rows: string[][]): TableRow[] =>
  rows.map((texts, index) => ({
    row: index + 1,
    cells: texts.map((text) =>
      text.startsWith('^') ? { text: text.slice(1), kind: 'TEXT', isMerged: true } : { text, kind: 'TEXT' },
    ),
  }));

describe('the header of a table', () => {
  it('is the first row where nothing stands above it', () => {
    expect(findHeader(table(['code', 'name'], ['2.000815', 'Tên']))).toEqual({ from: 1, to: 1 });
  });

  it('is found under titles, merged or not', () => {
    const rows = table(
      ['ỦY BAN NHÂN DÂN TỈNH', '^ỦY BAN NHÂN DÂN TỈNH'],
      ['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
      ['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Lĩnh vực'],
      ['1', '2.000815', 'Chứng thực', 'Chứng thực'],
    );
    expect(findHeader(rows)).toEqual({ from: 3, to: 3 });
  });

  it('has two rows where parts stand under a merged one', () => {
    const rows = table(
      ['Mã TTHC', 'Tên TTHC', 'Hiệu lực', '^Hiệu lực'],
      ['^Mã TTHC', '^Tên TTHC', 'Từ ngày', 'Đến ngày'],
      ['2.000815', 'Chứng thực', '01/01/2020', ''],
    );
    const place = findHeader(rows);
    expect(place).toEqual({ from: 1, to: 2 });
    expect(place && headersAt(rows, place)).toEqual(['Mã TTHC', 'Tên TTHC', 'Hiệu lực Từ ngày', 'Hiệu lực Đến ngày']);
  });

  it('is the first row with two texts where no word is known, and none where there is no row', () => {
    expect(findHeader(table(['Bảng 1'], ['Cột A', 'Cột B'], ['1', '2']))).toEqual({ from: 2, to: 2 });
    expect(findHeader([])).toBeNull();
  });
});

describe('columns', () => {
  it.each<[string, ImportField | null]>([
    ['Mã TTHC', 'CODE'],
    ['MATTHC', 'CODE'],
    ['code', 'CODE'],
    ['Tên thủ tục hành chính', 'NAME'],
    ['Lĩnh vực', 'FIELD'],
    ['Mã lĩnh vực', null],
    ['Cấp thực hiện', 'TIERS'],
    ['Ngày có hiệu lực (từ)', 'IN_FORCE_FROM'],
    ['Hết hiệu lực', 'IN_FORCE_TO'],
    ['STT', null],
    ['Quyết định công bố', null],
    ['Cơ quan có thẩm quyền', 'AUTHORITY'],
    ['Cơ quan thực hiện TTHC', 'AUTHORITY'],
    ['Cơ quan có thẩm quyền quyết định', 'AUTHORITY'],
    ['COQUANCOTHAMQUYEN', 'AUTHORITY'],
    ['Cơ quan ban hành', null],
    ['Thời hạn giải quyết', 'PROCESSING_DAYS'],
    ['Thời gian giải quyết (ngày làm việc)', 'PROCESSING_DAYS'],
    ['working_days', 'PROCESSING_DAYS'],
    ['Căn cứ pháp lý', 'LEGAL_BASES'],
    ['Phí, lệ phí (nếu có)', 'FEES'],
    ['Yêu cầu, điều kiện thực hiện', 'CONDITIONS'],
    ['', null],
  ])('called %j are taken for %s', (header, field) => {
    expect(fieldOfHeader(header)).toBe(field);
  });

  it('are given one field each, a remembered choice first, and stay out where that was the choice', () => {
    const remembered = new Map<string, ImportField | null>([
      ['ky hieu', 'CODE'],
      ['linh vuc', null],
    ]);
    expect(proposeColumns(['Mã TTHC', 'Ký hiệu', 'Tên', 'Lĩnh vực', 'Khác'], remembered)).toEqual([
      { field: null, because: null },
      { field: 'CODE', because: 'REMEMBERED' },
      { field: 'NAME', because: 'HEADER' },
      { field: null, because: 'REMEMBERED' },
      { field: null, because: null },
    ]);
  });

  it('are lettered as a spreadsheet letters them', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
