import { expect, it } from 'vitest';
import { groupByProblem } from './groupByProblem.ts';

it('puts rows with the same problem together, the most frequent first, and loses none', () => {
  const row = (n: number, field: string, message: string): { n: number; field: string; message: string } => ({
    n,
    field,
    message,
  });
  const rows = [
    row(1, 'MaTTHC', 'Chưa có'),
    row(2, 'MaHoSo', 'Sai'),
    row(3, 'MaTTHC', 'Thiếu'),
    row(4, 'MaHoSo', 'Sai'),
  ];
  expect(
    groupByProblem(rows).map(({ field, message, rows: found }) => [field, message, ...found.map(({ n }) => n)]),
  ).toEqual([
    ['MaHoSo', 'Sai', 2, 4],
    ['MaTTHC', 'Chưa có', 1],
    ['MaTTHC', 'Thiếu', 3],
  ]);
});
