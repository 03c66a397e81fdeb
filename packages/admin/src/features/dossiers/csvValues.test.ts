import { expect, it } from 'vitest';
import { csvValues } from './csvValues.ts';

it('finds what stood in a cell, under the titles', () => {
  const valueOf = csvValues('\ufeffMaHoSo,NgayTiepNhan\r\nH55-1,20220531081500\r\nH55-2,2.02206E+13\r\n');
  expect([valueOf(1, 'MaHoSo'), valueOf(2, 'NgayTiepNhan')]).toEqual(['H55-1', '2.02206E+13']);
  expect([valueOf(3, 'MaHoSo'), valueOf(1, 'MaTTHC'), valueOf(0, 'MaHoSo')]).toEqual([undefined, undefined, undefined]);
});

it('reads quoted cells with separators, line ends and quotes, and other separators', () => {
  const valueOf = csvValues('code;name;tiers\n2.000815;"Chứng thực; ""bản sao""\ntừ bản chính";Xã\n\n1.001193;;Huyện');
  expect(valueOf(1, 'name')).toBe('Chứng thực; "bản sao"\ntừ bản chính');
  expect([valueOf(2, 'code'), valueOf(2, 'name'), valueOf(2, 'tiers')]).toEqual(['1.001193', '', 'Huyện']);
});

it('shows the beginning of a long value, and nothing of what is no table', () => {
  expect(csvValues(`name\n${'x'.repeat(100)}`)(1, 'name')).toBe(`${'x'.repeat(60)}…`);
  expect(csvValues('name\n"a" b\nc')(1, 'name')).toBeUndefined();
});
