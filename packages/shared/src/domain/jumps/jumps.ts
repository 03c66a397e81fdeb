/** When a batch is to be looked at before it counts. */
export interface JumpRules {
  /** A unit's dossiers of a month are more than so many times what it usually has in one. */
  readonly timesUsual: number;
  /** Fewer dossiers of a unit and month than this are never too many. */
  readonly least: number;
  /** More dossiers than this change by one batch, or by one reading. */
  readonly mostChanged: number;
  /** More dossiers than this that counted are withdrawn, refused or stopped by one batch, or by one reading. */
  readonly mostWithdrawn: number;
}

/** What a batch would do to a unit in a month of reception. */
export interface UnitMonth {
  readonly unitId: number;
  /** The first day of the month. */
  readonly month: string;
  /** How many dossiers the unit has of that month already, and how many the batch adds, with those of its reading before it. */
  readonly stored: number;
  readonly added: number;
  /** How many dossiers the unit had in each of the months before that had any. */
  readonly before: readonly number[];
}

/** What a batch would do. */
export interface BatchShape {
  readonly months: readonly UnitMonth[];
  readonly changed: number;
  readonly withdrawn: number;
}

/** Why a batch is held. */
export type Jump =
  | {
      readonly kind: 'MONTH';
      readonly unitId: number;
      readonly month: string;
      readonly count: number;
      readonly usual: number;
    }
  | { readonly kind: 'CHANGED'; readonly count: number; readonly most: number }
  | { readonly kind: 'WITHDRAWN'; readonly count: number; readonly most: number }
  | { readonly kind: 'GONE'; readonly count: number; readonly most: number };

/** How many months tell what is usual: with fewer nothing is, and the first load of a unit is no jump. */
export const FEWEST_MONTHS = 3;

/** A batch that adds less than this part of `least` to a month is not what makes it jump. */
export const SHARE_OF_LEAST = 4;

/**
 * What makes a batch one to look at first, largest first; empty: nothing does. What is usual for a unit is the median of its months
 * before, so that one month that was wrong itself does not hide the next.
 */
export function jumpsOf({ months, changed, withdrawn }: BatchShape, rules: JumpRules): Jump[] {
  const found: Jump[] = [];
  if (withdrawn > rules.mostWithdrawn) found.push({ kind: 'WITHDRAWN', count: withdrawn, most: rules.mostWithdrawn });
  if (changed > rules.mostChanged) found.push({ kind: 'CHANGED', count: changed, most: rules.mostChanged });
  const jumped = months.flatMap(({ unitId, month, stored, added, before }) => {
    const usual = median(before);
    const count = stored + added;
    const isEnough = count >= rules.least && added * SHARE_OF_LEAST >= rules.least;
    const isJump = before.length >= FEWEST_MONTHS && isEnough && count > rules.timesUsual * usual;
    return isJump ? [{ kind: 'MONTH' as const, unitId, month, count, usual }] : [];
  });
  return [...found, ...jumped.sort(inOrder)];
}

type MonthJump = Extract<Jump, { kind: 'MONTH' }>;

function inOrder(a: MonthJump, b: MonthJump): number {
  return b.count - a.count || a.unitId - b.unitId || (a.month < b.month ? -1 : 1);
}

/** What holds several batches together, in the same order: of one that several of them tell, the larger. */
export function joinJumps(some: readonly Jump[], others: readonly Jump[]): Jump[] {
  const byKey = new Map<string, Jump>();
  for (const jump of [...some, ...others]) {
    const key = jump.kind === 'MONTH' ? `${jump.unitId} ${jump.month}` : jump.kind;
    const known = byKey.get(key);
    if (!known || known.count < jump.count) byKey.set(key, jump);
  }
  const all = [...byKey.values()];
  const whole = (['GONE', 'WITHDRAWN', 'CHANGED'] as const).flatMap((kind) => all.filter((jump) => jump.kind === kind));
  return [...whole, ...all.filter((jump) => jump.kind === 'MONTH').sort(inOrder)];
}

/** The middle one; of two the lower. */
function median(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
