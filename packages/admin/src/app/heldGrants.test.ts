import { expect, it } from 'vitest';
import { holdsOn } from './heldGrants.ts';

it.each([
  [null, null, true],
  ['2022-06-15', '2022-06-15', true],
  ['2022-06-16', null, false],
  [null, '2022-06-14', false],
])('a grant from %s to %s holds on 15 June: %s', (from, to, holds) => {
  expect(holdsOn('2022-06-15')({ from, to })).toBe(holds);
});
