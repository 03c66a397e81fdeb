import { broughtTo, missedRateOf, originsOf, toldBy, type MethodOf, type Origin, type Trial } from './back-test.ts';
import type { History } from './history.ts';
import { SHARE_METHODS, type ShareMethod } from './share.ts';

/** Without a past that could be judged: the plainest method. */
const UNTRIED: ShareMethod = 'LEVEL';

/**
 * The method that each group of units is told by at each origin: the one by which forecasts made before it were off least, held against
 * what was known at it and nothing that came later. So a forecast of the past is made as it would have been made then, and all of
 * them may be judged. At the history's length it is the method of today.
 */
export function chooseMethods(history: History, origins: readonly Origin[] = originsOf(history)): MethodOf {
  const chosen = new Map<number, ReadonlyMap<string, ShareMethod>>();
  let settled = new Tally();
  let underWay: Origin[] = [];
  for (const [index, origin] of origins.entries()) {
    // Every other one is enough to choose by, and half the work.
    if (index % 2 === 0) underWay.push(origin);
    const now = origins[index + 1]?.at ?? history.length;
    const tally = settled.copy();
    for (const earlier of underWay) tally.add(history, earlier, now);
    chosen.set(now, tally.best());
    // The year is over: what its forecasts were off by stays as it is.
    if (now === origin.end) [settled, underWay] = [tally, []];
  }
  return (group, origin) => chosen.get(origin)?.get(group) ?? UNTRIED;
}

/** What each method was off by, by groups of units: sums over as many forecasts for each of them. */
class Tally {
  constructor(private readonly missed = new Map<string, number[]>()) {}

  copy(): Tally {
    return new Tally(new Map([...this.missed].map(([group, sums]) => [group, [...sums]])));
  }

  /** Adds the forecasts of one origin, held against the months before `until`; units to which nothing came are not judged. */
  add(history: History, origin: Origin, until: number): void {
    for (const { id, group } of history.series) {
      const brought = broughtTo(history, origin, id, until);
      if (brought.came.denominator === 0) continue;
      const sums = this.missed.get(group) ?? SHARE_METHODS.map(() => 0);
      this.missed.set(group, sums);
      for (const [index, method] of SHARE_METHODS.entries()) {
        const missed = missedRateOf({ ...brought, told: toldBy(origin, id, method, until) });
        sums[index] = (sums[index] ?? 0) + Math.abs(missed);
      }
    }
  }

  /** The method that was off least; of equally good ones the first. */
  best(): ReadonlyMap<string, ShareMethod> {
    return new Map(
      [...this.missed].map(([group, sums]) => [group, SHARE_METHODS[sums.indexOf(Math.min(...sums))] ?? UNTRIED]),
    );
  }
}

/** How far off one way of forecasting was. */
export interface StrategyError<Name extends string> {
  strategy: Name;
  /** Mean of how far the rate from January on was off, without its sign, in hundredths of a percent. Null where nothing could be judged. */
  meanMissed: number | null;
  /** How many forecasts of the past stand behind it. */
  judged: number;
}

/** What each of some ways of forecasting was off by, over all given trials. */
export function judge<Name extends string>(
  past: readonly Trial<Name>[],
  strategies: readonly Name[],
): StrategyError<Name>[] {
  return strategies.map((strategy) => {
    const mine = past.filter((trial) => trial.strategy === strategy);
    const mean = meanMissed(mine);
    return { strategy, judged: mine.length, meanMissed: mean === null ? null : Math.round(mean * 10_000) };
  });
}

function meanMissed(past: readonly Trial[]): number | null {
  if (past.length === 0) return null;
  return past.reduce((sum, { missedRate }) => sum + Math.abs(missedRate), 0) / past.length;
}
