import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnfitField, isRow, storableText } from './row-problem.ts';

describe('a row', () => {
  it.each([[{}], [{ MaHoSo: '1' }]])('is the object %o', (raw) => expect(isRow(raw)).toBe(true));
  it.each([[null], [[]], ['text'], [1], [true], [undefined]])('is not %o', (raw) => expect(isRow(raw)).toBe(false));
});

describe('a field that cannot be stored', () => {
  it('is the first with NUL or too many characters, kept or not', () => {
    expect(findUnfitField({ a: 'x', b: 'y\0', c: 'x'.repeat(10_001) })).toEqual({ field: 'b', problem: 'HAS_NUL' });
    expect(findUnfitField({ a: 'x', GhiChu: 'x'.repeat(10_001) })).toEqual({ field: 'GhiChu', problem: 'TOO_LONG' });
  });

  it('may have exactly 10,000 characters', () => expect(findUnfitField({ a: 'x'.repeat(10_000) })).toBeNull());

  it('is told by its name only where the name is a plain word', () => {
    for (const name of ['0900000000', 'Nguyễn Văn A', 'a\0', 'x'.repeat(65), 'a b']) {
      expect(findUnfitField({ [name]: '\0' })).toEqual({ field: '', problem: 'HAS_NUL' });
    }
  });

  it('is not looked for inside nested values', () => expect(findUnfitField({ a: ['\0'], b: { c: '\0' } })).toBeNull());
});

describe('a storable text', () => {
  it.each([
    ['a\0b\0', 'ab'],
    ['\ud800x', '\u{fffd}x'],
    ['x\udc00', 'x\u{fffd}'],
    ['𝔘 phường', '𝔘 phường'],
  ])('of %o is %o', (text, expected) => expect(storableText(text)).toBe(expected));

  it('does not end in half a character where it was cut', () => expect(storableText('ab𝔘', 3)).toBe('ab\u{fffd}'));

  it('survives UTF-8 and holds no NUL, whatever came', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          const stored = storableText(text, 20);
          expect(decodeURIComponent(encodeURIComponent(stored))).toBe(stored);
          expect(stored).not.toContain('\0');
          expect(stored.length).toBeLessThanOrEqual(20);
        },
      ),
    );
  });
});
