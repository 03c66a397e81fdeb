import { reactive, ref, shallowRef } from 'vue';
import { mergeTargets, type Clash, type ReadableCells } from './mergeTargets.ts';
import {
  cellOfKey,
  isTarget,
  sameCell,
  type Cells,
  type CellValue,
  type RemotePlan,
  type TargetValue,
} from './targets.ts';

/** Where one cell stands on its way to the server. A cell without a state is as the server has it. */
export type CellState = 'waiting' | 'saving' | 'saved' | 'failed' | 'clash' | 'theirs';

/** The calls that saving needs; each gives the plan as it is afterwards. */
export interface SavingCalls {
  set: (targets: readonly [code: string, value: TargetValue][], version: number) => Promise<RemotePlan>;
  clear: (codes: readonly string[], version: number) => Promise<RemotePlan>;
  /** Sets what is typed besides targets; without a value it is dropped. */
  inputs: (
    changed: readonly (readonly [key: string, value: CellValue | undefined])[],
    version: number,
  ) => Promise<RemotePlan>;
  read: () => Promise<RemotePlan>;
  /** Whether a call failed because somebody else was faster. */
  isConflict: (error: unknown) => boolean;
  /** Whether a call failed for lack of a line or a server: the same may succeed a little later. */
  isPassing: (error: unknown) => boolean;
}

/** A cell of mine that was not saved before the plan was moved on, and what stands instead. Undefined is nothing typed. */
export interface LostTarget {
  /** The cell's key: of a target the unit's code. */
  readonly code: string;
  readonly mine: CellValue | undefined;
  readonly stands: CellValue | undefined;
}

/** The cells on the screen, by their keys. */
export interface WorkingCells extends ReadableCells {
  set(key: string, value: CellValue): unknown;
  delete(key: string): unknown;
}

export interface SavingInput {
  plan: RemotePlan;
  /** What stands on the screen: changed by whoever types, and here by what others did. */
  working: WorkingCells;
  calls: SavingCalls;
  /** How long to wait for more before a change is sent, in milliseconds. */
  delay?: number;
  /** How long to wait after a first failure, in milliseconds; doubled with each that follows. */
  patience?: number;
}

const MOST_TRIES = 5;
/** How long a cell says that it was saved. */
const SHOWN_MS = 2500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Saves targets, and what is typed beside them, behind the back of whoever types: what changed is gathered for a moment and sent together, one request at a
 * time, naming the version it is based on. If somebody was faster the plan is read again: what only they changed is taken
 * over, what only I changed is sent again, and what both changed waits for a choice. Nothing is ever overwritten unseen. Where the line is down it tries again by itself,
 * ever more rarely. Once somebody moved the plan on, what stands is shown, and mine is kept beside it to be copied.
 */
export class TargetSaving {
  readonly states = reactive(new Map<string, CellState>());
  readonly version = ref(0);
  /** False once somebody moved the plan on: then nothing more can be saved. */
  readonly isDraft = ref(true);
  readonly busy = ref(false);
  /** When something was saved last; null before. */
  readonly savedAt = ref<Date | null>(null);
  /** Why the last try failed; null when it did not. */
  readonly error = shallowRef<unknown>(null);
  readonly clashes = shallowRef<readonly Clash[]>([]);
  /** What of mine was not saved before the plan was moved on. */
  readonly lost = shallowRef<readonly LostTarget[]>([]);
  /** Whether those were copied: then they are safe. */
  readonly lostCopied = ref(false);

  private base: Cells;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private readonly working: WorkingCells;
  private readonly calls: SavingCalls;
  private readonly delay: number;
  private readonly patience: number;
  private failures = 0;
  private stopped = false;

  constructor({ plan, working, calls, delay = 400, patience = 2000 }: SavingInput) {
    this.working = working;
    this.calls = calls;
    this.delay = delay;
    this.patience = patience;
    this.base = plan.cells;
    this.version.value = plan.version;
    this.isDraft.value = plan.isDraft;
  }

  /** The cells that are not on the screen as they are on the server. */
  unsaved(): string[] {
    const codes = new Set([...this.base.keys(), ...this.working.keys()]);
    return [...codes].filter((code) => !sameCell(this.base.get(code), this.working.get(code)));
  }

  /** How many of my cells would be lost if the page were left now. */
  atRisk(): number {
    return this.unsaved().length + (this.lostCopied.value ? 0 : this.lost.value.length);
  }

