import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyHistory, record, redo, undo, type History, type Step } from './history.ts';

const step = (what: string, ...changes: [key: string, before: number, after: number][]): Step<number> => ({
  what,
  changes: changes.map(([key, before, after]) => ({ key, before, after })),
});
const PASTE = step('paste', ['a', 1, 2], ['b', 0, 5]);

describe('a history', () => {
  it('takes a whole paste back at once and does it again at once', () => {
    const undone = undo(record(emptyHistory<number>(), PASTE));
    expect(undone?.step.changes).toEqual([
      { key: 'a', before: 2, after: 1 },
      { key: 'b', before: 5, after: 0 },
    ]);
    expect(undone && redo(undone.history)?.step).toEqual(PASTE);
  });

  it('forgets what was undone once something new is done', () => {
    const undone = undo(record(emptyHistory<number>(), PASTE));
    const next = record(undone?.history ?? emptyHistory(), step('type', ['a', 1, 9]));
    expect(redo(next)).toBeNull();
  });

  it('has nothing to undo or redo at first, and does not record what changes nothing', () => {
    expect([undo(emptyHistory()), redo(emptyHistory())]).toEqual([null, null]);
    expect(record(emptyHistory<number>(), step('type', ['a', 3, 3])).done).toEqual([]);
  });

  it('leaves out of a step the values that stay', () => {
    const { done } = record(emptyHistory<number>(), step('fill', ['a', 3, 3], ['b', 1, 3]));
    expect(done[0]?.changes.map(({ key }) => key)).toEqual(['b']);
  });

  it('forgets the oldest of very many steps', () => {
    let history: History<number> = emptyHistory();
    for (let i = 0; i < 250; i++) history = record(history, step(String(i), ['a', i, i + 1]));
    expect([history.done.length, history.done[0]?.what]).toEqual([200, '50']);
  });
});

it('undoing everything restores the beginning, redoing everything the end', () => {
  const deeds = fc.array(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(3)), { maxLength: 4 }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(deeds, (all) => {
      const values = new Map<string, number>();
      const set = ({ changes }: Step<number>): void => changes.forEach(({ key, after }) => values.set(key, after));
      let history: History<number> = emptyHistory();
      for (const deed of all) {
        const targets = new Map(deed);
        const next = step(
          'deed',
          ...[...targets].map(([key, after]): [string, number, number] => [key, values.get(key) ?? 0, after]),
        );
        set(next);
        history = record(history, next);
      }
      const end = [...values];
      for (let moved = undo(history); moved; moved = undo(history)) {
        history = moved.history;
        set(moved.step);
      }
      expect([...values.values()].every((value) => value === 0)).toBe(true);
      for (let moved = redo(history); moved; moved = redo(history)) {
        history = moved.history;
        set(moved.step);
      }
      expect([...values]).toEqual(end);
    }),
  );
});
