import { expect, it } from 'vitest';
import { shortName } from './shortName.ts';

it('writes units on maps without their kinds, and numbers with them', () => {
  const names = ['Thành phố Phổ Yên', 'Huyện Đại Từ', 'Thị trấn Hùng Sơn', 'Phường 1', 'Sở Y tế'];
  expect(names.map(shortName)).toEqual(['Phổ Yên', 'Đại Từ', 'Hùng Sơn', 'Phường 1', 'Sở Y tế']);
});
