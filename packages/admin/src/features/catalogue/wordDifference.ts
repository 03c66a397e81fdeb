/** A run of words that both texts have, or that one of them has. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** Texts with more words are shown whole, the old one and the new one: the table below would be too large. */
const MOST_WORDS = 1_500;

/**
 * How one text became another, word by word: what stayed, what went, what came, in the order of reading. Blanks and line breaks
 * belong to the word before them.
 */
export function wordDifference(before: string, after: string): WordRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'come', text: after },
    ]);
  const longest = commonLengths(a, b);
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, fresh] = [a[i], b[j]];
    if (old !== undefined && fresh !== undefined && old.trim() === fresh.trim()) {
      runs.push({ kind: 'same', text: fresh });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || at(longest, i + 1, j) >= at(longest, i, j + 1))) {
      runs.push({ kind: 'gone', text: old });
      i += 1;
    } else if (fresh !== undefined) {
      runs.push({ kind: 'come', text: fresh });
      j += 1;
    }
  }
  return joined(runs);
}

function wordsOf(text: string): string[] {
  return text.match(/\S+\s*/g) ?? [];
}

/** How many words, in order, the rests of both texts have in common, from each place on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const isSame = a[i]?.trim() === b[j]?.trim();
      const row = rows[i];
      if (row) row[j] = isSame ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  return rows;
}

const at = (rows: readonly Uint16Array[], i: number, j: number): number => rows[i]?.[j] ?? 0;

/** Runs of one kind that follow each other are one; of words that went and came between two that stayed, those that went stand first. */
function joined(runs: readonly WordRun[]): WordRun[] {
  const found: WordRun[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (run.text === '') continue;
    if (last?.kind === run.kind) found[found.length - 1] = { ...last, text: last.text + run.text };
    else found.push(run);
  }
  return found;
}
