import { computed, reactive, shallowRef } from 'vue';
import { emptyHistory, record, redo, undo, type Moved, type Step } from '../../../ui/grid/history.ts';
import type { TargetSaving } from '../saving/TargetSaving.ts';
import { markKey, typedIn, type Mark, type MarkChange, type Marks, type RemoteMarks } from './marks.ts';

/** The calls that marks need; each gives the plan as it is afterwards. */
export interface MarkCalls {
  read: () => Promise<RemoteMarks>;
  set: (changes: readonly MarkChange[], version: number) => Promise<RemoteMarks>;
  /** Whether a call failed because somebody else was faster. */
  isConflict: (error: unknown) => boolean;
}

/** What came of a change: saved; refused by an error; or some of it was changed by others meanwhile and is not written over. */
export type MarkOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'others'; readonly mine: readonly MarkChange[] };

type Saving = Pick<TargetSaving, 'version' | 'saveNow' | 'catchUp'>;

const MOST_TRIES = 5;
/** How long a mark says that it was saved. */
const SHOWN_MS = 2500;

/**
 * The marks of a plan as they are worked on: shown at once as they were typed, sent one change after the other on top of the
 * targets. Where somebody else was faster the plan is read again, and only what they left alone is sent again.
 */
export class MarkBook {
  /** Null until they came. */
  readonly marks = shallowRef<Marks | null>(null);
  readonly error = shallowRef<Error | null>(null);
  readonly loading = shallowRef(false);
  readonly states = reactive(new Map<string, 'saving' | 'saved' | 'failed'>());
  /** What is on its way to the server. */
  private readonly sent = reactive(new Map<string, number | null>());
  private readonly history = shallowRef(emptyHistory<number | null>());
  readonly canUndo = computed(() => this.history.value.done.length > 0);
  readonly canRedo = computed(() => this.history.value.undone.length > 0);

  private known = -1;
  private running: Promise<unknown> = Promise.resolve();
  /** Settles once every step so far is saved and in the history, or given up. */
  private steps: Promise<unknown> = Promise.resolve();
  private readonly calls: MarkCalls;
  private readonly saving: Saving;

  constructor(calls: MarkCalls, saving: Saving) {
    this.calls = calls;
    this.saving = saving;
  }

  /** A unit's marks with what was typed just now. */
  of(code: string): readonly Mark[] {
    return (this.marks.value?.get(code) ?? []).map((mark) => {
      const value = this.sent.get(markKey(code, mark.month));
      return value === undefined || value === null ? mark : { ...mark, value, season: 'TYPED', stale: false };
    });
  }

  /** What is typed for a month, with what is on its way; null where nothing is. */
  typed(code: string, month: number): number | null {
    const sent = this.sent.get(markKey(code, month));
    return sent === undefined ? typedIn(this.marks.value ?? new Map(), code, month) : sent;
  }

  /** Reads the marks unless they are those of the plan's version. */
  async load(): Promise<void> {
    if (this.known === this.saving.version.value) return;
    this.loading.value = true;
    try {
      this.take(await this.calls.read());
      this.error.value = null;
    } catch (error) {
      this.error.value = error instanceof Error ? error : new Error(String(error));
    } finally {
      this.loading.value = false;
    }
  }

  /** Types or drops marks as one step that can be undone. */
  set(changes: readonly MarkChange[], what: string): Promise<MarkOutcome> {
    const step = this.make(changes, what);
    this.steps = Promise.allSettled([this.steps, step]);
    return step;
  }

  private async make(changes: readonly MarkChange[], what: string): Promise<MarkOutcome> {
    const before = new Map(changes.map((change) => [change, this.typed(change.code, change.month)]));
    const isConfirming = ({ code, month }: MarkChange): boolean =>
      this.of(code).some((mark) => mark.month === month && mark.stale);
    const real = changes.filter((change) => before.get(change) !== change.value || isConfirming(change));
    if (real.length === 0) return { kind: 'saved' };
    const outcome = await this.send(real);
    if (outcome.kind !== 'saved') return outcome;
    const step: Step<number | null> = {
      what,
      changes: real.map((change) => ({
        key: markKey(change.code, change.month),
        before: before.get(change) ?? null,
        after: change.value,
      })),
    };
    this.history.value = record(this.history.value, step);
    return outcome;
  }

  /** Takes the last step back, be it still on its way; the step and what came of it, null where there is none. */
  undo(): Promise<[Step<number | null>, MarkOutcome] | null> {
    return this.move(undo);
  }

  redo(): Promise<[Step<number | null>, MarkOutcome] | null> {
    return this.move(redo);
  }

  private move(way: typeof undo<number | null>): Promise<[Step<number | null>, MarkOutcome] | null> {
    const moved = this.steps.then(() => this.moveTo(way(this.history.value)));
    this.steps = Promise.allSettled([moved]);
    return moved;
  }

  private async moveTo(moved: Moved<number | null> | null): Promise<[Step<number | null>, MarkOutcome] | null> {
    if (!moved) return null;
    const outcome = await this.send(moved.step.changes.map(({ key, after }) => changeOf(key, after)));
    if (outcome.kind === 'saved') this.history.value = moved.history;
    return [moved.step, outcome];
  }

  /** One change after the other, each on top of what the one before it made. */
  private send(changes: readonly MarkChange[]): Promise<MarkOutcome> {
    const keys = changes.map(({ code, month }) => markKey(code, month));
    changes.forEach(({ code, month, value }) => this.sent.set(markKey(code, month), value));
    keys.forEach((key) => this.states.set(key, 'saving'));
    const outcome = this.running.then(() => this.trySending(changes));
    this.running = outcome.then(({ kind }) => {
      keys.forEach((key) => this.sent.delete(key));
      keys.forEach((key) => this.states.set(key, kind === 'saved' ? 'saved' : 'failed'));
      if (kind === 'saved') setTimeout(() => keys.forEach((key) => this.forget(key)), SHOWN_MS);
    });
    return this.running.then(() => outcome);
  }

  private forget(key: string): void {
    if (this.states.get(key) === 'saved') this.states.delete(key);
  }

  private async trySending(changes: readonly MarkChange[]): Promise<MarkOutcome> {
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        // A mark belongs to the target on the screen: that one is saved first.
        await this.saving.saveNow();
        const seen = this.marks.value ?? new Map<string, Mark[]>();
        try {
          this.take(await this.calls.set(changes, this.saving.version.value));
          return { kind: 'saved' };
        } catch (error) {
          if (!this.calls.isConflict(error)) throw error;
          this.take(await this.calls.read());
        }
        const mine = changes.filter(
          ({ code, month }) => typedIn(seen, code, month) !== typedIn(this.marks.value ?? seen, code, month),
        );
        if (mine.length > 0) return { kind: 'others', mine };
      }
      throw new Error('others write all the time');
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  /** What is older than what is known already is not taken. */
  private take({ plan, marks }: RemoteMarks): void {
    if (plan.version < this.saving.version.value) return;
    this.marks.value = marks;
    this.known = plan.version;
    this.saving.catchUp(plan);
  }
}

function changeOf(key: string, value: number | null): MarkChange {
  const [code = '', month] = key.split(' ');
  return { code, month: Number(month), value };
}
