/** What a sentence of a report may say by name, in the order in which the places are offered. */
export const REPORT_PLACES = [
  'period',
  'from',
  'to',
  'year',
  'indicator',
  'province',
  'provincePlace',
  'numerator',
  'denominator',
  'rate',
  'target',
  'verdict',
  'missing',
  'required',
  'requiredVerdict',
  'sharedTarget',
  'sharedVerdict',
  'cumulative',
  'cumulativeNumerator',
  'cumulativeDenominator',
  'periodBefore',
  'rateBefore',
  'change',
  'unitsCount',
  'withTarget',
  'met',
  'notMet',
  'noDossiers',
  'notMetUnits',
  'best',
  'worst',
  'rose',
  'fell',
  'nowMet',
  'nowNotMet',
  'difficulties',
  'difficultiesOpen',
  'difficultyUnits',
  'received',
  'carriedOver',
  'resolved',
  'early',
  'onTime',
  'late',
  'open',
  'overdue',
  'knownAt',
  'reference',
] as const;

export type ReportPlace = (typeof REPORT_PLACES)[number];

/** Tables that a sentence may stand for. */
export const TABLE_PLACES = ['unitsTable', 'changesTable', 'difficultiesTable', 'receptionTable'] as const;
export type TablePlace = (typeof TABLE_PLACES)[number];

export type ReportValues = Readonly<Record<ReportPlace, string | null>>;
