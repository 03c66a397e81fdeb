import { expect, it } from 'vitest';
import { daysWithin } from './useDelegate.ts';

it.each([
  [null, null, '2022-06-15', '2022-06-22'],
  ['2022-01-01', '2022-06-18', '2022-06-15', '2022-06-18'],
  ['2022-07-01', null, '2022-07-01', '2022-07-08'],
  ['2022-07-01', '2022-07-02', '2022-07-01', '2022-07-02'],
])('of a grant from %s to %s a deputy is offered %s to %s', (from, to, first, last) => {
  expect(daysWithin({ from, to }, '2022-06-15')).toEqual({ from: first, to: last });
});
