import { expect, it } from 'vitest';
import { changesOf } from './event-changes.ts';

it('says field by field what was and what is, in words, and leaves out what stayed', () => {
  const before = { state: 'DRAFT', version: 3, name: 'Tên cũ', aliases: ['H55.1', 'Xã Một'], inForceTo: null };
  const after = { state: 'SUBMITTED', version: 3, name: 'Tên mới', aliases: ['Xã Một'], inForceTo: '2030-01-31' };
  expect(changesOf({ before, after }, 'vi')).toEqual([
    { field: 'Trạng thái', before: 'dự thảo', after: 'đã trình' },
    { field: 'Tên', before: 'Tên cũ', after: 'Tên mới' },
    { field: 'Mã định danh, tên gọi khác', before: 'H55.1, Xã Một', after: 'Xã Một' },
    { field: 'Hết hiệu lực', before: null, after: '31/01/2030' },
  ]);
  expect(changesOf({ before, after }, 'en')[0]).toEqual({ field: 'State', before: 'draft', after: 'submitted' });
});

it('names what stands in something else by both, and ranges of days and numbers as people write them', () => {
  const after = {
    decision: { number: '9/QĐ-UBND', issuedOn: '2022-02-01' },
    inForce: '[2022-03-01,2022-12-31]',
    received: 12345,
    made: false,
  };
  expect(changesOf({ after }, 'vi')).toEqual([
    { field: 'Quyết định · Số', before: null, after: '9/QĐ-UBND' },
    { field: 'Quyết định · Ngày ban hành', before: null, after: '01/02/2022' },
    { field: 'Có hiệu lực', before: null, after: '01/03/2022 – 31/12/2022' },
    { field: 'Số dòng nhận', before: null, after: '12.345' },
    { field: 'Dữ liệu minh họa', before: null, after: 'không' },
  ]);
});

it('tells rows apart by what they are about', () => {
  const target = { name: 'Xã Một', scope: 'SUBTREE', locked: false };
  const before = { targets: [{ ...target, unit: '05506', percent: 55 }] };
  const after = {
    targets: [
      { ...target, unit: '05506', percent: 57.25, locked: true },
      { ...target, unit: '05509', name: 'Xã Hai', percent: 60 },
    ],
  };
  expect(changesOf({ before, after }, 'vi')).toEqual([
    { field: 'Chỉ tiêu · 05506 Xã Một', before: '55\u00a0%, gồm cấp dưới', after: '57,25\u00a0%, gồm cấp dưới, khóa' },
    { field: 'Chỉ tiêu · 05509 Xã Hai', before: null, after: '60\u00a0%, gồm cấp dưới' },
  ]);
});

it('shows what it does not know by its own name, nothing of what is no object, and not without end', () => {
  expect(changesOf({ before: 1, after: { toString: 'x', other: 'Y' } }, 'vi')).toEqual([
    { field: 'toString', before: null, after: 'x' },
    { field: 'other', before: null, after: 'Y' },
  ]);
  expect(changesOf({}, 'vi')).toEqual([]);
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, 'x']));
  expect(changesOf({ after: many }, 'vi')).toHaveLength(200);
});
