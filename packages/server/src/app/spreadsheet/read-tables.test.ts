import { describe, expect, it } from 'vitest';
import { compoundFile, dayCell, errorCell, formulaCell, makeWorkbook, type MadeCell } from '../../../test/workbook.ts';
import { UnreadableBody } from '../body/json-rows.ts';
import { fileKind } from './file-kind.ts';
import { readTables, TABLE_LIMITS, type Table } from './read-tables.ts';
import { neutral, writeTextTable } from './write-text-table.ts';
import { writeWorkbook } from './write-workbook.ts';

async function read(
  bytes: Buffer | string,
  encoding: 'windows-1258' | null = null,
  limits = TABLE_LIMITS,
): Promise<Table[]> {
  const file = Buffer.from(bytes);
  const kind = fileKind(file);
  if (kind === 'JSON') throw new Error('no table');
  return readTables(file, kind, encoding, limits);
}

/** What a refusal says, by its name. */
async function refused(bytes: Buffer | string, limits = TABLE_LIMITS): Promise<string> {
  try {
    await read(bytes, null, limits);
  } catch (error) {
    if (error instanceof UnreadableBody) return error.text;
    throw error;
  }
  return 'read';
}

const texts = (table: Table | undefined) =>
  table?.rows.map(({ row, cells }) => [row, ...cells.map(({ text }) => text)].join('|'));
const one = async (rows: MadeCell[][], merged: string[] = []) =>
  (await read(await makeWorkbook([{ rows, merged }])))[0];

describe('a workbook', () => {
  it('gives texts, numbers, days, formulas and errors as what they are', async () => {
    const table = await one([
      ['Mã', 2.000815, dayCell(44_743), dayCell(44_743.5), formulaCell('A1', 'Mã'), errorCell('#DIV/0!')],
      [
        { attributes: 't="inlineStr"', xml: '<is><r><t>Hộ </t></r><r><t>tịch</t></r></is>' },
        { attributes: 't="b"', xml: '<v>1</v>' },
      ],
    ]);
    expect(table?.rows).toEqual([
      {
        row: 1,
        cells: [
          { text: 'Mã', kind: 'TEXT' },
          { text: '2.000815', kind: 'NUMBER' },
          { text: '2022-07-01', kind: 'DATE' },
          { text: '2022-07-01T12:00:00', kind: 'DATE' },
          { text: 'Mã', kind: 'TEXT', isFormula: true },
          { text: '#DIV/0!', kind: 'ERROR', isFormula: true },
        ],
      },
      {
        row: 2,
        cells: [
          { text: 'Hộ tịch', kind: 'TEXT' },
          { text: 'TRUE', kind: 'TEXT' },
        ],
      },
    ]);
  });

  it('gives a number as it was typed, without what the machine adds, and days counted from 1904', async () => {
    const stored = (value: string): MadeCell => ({ attributes: '', xml: `<v>${value}</v>` });
    const table = await one([
      [stored('2.0008149999999998'), stored('20220831080000'), stored('1E-3'), stored('1.0000100000000001')],
    ]);
    expect(texts(table)).toEqual(['1|2.000815|20220831080000|0.001|1.00001']);
    const old = await read(await makeWorkbook([{ rows: [[dayCell(43_281)]] }], { isFrom1904: true }));
    expect(texts(old[0])).toEqual(['1|2022-07-01']);
  });

  it('leaves out empty rows, keeps the numbers of the others, and knows prefixes', async () => {
    const rows = [['a'], [null, '  '], [null, null, 'b']];
    expect(texts(await one(rows))).toEqual(['1|a', '3|||b']);
    const prefixed = await read(await makeWorkbook([{ rows }], { prefix: 'x' }));
    expect(texts(prefixed[0])).toEqual(['1|a', '3|||b']);
  });

  it('has all of its sheets, hidden ones too', async () => {
    const tables = await read(
      await makeWorkbook([
        { name: 'Tỉnh', rows: [['a']] },
        { name: 'Xã', rows: [['b']], state: 'hidden' },
      ]),
    );
    expect(tables.map(({ name, isHidden, rows }) => [name, isHidden, rows.length])).toEqual([
      ['Tỉnh', false, 1],
      ['Xã', true, 1],
    ]);
  });

  it('fills what lies under merged cells, in the header and down the rows', async () => {
    const table = await one(
      [['Danh mục'], ['Mã', 'Hiệu lực', null], [null, 'Từ', 'Đến'], ['1', 'x'], ['2', null]],
      ['A1:C1', 'A2:A3', 'B2:C2', 'B4:B5'],
    );
    expect(texts(table)).toEqual([
      '1|Danh mục|Danh mục|Danh mục',
      '2|Mã|Hiệu lực|Hiệu lực',
      '3|Mã|Từ|Đến',
      '4|1|x',
      '5|2|x',
    ]);
    expect(table?.rows[1]?.cells.map(({ isMerged = false }) => isMerged)).toEqual([false, false, true]);
  });

  it('that we write reads as what was written, whatever a cell begins with', async () => {
    const rows = [
      ['Mã', 'Tên'],
      ['2.000815', '=HYPERLINK("x")'],
      ['0012', 'a < b & "c"\n\u0007'],
    ];
    const [table] = await read(await writeWorkbook('Dòng bị loại', rows));
    expect(texts(table)).toEqual(['1|Mã|Tên', '2|2.000815|=HYPERLINK("x")', '3|0012|a < b & "c"\n']);
    expect(table?.rows[1]?.cells[1]).toEqual({ text: '=HYPERLINK("x")', kind: 'TEXT' });
  });
});

