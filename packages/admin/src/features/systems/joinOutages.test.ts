import { expect, it } from 'vitest';
import { joinOutages } from './joinOutages.ts';

const at = (hour: number): string => `2026-07-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const of = (kind: 'CHECKED' | 'REPORTED' | 'MAINTENANCE', from: number, to: number | null) => ({
  ...{ kind, begunAt: at(from), endedAt: to === null ? null : at(to) },
});

it('joins what checks found and what people said of the same time, and nothing that was planned', () => {
  const [phone, found, planned] = [of('REPORTED', 8, 12), of('CHECKED', 9, 11), of('MAINTENANCE', 10, 13)];
  const [late, other] = [of('CHECKED', 12, 14), of('REPORTED', 15, null)];
  expect(joinOutages([other, late, planned, found, phone])).toEqual([
    { said: [other], begunAt: at(15), endedAt: null },
    { said: [planned], begunAt: at(10), endedAt: at(13) },
    { said: [late, found, phone], begunAt: at(8), endedAt: at(14) },
  ]);
  const lasting = of('CHECKED', 9, null);
  expect(joinOutages([of('REPORTED', 20, 21), lasting])).toMatchObject([{ said: [{}, lasting], endedAt: null }]);
});
