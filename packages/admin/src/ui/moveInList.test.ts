import { expect, it } from 'vitest';
import { moveInList } from './moveInList.ts';

it.each([
  ['ArrowDown', 0, 5, 1],
  ['ArrowDown', 4, 5, null],
  ['ArrowUp', 1, 5, 0],
  ['ArrowUp', 0, 5, null],
  ['PageDown', 1, 50, 11],
  ['PageDown', 45, 50, 49],
  ['PageUp', 3, 50, 0],
  ['Home', 30, 50, 0],
  ['End', 0, 50, 49],
  ['End', 0, 0, null],
  ['a', 0, 5, null],
])('%s at %d of %d leads to %s', (key, index, length, expected) => {
  expect(moveInList(key, index, length, 10)).toBe(expected);
});
