import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reactive } from 'vue';
import { isTarget, type CellValue, type RemotePlan, type TargetValue } from './targets.ts';
import { TargetSaving } from './TargetSaving.ts';

const target = (percent: number): TargetValue => ({ percent, locked: false, scope: 'SUBTREE' });

function percentIn(cells: ReadonlyMap<string, CellValue>, code: string): number | undefined {
  const value = cells.get(code);
  return isTarget(value) ? value.percent : undefined;
}

class Conflict extends Error {}

/** A server as far as saving sees it: one plan, a version, refusals on demand. */
class Server {
  version = 1;
  isDraft = true;
  targets = new Map<string, TargetValue>();
  typed = new Map<string, CellValue>();
  calls: string[] = [];
  failNext = 0;
  answer: Promise<void> = Promise.resolve();

  plan(): RemotePlan {
    return {
      version: this.version,
      isDraft: this.isDraft,
      cells: new Map<string, CellValue>([...this.targets, ...this.typed]),
    };
  }

  /** Somebody else changes a target. */
  otherSets(code: string, percent: number): void {
    this.targets.set(code, target(percent));
    this.version++;
  }

  private async accept(what: string, version: number, change: () => void): Promise<RemotePlan> {
    this.calls.push(what);
    await this.answer;
    if (this.failNext-- > 0) throw new Error('no line');
    if (version !== this.version || !this.isDraft) throw new Conflict();
    change();
    this.version++;
    return this.plan();
  }

  readonly forSaving = {
    set: (targets: readonly [string, TargetValue][], version: number) =>
      this.accept(`set ${targets.map(([code, { percent }]) => `${code}=${percent}`).join(' ')}`, version, () =>
        targets.forEach(([code, value]) => this.targets.set(code, value)),
      ),
    clear: (codes: readonly string[], version: number) =>
      this.accept(`clear ${codes.join(' ')}`, version, () => codes.forEach((code) => this.targets.delete(code))),
    inputs: (changed: readonly (readonly [string, CellValue | undefined])[], version: number) =>
      this.accept(
        `inputs ${changed.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(' ')}`,
        version,
        () => {
          for (const [key, value] of changed)
            if (value === undefined) this.typed.delete(key);
            else this.typed.set(key, value);
        },
      ),
    read: () => Promise.resolve(this.plan()),
    isConflict: (error: unknown) => error instanceof Conflict,
    isPassing: (error: unknown) => !(error instanceof Conflict),
  };
}

function open(
  server: Server,
  patience = 60_000,
): {
  saving: TargetSaving;
  working: Map<string, CellValue>;
  type: (code: string, percent: number | null) => void;
  typeInput: (key: string, value: CellValue | null) => void;
} {
  const working = reactive(new Map<string, CellValue>(server.plan().cells));
  const saving = new TargetSaving({ plan: server.plan(), working, calls: server.forSaving, delay: 60_000, patience });
  const type = (code: string, percent: number | null): void => {
    if (percent === null) working.delete(code);
    else working.set(code, target(percent));
    saving.changed([code]);
  };
  const typeInput = (key: string, value: CellValue | null): void => {
    if (value === null) working.delete(key);
    else working.set(key, value);
    saving.changed([key]);
  };
  return { saving, working, type, typeInput };
}

function serverWith(...targets: [code: string, percent: number][]): Server {
  const server = new Server();
  for (const [code, percent] of targets) server.targets.set(code, target(percent));
  return server;
}

describe('what was typed', () => {
  it('is sent together, what was emptied apart', async () => {
    const server = serverWith(['a', 5000], ['b', 5000]);
    const { saving, type } = open(server);
    type('a', 5500);
    type('c', 6000);
    type('b', null);
    expect(saving.states.get('a')).toBe('waiting');
    expect(await saving.saveNow()).toBe(true);
    expect(server.calls).toEqual(['set a=5500 c=6000', 'clear b']);
    expect([...saving.states.entries()]).toEqual([
      ['a', 'saved'],
      ['c', 'saved'],
      ['b', 'saved'],
    ]);
    expect(saving.version.value).toBe(3);
  });

  it('is not sent when it was typed back', async () => {
    const server = serverWith(['a', 5000]);
    const { saving, type } = open(server);
    type('a', 5500);
    type('a', 5000);
    await saving.saveNow();
    expect([server.calls, saving.states.size]).toEqual([[], 0]);
  });

  it('while a request is on its way goes with the next one', async () => {
    const server = serverWith(['a', 5000]);
    let release = (): void => undefined;
    server.answer = new Promise((resolve) => (release = resolve));
    const { saving, type } = open(server);
    type('a', 5500);
    const saved = saving.saveNow();
    type('a', 5600);
    release();
    expect(await saved).toBe(true);
    expect(server.calls).toEqual(['set a=5500', 'set a=5600']);
  });

  it('stays on the screen when it could not be saved, and is sent again on demand', async () => {
    const server = serverWith(['a', 5000]);
    const { saving, type, working } = open(server);
    server.failNext = 1;
    type('a', 5500);
    expect(await saving.saveNow()).toBe(false);
    expect([saving.states.get('a'), percentIn(working, 'a')]).toEqual(['failed', 5500]);
    expect(saving.error.value).toBeInstanceOf(Error);
    expect(await saving.saveNow()).toBe(true);
    expect([saving.states.get('a'), saving.error.value]).toEqual(['saved', null]);
  });
});

