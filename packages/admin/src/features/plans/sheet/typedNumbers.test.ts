import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import { planColumns } from './planColumns.ts';
import type { PlanUnit } from './planUnit.ts';
import { readField, type SheetField, type SheetValues, emptyValues } from './sheetField.ts';
import type { Sheet } from './useSheet.ts';

const unit: PlanUnit = {
  code: 'a',
  name: 'Xã A',
  aliases: [],
  kind: 'COMMUNE',
  volume: 100,
  baseline: 4000,
  isIssuer: false,
  before: null,
};
const values: SheetValues = {
  ...emptyValues(),
  targets: new Map([['a', { percent: 5000, locked: false, scope: 'SUBTREE' }]]),
  floors: new Map([['a', 3000]]),
  ceilings: new Map([['a', 6000]]),
};
const sheet = {
  plan: { state: 'DRAFT', amends: null, basisFrom: '2021-01-01', basisTo: '2021-12-31' },
  choices: { order: ref('code') },
  isOpen: ref(true),
  read: (code: string, field: SheetField) => readField(values, code, field),
  targetOf: () => 5000,
} as unknown as Sheet;

function reading(key: string, text: string): unknown {
  const parts = { sheet, rows: [unit], narrow: false, tight: false, months: {} as never };
  const columns = planColumns({ ...parts, take: () => undefined, lock: () => undefined });
  return columns.find((column) => column.key === key)?.edit?.read(text, unit);
}

describe('what is typed or pasted into a number', () => {
  it.each([
    ['55', 5500],
    ['55,5', 5550],
    ['55.5 %', 5550],
    [' 0,01 ', 1],
    ['100', 10_000],
    ['', null],
  ])('“%s” is taken', (text, value) => expect(reading('target', text)).toEqual({ value }));

  it.each(['xã A', '55 điểm', '1e3', '-1', '100,01', '55,555', '5 5', '=A1', 'NaN'])(
    '“%s” is refused with a reason that repeats it',
    (text) => {
      expect(reading('target', text)).toEqual({ problem: expect.stringContaining(`“${text}”`) as string });
      expect(reading('floor', text)).toHaveProperty('problem');
    },
  );

  it('a floor over the ceiling and a ceiling below the floor are refused; just at it they are taken', () => {
    expect([reading('floor', '60'), reading('ceiling', '30')]).toEqual([{ value: 6000 }, { value: 3000 }]);
    for (const crossed of [reading('floor', '60,01'), reading('ceiling', '29,99')]) {
      expect(crossed).toEqual({ problem: 'Sàn không được cao hơn trần.' });
    }
  });

  it('a baseline over the ceiling is no fault: the ceiling is taken', () => {
    expect(reading('ceiling', '35')).toEqual({ value: 3500 });
  });
});
