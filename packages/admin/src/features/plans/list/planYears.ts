/** From what the years follow: those of plans and of the data, today's, and the one in the address. */
export interface YearSources {
  readonly planned: readonly number[];
  /** Null without data. */
  readonly firstOfData: number | null;
  readonly lastOfData: number | null;
  readonly now: number;
  readonly chosen: number;
}

/** The years one can look at and plan for, the latest first: without gaps from the first that is known to the one after today's and the data's last. */
export function planYears({ planned, firstOfData, lastOfData, now, chosen }: YearSources): number[] {
  const next = Math.max(now, lastOfData ?? now) + 1;
  const known = [...planned, chosen, next, now, ...(firstOfData === null ? [] : [firstOfData])];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return Array.from({ length: last - first + 1 }, (_, i) => last - i);
}