describe('when the line is down', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tries again by itself, each time after twice as long, until all is saved', async () => {
    const server = serverWith(['a', 5000]);
    const { saving, type } = open(server, 100);
    server.failNext = 3;
    type('a', 5500);
    await saving.saveNow();
    const triesAfter = async (wait: number): Promise<number> => {
      await vi.advanceTimersByTimeAsync(wait);
      return server.calls.length;
    };
    expect([await triesAfter(99), await triesAfter(1)]).toEqual([1, 2]);
    expect([await triesAfter(199), await triesAfter(1)]).toEqual([2, 3]);
    expect([await triesAfter(399), await triesAfter(1), await triesAfter(60_000)]).toEqual([3, 4, 4]);
    expect([server.targets.get('a')?.percent, saving.error.value]).toEqual([5500, null]);
  });

  it('does not once the page is left, nor what was refused for good', async () => {
    const server = serverWith(['a', 5000]);
    const { saving, type } = open(server, 100);
    server.failNext = 1;
    type('a', 5500);
    await saving.saveNow();
    saving.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.calls).toHaveLength(1);
    const other = open(server, 100);
    Object.assign(server.forSaving, { isPassing: () => false });
    server.failNext = 1;
    other.type('a', 5600);
    await other.saving.saveNow();
    await vi.advanceTimersByTimeAsync(50_000);
    expect(server.calls).toHaveLength(2);
  });

  it('tries at once when the line is back, and only what failed', async () => {
    const server = serverWith(['a', 5000]);
    const { saving, type } = open(server);
    saving.tryAgain();
    server.failNext = 1;
    type('a', 5500);
    await saving.saveNow();
    saving.tryAgain();
    expect(await saving.saveNow()).toBe(true);
    expect(server.calls).toEqual(['set a=5500', 'set a=5500']);
  });
});

