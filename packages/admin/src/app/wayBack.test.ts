import { expect, it } from 'vitest';
import { comeFrom, wayBack } from './wayBack.ts';

it.each([
  ['/don-vi?under=164', '/don-vi?under=164'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [undefined, '/'],
  [['/a', '/b'], '/'],
])('after the sign-in, %j leads to %s', (next, expected) => {
  expect(comeFrom(next)).toBe(expected);
});

it('remembers where one was, but for the first page', () => {
  expect([wayBack('/don-vi?under=164'), wayBack('/')]).toEqual([{ next: '/don-vi?under=164' }, {}]);
});
