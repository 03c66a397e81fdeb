import { beforeAll, expect, it } from 'vitest';
import { endingOf, findTokens, type ListedToken } from './useTokens.ts';

beforeAll(() => import('../texts.ts'));

it.each([
  ['2022-06-14', { tone: 'miss', text: 'Đã hết hạn' }],
  ['2022-06-15', { tone: 'risk', text: 'hết hôm nay' }],
  ['2022-07-15', { tone: 'risk', text: 'còn 30 ngày' }],
  ['2022-07-16', null],
] as const)('a token that ends on %s is marked as it stands', (ends, marked) => {
  expect(endingOf(ends, '2022-06-15')).toEqual(marked);
});

it('is found by its program or its unit, marks or not', () => {
  const token = (name: string, unit: string) => ({ name, unit: { name: unit } }) as ListedToken;
  const all = [token('Một cửa', 'Huyện Đồng Hỷ'), token('Kho dữ liệu', 'Sở Y tế')];
  expect(findTokens(all, 'mot cua')).toEqual([all[0]]);
  expect(findTokens(all, 'so y')).toEqual([all[1]]);
  expect(findTokens(all, ' ')).toEqual(all);
});
