import { indicators } from '../../app/session.ts';
import { bringTexts, type KeyTaking, type PlainKey } from '../../i18n/i18n.ts';
import { measures } from '../../i18n/vi/measures.ts';

// Whatever tells a figure names its texts here.
bringTexts(measures);

/** The names of the texts that tell a figure, by what its indicator counts. */
export interface MeasureWords {
  readonly fraction: KeyTaking<'online' | 'counted'>;
  readonly missing: KeyTaking<'points' | 'count'>;
  readonly numerator: PlainKey | KeyTaking<'how'>;
  readonly denominator: PlainKey;
  readonly tabIn: PlainKey;
  readonly tabOther: PlainKey;
  readonly comparison: KeyTaking<'online' | 'left' | 'sign' | 'target' | 'counted' | 'right'>;
  /** What came since: all that counts, and what of it is in the numerator. */
  readonly moreCounted: PlainKey;
  readonly moreIn: PlainKey;
}

const ONLINE: MeasureWords = {
  fraction: 'rates.fraction',
  missing: 'rates.missing',
  numerator: 'rates.numerator',
  denominator: 'rates.denominator',
  tabIn: 'rates.tabOnline',
  tabOther: 'rates.tabOther',
  comparison: 'rates.comparison',
  moreCounted: 'rates.moreCounted',
  moreIn: 'rates.moreOnline',
};
const ON_TIME: MeasureWords = {
  fraction: 'measures.onTime.fraction',
  missing: 'measures.onTime.missing',
  numerator: 'measures.onTime.numerator',
  denominator: 'rates.denominator',
  tabIn: 'measures.onTime.tabIn',
  tabOther: 'measures.onTime.tabOther',
  comparison: 'measures.plain.comparison',
  moreCounted: 'rates.moreCounted',
  moreIn: 'measures.onTime.moreIn',
};
const OTHER: MeasureWords = {
  fraction: 'measures.plain.fraction',
  missing: 'measures.plain.missing',
  numerator: 'measures.plain.numerator',
  denominator: 'rates.denominator',
  tabIn: 'measures.plain.tabIn',
  tabOther: 'measures.plain.tabOther',
  comparison: 'measures.plain.comparison',
  moreCounted: 'rates.moreCounted',
  moreIn: 'measures.plain.moreIn',
};
const SERVICES: MeasureWords = {
  fraction: 'measures.services.fraction',
  missing: 'measures.services.missing',
  numerator: 'measures.services.numerator',
  denominator: 'measures.services.denominator',
  tabIn: 'measures.services.tabIn',
  tabOther: 'measures.services.tabOther',
  comparison: 'measures.plain.comparison',
  moreCounted: 'measures.services.moreCounted',
  moreIn: 'measures.services.moreIn',
};

/** How the figures of an indicator are told: of dossiers filed online unless it is known to count something else. */
export function measureWords(code: string): MeasureWords {
  const found = indicators.value.find((indicator) => indicator.code === code);
  if (!found) return ONLINE;
  if (found.counts !== 'DOSSIERS') return SERVICES;
  if (found.numerator === 'ON_TIME') return ON_TIME;
  return found.numeratorChannel === 'ONLINE' ? ONLINE : OTHER;
}
