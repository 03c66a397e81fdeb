import type { CheckAnswer } from './checklist.ts';
import type { SampleResult } from './sample.ts';
import type { FindingState } from './states.ts';

/** A unit as far as it is worked on. */
export interface WorkOfUnit {
  items: readonly { answer: CheckAnswer | null }[];
  samples: readonly { seed: string | null; replaced: boolean; results: readonly (SampleResult | null)[] }[];
  findings: readonly { state: FindingState }[];
}

/** What is open at a unit: items without an answer, samples without a draw, dossiers nobody judged, findings that are not settled. */
export interface OpenWork {
  items: number;
  sealed: number;
  dossiers: number;
  findings: number;
}

/** What would be left open if the inspection were concluded now; null where nothing is. Samples that were drawn again are over. */
export function openWork({ items, samples, findings }: WorkOfUnit): OpenWork | null {
  const standing = samples.filter(({ replaced }) => !replaced);
  const open = {
    items: items.filter(({ answer }) => answer === null).length,
    sealed: standing.filter(({ seed }) => seed === null).length,
    dossiers: standing.flatMap(({ results }) => results).filter((result) => result === null).length,
    findings: findings.filter(({ state }) => state === 'OPEN' || state === 'REMEDIED').length,
  };
  return Object.values(open).some((count) => count > 0) ? open : null;
}
