const MARKS = /\p{M}/gu;
const NOT_A_WORD = /[^\p{L}\p{N}]+/gu;
const NOT_A_MARKED_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
// Grave, acute, tilde, hook and dot below on the second vowel of oa, oe, uy; not where that vowel is another letter (ă, â, ê).
const LATE_TONE = /(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\u0302\u0306])/g;

/**
 * A text as bare letters for searching: no marks, đ as d, lower case, anything that is neither letter nor digit one space,
 * none at the ends. So `hòa`, `hoà`, `HOA` and their decomposed forms are the same: `hoa`.
 */
export function fold(text: string): string {
  const bare = text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
  return bare.replace(NOT_A_WORD, ' ').trim();
}

/**
 * A text as it is compared with its marks: NFC, lower case, spaces and punctuation as in `fold`, the tone of oa, oe and uy
 * always on the first vowel, so that `hoà` equals `hòa` and a word half typed begins the whole one. A key, not a spelling.
 */
export function foldMarked(text: string): string {
  const early = text.normalize('NFD').toLowerCase().replace(LATE_TONE, '$1$3$2');
  return early.normalize('NFC').replace(NOT_A_MARKED_WORD, ' ').trim();
}

/** Whether the target contains what was typed, marks or not, in either tone position. An empty query matches everything. */
export function matches(query: string, target: string): boolean {
  return fold(target).includes(fold(query));
}

/** How well a target answers a query, to sort by, best first: 2 with the marks as typed, 1 without them, 0 not at all. */
export function matchRank(query: string, target: string): 0 | 1 | 2 {
  if (!matches(query, target)) return 0;
  return foldMarked(target).includes(foldMarked(query)) ? 2 : 1;
}
