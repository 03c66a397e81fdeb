import { expect, it } from 'vitest';
import { readReceipt } from './receipt.ts';

const result = { batch: 'b1', received: 3, created: 1, updated: 1, unchanged: 0, rejected: 1, errors: [] };

it('reads a receipt with its problems and notes', () => {
  const errors = [{ row: 3, code: '000.00.16.H55-220831-0001', field: 'NgayTiepNhan', message: 'Thiếu.' }];
  expect(
    readReceipt({ error_code: '0', message: '…', result: { ...result, errors, notes: ['Bỏ cấp MINISTRY.'] } }),
  ).toEqual({
    ...result,
    errors,
    notes: ['Bỏ cấp MINISTRY.'],
    noteKinds: [],
  });
});

it('reads a problem of a whole row, which has neither code nor field', () => {
  const errors = [{ row: 2, code: null, field: '', message: 'Dòng không phải JSON hợp lệ.' }];
  expect(readReceipt({ result: { ...result, errors } })?.errors).toEqual(errors);
});

it.each([
  null,
  'text',
  [],
  {},
  { result: null },
  { result: { ...result, received: '3' } },
  { result: { batch: 'b1' } },
])('does not take %j for a receipt', (answer) => {
  expect(readReceipt(answer)).toBeNull();
});
