import type { Day } from '@chi-tieu/shared/domain/days';
import { dayOrNull, isYes, listed, oneOf, readCsv } from './read-csv.ts';

const UNIT_KINDS = ['PROVINCE', 'DEPARTMENT', 'DISTRICT', 'COMMUNE'] as const;
export const TIERS = ['PROVINCE', 'DISTRICT', 'COMMUNE'] as const;
export const LEVELS = ['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4', 'PARTIAL', 'FULL'] as const;

export type FactTier = (typeof TIERS)[number];
export type FactLevel = (typeof LEVELS)[number];

/** One dated version of a unit. Rows with the same `unit` are one identity; `to` is its last day; null is an open end. */
export interface UnitVersionFact {
  unit: string;
  kind: (typeof UNIT_KINDS)[number];
  code: string;
  name: string;
  type: string;
  /** The code that the parent bore on the version's days; null for the province. */
  parentCode: string | null;
  from: Day | null;
  to: Day | null;
  /** False where the code is one of our own (departments). */
  official: boolean;
  source: string;
}

/** From `on` the successor carries on what the predecessor did; both by their `unit`. */
export interface SuccessionFact {
  predecessor: string;
  successor: string;
  on: Day;
  main: boolean;
  source: string;
}

export interface ServiceListFact {
  code: string;
  name: string;
  source: string;
}

export interface IndicatorFact {
  code: string;
  name: string;
  counts: 'DOSSIERS' | 'SERVICES_USED' | 'SERVICES_OFFERED';
  basis: 'RESOLVED' | 'RECEIVED';
  eligibilityDate: 'RECEIVED' | 'RESOLVED' | 'PERIOD_END';
  inForceRequired: boolean;
  list: string | null;
  levels: FactLevel[];
  numerator: 'CHANNEL' | 'ON_TIME';
  /** Null where the numerator is not of a channel. */
  numeratorChannel: 'IN_PERSON' | 'ONLINE' | 'POSTAL' | null;
  clause: string;
}

export interface BaseData {
  units: UnitVersionFact[];
  successions: SuccessionFact[];
  serviceLists: ServiceListFact[];
  indicators: IndicatorFact[];
}

/** What every installation knows from the start, read from packages/server/data/base (sources.md there says whence). */
export function readBaseData(): BaseData {
  return {
    units: readUnits(),
    successions: readCsv('base/successions.csv', ['predecessor', 'successor', 'on', 'main', 'source']).map((row) => ({
      ...row,
      main: isYes(row.main),
    })),
    serviceLists: readCsv('base/service-lists.csv', ['code', 'name', 'source']),
    indicators: readIndicators(),
  };
}

function readUnits(): UnitVersionFact[] {
  return readCsv('base/units.csv', [
    'unit',
    'kind',
    'code',
    'name',
    'type',
    'parent_code',
    'from',
    'to',
    'official',
    'source',
  ]).map((row) => ({
    unit: row.unit,
    kind: oneOf(row.kind, UNIT_KINDS),
    code: row.code,
    name: row.name,
    type: row.type,
    parentCode: row.parent_code === '' ? null : row.parent_code,
    from: dayOrNull(row.from),
    to: dayOrNull(row.to),
    official: isYes(row.official),
    source: row.source,
  }));
}

function readIndicators(): IndicatorFact[] {
  return readCsv('base/indicators.csv', [
    'code',
    'name',
    'counts',
    'basis',
    'eligibility_date',
    'in_force_required',
    'list',
    'levels',
    'numerator',
    'numerator_channel',
    'clause',
  ]).map((row) => ({
    code: row.code,
    name: row.name,
    counts: oneOf(row.counts, ['DOSSIERS', 'SERVICES_USED', 'SERVICES_OFFERED']),
    basis: oneOf(row.basis, ['RESOLVED', 'RECEIVED']),
    eligibilityDate: oneOf(row.eligibility_date, ['RECEIVED', 'RESOLVED', 'PERIOD_END']),
    inForceRequired: isYes(row.in_force_required),
    list: row.list === '' ? null : row.list,
    levels: listed(row.levels).map((level) => oneOf(level, LEVELS)),
    numerator: oneOf(row.numerator, ['CHANNEL', 'ON_TIME']),
    numeratorChannel:
      row.numerator_channel === '' ? null : oneOf(row.numerator_channel, ['IN_PERSON', 'ONLINE', 'POSTAL']),
    clause: row.clause,
  }));
}
