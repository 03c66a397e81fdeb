import { describe, expect, it } from 'vitest';
import { isTypo, NearNames } from './near-names.ts';

const CATALOGUE = [
  { code: '2.000815', name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp' },
  { code: '1.001193', name: 'Thủ tục đăng ký khai sinh' },
  { code: '1.000312', name: 'Cấp Giấy phép kinh doanh vận chuyển hàng không' },
  { code: '1.000656', name: 'Đăng ký khai tử' },
];

describe('names that are nearly the same', () => {
  const names = new NearNames(CATALOGUE);
  const near = (name: string, code = '3.000000') => names.nearest(name, code)?.code ?? null;

  it.each([
    ['marks and case', 'chung thuc ban sao tu ban chinh giay to, van ban do co quan co tham quyen cap', '2.000815'],
    [
      'punctuation and blanks',
      'Chứng  thực bản sao từ bản chính giấy tờ – văn bản do cơ quan có thẩm quyền cấp.',
      '2.000815',
    ],
    ['a leading "thủ tục", and i for y', 'Đăng kí khai sinh', '1.001193'],
    ['the order of words', 'Khai sinh: đăng ký', '1.001193'],
    ['one letter of one word', 'Cấp Giấy phép kinh doanh vận chuyễn hàng khồng', '1.000312'],
    ['one letter too many', 'Cấp Giấy phép kinh doanh vận chuyeern hàng không', null],
    ['two words, one letter each', 'Cấp Giấy phép kinhh doanh vận chuyện hàng khong', '1.000312'],
  ])('differ by %s', (_what, name, code) => {
    expect(near(name)).toBe(code);
  });

  it.each([
    ['a whole word more', 'Cấp lại Giấy phép kinh doanh vận chuyển hàng không'],
    ['another word', 'Thu hồi Giấy phép kinh doanh vận chuyển hàng không'],
    ['another short word', 'Đăng ký khai báo'],
    ['nothing in common', 'Cấp thẻ căn cước'],
    ['no letter at all', '–'],
  ])('are other names with %s', (_what, name) => {
    expect(near(name)).toBeNull();
  });

  it('are never those of the code itself', () => {
    expect(near('Đăng ký khai sinh', '1.001193')).toBeNull();
  });

  it('are found among ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({
      code: `c${n}`,
      name: `Cấp giấy phép hoạt động loại ${n} cho tổ chức ${n % 97}`,
    }));
    const index = new NearNames([...many, ...CATALOGUE]);
    const found = many.slice(0, 2_000).filter(({ name, code }) => index.nearest(name, code) !== null);
    expect(found).toEqual([]);
    expect(index.nearest('Thủ tục đăng kí khai sinh', 'x')?.code).toBe('1.001193');
  });
});

it.each([
  ['chuyen', 'chuyem', true],
  ['chuyen', 'chuyenn', true],
  ['chuyen', 'chueyn', true],
  ['chuyen', 'chuyen', false],
  ['chuyen', 'doanh', false],
  ['cap', 'lap', false],
  ['khoan1', 'khoan2', false],
])('%s and %s: misspelt %s', (a, b, expected) => {
  expect([isTypo(a, b), isTypo(b, a)]).toEqual([expected, expected]);
});
