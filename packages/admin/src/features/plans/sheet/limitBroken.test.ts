import { expect, it } from 'vitest';
import { limitBroken } from './limitBroken.ts';

it.each([
  [6001, 4000, 6000, 'ceiling'],
  [3999, 4000, 6000, 'floor'],
  [6000, 4000, 6000, null],
  [4000, 4000, 6000, null],
  [9000, null, null, null],
  [null, 4000, 6000, null],
])('a target of %s between %s and %s breaks %s', (target, floor, ceiling, expected) => {
  expect(limitBroken(target, floor, ceiling)).toBe(expected);
});
