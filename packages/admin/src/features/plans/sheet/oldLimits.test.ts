import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeOldLimits } from './oldLimits.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => void vi.unstubAllGlobals());

it('gives limits that were kept in the browser once, and only those that can be meant', () => {
  kept.set(
    'plan-limits:p',
    JSON.stringify({ floors: [['05761', 4000], ['05764', 10_001], 'x'], ceilings: [['05761', 9000]] }),
  );
  expect(takeOldLimits('p')).toEqual([
    ['floor:05761', 4000],
    ['ceiling:05761', 9000],
  ]);
  expect(takeOldLimits('p')).toEqual([]);
});

it.each(['[]', 'null', '{"floors": 1}', '{'])('gives nothing of %s', (text) => {
  kept.set('plan-limits:p', text);
  expect(takeOldLimits('p')).toEqual([]);
});
