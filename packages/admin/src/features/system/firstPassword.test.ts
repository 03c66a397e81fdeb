import { expect, it } from 'vitest';
import { firstPassword } from './firstPassword.ts';

it('is four groups of five letters that nobody takes for another, new each time', () => {
  const made = Array.from({ length: 200 }, () => firstPassword());
  for (const one of made) expect(one).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
  expect(new Set(made).size).toBe(200);
});

it('leaves out bytes that would make some letters likelier', () => {
  let asked = 0;
  const bytes = [new Uint8Array(32).fill(255), new Uint8Array(32).fill(0)];
  expect(firstPassword(() => bytes[Math.min(asked++, 1)] ?? new Uint8Array())).toBe('aaaaa-aaaaa-aaaaa-aaaaa');
  expect(asked).toBe(2);
});
