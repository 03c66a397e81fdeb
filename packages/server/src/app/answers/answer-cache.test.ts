import { expect, it } from 'vitest';
import { AnswerCache } from './answer-cache.ts';

const answer = (bytes: number, stand = 'a') => ({ stand, type: 'application/json', body: Buffer.alloc(bytes) });

it('gives an answer at the stand at which it was read, and at no other one', () => {
  const cache = new AnswerCache(100_000);
  cache.set('question', answer(10));
  expect(cache.get('question', 'a')?.body).toHaveLength(10);
  expect(cache.get('question', 'b')).toBeNull();
  expect(cache.get('another', 'a')).toBeNull();
});

it('never takes more than it may: what was not asked for longest goes', () => {
  const cache = new AnswerCache(10_000);
  for (const key of ['1', '2', '3', '4']) cache.set(key, answer(2_000));
  cache.get('1', 'a');
  cache.set('5', answer(2_000));
  expect(cache.bytes).toBeLessThanOrEqual(10_000);
  expect(['1', '2', '3', '4', '5'].filter((key) => cache.has(key))).toEqual(['1', '3', '4', '5']);
});

it('counts an answer that takes the place of another one once, and keeps none that is too large', () => {
  const cache = new AnswerCache(10_000);
  cache.set('1', answer(2_000));
  cache.set('1', answer(100, 'b'));
  expect(cache.bytes).toBe(500);
  cache.set('1', answer(9_000, 'c'));
  expect([cache.has('1'), cache.bytes]).toEqual([false, 0]);
});
