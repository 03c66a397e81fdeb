import { describe, expect, it, vi } from 'vitest';
import { TargetSaving, type SavingCalls } from './TargetSaving.ts';
import { isTarget, type CellValue, type RemotePlan, type TargetValue } from './targets.ts';

const value = (percent: number): TargetValue => ({ percent, locked: false, scope: 'SUBTREE' });
const remote = (version: number, targets: Record<string, number>, isDraft = true): RemotePlan => ({
  version,
  isDraft,
  cells: new Map<string, CellValue>(Object.entries(targets).map(([code, percent]) => [code, value(percent)])),
});

const percentIn = (cell: CellValue | undefined): number | undefined => (isTarget(cell) ? cell.percent : undefined);

function setUp(look: () => Promise<RemotePlan>) {
  const working = new Map<string, CellValue>([
    ['a', value(50)],
    ['b', value(50)],
  ]);
  const refuse = () => Promise.reject(new Error('not asked for'));
  const calls = {
    set: vi.fn<SavingCalls['set']>(refuse),
    clear: vi.fn<SavingCalls['clear']>(refuse),
    inputs: vi.fn<SavingCalls['inputs']>(refuse),
    read: vi.fn(refuse),
    look: vi.fn(look),
    isConflict: () => false,
    isPassing: () => false,
  };
  const saving = new TargetSaving({ plan: remote(1, { a: 50, b: 50 }), working, calls, delay: 60_000 });
  const shown = () => Object.fromEntries([...working].map(([code, cell]) => [code, percentIn(cell)]));
  return { saving, working, calls, shown };
}

describe('a page that is told that others went further', () => {
  it('takes in what only they changed', async () => {
    const { saving, shown } = setUp(() => Promise.resolve(remote(2, { a: 60, b: 50 })));
    await saving.lookAgain(2);
    expect([shown(), saving.version.value, saving.states.get('a')]).toEqual([{ a: 60, b: 50 }, 2, 'theirs']);
  });

  it('keeps what only one changed oneself, and leaves to a choice what both changed', async () => {
    const { saving, working, shown } = setUp(() => Promise.resolve(remote(2, { a: 60, b: 50 })));
    working.set('a', value(55)).set('b', value(45));
    await saving.lookAgain(2);
    expect(shown()).toEqual({ a: 55, b: 45 });
    expect(saving.clashes.value.map(({ code, mine, theirs }) => [code, percentIn(mine), percentIn(theirs)])).toEqual([
      ['a', 55, 60],
    ]);
    expect(saving.unsaved()).toEqual(['a', 'b']);
  });

  it('asks nothing where it is as far itself, or the plan was moved on', async () => {
    const { saving, calls } = setUp(() => Promise.resolve(remote(3, {}, false)));
    await saving.lookAgain(1);
    expect(calls.look).not.toHaveBeenCalled();
    await saving.lookAgain(3);
    expect(saving.isDraft.value).toBe(false);
    await saving.lookAgain(4);
    expect(calls.look).toHaveBeenCalledOnce();
  });

  it('lets an answer go that is older than what was saved meanwhile', async () => {
    let answer: (plan: RemotePlan) => void = () => undefined;
    const { saving, working, calls, shown } = setUp(() => new Promise((resolve) => (answer = resolve)));
    const looked = saving.lookAgain(2);
    working.set('b', value(45));
    calls.set.mockResolvedValueOnce(remote(3, { a: 60, b: 45 }));
    await saving.saveNow();
    answer(remote(2, { a: 60, b: 50 }));
    await looked;
    expect([shown().b, saving.version.value]).toEqual([45, 3]);
  });

  it('lets an answer go that comes while something is being saved', async () => {
    let answer: (plan: RemotePlan) => void = () => undefined;
    let saved: (plan: RemotePlan) => void = () => undefined;
    const { saving, working, calls, shown } = setUp(() => new Promise((resolve) => (answer = resolve)));
    const looked = saving.lookAgain(2);
    working.set('b', value(45));
    calls.set.mockReturnValueOnce(new Promise((resolve) => (saved = resolve)));
    const saving2 = saving.saveNow();
    answer(remote(2, { a: 50, b: 40 }));
    await looked;
    expect([shown().b, saving.clashes.value]).toEqual([45, []]);
    saved(remote(2, { a: 50, b: 45 }));
    await saving2;
    expect([shown().b, saving.unsaved()]).toEqual([45, []]);
  });

  it('stays as it is where nothing comes', async () => {
    const { saving, shown } = setUp(() => Promise.reject(new TypeError('no line')));
    await saving.lookAgain(2);
    expect([shown(), saving.version.value, saving.error.value]).toEqual([{ a: 50, b: 50 }, 1, null]);
  });
});
