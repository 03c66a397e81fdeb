import { expect, it } from 'vitest';
import { placeOf, waterfall } from './waterfall.ts';

const step = (key: string, after: number) => ({ key, label: key, shown: '', after });

it('draws each step from where the one before ended, up or down, and the ends from the floor', () => {
  const bars = waterfall(step('then', 60), [step('new', 58), step('list', 63)], step('now', 63));
  expect(bars.map(({ key, kind, low, high }) => [key, kind, low, high])).toEqual([
    ['then', 'END', 55, 60],
    ['new', 'DOWN', 58, 60],
    ['list', 'UP', 58, 63],
    ['now', 'END', 55, 63],
  ]);
  expect([placeOf(55, bars), placeOf(63, bars)]).toEqual([0, 1]);
});

it('never has its floor below zero, and places nothing where all is one', () => {
  const bars = waterfall(step('then', 0), [], step('now', 0));
  expect(bars.map(({ low }) => low)).toEqual([0, 0]);
  expect(placeOf(0, bars)).toBe(0);
});
