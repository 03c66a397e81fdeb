import { compareDays, nextDay, type Day } from '@chi-tieu/shared/domain/days';
import type { ForceAction, ForceChangeInput } from '@chi-tieu/shared/generated/graphql';
import { day as written } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';

export type DecidedAction = Exclude<ForceAction, 'STATED'>;

/** One line of a decision about a procedure's being in force, as it is typed. */
export interface ForceLine {
  /** Stays with the line. */
  readonly key: number;
  action: DecidedAction;
  /** The day from which it holds; null: the decision's own. */
  from: Day | null;
  /** Of ENFORCED alone: the last day in force; null: open. */
  to: Day | null;
  /** Of REPLACED alone: the code of the other procedure. */
  replacedBy: string;
  locator: string;
}

let lines = 0;
/** A line that says nothing yet but what it does. */
export function newLine(action: DecidedAction): ForceLine {
  return { key: (lines += 1), action, from: null, to: null, replacedBy: '', locator: '' };
}

interface Placed {
  readonly line: ForceLine;
  readonly index: number;
  readonly from: Day;
}

/** The lines in the order of the days from which they hold. */
function placedOn(typed: readonly ForceLine[], decisionDay: Day): Placed[] {
  return typed
    .map((line, index) => ({ line, index, from: line.from ?? decisionDay }))
    .toSorted((a, b) => compareDays(a.from, b.from) || a.index - b.index);
}

/**
 * What makes no sense among the lines themselves, by `lines.INDEX.FIELD`: a period that ends before it begins, and one that begins while
 * that of another line lasts. A period without an end of its own lasts until a line that repeals or replaces.
 */
export function forceProblems(typed: readonly ForceLine[], decisionDay: Day): Record<string, string> {
  const problems: Record<string, string> = {};
  let open: { index: number; to: Day | null } | null = null;
  for (const { line, index, from } of placedOn(typed, decisionDay)) {
    if (line.action === 'REPEALED' || line.action === 'REPLACED') {
      open = null;
    } else if (line.action === 'ENFORCED') {
      if (line.to !== null && line.to < from)
        problems[`lines.${index}.to`] = t('procedures.lineBackwards', { from: written(from) });
      if (open !== null && (open.to === null || open.to >= from))
        problems[`lines.${index}.from`] = t(
          open.to === null ? 'procedures.lineOverlapsOpen' : 'procedures.lineOverlaps',
          {
            line: String(index + 1),
            other: String(open.index + 1),
            day: written(open.to ?? from),
          },
        );
      open = { index, to: line.to };
    }
  }
  return problems;
}

/** What is sent: a period with an end is one change that begins and one that ends it. `lineOf` says which line made each. */
export function changesOf(
  procedure: string,
  typed: readonly ForceLine[],
  decisionDay: Day,
): { changes: ForceChangeInput[]; lineOf: number[] } {
  const made = placedOn(typed, decisionDay).flatMap(({ line, index }) => {
    const { action, from, to, replacedBy, locator } = line;
    const about = { procedure, locator: locator.trim() || null };
    const begin = { action, from, ...about, ...(action === 'REPLACED' ? { replacedBy } : {}) };
    if (action !== 'ENFORCED' || to === null) return [{ index, change: begin }];
    return [
      { index, change: begin },
      { index, change: { action: 'REPEALED' as const, from: nextDay(to), ...about } },
    ];
  });
  return { changes: made.map(({ change }) => change), lineOf: made.map(({ index }) => index) };
}
