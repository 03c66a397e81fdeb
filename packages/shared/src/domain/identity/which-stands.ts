/** Who said what a dossier is, and when. */
export interface Word {
  /** Of the source, smaller before larger; null: a person's word, which goes before none and after none. */
  rank: number | null;
  at: Date;
}

/**
 * Which of two words about one dossier stands: that of the source of the better rank; of two alike, and where a person said one of them,
 * the later one. Of two at the same instant the first.
 */
export function whichStands(first: Word, second: Word): 'FIRST' | 'SECOND' {
  if (first.rank !== null && second.rank !== null && first.rank !== second.rank)
    return first.rank < second.rank ? 'FIRST' : 'SECOND';
  return second.at.getTime() > first.at.getTime() ? 'SECOND' : 'FIRST';
}

/** The word that stands of several, tried in their order; null of none. */
export function theOneThatStands<W extends Word>(words: readonly W[]): W | null {
  const [first, ...rest] = words;
  if (!first) return null;
  return rest.reduce((best, next) => (whichStands(best, next) === 'SECOND' ? next : best), first);
}
