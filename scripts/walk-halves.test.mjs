import { expect, it } from 'vitest';
import { halvesOf } from './walk-halves.mjs';

it('gives every file to one half, in the order of names, whatever order they come in', () => {
  const files = ['e2e/url-state.test.ts', 'e2e/accounts.test.ts', 'e2e/new.test.ts', 'e2e/budgets.test.ts'];
  expect(halvesOf(files)).toEqual([
    ['e2e/accounts.test.ts', 'e2e/budgets.test.ts'],
    ['e2e/new.test.ts', 'e2e/url-state.test.ts'],
  ]);
  expect(halvesOf([...files].reverse())).toEqual(halvesOf(files));
});

it('cuts where both sides come nearest', () => {
  const short = ['a', 'b', 'c', 'd'].map((name) => `e2e/${name}.test.ts`);
  expect(halvesOf([...short, 'e2e/planning-together.test.ts']).map(({ length }) => length)).toEqual([4, 1]);
  expect(halvesOf(['e2e/accounts.test.ts', ...short]).map(({ length }) => length)).toEqual([2, 3]);
  expect(halvesOf(short).map(({ length }) => length)).toEqual([2, 2]);
  expect(halvesOf([])).toEqual([[], []]);
});
