import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldMarked, matches, matchRank } from './fold.ts';

const letters = [
  ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ',
  ' ',
  '-',
  '.',
];
const texts = fc
  .array(fc.constantFrom(...letters, ...letters.map((letter) => letter.toUpperCase())), { maxLength: 30 })
  .map((all) => all.join(''));

describe('a folded text', () => {
  it.each([
    ['Đại Từ', 'dai tu'],
    ['hòa', 'hoa'],
    ['hoà', 'hoa'],
    ['THÁI NGUYÊN', 'thai nguyen'],
    ['  UBND   xã Hóa Thượng, huyện Đồng Hỷ ', 'ubnd xa hoa thuong huyen dong hy'],
    ['2.000815', '2 000815'],
    ['Đường', 'duong'],
    ['793/QĐ-UBND', '793 qd ubnd'],
    ['…', ''],
    ['', ''],
  ])('of «%s» is «%s»', (text, expected) => expect(fold(text)).toBe(expected));

  it('is the same for composed and decomposed text, in either case, and stays as it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = fold(text);
        expect(fold(text.normalize('NFD'))).toBe(folded);
        expect(fold(text.toUpperCase())).toBe(folded);
        expect(fold(folded)).toBe(folded);
        expect(folded).toMatch(/^([a-z]+( [a-z]+)*)?$/);
      }),
    );
  });
});

describe('a text folded with its marks', () => {
  it.each([
    ['hoà', 'hòa'],
    ['Hoá Thượng', 'Hóa Thượng'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['luỹ', 'lũy'],
    ['hoạ', 'họa'],
    ['HOÀ', 'hòa'],
    ['hoà'.normalize('NFD'), 'hòa'],
  ])('is the same for %s and %s', (one, other) => expect(foldMarked(one)).toBe(foldMarked(other)));

  it.each([
    ['hòa', 'hóa'],
    ['hòa', 'hoa'],
    ['đại', 'dại'],
    ['hoặc', 'hoạc'],
    ['tuân', 'tuan'],
    ['quế', 'qué'],
  ])('tells %s from %s', (one, other) => expect(foldMarked(one)).not.toBe(foldMarked(other)));

  it('keeps the marks of every other vowel', () => {
    expect(foldMarked('Chứng  thực bản sao, Hoặc xoắn')).toBe('chứng thực bản sao hoặc xoắn');
  });

  it('gives the same for composed and decomposed text', () => {
    fc.assert(fc.property(texts, (text) => void expect(foldMarked(text.normalize('NFD'))).toBe(foldMarked(text))));
  });

  it('folds to the same bare letters', () => {
    fc.assert(fc.property(texts, (text) => void expect(fold(foldMarked(text))).toBe(fold(text))));
  });
});

describe('a search', () => {
  it.each([
    ['hoa thuong', 'Thị trấn Hóa Thượng', 1],
    ['hoá thượng', 'Thị trấn Hóa Thượng', 2],
    ['hoà', 'Xã Hoàng Nông', 2],
    ['hóa', 'Xã Hòa Bình', 1],
    ['dai tu', 'Huyện Đại Từ', 1],
    ['2.0008', '2.000815', 2],
    ['', 'Xã Hòa Bình', 2],
    ['phú bình', 'Huyện Phú Lương', 0],
  ])('for «%s» in «%s» ranks %i', (query, target, rank) => {
    expect(matchRank(query, target)).toBe(rank);
    expect(matches(query, target)).toBe(rank > 0);
  });
});
