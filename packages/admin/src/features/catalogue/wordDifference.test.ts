import { describe, expect, it } from 'vitest';
import { wordDifference } from './wordDifference.ts';

const written = (before: string, after: string): string =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'gone' ? '[-' : '[+'}${text.trim()}]`))
    .join('');

describe('the difference of two texts', () => {
  it.each([
    ['Lệ phí 2.000 đồng/trang', 'Lệ phí 3.000 đồng/trang', 'Lệ phí [-2.000][+3.000]đồng/trang'],
    ['Tờ khai', 'Tờ khai theo mẫu', 'Tờ khai [+theo mẫu]'],
    ['Bản chính và bản sao', 'Bản sao', 'Bản [-chính và bản]sao'],
    ['', 'Không', '[+Không]'],
    ['Không', '', '[-Không]'],
    ['Một hai', 'Một  hai', 'Một  hai'],
  ])('of %j and %j is told word by word', (before, after, expected) => {
    expect(written(before, after)).toBe(expected);
  });

  it('of very long texts is the one and the other', () => {
    const [before, after] = ['a '.repeat(2_000), 'b '.repeat(2_000)];
    expect(wordDifference(before, after).map(({ kind }) => kind)).toEqual(['gone', 'come']);
  });
});
