import { expect, it } from 'vitest';
import { longPart, parts } from './common-passwords.mjs';

const { byHand, made } = parts();

it('lists what the script makes of the words that stand there today', () => {
  expect(made).toEqual(longPart(byHand));
});

it('holds three thousand passwords and more that are long enough to be taken, none twice', () => {
  expect(made.filter((one) => one.length >= 12 && /^[a-z0-9]+$/.test(one)).length).toBe(made.length);
  expect(new Set(made).size).toBe(made.length);
  expect(made.length).toBeGreaterThanOrEqual(3_000);
});

it('leaves out what is found by a shorter line, with digits around it or several times over', () => {
  const [first, second] = [made[0], made[1]];
  const left = longPart(`${byHand}${first}\n`);
  expect([left.includes(first), left.includes(second)]).toEqual([false, true]);
});
