import { expect, it } from 'vitest';
import { compareValues, nextSort, readSort } from './column.ts';

it.each([
  ['', null],
  ['-', null],
  ['name', { key: 'name', descending: false }],
  ['-rate', { key: 'rate', descending: true }],
])('reads the sort word %j', (word, expected) => {
  expect(readSort(word)).toEqual(expected);
});

it('goes round with presses on one header: texts from the first, figures from the largest, then as they came', () => {
  const round = (key: string, numeric: boolean): string[] => {
    const words = [''];
    for (let press = 0; press < 3; press++) words.push(nextSort(words.at(-1) ?? '', key, numeric));
    return words.slice(1);
  };
  expect(round('name', false)).toEqual(['name', '-name', '']);
  expect(round('rate', true)).toEqual(['-rate', 'rate', '']);
});

it('begins anew on another header', () => {
  expect(nextSort('-rate', 'name', false)).toBe('name');
});

it('orders numbers as numbers and texts as Vietnamese does', () => {
  expect([10, 9, 100].sort(compareValues)).toEqual([9, 10, 100]);
  expect(['Đu', 'Dương', 'Ea', 'Ân', 'An', 'Ăn'].sort(compareValues)).toEqual(['An', 'Ăn', 'Ân', 'Dương', 'Đu', 'Ea']);
});
