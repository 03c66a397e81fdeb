import { describe, expect, it } from 'vitest';
import { Undo } from './undo.ts';

describe('what is undone at the end', () => {
  it('is undone in the opposite order, once, and whatever fails keeps nothing from it', async () => {
    const done: string[] = [];
    const told: unknown[] = [];
    const undo = new Undo({ error: (error: unknown) => void told.push(error) });
    undo.add(async () => done.push('first'));
    undo.add(() => Promise.reject(new Error('no')));
    undo.add(async () => done.push('last'));
    await undo.run();
    await undo.run();
    expect(done).toEqual(['last', 'first']);
    expect(told).toEqual([new Error('no')]);
  });
});
