import { sameCell, type Cells, type CellValue } from './targets.ts';

/** Two people gave one cell different values, neither of them the one there was before. Undefined is nothing typed. */
export interface Clash {
  /** The cell's key: of a target the unit's code. */
  readonly code: string;
  readonly before: CellValue | undefined;
  readonly mine: CellValue | undefined;
  readonly theirs: CellValue | undefined;
}

/** What comes of one's own changes and those of others to the same plan. */
export interface Merged {
  /** Cells that only others changed: to be taken over. */
  readonly theirs: readonly string[];
  /** Cells that only I changed: still to be saved. */
  readonly mine: readonly string[];
  /** Cells that both changed to something else: to be chosen. */
  readonly clashes: readonly Clash[];
}

/** Cells as they can be looked through. */
export interface ReadableCells {
  keys(): Iterable<string>;
  get(key: string): CellValue | undefined;
}

/** Compares one's own cells with those of others, both against what was there before; in the order of the keys. */
export function mergeTargets(before: Cells, mine: ReadableCells, theirs: Cells): Merged {
  const merged = { theirs: [] as string[], mine: [] as string[], clashes: [] as Clash[] };
  const codes = [...new Set([...before.keys(), ...mine.keys(), ...theirs.keys()])].sort();
  for (const code of codes) {
    const [was, own, other] = [before.get(code), mine.get(code), theirs.get(code)];
    if (sameCell(own, other)) continue;
    if (sameCell(was, own)) merged.theirs.push(code);
    else if (sameCell(was, other)) merged.mine.push(code);
    else merged.clashes.push({ code, before: was, mine: own, theirs: other });
  }
  return merged;
}
