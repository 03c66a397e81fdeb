import { fold } from '../fold.ts';

/** A name that is nearly another one, and whose it is. */
export interface NearName {
  code: string;
  name: string;
}

interface Entry extends NearName {
  words: readonly number[];
}

/** At most so many words of a name may be misspelt, and no more than every third. */
const MOST_TYPOS = 2;
const WORDS_A_TYPO = 3;
/** A word that stands in the rarest of more names leads nowhere: it would make each look-up a walk over all of them. */
const MOST_PLACES = 500;
/** Shorter words are other words when one letter differs: cap, lap, cai. */
const SHORTEST_TYPO = 4;
const NOISE = /^thu tuc (hanh chinh )?/;

/**
 * Finds names that are nearly the same: equal but for marks, case, punctuation, blanks, i and y, the order of words or a leading "thủ
 * tục"; or with one or two words misspelt by one letter. Names that differ by a whole word (cấp, cấp lại) are other names. The
 * rarest words of a name lead to those that may be near, so that thousands are looked up among ten thousand in an instant.
 */
export class NearNames {
  private readonly entries: Entry[] = [];
  private readonly ids = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly frequency: number[] = [];
  private readonly postings = new Map<number, number[]>();
  private readonly byKey = new Map<string, number[]>();

  constructor(names: readonly NearName[]) {
    for (const { code, name } of names) {
      const read = readName(name);
      const words = this.wordsOf(read);
      for (const word of words) this.frequency[word] = (this.frequency[word] ?? 0) + 1;
      for (const key of read.keys) put(this.byKey, key, this.entries.length);
      this.entries.push({ code, name, words });
    }
    this.entries.forEach(({ words }, place) => {
      for (const word of this.rarest(words)) put(this.postings, word, place);
    });
  }

  /** The nearest name of another code; null where there is none. */
  nearest(name: string, code: string): NearName | null {
    const other = (place: number) => this.entries[place]?.code !== code;
    const read = readName(name);
    for (const key of read.keys) {
      const same = this.byKey.get(key)?.find(other);
      if (same !== undefined) return this.shown(same);
    }
    const words = this.wordsOf(read);
    const seen = new Set<number>();
    for (const word of this.rarest(words)) {
      const places = this.postings.get(word) ?? [];
      for (const place of places.length > MOST_PLACES ? [] : places) {
        if (seen.has(place) || !other(place)) continue;
        seen.add(place);
        if (this.isMisspelt(words, this.entries[place]?.words ?? [])) return this.shown(place);
      }
    }
    return null;
  }

  private shown(place: number): NearName | null {
    const entry = this.entries[place];
    return entry ? { code: entry.code, name: entry.name } : null;
  }

  /** Two names that differ in two words at most have one of the three rarest of each in common. */
  private rarest(words: readonly number[]): number[] {
    const sorted = [...words].sort((a, b) => (this.frequency[a] ?? 0) - (this.frequency[b] ?? 0) || a - b);
    return sorted.slice(0, MOST_TYPOS + 1);
  }

  /** Both are sorted. */
  private isMisspelt(a: readonly number[], b: readonly number[]): boolean {
    if (a.length !== b.length) return false;
    const most = Math.min(MOST_TYPOS, Math.floor(a.length / WORDS_A_TYPO));
    const onlyA = left(a, b, most);
    const onlyB = onlyA && left(b, a, most);
    return onlyA !== null && onlyB !== null && this.areTypos(onlyA, onlyB);
  }

  private areTypos(a: readonly number[], b: readonly number[]): boolean {
    const [first, second] = [a.map((word) => this.words[word] ?? ''), b.map((word) => this.words[word] ?? '')];
    const [third = '', fourth = ''] = second;
    if (a.length < 2) return isTypo(first[0] ?? '', third);
    const [one = '', two = ''] = first;
    return (isTypo(one, third) && isTypo(two, fourth)) || (isTypo(one, fourth) && isTypo(two, third));
  }

  /** The words of a name by number, each as often as it stands there, sorted. */
  private wordsOf({ words }: ReadName): number[] {
    return words.map((word) => this.idOf(word)).sort((a, b) => a - b);
  }

  private idOf(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    this.ids.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** A name as it is compared. */
interface ReadName {
  /** In their order, folded. */
  words: readonly string[];
  /** The letters alone, and the words sorted; names without any have none. */
  keys: readonly string[];
}

/** Names are folded once: an import is judged again with every cell that is mended, and each name is looked up in two places. */
const readNames = new Map<string, ReadName>();
const MOST_READ = 30_000;

function readName(name: string): ReadName {
  const known = readNames.get(name);
  if (known) return known;
  const plain = fold(name).replace(NOISE, '').replaceAll('y', 'i');
  const words = plain.split(' ').filter((word) => word !== '');
  const keys = words.length === 0 ? [] : [words.join(''), words.toSorted().join(' ')];
  if (readNames.size >= MOST_READ) readNames.clear();
  const read = { words, keys };
  readNames.set(name, read);
  return read;
}

function put<K>(map: Map<K, number[]>, key: K, place: number): void {
  const list = map.get(key);
  if (list) list.push(place);
  else map.set(key, [place]);
}

/** What stands in one sorted list and not in the other, counted; null where that is more than so many. */
function left(a: readonly number[], b: readonly number[], most: number): number[] | null {
  const rest: number[] = [];
  let at = 0;
  for (const word of a) {
    while (at < b.length && (b[at] ?? 0) < word) at += 1;
    if (b[at] === word) at += 1;
    else if (rest.push(word) > most) return null;
  }
  return rest;
}

/** Whether two words differ by one letter: another one, one more, or two in the other order. */
export function isTypo(a: string, b: string): boolean {
  if (a === b || Math.max(a.length, b.length) < SHORTEST_TYPO || /\d/.test(a + b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
