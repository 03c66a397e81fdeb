import { expect, it } from 'vitest';
import { comparedWith, isWithinMonth } from './useOverview.ts';

it('compares a period with itself up to the month before, and a month by itself with the month before it', () => {
  const year = { from: '2022-01-01', to: '2022-12-31' };
  expect(comparedWith(year, '2022-08-30')).toEqual({ from: '2022-01-01', to: '2022-07-31', isSoFar: true });
  const month = { from: '2022-11-01', to: '2022-11-30' };
  expect(comparedWith(month, '2022-11-30')).toEqual({ from: '2022-10-01', to: '2022-10-31', isSoFar: false });
  // January of a year that runs has the month before it, December; days without a name have none.
  expect(comparedWith({ from: '2022-01-01', to: '2022-01-31' }, '2022-01-20')).toMatchObject({ from: '2021-12-01' });
  expect(comparedWith({ from: '2022-11-03', to: '2022-11-20' }, '2022-11-20')).toBeNull();
  expect([isWithinMonth(month), isWithinMonth(year)]).toEqual([true, false]);
});
