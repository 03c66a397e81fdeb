import { expect, it } from 'vitest';
import { firstDay } from './firstDay.ts';

it('proposes today within the year, else its first day', () => {
  expect(firstDay(2025, '2025-03-02')).toBe('2025-03-02');
  expect(firstDay(2026, '2025-03-02')).toBe('2026-01-01');
  expect(firstDay(2022, '2025-03-02')).toBe('2022-01-01');
});

it('proposes no day before that of the plan that is amended', () => {
  expect(firstDay(2025, '2025-03-02', '2025-02-01')).toBe('2025-03-02');
  expect(firstDay(2025, '2025-03-02', '2025-04-01')).toBe('2025-04-01');
  expect(firstDay(2022, '2025-03-02', '2022-04-10')).toBe('2022-04-10');
});
