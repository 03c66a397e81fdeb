import { expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';

it('lets so many pass at a time, in the order in which they came', async () => {
  const turnstile = new Turnstile(1);
  const seen: number[] = [];
  const first = await turnstile.enter();
  const others = [1, 2, 3].map((n) => turnstile.pass(async () => seen.push(n)));
  await new Promise(setImmediate);
  expect(seen).toEqual([]);
  first();
  await Promise.all(others);
  expect(seen).toEqual([1, 2, 3]);
});

it('gives a place back once, however often it is given back', async () => {
  const turnstile = new Turnstile(1);
  const leave = await turnstile.enter();
  leave();
  leave();
  await turnstile.enter();
  await expect(turnstile.enter({ mostMs: 1 })).rejects.toMatchObject({ kind: 'UNAVAILABLE', text: 'server.busy' });
});

it('who was refused takes no place from those who wait behind', async () => {
  const turnstile = new Turnstile(1);
  const leave = await turnstile.enter();
  const ending = new AbortController();
  const refused = turnstile.enter({ signal: ending.signal }).catch((error: unknown) => error);
  const behind = turnstile.enter();
  ending.abort(new Error('no more'));
  expect(await refused).toEqual(new Error('no more'));
  leave();
  (await behind)();
  await expect(turnstile.enter({ signal: ending.signal })).rejects.toThrow('no more');
  (await turnstile.enter())();
});
