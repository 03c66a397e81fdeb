import { describe, expect, it } from 'vitest';
import { unitFinder } from './unitNames.ts';

const UNITS = ['Xã Phú Lạc', 'Thị trấn Hùng Sơn', 'Xã Hùng Sơn', 'Xã Hà Châu', 'Xã Hạ Châu', 'Phường Hoà Bình'];
const find = unitFinder(UNITS.map((name) => ({ name, aliases: name === 'Xã Phú Lạc' ? ['Xã Phục Lạc'] : [] })));
const found = (text: string): string | null => {
  const named = find(text);
  return named === null ? null : `${UNITS[named.row] ?? ''}${named.unmarked ? ', không dấu' : ''}`;
};

describe('a unit is found', () => {
  it.each([
    ['Xã Phú Lạc', 'Xã Phú Lạc'],
    ['  PHÚ LẠC ', 'Xã Phú Lạc'],
    ['UBND xã Phú Lạc', 'Xã Phú Lạc'],
    ['Ủy ban nhân dân xã Phú Lạc', 'Xã Phú Lạc'],
    ['Uỷ ban nhân dân Xã Phú Lạc', 'Xã Phú Lạc'],
    ['X. Phú Lạc', 'Xã Phú Lạc'],
    ['phục lạc', 'Xã Phú Lạc'],
    ['TT. Hùng Sơn', 'Thị trấn Hùng Sơn'],
    ['Hà Châu', 'Xã Hà Châu'],
    ['P.Hòa Bình', 'Phường Hoà Bình'],
  ])('with marks by %s', (text, unit) => expect(found(text)).toBe(unit));

  it.each([
    ['Xa Phu Lac', 'Xã Phú Lạc, không dấu'],
    ['UY BAN NHAN DAN XA PHU LAC', 'Xã Phú Lạc, không dấu'],
    ['thi tran hung son', 'Thị trấn Hùng Sơn, không dấu'],
    ['hoa binh', 'Phường Hoà Bình, không dấu'],
  ])('without marks by %s, which is said', (text, unit) => expect(found(text)).toBe(unit));
});

it.each([
  ['two of another kind have the name', 'Hùng Sơn'],
  ['two differ by a mark only', 'Xa Ha Chau'],
  ['it is another kind of unit', 'Phường Phú Lạc'],
  ['it is only a part of a name', 'Phú'],
  ['it is empty', ' '],
])('nobody is found where %s', (_why, text) => expect(found(text)).toBeNull());
