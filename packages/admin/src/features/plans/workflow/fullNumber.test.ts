import { expect, it } from 'vitest';
import { fullNumber } from './useMove.ts';

it('writes the number of a decision in full where only its digits were typed, and leaves any other as it is', () => {
  expect(['15', ' 15 ', '15/QĐ-UBND', '15/2023/NQ-HĐND', ''].map(fullNumber)).toEqual([
    '15/QĐ-UBND',
    '15/QĐ-UBND',
    '15/QĐ-UBND',
    '15/2023/NQ-HĐND',
    '',
  ]);
});
