import type { CommentPartsFragment, CounterPartsFragment } from '@chi-tieu/shared/generated/graphql';

export type Comment = CommentPartsFragment;
export type Counter = CounterPartsFragment;

/** Something said and what was answered to it, oldest first. */
export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
  /** Whether it still waits: neither settled nor withdrawn with all that was answered. */
  readonly isOpen: boolean;
}

/** The threads of what was said, in the order in which they were begun; an answer whose first is not there is left out. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  return comments
    .filter(({ answers }) => answers === null)
    .map((first) => {
      const answers = comments.filter((one) => one.answers === first.id);
      const isSaid = [first, ...answers].some(({ withdrawnAt }) => withdrawnAt === null);
      return { first, answers, isOpen: first.resolvedAt === null && isSaid };
    });
}

/** How many threads and proposals of each unit still wait, by its code; what is about the plan as a whole stands under ''. */
export function openByUnit(comments: readonly Comment[], proposals: readonly Counter[]): ReadonlyMap<string, number> {
  const codes = [
    ...threadsOf(comments).flatMap(({ first, isOpen }) => (isOpen ? [first.unit?.code ?? ''] : [])),
    ...proposals.flatMap(({ state, unit }) => (state === 'OPEN' ? [unit.code] : [])),
  ];
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** What is said and proposed of one unit, or of the plan as a whole. */
export interface TalkOfUnit {
  readonly code: string;
  /** Null for the plan as a whole. */
  readonly name: string | null;
  readonly threads: readonly Thread[];
  readonly proposals: readonly Counter[];
}

/** All of it by unit: the plan as a whole first, then the units in the order of their codes; only what still waits with `open`. */
export function byUnit(comments: readonly Comment[], proposals: readonly Counter[], open: boolean): TalkOfUnit[] {
  const names = new Map<string, string | null>();
  for (const { unit } of [...comments, ...proposals]) names.set(unit?.code ?? '', unit?.name ?? null);
  const threads = threadsOf(comments).filter(({ isOpen }) => isOpen || !open);
  const made = proposals.filter(({ state }) => state === 'OPEN' || !open);
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => ({
      code,
      name,
      threads: threads.filter(({ first }) => (first.unit?.code ?? '') === code),
      proposals: made.filter(({ unit }) => unit.code === code),
    }))
    .filter((one) => one.threads.length + one.proposals.length > 0);
}
