import { expect, it } from 'vitest';
import { triedRows } from './useIndexTrial.ts';

const row = (code: string, rank: number | null) => ({ unit: { id: code, code, name: code }, rank, sum: 1, outOf: 2 });

it('puts what a unit would have beside what it has, in the order of what it would have', () => {
  const rows = triedRows([row('b', 1), row('a', null), row('new', 2)], [row('a', 1), row('b', 2)]);
  expect(rows.map(({ code, before, after }) => [code, before?.rank ?? null, after.rank])).toEqual([
    ['b', 2, 1],
    ['a', 1, null],
    ['new', null, 2],
  ]);
});
