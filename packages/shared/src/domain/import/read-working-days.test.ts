import { expect, it } from 'vitest';
import { readWorkingDays } from './read-working-days.ts';

it.each<[string, number]>([
  ['15', 15],
  ['05', 5],
  ['0,5', 0.5],
  ['1.5', 1.5],
  ['15 ngày làm việc', 15],
  ['15 ngày làm việc', 15],
  ['15 NGAY LAM VIEC', 15],
  ['0,5 ngày làm việc', 0.5],
  ['½ ngày làm việc', 0.5],
  ['1/2 ngày làm việc', 0.5],
  ['Nửa ngày làm việc', 0.5],
  ['15 (mười lăm) ngày làm việc', 15],
  ['Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.', 5],
  ['Không quá 3 ngày làm việc', 3],
  ['10 working days', 10],
])('reads %s as working days', (text, days) => {
  expect(readWorkingDays(text)).toBe(days);
});

it('only suggests working days where days are told', () => {
  expect(readWorkingDays('30 ngày')).toEqual({ suggestion: '30 ngày làm việc' });
  expect(readWorkingDays('Trong 0,5 ngày')).toEqual({ suggestion: '0,5 ngày làm việc' });
});

it.each([
  '04 giờ làm việc',
  '2 tháng',
  'ngay sau khi nhận hồ sơ',
  '5-7 ngày làm việc',
  '-3',
  '0,3',
  '10000',
  '15 ngày làm việc kể từ ngày 01/01',
  '',
])('does not understand %s', (text) => {
  expect(readWorkingDays(text)).toBeNull();
});
