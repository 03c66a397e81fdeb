import { fold, foldMarked } from '@chi-tieu/shared/domain/fold';
import { badInput } from './errors.ts';

/** What a search asks for, as words to be looked for (domain/fold.ts). */
export interface SearchWords {
  /** As typed, composed, without blanks around; empty: everything is wanted. */
  query: string;
  /** As bare letters; none although something was typed: nothing can have it. */
  words: string[];
  /** With their marks. */
  marked: string[];
}

const LONGEST = 200;
/** Ten words tell any name of the catalogue from the others; each further one would only be more work. */
const MOST_WORDS = 10;

/** Reads the argument `search`: at most 200 characters (else BAD_USER_INPUT), of which the first ten different words count. */
export function readSearchWords(search: string | null): SearchWords {
  const query = (search ?? '').normalize('NFC').trim();
  if (query.length > LONGEST) throw badInput('search', 'search.long', { most: LONGEST });
  return { query, ...wordsOf(query) };
}

/** The words of a text, each once. */
export function wordsOf(text: string): { words: string[]; marked: string[] } {
  const first = (folded: string) => [...new Set(folded.split(' ').filter(Boolean))].slice(0, MOST_WORDS);
  return { words: first(fold(text)), marked: first(foldMarked(text)) };
}
