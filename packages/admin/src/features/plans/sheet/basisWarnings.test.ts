import { expect, it } from 'vitest';
import { basisWarnings } from './basisWarnings.ts';

const of = (basisTo: string | null, signed: string | null) =>
  basisWarnings({ basisFrom: '2022-01-01', basisTo, year: 2024 }, signed, '2023-06-01');

it('warns of a basis period that skips a year, or is not over at the signing', () => {
  expect(of('2022-12-31', null)).toEqual(['Kỳ cơ sở 01/01/2022 – 31/12/2022 bỏ qua năm 2023.']);
  expect(of('2023-12-31', null)).toEqual(['Kỳ cơ sở đến 31/12/2023 chưa hết: số liệu còn thay đổi.']);
  expect(of('2023-12-31', '2023-12-20')).toEqual([
    'Kỳ cơ sở kết thúc ngày 31/12/2023, sau ngày ký 20/12/2023: số liệu lúc ký chưa đủ kỳ.',
  ]);
  expect(of('2023-12-31', '2024-01-20')).toEqual([]);
  expect(of(null, null)).toEqual([]);
});
