import { describe, expect, it } from 'vitest';
import { sameValue } from './same-value.ts';

describe('two values', () => {
  it.each([
    [{ name: 'Tờ khai', copies: 1 }, { copies: 1, name: 'Tờ khai' }, true],
    [[{ url: 'u', title: null }], [{ title: null, url: 'u' }], true],
    [null, undefined, true],
    [['a', 'b'], ['b', 'a'], false],
    [{ copies: 1 }, { copies: 2 }, false],
    [0, null, false],
  ])('%j and %j say the same: %j', (a, b, expected) => {
    expect(sameValue(a, b)).toBe(expected);
  });
});
