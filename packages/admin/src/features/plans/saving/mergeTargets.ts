import { sameTarget, type Targets, type TargetValue } from './targets.ts';

/** Two people gave one unit different targets, neither of them the one there was before. Undefined is no target. */
export interface Clash {
  readonly code: string;
  readonly before: TargetValue | undefined;
  readonly mine: TargetValue | undefined;
  readonly theirs: TargetValue | undefined;
}

/** What comes of one's own changes and those of others to the same plan. */
export interface Merged {
  /** Units that only others changed: to be taken over. */
  readonly theirs: readonly string[];
  /** Units that only I changed: still to be saved. */
  readonly mine: readonly string[];
  /** Units that both changed to different targets: to be chosen. */
  readonly clashes: readonly Clash[];
}

/** Compares one's own targets with those of others, both against what was there before; in the order of the codes. */
export function mergeTargets(before: Targets, mine: Targets, theirs: Targets): Merged {
  const merged = { theirs: [] as string[], mine: [] as string[], clashes: [] as Clash[] };
  const codes = [...new Set([...before.keys(), ...mine.keys(), ...theirs.keys()])].sort();
  for (const code of codes) {
    const [was, own, other] = [before.get(code), mine.get(code), theirs.get(code)];
    if (sameTarget(own, other)) continue;
    if (sameTarget(was, own)) merged.theirs.push(code);
    else if (sameTarget(was, other)) merged.mine.push(code);
    else merged.clashes.push({ code, before: was, mine: own, theirs: other });
  }
  return merged;
}
