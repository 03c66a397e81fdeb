import { beforeAll, describe, expect, it } from 'vitest';
import {
  endAsBefore,
  endingOf,
  findTokens,
  standingOf,
  standingText,
  stillWorking,
  type ListedToken,
} from './useTokens.ts';

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

it('says of two tokens of one program which is the earlier, and until when it works', () => {
  const token = (id: string, program: string, expiresOn: string) =>
    ({ id, program, expiresOn, hint: `h${id}` }) as ListedToken;
  const [first, second, other] = [
    token('9', '1', '2022-06-29'),
    token('10', '1', '2023-06-15'),
    token('3', '2', '2022-12-31'),
  ];
  const all = [first, second, other];
  const told = (one: ListedToken, on: string): string => standingText(one, standingOf(one, all), on);
  expect(told(first, '2022-06-15')).toBe(
    'Đây là mã cũ của chương trình, còn dùng được đến hết ngày 29/06/2022. Mã mới kết thúc bằng …h10.',
  );
  expect(told(second, '2022-06-15')).toBe(
    'Mã cũ của chương trình này, kết thúc bằng …h9, còn dùng được đến hết ngày 29/06/2022.',
  );
  expect(told(first, '2022-06-30')).toContain('đã hết hạn ngày 29/06/2022');
  expect([told(second, '2022-06-30'), told(other, '2022-06-15')]).toEqual(['', '']);
});

describe('two tokens of one program', () => {
  const token = (id: string, program: string, createdOn: string, expiresOn: string) =>
    ({ id, program, createdOn, expiresOn }) as ListedToken;
  const first = token('9', '1', '2022-01-01', '2022-06-29');
  const second = token('10', '1', '2022-06-15', '2023-06-15');
  const all = [first, second, token('3', '2', '2022-01-01', '2025-01-01')];

  it('are told together while the earlier one works, by the later one alone', () => {
    expect(stillWorking(second, all, '2022-06-29')).toEqual([first]);
    expect(stillWorking(second, all, '2022-06-30')).toEqual([]);
    expect(stillWorking(first, all, '2022-06-20')).toEqual([]);
  });

  it('are both followed by one as long as the program’s longest, not by one as short as what is left of the earlier', () => {
    expect(endAsBefore(first, all, '2022-06-20')).toBe('2023-06-20');
    expect(endAsBefore(second, all, '2022-06-20')).toBe('2023-06-20');
    expect(endAsBefore(first, [first], '2022-06-20')).toBe('2022-12-16');
  });
});
