import { expect, it } from 'vitest';
import { changesOf, countOf, leftTexts, mergedTexts, type Copied } from './copyOutcome.ts';

const unit = (code: string, kind = 'COMMUNE') => ({ id: code, code, name: `Xã ${code}`, kind });
const COPIED = {
  targets: [
    { unit: unit('1'), percent: 54.99, scope: 'SUBTREE', locked: true, mergedFrom: [] },
    { unit: unit('2'), percent: 50, scope: 'OWN', locked: false, mergedFrom: [unit('2'), unit('3')] },
    { unit: unit('9', 'DISTRICT'), percent: 40, scope: 'OWN', locked: false, mergedFrom: [] },
  ],
  limits: [{ unit: unit('1'), floor: 40, ceiling: null, mergedFrom: [] }],
  kept: [],
  left: [{ unit: unit('7'), percent: 12.5, why: 'GONE' }],
} as unknown as Copied;

it('copies targets, locks and limits as one list of changes, without what a sheet cannot say', () => {
  expect(changesOf(COPIED)).toEqual([
    { code: '1', field: 'target', value: 5_499 },
    { code: '1', field: 'lock', value: 1 },
    { code: '2', field: 'target', value: 5_000 },
    { code: '2', field: 'lock', value: 0 },
    { code: '1', field: 'floor', value: 4_000 },
    { code: '1', field: 'ceiling', value: null },
  ]);
  expect(countOf(COPIED)).toBe(2);
});

it('names units that others became, and what is not copied with why', () => {
  expect(mergedTexts(COPIED)).toEqual(['Xã 2 50 % (từ Xã 2, Xã 3)'.replace('50 %', '50\u00a0%')]);
  expect(leftTexts(COPIED).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
    'Xã 7 (12,50 %, không còn đơn vị tiếp nhận)',
    'Xã 9 (40 %, chỉ tính hồ sơ của riêng đơn vị)',
  ]);
});
