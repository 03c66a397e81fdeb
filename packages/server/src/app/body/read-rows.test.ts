import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableBody } from './json-rows.ts';
import { mediaTypeOf, readRows, WORKBOOK_TYPE, type MediaType, type RawRow } from './read-rows.ts';

/** All rows of a body that arrives in pieces of some bytes. */
async function rowsOf(body: string | Buffer, type: MediaType, piece = 1_000_000): Promise<RawRow[]> {
  const bytes = Buffer.from(body);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece));
  const rows: RawRow[] = [];
  for await (const some of readRows(Readable.from(pieces), type, 'MaHoSo')) rows.push(...some);
  return rows;
}

it.each([
  ['application/json', 'application/json'],
  ['Application/JSON; charset=utf-8', 'application/json'],
  ['application/graphql-response+json', 'application/json'],
  ['application/x-ndjson', 'application/x-ndjson'],
  ['application/jsonl', 'application/x-ndjson'],
  ['text/csv; header=present', 'text/csv'],
  [WORKBOOK_TYPE, WORKBOOK_TYPE],
  ['application/vnd.ms-excel', null],
  ['text/plain', null],
  ['', null],
  [undefined, null],
])('reads a body announced as %s as %s', (announced, type) => {
  expect(mediaTypeOf(announced)).toBe(type);
});

describe('CSV', () => {
  const rows = [
    { row: 1, raw: { MaHoSo: 'a', MaTTHC: '1' } },
    { row: 2, raw: { MaHoSo: 'b', MaTTHC: '' } },
  ];

  it.each([
    ['commas', 'MaHoSo,MaTTHC\na,1\nb,\n'],
    ['semicolons', 'MaHoSo;MaTTHC\na;1\nb;\n'],
    ['tabs', 'MaHoSo\tMaTTHC\na\t1\nb\t\n'],
    ['a byte order mark', '\uFEFFMaHoSo,MaTTHC\na,1\nb,'],
    ['line ends of Windows', 'MaHoSo;MaTTHC\r\na;1\r\nb;\r\n'],
    ['empty lines', '\n\nMaHoSo,MaTTHC\n\na,1\n\nb,\n\n'],
    ['quotes', '"MaHoSo","MaTTHC"\n"a","1"\n"b",""\n'],
    ['blanks around the names of the columns', ' MaHoSo , MaTTHC \na,1\nb,\n'],
  ])('is read with %s', async (_what, text) => {
    for (const piece of [1, 7, 1_000]) expect(await rowsOf(text, 'text/csv', piece)).toEqual(rows);
  });

  it('takes for a separator what separates the header, and leaves the others in the texts', async () => {
    const read = async (text: string) => (await rowsOf(text, 'text/csv')).map((row) => 'raw' in row && row.raw);
    expect(await read('MaHoSo,DonViXuLy\na,UBND xã A; B\n')).toEqual([{ MaHoSo: 'a', DonViXuLy: 'UBND xã A; B' }]);
    expect(await read('MaHoSo;DonViXuLy\na;Sở A, B\tC\n')).toEqual([{ MaHoSo: 'a', DonViXuLy: 'Sở A, B\tC' }]);
    expect(await read('"Ghi; chú; thêm",MaHoSo\nx;y,a\n')).toEqual([{ 'Ghi; chú; thêm': 'x;y', MaHoSo: 'a' }]);
  });

  it('keeps commas, quotes and line ends inside of quotes', async () => {
    const [row] = await rowsOf('MaHoSo,DonViXuLy\r\na,"x, ""y""\nz"\r\n', 'text/csv');
    expect(row).toEqual({ row: 1, raw: { MaHoSo: 'a', DonViXuLy: 'x, "y"\nz' } });
  });

  it('takes quotes in the middle of a text as they are', async () => {
    expect(await rowsOf('MaHoSo,DonViXuLy\na,UBND "xã" A\n', 'text/csv')).toEqual([
      { row: 1, raw: { MaHoSo: 'a', DonViXuLy: 'UBND "xã" A' } },
    ]);
  });

  it('keeps of a line with another number of columns only its number and what stands in the key column', async () => {
    const text = 'TrichYeu,MaHoSo,MaTTHC\nx\nx,b\nx,c,1\nA, Nguyễn,d,1\n\nx,e,1,\n';
    expect(await rowsOf(text, 'text/csv')).toEqual([
      { row: 1, otherColumns: true, key: null },
      { row: 2, otherColumns: true, key: 'b' },
      { row: 3, raw: { TrichYeu: 'x', MaHoSo: 'c', MaTTHC: '1' } },
      { row: 4, otherColumns: true, key: 'Nguyễn' },
      { row: 5, otherColumns: true, key: 'e' },
    ]);
  });

  it('may have a header of many columns or a long one, and quotes in it as they are', async () => {
    const names = Array.from({ length: 499 }, (_, i) => `cột ${i}`);
    const read = async (header: string, line: string) =>
      (await rowsOf(`${header}\n${line}\n`, 'text/csv', 1_000)).length;
    expect(await read(['MaHoSo', ...names].join(','), `a${',x'.repeat(499)}`)).toBe(1);
    expect(await read(`MaHoSo,"${'x\n'.repeat(30_000)}"`, 'a,b')).toBe(1);
    expect(await read('MaHoSo,Đơn "vị" 5",Ghi ""chú', 'a,b,c\n'.repeat(20_000))).toBe(20_000);
  });

  it.each([
    ['501 columns', `MaHoSo${',x'.repeat(500)}\na\n`],
    ['16 million columns', `MaHoSo${','.repeat(16_000_000)}\na\n`],
    ['a line of more than 64 kB', `MaHoSo,${'x'.repeat(65_536)}\na,b\n`],
    ['more than 64 kB of nothing before it', `${'\n'.repeat(65_537)}MaHoSo\na\n`],
  ])('is refused when its header has %s', async (_what, body) => {
    await expect(rowsOf(body, 'text/csv', 65_536)).rejects.toThrow(UnreadableBody);
  });

  it('is not read on where 64 kB were no header', async () => {
    let sent = 0;
    let ended = false;
    async function* endless() {
      try {
        for (;;) {
          sent += 1;
          yield Buffer.alloc(1_000, 'x');
        }
      } finally {
        ended = true;
      }
    }
    await expect(readRows(endless(), 'text/csv', 'MaHoSo').next()).rejects.toThrow(UnreadableBody);
    expect([sent, ended]).toEqual([66, true]);
  });

  it('composes the names of columns', async () => {
    const decomposed = 'Mã Hồ Sơ,MaHoSo\nx,a\n'.normalize('NFD');
    expect(await rowsOf(decomposed, 'text/csv')).toEqual([{ row: 1, raw: { 'Mã Hồ Sơ': 'x', MaHoSo: 'a' } }]);
  });

  it('has no rows when there is only a header', async () => {
    expect(await rowsOf('MaHoSo,MaTTHC\n', 'text/csv')).toEqual([]);
    expect(await rowsOf('MaHoSo;MaTTHC', 'text/csv')).toEqual([]);
  });

  it('comes out as it was written, whatever the texts hold', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ế', ',', ';', '"', '\n', '\t', ' ', '😀') });
    const table = fc.array(fc.tuple(fc.string({ minLength: 1, unit: fc.constantFrom('x', '1') }), text), {
      maxLength: 8,
    });
    const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 20 }),
        async (given, separator, piece) => {
          const lines = [['MaHoSo', 'DonViXuLy'], ...given].map((line) => line.map(quoted).join(separator));
          const read = await rowsOf(lines.join('\r\n'), 'text/csv', piece);
          expect(read).toEqual(given.map(([MaHoSo, DonViXuLy], i) => ({ row: i + 1, raw: { MaHoSo, DonViXuLy } })));
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['a table without the column that tells dossiers apart', 'MaTTHC,KenhThucHien\n1,2\n'],
    ['rows without a header', 'H55.16-220831-0001,2.000815\n'],
    ['a quote that never ends', 'MaHoSo,MaTTHC\n"a,1\n'],
    ['another encoding', Buffer.from('MaHoSo,MaTTHC\na,1\n', 'utf16le')],
  ])('is refused when it is %s', async (_what, body) => {
    await expect(rowsOf(body, 'text/csv')).rejects.toThrow(UnreadableBody);
  });
});

