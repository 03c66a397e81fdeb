import { DEFAULT_EFFORT } from '@chi-tieu/shared/domain/cascade/effort';
import { expect, it } from 'vitest';
import { effortWords } from './effortLines.ts';

it('says what a weighted dossier is by the bands of the plan', () => {
  expect(effortWords(DEFAULT_EFFORT)).toBe(
    'Hồ sơ quy đổi là số hồ sơ trực tuyến phải thêm, có tính độ khó: trong 10 điểm tăng đầu, một hồ sơ tính là 1; ' +
      '10 điểm tiếp theo: 2; từ đó trở lên: 4.',
  );
  expect(effortWords([{ points: null, weight: 3 }])).toContain('mỗi hồ sơ tính là 3.');
});