describe('when somebody was faster', () => {
  it('their other changes are taken over and mine are saved on top', async () => {
    const server = serverWith(['a', 5000], ['b', 5000]);
    const { saving, type, working } = open(server);
    server.otherSets('b', 4000);
    type('a', 5500);
    expect(await saving.saveNow()).toBe(true);
    expect([server.targets.get('a')?.percent, server.targets.get('b')?.percent]).toEqual([5500, 4000]);
    expect([percentIn(working, 'b'), saving.states.get('b')]).toEqual([4000, 'theirs']);
  });

  it('on the same unit both values and the one before are kept for a choice, and nothing is overwritten', async () => {
    const server = serverWith(['a', 5000], ['b', 5000]);
    const { saving, type } = open(server);
    server.otherSets('a', 6000);
    type('a', 5500);
    type('b', 5200);
    expect(await saving.saveNow()).toBe(false);
    expect(saving.clashes.value).toEqual([
      { code: 'a', before: target(5000), mine: target(5500), theirs: target(6000) },
    ]);
    expect([server.targets.get('a')?.percent, server.targets.get('b')?.percent]).toEqual([6000, 5200]);
  });

  it.each([
    ['mine', 5500, 'saved'],
    ['theirs', 6000, undefined],
  ] as const)('choosing %s leaves %d on both sides', async (whose, percent, state) => {
    const server = serverWith(['a', 5000]);
    const { saving, type, working } = open(server);
    server.otherSets('a', 6000);
    type('a', 5500);
    await saving.saveNow();
    saving.choose('a', whose);
    expect(await saving.saveNow()).toBe(true);
    expect([percentIn(working, 'a'), server.targets.get('a')?.percent]).toEqual([percent, percent]);
    expect([saving.clashes.value.length, saving.states.get('a')]).toEqual([0, state]);
  });

  it('and set just what I set, there is nothing to choose: so an answer that got lost does no harm', async () => {
    const server = serverWith(['a', 5000]);
    const { saving, type } = open(server);
    type('a', 5500);
    server.otherSets('a', 5500);
    expect(await saving.saveNow()).toBe(true);
    expect(saving.clashes.value).toEqual([]);
  });

  it('and moved the plan on, what stands is shown, there is nothing to choose, and mine is kept until it is copied', async () => {
    const server = serverWith(['a', 5000], ['b', 5000], ['c', 5000]);
    const { saving, type, working } = open(server);
    server.otherSets('b', 4000);
    server.otherSets('c', 4100);
    server.isDraft = false;
    type('a', 5500);
    type('b', 5600);
    expect(await saving.saveNow()).toBe(false);
    expect([saving.isDraft.value, saving.clashes.value, server.calls.length]).toEqual([false, [], 1]);
    expect([...working.keys()].map((code) => [code, percentIn(working, code)])).toEqual([
      ['a', 5000],
      ['b', 4000],
      ['c', 4100],
    ]);
    expect(saving.lost.value).toEqual([
      { code: 'a', mine: target(5500), stands: target(5000) },
      { code: 'b', mine: target(5600), stands: target(4000) },
    ]);
    expect(saving.atRisk()).toBe(2);
    saving.lostCopied.value = true;
    expect(saving.atRisk()).toBe(0);
  });

  it('and moved the plan on while a choice was open, mine of it is kept too', async () => {
    const server = serverWith(['a', 5000]);
    const { saving, type, working } = open(server);
    server.otherSets('a', 6000);
    type('a', 5500);
    await saving.saveNow();
    server.isDraft = false;
    server.version++;
    saving.choose('a', 'mine');
    await saving.saveNow();
    expect(saving.lost.value).toEqual([{ code: 'a', mine: target(5500), stands: target(6000) }]);
    expect([percentIn(working, 'a'), saving.clashes.value.length]).toEqual([6000, 0]);
  });

  it('again and again, it gives up after a few tries instead of asking for ever', async () => {
    const server = serverWith(['a', 5000], ['b', 0]);
    const { saving, type } = open(server);
    type('a', 5500);
    const { read } = server.forSaving;
    Object.assign(server.forSaving, {
      read: async () => {
        const plan = await read();
        server.version++;
        return plan;
      },
    });
    server.version++;
    expect(await saving.saveNow()).toBe(false);
    expect([server.calls.length, saving.states.get('a')]).toEqual([5, 'failed']);
  });
});

describe('what is typed besides targets', () => {
  it('is sent before them, field by field, and dropped where it was emptied', async () => {
    const server = serverWith(['a', 5000]);
    server.typed.set('ceiling:a', 9000);
    const { saving, type, typeInput } = open(server);
    type('a', 5500);
    typeInput('floor:a', 4000);
    typeInput('ceiling:a', null);
    typeInput('plan:policy', 'FLOOR');
    expect(await saving.saveNow()).toBe(true);
    expect(server.calls).toEqual(['inputs ceiling:a=undefined floor:a=4000 plan:policy="FLOOR"', 'set a=5500']);
    expect([saving.states.get('floor:a'), saving.version.value]).toEqual(['saved', 3]);
  });

  it('is merged as targets are: theirs comes in, mine goes on top, what both changed waits for a choice', async () => {
    const server = serverWith();
    const { saving, typeInput, working } = open(server);
    server.typed.set('floor:a', 3000);
    server.typed.set('plan:step', 100);
    server.version++;
    typeInput('floor:a', 4000);
    typeInput('floor:b', 4100);
    expect(await saving.saveNow()).toBe(false);
    expect([working.get('plan:step'), server.typed.get('floor:b')]).toEqual([100, 4100]);
    expect(saving.clashes.value).toEqual([{ code: 'floor:a', before: undefined, mine: 4000, theirs: 3000 }]);
    saving.choose('floor:a', 'mine');
    expect(await saving.saveNow()).toBe(true);
    expect(server.typed.get('floor:a')).toBe(4000);
  });

  it('and was changed by a deed of mine on the server comes in without a mark', () => {
    const server = serverWith(['a', 5000]);
    const { saving, working } = open(server);
    server.otherSets('a', 6000);
    saving.catchUp(server.plan(), { mine: true });
    expect([percentIn(working, 'a'), saving.states.size, saving.version.value]).toEqual([6000, 0, 2]);
  });
});