describe('NDJSON', () => {
  it('numbers rows by line, empty lines too, and keeps only the number of a line that does not parse', async () => {
    const text = '\uFEFF{"MaHoSo":"a"}\r\n\n{"MaHoSo":\n  \n[1]\n{"MaHoSo":"b"}';
    for (const piece of [1, 5, 1_000]) {
      expect(await rowsOf(text, 'application/x-ndjson', piece)).toEqual([
        { row: 1, raw: { MaHoSo: 'a' } },
        { row: 3, unreadable: true },
        { row: 5, raw: [1] },
        { row: 6, raw: { MaHoSo: 'b' } },
      ]);
    }
  });

  it('is refused when there is nothing in it', async () => {
    for (const text of ['', '\n', '\r\n\r\n', '\uFEFF', '   \n']) {
      await expect(rowsOf(text, 'application/x-ndjson')).rejects.toThrow(UnreadableBody);
    }
  });

  it('does not break characters that are cut between pieces', async () => {
    const row = { MaHoSo: 'a', DonViXuLy: 'Uỷ ban nhân dân 😀' };
    for (let piece = 1; piece < 12; piece += 1) {
      expect(await rowsOf(`${JSON.stringify(row)}\n${JSON.stringify(row)}`, 'application/x-ndjson', piece)).toEqual([
        { row: 1, raw: row },
        { row: 2, raw: row },
      ]);
    }
  });
});
