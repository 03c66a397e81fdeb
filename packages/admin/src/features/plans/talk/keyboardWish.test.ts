import { describe, expect, it } from 'vitest';
import { keyboardWish } from './keyboardWish.ts';

describe('the field of a talk', () => {
  it('takes the keyboard once when it is asked for, not again as one goes through the sheet', () => {
    const wish = keyboardWish();
    expect(wish.takes('a')).toBe(false);
    wish.ask('a');
    expect(['a', 'b', 'a'].map(wish.takes)).toEqual([true, false, false]);
    wish.ask('b');
    expect(wish.takes('b')).toBe(true);
  });

  it('leaves the keyboard with whoever went on before it came', () => {
    const wish = keyboardWish();
    wish.ask('a');
    expect(['b', 'a'].map(wish.takes)).toEqual([false, false]);
  });
});
