import { describe, expect, it } from 'vitest';
import { NameCache } from './name-keys.ts';

describe('what is made of names', () => {
  it('is made once of each, and kept of at most 20,000', () => {
    const asked: string[] = [];
    const cache = new NameCache((name) => {
      asked.push(name);
      return name.toUpperCase();
    });
    expect([cache.of('xã a'), cache.of('xã a'), asked]).toEqual(['XÃ A', 'XÃ A', ['xã a']]);
    for (let i = 0; i < 20_100; i += 1) cache.of(`xã ${i}`);
    expect([cache.size, cache.of('xã 20099'), asked.at(-1)]).toEqual([20_000, 'XÃ 20099', 'xã 20099']);
  });

  it('is not kept of names that are longer than those of units', () => {
    const cache = new NameCache((name) => name.toUpperCase());
    for (const length of [200, 201, 10_000]) expect(cache.of('x'.repeat(length))).toBe('X'.repeat(length));
    expect(cache.size).toBe(1);
  });
});
