/** A hash of a text in hexadecimal, all of one length: SHA-256 wherever a sample is kept. */
export type TextHash = (text: string) => string;

/** What was drawn, in the order of the draw. */
export interface Drawn {
  key: string;
  /** By which it was drawn: the smallest come first. */
  rank: string;
}

/**
 * Draws a sample: the keys whose hash with the seed is smallest. It hangs on seed and keys alone, never on their order; a larger
 * sample of the same list begins with the smaller one; who does not choose the seed chooses no key. Anybody who has seed and list
 * draws the same again: `printf 'SEED\nKEY' | sha256sum`, sorted.
 */
export function drawSample(keys: readonly string[], seed: string, size: number, hash: TextHash): Drawn[] {
  const drawn = [...new Set(keys)].map((key): Drawn => ({ key, rank: hash(`${seed}\n${key}`) }));
  return drawn.sort((a, b) => compare(a.rank, b.rank) || compare(a.key, b.key)).slice(0, Math.max(0, size));
}

/** What seals a list before there is a seed: the hash over its keys, a line each, in the order of their signs. */
export function sealOfFrame(keys: readonly string[], hash: TextHash): string {
  return hash([...new Set(keys)].sort(compare).join('\n'));
}

/** By code points, not by a language: the same everywhere. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which dossiers of a figure a sample is drawn from. */
export const SAMPLE_LISTS = ['NUMERATOR', 'DENOMINATOR', 'NOT_COUNTED'] as const;
export type SampleList = (typeof SAMPLE_LISTS)[number];

/** What was found at a dossier that was drawn. MISSING: it could not be shown. */
export const SAMPLE_RESULTS = ['MATCHES', 'DIFFERS', 'MISSING'] as const;
export type SampleResult = (typeof SAMPLE_RESULTS)[number];

/** How far a sample is looked at. */
export function countResults(results: readonly (SampleResult | null)[]): Record<SampleResult | 'LEFT', number> {
  const of = (result: SampleResult | null): number => results.filter((one) => one === result).length;
  return { MATCHES: of('MATCHES'), DIFFERS: of('DIFFERS'), MISSING: of('MISSING'), LEFT: of(null) };
}
