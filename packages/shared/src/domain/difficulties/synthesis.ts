import type { DifficultyCause, DifficultyState } from './states.ts';

/** A report as the synthesis counts it. */
export interface SynthesisRow {
  id: string;
  /** The one that it follows; itself where it is not joined. */
  headId: string;
  cause: DifficultyCause;
  state: DifficultyState;
  /** The unit that lives, of whoever had it. */
  unitId: number;
  age: number;
}

/** One difficulty with all that are joined to it. */
export interface SynthesisEntry {
  headId: string;
  ids: string[];
  units: number[];
  state: DifficultyState;
  /** Of the oldest of them, in days. */
  age: number;
}

/** What has one cause in common. */
export interface SynthesisGroup {
  cause: DifficultyCause;
  entries: SynthesisEntry[];
  reports: number;
  units: number[];
  /** Those entries that are not closed. */
  open: number;
  age: number;
}

/**
 * Groups reports by the cause of their head, each head with all that follow it, those with most units first, then most reports, then the
 * oldest. Every report is in exactly one entry. One whose head is not among them stands for itself.
 */
export function synthesise(rows: readonly SynthesisRow[]): SynthesisGroup[] {
  const byId = new Map(rows.map((row) => [row.id, row] as const));
  const entries = new Map<string, SynthesisRow[]>();
  for (const row of rows) {
    const head = byId.has(row.headId) ? row.headId : row.id;
    entries.set(head, [...(entries.get(head) ?? []), row]);
  }
  const groups = new Map<DifficultyCause, SynthesisEntry[]>();
  for (const [headId, members] of entries) {
    const head = byId.get(headId);
    if (head) groups.set(head.cause, [...(groups.get(head.cause) ?? []), entryOf(head, members)]);
  }
  return [...groups].map(([cause, found]) => groupOf(cause, found)).toSorted(causesInOrder);
}

/** What has most units first, then most reports. */
export function causesInOrder(
  a: Pick<SynthesisGroup, 'cause' | 'units' | 'reports'>,
  b: Pick<SynthesisGroup, 'cause' | 'units' | 'reports'>,
): number {
  return b.units.length - a.units.length || b.reports - a.reports || order(a.cause, b.cause);
}

function entryOf(head: SynthesisRow, members: readonly SynthesisRow[]): SynthesisEntry {
  return {
    headId: head.id,
    ids: members.map(({ id }) => id),
    units: distinct(members.map(({ unitId }) => unitId)),
    state: head.state,
    age: Math.max(...members.map(({ age }) => age)),
  };
}

function groupOf(cause: DifficultyCause, entries: readonly SynthesisEntry[]): SynthesisGroup {
  return {
    cause,
    entries: entries.toSorted(
      (a, b) =>
        b.units.length - a.units.length ||
        b.ids.length - a.ids.length ||
        b.age - a.age ||
        Number(a.headId) - Number(b.headId),
    ),
    reports: entries.reduce((sum, { ids }) => sum + ids.length, 0),
    units: distinct(entries.flatMap(({ units }) => units)),
    open: entries.filter(({ state }) => state !== 'CLOSED').length,
    age: Math.max(...entries.map(({ age }) => age)),
  };
}

function distinct(units: readonly number[]): number[] {
  return [...new Set(units)].toSorted((a, b) => a - b);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
