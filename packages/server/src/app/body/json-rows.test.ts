import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonRows, UnreadableBody, type JsonRow } from './json-rows.ts';

/** All rows of a body that arrives in pieces of some bytes, with their places; bad ones are null. */
function rowsOf(text: string, piece = 1_000_000): JsonRow[] {
  const cutter = new JsonRows();
  const bytes = Buffer.from(text, 'utf8');
  const rows: JsonRow[] = [];
  for (let at = 0; at < bytes.length; at += piece) rows.push(...cutter.push(bytes.subarray(at, at + piece)));
  rows.push(...cutter.end());
  return rows.sort((a, b) => a.row - b.row);
}

const numbered = (...raw: unknown[]) => raw.map((one, index) => ({ row: index + 1, raw: one }));

const A = { MaHoSo: 'a', TaiLieuNop: [{ data: [1, { x: '}]' }] }] };
const B = { MaHoSo: 'b "quoted" \\ {', data: [{ MaHoSo: 'not a dossier' }] };

describe('the rows of a body', () => {
  it.each([
    ['of an array', [A, B], numbered(A, B)],
    ['of an array without rows', [], []],
    ['of an envelope', { service: 'x', data: [A, B] }, numbered(A, B)],
    [
      'of the envelope of DongBoHoSoMC',
      { DongBoHoSoMC: { session: 's', data: [A, B], isUpdating: 'False' } },
      numbered(A, B),
    ],
    ['of an envelope whose values look like its key', { service: 'data', madonvi: '"data":[', data: [A] }, numbered(A)],
    ['of an envelope with other arrays around', { other: [{ MaHoSo: 'no' }], data: [A], more: [B] }, numbered(A)],
    ['of one object', A, numbered(A)],
    ['that are no objects, in their places', [A, 'x', null, B, [A], 7], numbered(A, null, null, B, null, null)],
    ['that are no objects, in an envelope', { data: [1, A] }, numbered(null, A)],
  ])('are found: %s', (_what, body, rows) => {
    for (const text of [JSON.stringify(body), JSON.stringify(body, null, 2), `\uFEFF${JSON.stringify(body)}\r\n`]) {
      expect(rowsOf(text)).toEqual(rows);
    }
  });

  it('are found where the key is written with escapes, and where another key only ends like it', () => {
    expect(rowsOf(`{"d\\u0061ta": [${JSON.stringify(A)}]}`)).toEqual(numbered(A));
    for (const piece of [1, 2, 100]) {
      expect(rowsOf('{"xdata": [{"MaHoSo": "a"}]}', piece)).toEqual(numbered({ xdata: [{ MaHoSo: 'a' }] }));
    }
  });

  it('are found under another key where the envelope has one, or the one object that stands there', () => {
    const read = (body: unknown) => {
      const cutter = new JsonRows({ key: 'result', mayHoldOne: true });
      return [...cutter.push(Buffer.from(JSON.stringify(body))), ...cutter.end()];
    };
    expect(read({ error_code: '0', result: [A, 'x'] })).toEqual(numbered(A, null));
    expect(read({ result: A })).toEqual(numbered(A));
    expect(read({ data: [B], code: '1' })).toEqual(numbered({ data: [B], code: '1' }));
    for (const body of [{ result: null }, { result: 'x' }, 5]) expect(() => read(body)).toThrow(UnreadableBody);
  });

  it('are the same however the body is cut into pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', 'é', '😀', 'data') });
    const row = fc.record({
      MaHoSo: text,
      DonViXuLy: text,
      data: fc.array(fc.dictionary(text, text), { maxLength: 2 }),
    });
    const item = fc.oneof({ weight: 4, arbitrary: row }, text, fc.constant(null), fc.constant([]));
    const rows = fc.array(item, { maxLength: 5 });
    const body = fc.oneof(
      rows,
      fc.record({ service: text, data: rows }),
      fc.record({ DongBoHoSoMC: fc.record({ xdata: text, data: rows, end: text }) }),
    );
    fc.assert(
      fc.property(body, fc.integer({ min: 1, max: 9 }), fc.boolean(), (content, piece, spaced) => {
        const written = JSON.stringify(content, null, spaced ? 1 : 0);
        const items = Array.isArray(content) ? content : 'data' in content ? content.data : content.DongBoHoSoMC.data;
        const isRow = (one: unknown) => typeof one === 'object' && one !== null && !Array.isArray(one);
        expect(rowsOf(written, piece)).toEqual(numbered(...items.map((one) => (isRow(one) ? one : null))));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['an array that does not end', '[{"MaHoSo":"a"},'],
    ['an object that does not end', '{"MaHoSo":"a"'],
    ['a row that does not parse', '[{"MaHoSo":"a"},{"MaHoSo":x}]'],
    ['commas too many', '[{"MaHoSo":"a"},,{"MaHoSo":"b"}]'],
    ['a comma too few', '[{"MaHoSo":"a"}{"MaHoSo":"b"}]'],
    ['a text behind a row', '[{"MaHoSo":"a"}"x"]'],
    ['a number behind a row', '[{"MaHoSo":"a"}.5]'],
    ['more closed than opened', '[{"MaHoSo":"a"}]]'],
    ['something behind the end', '[{"MaHoSo":"a"}] x'],
    ['two objects', '{"MaHoSo":"a"}\n{"MaHoSo":"b"}'],
    ['a number', '5'],
    ['a text', '"data"'],
    ['null', 'null'],
    ['an envelope without rows', '{"service":"DongBoHoSoMC"}'],
    ['an envelope whose data are no array', '{"data":"x"}'],
    ['another alphabet', 'MaHoSo;MaTTHC\n1;2'],
  ])('are refused where the body is %s', (_what, text) => {
    expect(() => rowsOf(text)).toThrow(UnreadableBody);
    expect(() => rowsOf(text, 1)).toThrow(UnreadableBody);
  });
});
