import { describe, expect, it } from 'vitest';
import { periodName } from './pickers/periodName.ts';
import { urlDay, urlMoment } from './useFrame.ts';

describe('a period', () => {
  it.each([
    ['2022-01-01', '2022-12-31', 'Năm 2022'],
    ['2022-07-01', '2022-09-30', 'Quý III/2022'],
    ['2024-02-01', '2024-02-29', 'Tháng 2/2024'],
    ['2024-02-01', '2024-02-28', '01/02 – 28/02/2024'],
    ['2021-12-15', '2022-01-14', 'Tháng 1/2022 (15/12/2021 – 14/01/2022)'],
    ['2022-01-01', '2022-09-30', 'Lũy kế 9 tháng năm 2022'],
    ['2022-01-20', '2022-03-05', '20/01 – 05/03/2022'],
  ])('%s to %s is called %s', (from, to, expected) => {
    expect(periodName(from, to)).toBe(expected);
  });
});

it.each([
  ['2022-02-29', undefined],
  ['2022-08-31', '2022-08-31'],
  ['31/08/2022', undefined],
])('takes %s in the address for the day %s', (raw, expected) => {
  expect(urlDay(() => '2022-01-01').read(raw)).toBe(expected);
});

it.each([
  ['2022-08-31T17:00:00+07:00', '2022-08-31T17:00:00+07:00'],
  ['yesterday', undefined],
])('takes %s in the address for the moment %s', (raw, expected) => {
  expect(urlMoment().read(raw)).toBe(expected);
});