describe('a text of separated values', () => {
  const TABLE = 'Mã,Tên\r\n2.000815,"Chứng thực, bản sao"\r\n\r\n1.000689,Trích lục\r\n';
  const ROWS = ['1|Mã|Tên', '2|2.000815|Chứng thực, bản sao', '4|1.000689|Trích lục'];
  const utf16 = (order: 'le' | 'be', text: string) => {
    const bytes = Buffer.from(text, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TABLE}`)],
    ['UTF-16 with its mark', utf16('le', `\ufeff${TABLE}`)],
    ['UTF-16 the other way round', utf16('be', `\ufeff${TABLE}`)],
    ['UTF-16 without a mark', utf16('le', TABLE)],
    ['decomposed letters', Buffer.from(TABLE.normalize('NFD'))],
  ])('is read in %s', async (_what, bytes) => {
    expect(texts((await read(bytes))[0])).toEqual(ROWS);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('is read with %s, also under titles and with commas in its texts', async (_what, separator) => {
    const lines = [
      'Danh mục, năm 2026',
      ['Mã', 'Tên'],
      ['2.000815', 'Chứng thực, bản sao'],
      ['1.000689', 'Trích lục, bản sao'],
    ].map((line) => (typeof line === 'string' ? line : line.join(separator)));
    expect(texts((await read(lines.join('\n')))[0])?.slice(2)).toEqual([
      '3|2.000815|Chứng thực, bản sao',
      '4|1.000689|Trích lục, bản sao',
    ]);
    expect(texts((await read(`sep=${separator}\na${separator}b,c,d,e\n`))[0])).toEqual(['1|a|b,c,d,e']);
  });

  it('is read in Windows-1258 where that is told, and refused where nothing is', async () => {
    // "Chứng", "thực" and "Đăng" with tones as letters of their own.
    const bytes = Buffer.from([
      ...Buffer.from('Ma,Ten\n1,Ch'),
      0xfd,
      0xec,
      ...Buffer.from('ng '),
      0xd0,
      0xe3,
      ...Buffer.from('ng\n'),
    ]);
    expect(await refused(bytes)).toBe('sheet.encoding');
    expect(texts((await read(bytes, 'windows-1258'))[0])).toEqual(['1|Ma|Ten', '2|1|Chứng Đăng']);
  });

  it('that we write neutralises formulas and keeps numbers', () => {
    const cells = ['=1+1', '+84 912', '-5', '-5,5', '@x', '\t=1', ' =1', 'a=1', '-x'];
    expect(cells.map(neutral)).toEqual(["'=1+1", "'+84 912", '-5', '-5,5', "'@x", "'\t=1", "' =1", 'a=1', "'-x"]);
    expect(
      writeTextTable([
        ['Mã', 'a"b'],
        ['=1', 'c;d'],
      ]).toString(),
    ).toBe('\ufeffMã,"a""b"\r\n\'=1,"c;d"\r\n');
  });
});

describe('a file that cannot be read is refused in words', () => {
  it.each<[string, Buffer | string | Promise<Buffer>, string]>([
    ['with a password', compoundFile('EncryptedPackage'), 'sheet.password'],
    ['of the old form', compoundFile('Workbook'), 'sheet.oldFormat'],
    ['that is empty', '', 'sheet.noRows'],
    ['with blanks alone', ' \r\n,,\r\n', 'sheet.noRows'],
    ['with sheets and no row', makeWorkbook([{ rows: [] }, { rows: [[null, ' ']] }]), 'sheet.noRows'],
    ['that is a page of the web', '<html><table><tr><td>Mã</td></tr></table></html>', 'sheet.webPage'],
    ['that is a document', '%PDF-1.7 …', 'sheet.otherFormat'],
    ['with a quote that never ends', `a,b\n"${'x'.repeat(1_100_000)}`, 'sheet.notTable'],
    ['that is a ZIP of something else', makeOther(), 'sheet.otherFormat'],
  ])('%s', async (_what, bytes, text) => {
    expect(await refused(await bytes)).toBe(text);
  });

  it('that came only in part, wherever it was cut, or in which a byte was turned', async () => {
    const whole = await makeWorkbook([{ rows: Array.from({ length: 50 }, (_, n) => [`Tên ${n}`, n]) }]);
    for (const part of [0.1, 0.5, 0.9, 0.99])
      expect(await refused(whole.subarray(0, Math.floor(whole.length * part)))).toBe('sheet.corrupt');
    const at = whole.indexOf('xl/worksheets/sheet1.xml') + 60;
    const turned = Buffer.from(whole);
    for (let place = at; place < at + 20; place += 1) turned[place] = (turned[place] ?? 0) ^ 0xff;
    expect(await refused(turned)).toBe('sheet.corrupt');
  });

  it('that unpacks to far more than it is, or names entities that grow', async () => {
    const more = { 'xl/media/zeros.bin': '0'.repeat(40_000_000) };
    expect(await refused(await makeWorkbook([{ rows: [['a']] }], { more }))).toBe('ingest.packed');
    const large = await makeWorkbook([{ rows: [['a']] }], { more: { 'xl/x.bin': '0'.repeat(3_000) } });
    expect(await refused(large, { ...TABLE_LIMITS, unpacked: 2_000 })).toBe('ingest.tooLarge');
    const grow = '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>';
    expect(await refused(await makeWorkbook([{ rows: [['a']] }], { more: { 'xl/sharedStrings.xml': grow } }))).toBe(
      'sheet.corrupt',
    );
  });

  it('with more rows or columns than may be', async () => {
    const limits = { ...TABLE_LIMITS, rows: 3, columns: 3 };
    const rows = (count: number) => Array.from({ length: count }, () => ['a']);
    expect(await refused(await makeWorkbook([{ rows: rows(3) }]), limits)).toBe('read');
    expect(await refused(await makeWorkbook([{ rows: rows(2) }, { rows: rows(2) }]), limits)).toBe(
      'ingest.tooManyRows',
    );
    expect(await refused('a\nb\nc\nd\n', limits)).toBe('ingest.tooManyRows');
    expect(await refused('a,b,c,d\n', limits)).toBe('sheet.columns');
    expect(await refused(await makeWorkbook([{ rows: [[null, null, null, 'd']] }]), limits)).toBe('sheet.columns');
  });
});

async function makeOther(): Promise<Buffer> {
  const { ZipFile } = await import('yazl');
  const { buffer } = await import('node:stream/consumers');
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), 'mimetype');
  zip.end();
  return buffer(zip.outputStream);
}
