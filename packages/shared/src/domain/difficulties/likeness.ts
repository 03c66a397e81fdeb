import { fold } from '../fold.ts';
import type { DifficultyCause } from './states.ts';

/** What two difficulties are compared by. */
export interface LikenessFacts {
  text: string;
  cause: DifficultyCause | null;
  procedureId: number | null;
  indicatorId: number | null;
  sourceId: number | null;
}

/** From here on one is shown as "like this one". */
export const LIKE = 400;
const MOST = 1_000;

/** What ties weigh beside words, in thousandths, where both have them and they are the same. */
const TIES = { procedureId: 250, sourceId: 150, cause: 100, indicatorId: 50 } as const;

/** Words that stand in every sentence: they make nothing alike. */
const COMMON = new Set(
  'la va cua cho khi thi ma co khong cac nhung duoc bi tai o do nen van con da se phai the nay de voi tren trong mot den nhieu'.split(
    ' ',
  ),
);

/** The words of a text without marks, those that say something. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    fold(text)
      .split(' ')
      .filter((word) => word.length > 1 && !COMMON.has(word)),
  );
}

/**
 * How like two difficulties are, 0 to 1000: the words that they share, marks or not, as a share of those of the shorter one weighed with those
 * of the longer one, and the same ties on top. The same whichever is first; 1000 with itself where it says anything.
 */
export function likeness(a: LikenessFacts, b: LikenessFacts): number {
  return likenessOf(comparedBy(a), comparedBy(b));
}

/** What is compared, with its words: found once, however often it is compared. */
export interface Compared<T extends LikenessFacts = LikenessFacts> {
  facts: T;
  words: ReadonlySet<string>;
}

export function comparedBy<T extends LikenessFacts>(facts: T): Compared<T> {
  return { facts, words: wordsOf(facts.text) };
}

function likenessOf({ facts: a, words: wordsA }: Compared, { facts: b, words: wordsB }: Compared): number {
  const [fewer, more] = wordsA.size <= wordsB.size ? [wordsA, wordsB] : [wordsB, wordsA];
  if (fewer.size === 0) return 0;
  const shared = [...fewer].filter((word) => more.has(word)).length;
  if (shared === 0) return 0;
  // Half of it is how much of the shorter one stands in the other: who begins to type has said little yet.
  const words = Math.floor((MOST * shared) / (2 * fewer.size) + (MOST * shared) / (2 * more.size));
  const ties = (Object.keys(TIES) as (keyof typeof TIES)[]).reduce(
    (sum, tie) => sum + (a[tie] !== null && a[tie] === b[tie] ? TIES[tie] : 0),
    0,
  );
  // Of one word alone nothing is alike, unless it is all that is said.
  const few = shared === 1 && fewer.size > 1 ? LIKE / 2 : MOST;
  return Math.min(MOST, few, words + ties);
}

/** Those that are like one, the likest first; of equal ones in the order in which they came. */
export function likest<T extends LikenessFacts>(one: LikenessFacts, others: readonly Compared<T>[], most: number): T[] {
  const said = comparedBy(one);
  return others
    .map((other) => ({ other, like: likenessOf(said, other) }))
    .filter(({ like }) => like >= LIKE)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ other }) => other.facts);
}
