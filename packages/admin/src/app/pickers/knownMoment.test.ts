import { expect, it } from 'vitest';
import { endOf, justBefore, readTime } from './knownMoment.ts';

it.each([
  ['8:15', '08:15'],
  [' 08h15 ', '08:15'],
  ['23.59', '23:59'],
  ['24:00', null],
  ['8:60', null],
  ['8', null],
  ['sáng', null],
])('takes %j for the time %j', (text, time) => {
  expect(readTime(text)).toBe(time);
});

it('knows all that came in the minute or on the day', () => {
  expect(endOf('2022-08-31', '08:15')).toBe('2022-08-31T08:15:59.999+07:00');
  expect(endOf('2022-08-31', null)).toBe('2022-08-31T23:59:59.999+07:00');
});

it('ends just before an import', () => {
  expect(justBefore('2022-08-31T01:15:00.000Z')).toBe('2022-08-31T01:14:59.999Z');
});
