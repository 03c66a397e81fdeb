/** One unit across scenarios, in the order in which these are held beside each other. */
export interface ComparedUnit {
  code: string;
  /** Its targets in hundredths; null where one has none. */
  targets: (number | null)[];
  /** By how much the highest and the lowest differ; a missing target counts as 0, as it does in sums. */
  spread: number;
  differs: boolean;
}

/**
 * Holds the targets of scenarios beside each other: those who differ most first, equal ones in the order of their codes. The
 * units are those of all of them together.
 */
export function compareTargets(scenarios: readonly ReadonlyMap<string, number | null>[]): ComparedUnit[] {
  const codes = [...new Set(scenarios.flatMap((targets) => [...targets.keys()]))];
  return codes
    .map((code): ComparedUnit => {
      const targets = scenarios.map((one) => one.get(code) ?? null);
      const known = targets.map((target) => target ?? 0);
      const spread = Math.max(...known) - Math.min(...known);
      return { code, targets, spread, differs: new Set(targets).size > 1 };
    })
    .sort((a, b) => b.spread - a.spread || Number(b.differs) - Number(a.differs) || (a.code < b.code ? -1 : 1));
}
