import { expect, it } from 'vitest';
import { csvText } from './csv.ts';

it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\tx', '\r=1', '=HYPERLINK("http://x")'])(
  'puts an apostrophe before what a spreadsheet would take for a formula: %o',
  (text) => {
    expect(csvText([[text]])).toBe(`\ufeff"'${text.replaceAll('"', '""')}"\r\n`);
  },
);

it('writes all else as it is, in quotes', () => {
  expect(
    csvText([
      ['Xã "Một", cũ', ''],
      ['a\nb', '1=1'],
    ]),
  ).toBe('\ufeff"Xã ""Một"", cũ",""\r\n"a\nb","1=1"\r\n');
});
