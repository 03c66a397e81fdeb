import { expect, it } from 'vitest';
import { mostGone } from './most-gone.ts';

it('one in fifty may be gone at once, and a few always', () => {
  expect(mostGone(0)).toBe(20);
  expect(mostGone(1_000)).toBe(20);
  expect(mostGone(1_100)).toBe(22);
  expect(mostGone(5_000_000)).toBe(100_000);
});
