import { nextDay } from '@chi-tieu/shared/domain/days';
import { describe, expect, it } from 'vitest';
import { periodName } from './pickers/periodName.ts';
import { periodsOf, urlDay, urlMoment } from './useFrame.ts';

describe('the named periods of a year', () => {
  it.each([2021, 2022, 2024, 2100])('%d: quarters and months each cover it without a gap', (year) => {
    for (const kind of ['quarter', 'month'] as const) {
      const parts = periodsOf(year).filter((period) => period.kind === kind);
      expect(parts[0]?.from).toBe(`${year}-01-01`);
      expect(parts.at(-1)?.to).toBe(`${year}-12-31`);
      for (const [i, part] of parts.slice(1).entries()) expect(part.from).toBe(nextDay(parts[i]?.to ?? ''));
    }
  });

  it.each([
    ['2022-01-01', '2022-12-31', 'Năm 2022'],
    ['2022-07-01', '2022-09-30', 'Quý 3/2022'],
    ['2024-02-01', '2024-02-29', 'Tháng 2/2024'],
    ['2024-02-01', '2024-02-28', '01/02 – 28/02/2024'],
    ['2021-12-15', '2022-01-14', '15/12/2021 – 14/01/2022'],
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
