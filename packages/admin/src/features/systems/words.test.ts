import { expect, it } from 'vitest';
import { availabilityText, minutesBetween, runnerText } from './words.ts';

it('says of the unit that runs a system that it has ended, from the day after its last', () => {
  const unit = { name: 'Xã Cũ', validTo: '2026-06-30' };
  expect(runnerText(unit, '2026-06-30')).toBe('Xã Cũ');
  expect(runnerText(unit, '2026-07-01')).toBe('Xã Cũ (không còn từ sau 30/06/2026)');
  expect([runnerText({ name: 'Xã Mới' }, '2026-07-01'), runnerText(null, '2026-07-01')]).toEqual(['Xã Mới', null]);
});

it('says how available a system was in counts while there are few checks, then as a share', () => {
  const of = (answered: number, checks: number): string => availabilityText([{ answered, checks }]);
  expect([of(0, 0), of(0, 1), of(18, 19)]).toEqual(['Chưa kiểm tra', '0/1 lần đạt', '18/19 lần đạt']);
  expect(of(19, 20)).toMatch(/^95,00\s%$/);
  expect(minutesBetween('2026-07-01T08:00:00Z', '2026-07-01T09:30:59Z')).toBe(90);
});
