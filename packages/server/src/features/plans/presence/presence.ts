/** Somebody who looks at a plan right now. */
export interface Present {
  accountId: number;
  name: string;
  /** The code of the unit whose row they stand on, and the column; null while they stand on none. */
  unit: string | null;
  field: string | null;
  since: Date;
}

interface Seen extends Present {
  planId: string;
  until: number;
}

/** So long after their last word somebody is still there. */
export const PRESENT_MS = 15_000;

/** More than ever work on one plan; whoever comes later is not shown. */
const MOST_PRESENT = 50;

/**
 * Who is on which plan, as their pages tell it: in memory, of this process alone, and gone when it is. One account is one person,
 * however many windows it has; the window that spoke last says where it stands.
 */
export class Presence {
  private readonly plans = new Map<string, Map<number, Seen>>();

  /** Notes that somebody is there, and tells who else is, the one who came first before the others. */
  note(planId: string, one: Omit<Present, 'since'>, now: Date): Present[] {
    this.forget(now);
    const there = this.plans.get(planId) ?? new Map<number, Seen>();
    const before = there.get(one.accountId);
    if (before || there.size < MOST_PRESENT) {
      there.set(one.accountId, { ...one, planId, since: before?.since ?? now, until: now.getTime() + PRESENT_MS });
      this.plans.set(planId, there);
    }
    return this.others(planId, one.accountId, now);
  }

  /** Who else is on a plan. */
  others(planId: string, accountId: number, now: Date): Present[] {
    const there = [...(this.plans.get(planId)?.values() ?? [])];
    return there.filter((seen) => seen.accountId !== accountId && seen.until > now.getTime());
  }

  /** Lets go of everybody whose time is over: nothing is kept of plans that nobody looks at. */
  private forget(now: Date): void {
    for (const [planId, there] of this.plans) {
      for (const [accountId, { until }] of there) if (until <= now.getTime()) there.delete(accountId);
      if (there.size === 0) this.plans.delete(planId);
    }
  }
}
