import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent } from './percent.ts';
import { formatDay, readDay, readPercent, readWhole } from './vietnamese-format.ts';

describe('a count as typed', () => {
  it.each([
    ['0', 0],
    [' 1840 ', 1840],
    ['1.840', 1840],
    ['1,840', 1840],
    ['12 345 678', 12_345_678],
  ])('«%s» is %i', (text, expected) => expect(readWhole(text)).toBe(expected));

  it.each(['', '-1', '1.84', '1.840,5', '1.840,000', '12a', '1e3', '1.0000', '9'.repeat(16)])('«%s» is none', (text) =>
    expect(readWhole(text)).toBeNull(),
  );
});

describe('a percentage as typed', () => {
  it.each([
    ['55', 5500],
    ['55,5', 5550],
    ['55.5', 5550],
    ['55,05', 5505],
    ['55 %', 5500],
    ['55,50%', 5550],
    ['54,99\u00a0%', 5499],
    [' 7 ', 700],
    ['0', 0],
    ['0,07', 7],
    ['100', 10_000],
    ['100,00 %', 10_000],
  ])('«%s» is %i hundredths', (text, expected) => expect(readPercent(text)).toBe(expected));

  it.each([
    '',
    '%',
    ',5',
    '55,',
    '-1',
    '+5',
    '100,01',
    '101',
    '1.234',
    '55,555',
    '1e1',
    '5 5',
    '55 % %',
    'năm',
    '0x10',
  ])('«%s» is refused', (text) => expect(readPercent(text)).toBeNull());

  it('is read back from how it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        expect(readPercent(formatPercent(hundredths, 'vi'))).toBe(hundredths);
        expect(readPercent(formatPercent(hundredths, 'en'))).toBe(hundredths);
      }),
    );
  });
});

describe('a day as typed', () => {
  it.each([
    ['31082022', '2022-08-31'],
    ['31/8/2022', '2022-08-31'],
    ['31.08.2022', '2022-08-31'],
    ['1-2-2022', '2022-02-01'],
    ['2022-08-31', '2022-08-31'],
    [' 29/02/2024 ', '2024-02-29'],
    ['30/11/26', '2026-11-30'],
    ['1-2-00', '2000-02-01'],
    ['31.12.49', '2049-12-31'],
  ])('«%s» is %s', (text, expected) => expect(readDay(text)).toBe(expected));

  it.each([
    '',
    '31/13/2022',
    '30/2/2022',
    '29/02/2022',
    '30/2/22',
    '31/12/50',
    '1/1/99',
    '31/8',
    '31/8/022',
    '310822',
    '20220831',
    '8/31/2022',
    '2022-8-31',
    '31082022a',
    '01/01/1899',
    '01/01/2200',
    'nay',
  ])('«%s» is refused', (text) => expect(readDay(text)).toBeNull());

  it('is read back from how it is shown', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => {
        expect(formatDay(day)).toMatch(/^\d\d\/\d\d\/\d{4}$/);
        expect(readDay(formatDay(day))).toBe(day);
        expect(readDay(formatDay(day).replaceAll('/', ''))).toBe(day);
      }),
    );
  });
});
