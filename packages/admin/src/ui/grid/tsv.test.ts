import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTsv, writeTsv } from './tsv.ts';

it.each([
  ['one cell', '55', [['55']]],
  ['a column as Excel copies it', '55\r\n55,5\r\n56\r\n', [['55'], ['55,5'], ['56']]],
  ['a row', 'Xã Na Mao\t45', [['Xã Na Mao', '45']]],
  ['an empty cell in between', '55\n\n56\n', [['55'], [''], ['56']]],
  [
    'an empty cell at the end of a row',
    '55\t\n56\t57',
    [
      ['55', ''],
      ['56', '57'],
    ],
  ],
  [
    'rows of unequal length',
    '1\n2\t3\n',
    [
      ['1', ''],
      ['2', '3'],
    ],
  ],
  ['line ends of old Macs', '1\r2', [['1'], ['2']]],
  ['a tab and a line end inside quotes', '"a\tb\nc"\t2', [['a\tb\nc', '2']]],
  ['doubled quotes inside quotes', '"so ""gọi"" là"', [['so "gọi" là']]],
  ['quotes that are part of the text', '5"\t"6" dài', [['5"', '"6" dài']]],
  ['quotes that never close', '"a\nb', [['"a'], ['b']]],
  ['nothing', '', [['']]],
])('reads %s', (_what, text, rows) => expect(readTsv(text)).toEqual(rows));

it('reads what it wrote', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ễ', '"', '\t', '\n', ',', '5', ' ') });
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(block, (rows) => {
      // A single empty cell at the very end cannot be told from the line end that closes the row before it.
      fc.pre(rows.length === 1 || rows.at(-1)?.join('') !== '');
      expect(readTsv(writeTsv(rows))).toEqual(rows);
    }),
  );
});
