import { describe, expect, it } from 'vitest';
import { nationalCode } from './procedure-code.ts';

describe("a procedure's code", () => {
  it.each([
    ['2.000815', '2.000815'],
    ['2.000815.000.00.00.H55', '2.000815'],
    ['2.000815.02', '2.000815'],
    ['  1.000689\t', '1.000689'],
    ['6.999999', '6.999999'],
    ['1.000001.h55', '1.000001'],
  ])('%s is matched by %s', (text, national) => expect(nationalCode(text)).toBe(national));

  it.each([
    '',
    '2',
    '0.000815',
    '7.000815',
    '2.00815',
    '2.0008155',
    '2,000815',
    '2.000815.',
    '2.000815..02',
    '2.000815-02',
    '2.000815 02',
    'T-THN-287935-TT',
    'x2.000815',
    '2.0008１5',
  ])('is none as «%s»', (text) => expect(nationalCode(text)).toBeNull());

  it('is refused at once however long the text', () => {
    expect(nationalCode(`2.000815${'.a'.repeat(1_000_000)}!`)).toBeNull();
  });
});
