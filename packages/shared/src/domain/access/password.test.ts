import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareWords, LONGEST_PASSWORD, passwordProblem, passwordText, SHORTEST_PASSWORD } from './password.ts';

const common = new Set(['matkhau', '123456', 'qwertyuiop', 'abc', 'xinchao']);
const names = ['Nguyễn Văn A', 'chi-tieu', '***'];
const problem = (password: string) => passwordProblem(password, { names, common });

describe('a new password', () => {
  it.each([
    ['a sentence', 'ba con trâu trên đồng'],
    ['letters of any script', 'пароль-длинный'],
    ['signs beyond the first plane', '🐃🐃🐃🐃🐃🐃🐃🐃🐃🐃🐃🌾'],
    ['one that only holds a common one', 'matkhau cua con trau'],
    ['one that only holds the name', 'nguyễn văn a ở Hà Nội'],
    ['small letters alone', 'khongcanchuhoahaychuso'],
    ['one with digits within a common one', 'mat2022khau mat2022khau'],
    ['signs alone, though a name may be bare of letters too', '!@#$%^&*()_+-'],
    ['the shortest', 'trâu bò ngựa'],
    ['the longest', 'ab'.repeat(LONGEST_PASSWORD / 2)],
  ])('may be %s', (_what, password) => {
    expect(problem(password)).toBeNull();
  });

  it.each([
    ['too short', 'trâu bò ngự', 'SHORT'],
    ['too short however many bytes it has', '🐃'.repeat(SHORTEST_PASSWORD - 1), 'SHORT'],
    ['too short once its letters are composed', 'tra\u0302u bo\u0300 ngu', 'SHORT'],
    ['too long', 'ab'.repeat(LONGEST_PASSWORD / 2) + 'c', 'LONG'],
    ['the user name', 'NGUYEN VAN A', 'NAME'],
    ['the user name with digits', '2022 nguyễn văn a 2022', 'NAME'],
    ['the product', 'Chỉ Tiêu 12345', 'NAME'],
    ['common with digits', 'matkhau12345', 'COMMON'],
    ['common with marks, capitals and signs', '12 Mật Khẩu 34!', 'COMMON'],
    ['common several times over', 'xinchaoxinchao', 'COMMON'],
    ['digits in a row several times over', '123456123456', 'COMMON'],
    ['a short piece over and over, with digits', 'abcabcabcabc1', 'COMMON'],
    ['one sign over and over', '!'.repeat(20), 'COMMON'],
  ])('is not %s', (_what, password, expected) => {
    expect(problem(password)).toBe(expected);
  });

  it('is judged the same however its letters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(problem(text.normalize('NFD'))).toBe(problem(text.normalize('NFC')));
        expect(passwordText(text.normalize('NFD'))).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('is compared without marks, capitals and blanks', () => {
    expect(bareWords(' Mật  Khẩu-1 ')).toBe('matkhau1');
  });
});
