import { expect, it } from 'vitest';
import { runnerText } from './words.ts';

it('says of the unit that runs a system that it has ended, from the day after its last', () => {
  const unit = { name: 'Xã Cũ', validTo: '2026-06-30' };
  expect(runnerText(unit, '2026-06-30')).toBe('Xã Cũ');
  expect(runnerText(unit, '2026-07-01')).toBe('Xã Cũ (không còn từ sau 30/06/2026)');
  expect([runnerText({ name: 'Xã Mới' }, '2026-07-01'), runnerText(null, '2026-07-01')]).toEqual(['Xã Mới', null]);
});
