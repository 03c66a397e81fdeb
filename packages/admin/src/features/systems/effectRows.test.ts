import { expect, it } from 'vitest';
import { effectRows, tenthsADay } from './effectRows.ts';

const parent = { code: '164', name: 'Thành phố Thái Nguyên' };
const unit = (
  code: string,
  kind: 'COMMUNE' | 'DISTRICT',
  of: typeof parent | null,
  during: number,
  around: number,
) => ({
  unit: { id: code, code, name: code, kind, parent: of },
  ...{
    during: { numerator: 1, denominator: during },
    around: { numerator: 2, denominator: around },
    tooFew: around < 20,
  },
});

it('tells districts with their communes first, the hardest hit first, and apart what had too little', () => {
  const units = [
    unit('05503', 'COMMUNE', parent, 4, 40),
    unit('05500', 'COMMUNE', parent, 1, 12),
    unit('164', 'DISTRICT', { code: '19', name: 'Tỉnh' }, 2, 4),
    unit('172', 'DISTRICT', { code: '19', name: 'Tỉnh' }, 5, 80),
  ];
  const { areas, communes, few } = effectRows({ units, each: 4 });
  expect(areas.map(({ code, during, around }) => [code, during.denominator, around.denominator])).toEqual([
    ['172', 5, 80],
    ['164', 7, 56],
  ]);
  expect([communes.map(({ code }) => code), few.map(({ code }) => code)]).toEqual([['05503'], ['05500']]);
  expect(effectRows({ units, each: 0 }).areas).toEqual([]);
  expect([tenthsADay(659, 2), tenthsADay(2611, 8)]).toEqual([3295, 3264]);
});
