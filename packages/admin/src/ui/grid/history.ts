/** One value that changed, known by its key. */
export interface Change<V> {
  readonly key: string;
  readonly before: V;
  readonly after: V;
}

/** All that one deed changed (a typed cell, a whole paste); undone and redone as one. */
export interface Step<V> {
  readonly what: string;
  readonly changes: readonly Change<V>[];
}

/** What was done and can be undone, and what was undone and can be redone; the latest last. */
export interface History<V> {
  readonly done: readonly Step<V>[];
  readonly undone: readonly Step<V>[];
}

/** What undoing or redoing leads to: the history after it and the step whose values are to be set. */
export interface Moved<V> {
  readonly history: History<V>;
  readonly step: Step<V>;
}

const LONGEST = 200;

/** A history in which nothing has happened. */
export function emptyHistory<V>(): History<V> {
  return { done: [], undone: [] };
}

/**
 * The history after a step: what had been undone is gone, a step that changes nothing is not recorded, and of very many
 * steps the oldest are forgotten.
 */
export function record<V>(history: History<V>, step: Step<V>): History<V> {
  const changes = step.changes.filter(({ before, after }) => !Object.is(before, after));
  if (changes.length === 0) return history;
  return { done: [...history.done, { ...step, changes }].slice(-LONGEST), undone: [] };
}

/** Takes the last step back: its changes the other way round are to be set. Null when there is none. */
export function undo<V>({ done, undone }: History<V>): Moved<V> | null {
  const last = done.at(-1);
  if (!last) return null;
  return { history: { done: done.slice(0, -1), undone: [...undone, last] }, step: reversed(last) };
}

/** Does again what was undone last. Null when there is none. */
export function redo<V>({ done, undone }: History<V>): Moved<V> | null {
  const last = undone.at(-1);
  if (!last) return null;
  return { history: { done: [...done, last], undone: undone.slice(0, -1) }, step: last };
}

function reversed<V>({ what, changes }: Step<V>): Step<V> {
  return { what, changes: changes.map(({ key, before, after }) => ({ key, before: after, after: before })) };
}