  /** Says that some cells were changed, by their keys: they are sent after a moment. */
  changed(codes: readonly string[]): void {
    this.mark(
      codes.filter((code) => !this.isHeld(code)),
      'waiting',
    );
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), this.delay);
  }

  /** Saves now what waits; true when everything is on the server afterwards. */
  async saveNow(): Promise<boolean> {
    clearTimeout(this.timer);
    this.running ??= this.saveAll().finally(() => (this.running = null));
    await this.running;
    return this.atRisk() === 0;
  }

  /** Settles a clash: mine is sent on top of theirs, or theirs is taken over. */
  choose(code: string, whose: 'mine' | 'theirs'): void {
    const clash = this.clashes.value.find((one) => one.code === code);
    this.clashes.value = this.clashes.value.filter((one) => one.code !== code);
    if (clash && whose === 'theirs') this.put(code, clash.theirs);
    this.states.delete(code);
    if (whose === 'mine') this.changed([code]);
  }

  /** Tries again what could not be saved, as when the line is back or somebody signed in again. */
  tryAgain(): void {
    if (this.error.value !== null) void this.saveNow();
  }

  /** Sends nothing any more by itself: the page is being left. */
  stop(): void {
    clearTimeout(this.timer);
    this.stopped = true;
  }

  /** Takes over a plan that was read or changed elsewhere, as after a conflict; with `mine` it was I who changed it. */
  catchUp(remote: RemotePlan, { mine = false } = {}): void {
    if (!remote.isDraft) {
      this.giveUp(remote);
      return;
    }
    const merged = mergeTargets(this.base, this.working, remote.cells);
    for (const code of merged.theirs) this.put(code, remote.cells.get(code));
    if (!mine) this.mark(merged.theirs, 'theirs');
    const found = merged.clashes.map(({ code }) => code);
    this.mark(found, 'clash');
    this.clashes.value = [...this.clashes.value.filter(({ code }) => !found.includes(code)), ...merged.clashes];
    this.follow(remote);
  }

  private async saveAll(): Promise<void> {
    this.busy.value = true;
    this.error.value = null;
    try {
      await this.tryWhileOthersWrite();
      this.failures = 0;
    } catch (problem) {
      this.error.value = problem;
      this.mark(this.sendable(), 'failed');
      if (this.calls.isPassing(problem)) this.waitAndTry();
    } finally {
      this.busy.value = false;
    }
  }

  private async tryWhileOthersWrite(): Promise<void> {
    let refused: unknown = null;
    for (let tries = 0; tries < MOST_TRIES;) {
      const codes = this.sendable();
      this.settle();
      if (codes.length === 0) return;
      refused = await this.tryToSave(codes);
      tries = refused === null ? 0 : tries + 1;
    }
    throw refused;
  }

  /** The conflict where somebody was faster (the plan is then as they left it, and it may be tried again), else null. */
  private async tryToSave(codes: readonly string[]): Promise<unknown> {
    this.mark(codes, 'saving');
    try {
      await this.send(codes);
    } catch (problem) {
      if (!this.calls.isConflict(problem)) throw problem;
      this.catchUp(await this.calls.read());
      return problem;
    }
    this.savedAt.value = new Date();
    const open = new Set(this.unsaved());
    const done = codes.filter((code) => !open.has(code));
    this.mark(done, 'saved');
    setTimeout(() => this.forget(done), SHOWN_MS);
    return null;
  }

  private waitAndTry(): void {
    if (this.stopped) return;
    const wait = Math.min(this.patience * 2 ** this.failures++, LONGEST_WAIT_MS);
    this.timer = setTimeout(() => void this.saveNow(), wait);
  }

  /** The plan can no longer be changed: the screen shows what stands, and mine is kept to be copied. */
  private giveUp(remote: RemotePlan): void {
    const { theirs, mine, clashes } = mergeTargets(this.base, this.working, remote.cells);
    this.lost.value = [...mine, ...clashes.map(({ code }) => code)]
      .sort()
      .map((code) => ({ code, mine: this.working.get(code), stands: remote.cells.get(code) }));
    for (const code of [...theirs, ...mine, ...clashes.map(({ code }) => code)]) {
      this.put(code, remote.cells.get(code));
      this.states.delete(code);
    }
    this.clashes.value = [];
    this.mark(theirs, 'theirs');
    this.follow(remote);
  }

  private async send(codes: readonly string[]): Promise<void> {
    const sent = codes.map((code) => [code, this.working.get(code)] as const);
    const inputs = sent.filter(([code]) => cellOfKey(code).field !== 'target');
    const targets = sent.filter((one) => !inputs.includes(one));
    const toSet = targets.flatMap(([code, value]): [string, TargetValue][] => (isTarget(value) ? [[code, value]] : []));
    const toClear = targets.flatMap(([code, value]) => (value === undefined ? [code] : []));
    if (inputs.length > 0) this.follow(await this.calls.inputs(inputs, this.version.value));
    if (toSet.length > 0) this.follow(await this.calls.set(toSet, this.version.value));
    if (toClear.length > 0) this.follow(await this.calls.clear(toClear, this.version.value));
  }

  private follow(remote: RemotePlan): void {
    this.base = remote.cells;
    this.version.value = remote.version;
    this.isDraft.value = remote.isDraft;
  }

  /** Whoever typed a value back to what the server has waits for nothing. */
  private settle(): void {
    const open = new Set(this.unsaved());
    for (const [code, state] of this.states) if (state === 'waiting' && !open.has(code)) this.states.delete(code);
  }

  private forget(codes: readonly string[]): void {
    for (const code of codes) if (this.states.get(code) === 'saved') this.states.delete(code);
  }

  private sendable(): string[] {
    return this.unsaved().filter((code) => !this.isHeld(code));
  }

  private isHeld(code: string): boolean {
    return this.clashes.value.some((clash) => clash.code === code);
  }

  private mark(codes: readonly string[], state: CellState): void {
    for (const code of codes) this.states.set(code, state);
  }

  private put(code: string, value: CellValue | undefined): void {
    if (value !== undefined) this.working.set(code, value);
    else this.working.delete(code);
  }
}
