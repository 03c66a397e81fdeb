import type { Day } from '@chi-tieu/shared/domain/days';
import type { ProcedureFilter, ProcedureSort, ServiceLevel } from '@chi-tieu/shared/generated/graphql';
import type { Ref } from 'vue';
import { readSort } from '../../ui/column.ts';
import { LEVELS, type Tier } from './levels.ts';

/** What is missing of a procedure. */
export const GAPS = ['field', 'tier', 'authority', 'list'] as const;
export type Gap = (typeof GAPS)[number];

/** How a procedure stands on the day, as one chooses it. `1`: in force, as addresses have always said it. */
export const FORCES = ['1', 'notYet', 'ended'] as const;
export type Force = (typeof FORCES)[number];

/** What narrows the catalogue down, and how it is sorted; as it stands in the query string. */
export interface ProcedureFilters {
  readonly search: Ref<string>;
  readonly field: Ref<string | null>;
  readonly tier: Ref<Tier | ''>;
  readonly inForce: Ref<Force | ''>;
  /** A list with a level, `QD402.LEVEL_4`. */
  readonly level: Ref<string | null>;
  readonly gap: Ref<Gap | ''>;
  readonly on: Ref<Day>;
  readonly sort: Ref<string>;
}

/** Whether anything is left out of the catalogue. */
export function isNarrowed({ search, field, tier, inForce, level, gap }: ProcedureFilters): boolean {
  return [search, field, tier, inForce, level, gap].some(({ value }) => value !== '' && value !== null);
}

/** Shows the whole catalogue again. */
export function clearFilters(filters: ProcedureFilters): void {
  filters.search.value = '';
  filters.field.value = null;
  filters.tier.value = '';
  filters.inForce.value = '';
  filters.level.value = null;
  filters.gap.value = '';
}

const STATES = { '1': 'IN_FORCE', notYet: 'NOT_YET', ended: 'NO_LONGER' } as const;
const MISSING: Readonly<Record<Gap, ProcedureFilter>> = {
  field: { hasField: false },
  tier: { hasTier: false },
  authority: { hasAuthority: false },
  list: { not: { onList: {} } },
};

/** A list and a level as one word of an address, taken apart; null for what is none. */
export function readLevel(word: string | null): { list: string; level: ServiceLevel } | null {
  const [, list = '', name = ''] = /^(.+)\.(\w+)$/.exec(word ?? '') ?? [];
  const level = LEVELS.find((known) => known === name);
  return level && list ? { list, level } : null;
}

/** The filters as the API takes them. */
export function filterOf({ field, tier, inForce, level, gap }: ProcedureFilters): ProcedureFilter {
  const listed = readLevel(level.value);
  return {
    ...(field.value !== null && { fields: [field.value] }),
    ...(tier.value && { tiers: [tier.value] }),
    ...(inForce.value && { force: { states: [STATES[inForce.value]] } }),
    ...(listed && { onList: { list: listed.list, levels: [listed.level] } }),
    ...(gap.value && { and: [MISSING[gap.value]] }),
  };
}

const SORTED_BY: Readonly<Record<string, ProcedureSort['by']>> = {
  code: 'CODE',
  name: 'NAME',
  field: 'FIELD',
  tiers: 'TIERS',
  level: 'LEVEL',
  inForce: 'IN_FORCE_TO',
  authority: 'AUTHORITY',
  processingDays: 'PROCESSING_DAYS',
  version: 'VERSION',
  changedAt: 'CHANGED_AT',
};

/** The sort word of the table as the API takes it; null for what no column has. */
export function sortOf(word: string): ProcedureSort | null {
  const sort = readSort(word);
  const by = sort && SORTED_BY[sort.key];
  return by ? { by, descending: sort.descending } : null;
}

/** The columns of a file, for those of the table. */
const EXPORTED: Readonly<Record<string, readonly string[]>> = { inForce: ['inForceFrom', 'inForceTo'] };

/** The address of a file with what the table shows: its filter, order and columns. */
export function exportAddress(
  form: 'xlsx' | 'csv',
  filters: ProcedureFilters,
  columns: readonly string[],
  language: string,
): string {
  const sort = sortOf(filters.sort.value);
  const query = new URLSearchParams({
    on: filters.on.value,
    language,
    columns: columns.flatMap((column) => EXPORTED[column] ?? [column]).join(),
    filter: JSON.stringify(filterOf(filters)),
  });
  if (filters.search.value.trim()) query.set('search', filters.search.value.trim());
  if (sort) query.set('sort', (sort.descending ? '-' : '') + sort.by);
  return `/exports/procedures.${form}?${query.toString()}`;
}
