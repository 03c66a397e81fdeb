import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readRows, type MediaType, type RawRow } from './read-rows.ts';
import { MOST_ROW_BYTES } from './row-limits.ts';

const GOOD = '{"MaHoSo":"a"}';

async function rowsOf(body: string, type: MediaType, piece: number): Promise<RawRow[]> {
  const bytes = Buffer.from(body);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece));
  const rows: RawRow[] = [];
  for await (const some of readRows(Readable.from(pieces), type, 'MaHoSo')) rows.push(...some);
  return rows;
}

const names = (count: number) => `{${Array.from({ length: count }, (_, n) => `"k${n}":1`).join()}}`;
const TOO_LARGE: [string, string][] = [
  ['many names', names(6_000)],
  ['more names than can be read at once', names(400_000)],
  ['many names deep within', `{"a":[{"b":${names(6_000)}}]}`],
  ['many values', `{"a":[${'1,'.repeat(6_000)}1]}`],
  ['many arrays', `{"a":[${'[],'.repeat(6_000)}1]}`],
  ['too deep a nest', `{"a":${'['.repeat(3_000)}${']'.repeat(3_000)}}`],
  ['a long text', `{"MaHoSo":"${'x'.repeat(MOST_ROW_BYTES)}"}`],
];

describe('a row that is too large to be read in one go', () => {
  it.each(TOO_LARGE)('is a bad row among good ones: with %s', async (_what, row) => {
    const expected = [
      { row: 1, raw: { MaHoSo: 'a' } },
      { row: 2, tooLarge: true },
      { row: 3, raw: { MaHoSo: 'a' } },
    ];
    for (const piece of [1_000, 65_536, 100_000_000]) {
      const lines = [GOOD, row, GOOD].join('\n');
      expect(await rowsOf(lines, 'application/x-ndjson', piece)).toEqual(expected);
      expect(await rowsOf(`[${GOOD},${row},${GOOD}]`, 'application/json', piece)).toEqual(expected);
      expect(await rowsOf(`{"service":"x","data":[${GOOD},${row},${GOOD}]}`, 'application/json', piece)).toEqual(
        expected,
      );
    }
  });

  it('is told where it is the last line and has no end', async () => {
    const body = `${GOOD}\n{"MaHoSo":"${'x'.repeat(MOST_ROW_BYTES)}`;
    expect(await rowsOf(body, 'application/x-ndjson', 65_536)).toEqual([
      { row: 1, raw: { MaHoSo: 'a' } },
      { row: 2, tooLarge: true },
    ]);
  });

  it('is no body of its own, nor may as much stand around the rows', async () => {
    const one = `{"MaHoSo":"${'x'.repeat(MOST_ROW_BYTES)}"}`;
    await expect(rowsOf(one, 'application/json', 65_536)).rejects.toThrow('too large');
    const around = `{"x":${names(400_000)},"data":[${GOOD}]}`;
    await expect(rowsOf(around, 'application/json', 65_536)).rejects.toThrow('too much around the rows');
  });

  it('is none that holds much text and many things below the limits', async () => {
    const row = { MaHoSo: 'a', x: 'é"{[,\\'.repeat(15_000), y: Array.from({ length: 900 }, (_, n) => ({ n, m: [n] })) };
    for (const type of ['application/json', 'application/x-ndjson'] as const)
      expect(await rowsOf(JSON.stringify(row), type, 10_000)).toEqual([{ row: 1, raw: row }]);
  });
});
