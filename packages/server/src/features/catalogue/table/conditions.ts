import type { Day } from '@chi-tieu/shared/domain/days';
import { nationalCode } from '@chi-tieu/shared/domain/procedure-code';
import type { UnitKind } from '../../../app/enums.ts';
import type { DossierCondition, ForceCondition, ForceState, ListCondition, ProcedureFilter } from './filter.ts';

/** The parameters of a statement that is put together: each value gives its placeholder. */
export class Params {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** What a filter is read against: the day as of which procedures are read, and the receiving units of each unit it names. */
export interface FilterWorld {
  provinceId: number;
  on: Day;
  /** By `CODE@DAY`. */
  units: ReadonlyMap<string, number[]>;
}

/** The key of a unit in `FilterWorld.units`. */
export const unitKey = ({ code, on }: { code: string; on: Day }): string => `${code}@${on}`;

const isGiven = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;
const all = (parts: string[]): string => (parts.length === 0 ? 'true' : parts.map((part) => `(${part})`).join(' and '));

/** A filter as a condition on a procedure `p` and its text `v`. Nothing of the filter stands in the text: it is all parameters. */
export function conditionOf(filter: ProcedureFilter, world: FilterWorld, params: Params): string {
  const { and, or, not } = filter;
  const inner = (one: ProcedureFilter) => conditionOf(one, world, params);
  const parts = [...ownParts(filter, params), ...relatedParts(filter, world, params)];
  if (and?.length) parts.push(all(and.map(inner)));
  if (or?.length) parts.push(or.map((one) => `(${inner(one)})`).join(' or '));
  if (not) parts.push(`not coalesce(${inner(not)}, false)`);
  return all(parts);
}

/** What is asked of the procedure's own text. */
function ownParts(filter: ProcedureFilter, params: Params): string[] {
  const { codes, fields, hasField, authorities, hasAuthority, tiers, hasTier, leastDays, mostDays } = filter;
  const parts: string[] = [];
  const presence = (column: string, wanted: boolean | null | undefined) =>
    isGiven(wanted) && parts.push(`${column} is ${wanted ? 'not ' : ''}null`);
  if (codes?.length)
    parts.push(
      `p.code = any (${params.add(
        codes.map((code) => nationalCode(code) ?? code),
        'text[]',
      )})`,
    );
  if (fields?.length) parts.push(`v.field = any (${params.add(fields, 'text[]')})`);
  presence('v.field', hasField);
  if (authorities?.length) parts.push(`v.authority = any (${params.add(authorities, 'text[]')})`);
  presence('v.authority', hasAuthority);
  if (tiers?.length) parts.push(`v.tiers && ${params.add(tiersOf(tiers), 'tier[]')}`);
  if (isGiven(hasTier)) parts.push(`cardinality(v.tiers) ${hasTier ? '> 0' : '= 0'}`);
  if (isGiven(leastDays)) parts.push(`v.processing_days >= ${params.add(leastDays, 'numeric')}`);
  if (isGiven(mostDays)) parts.push(`v.processing_days <= ${params.add(mostDays, 'numeric')}`);
  return parts;
}

/** What is asked of what belongs to the procedure. */
function relatedParts(filter: ProcedureFilter, world: FilterWorld, params: Params): string[] {
  const { force, onList, dossiers, changedSince } = filter;
  const parts: string[] = [];
  if (force) parts.push(forcePart(force, world, params));
  if (onList) parts.push(listPart(onList, world, params));
  if (dossiers) parts.push(dossierPart(dossiers, world, params));
  if (changedSince)
    parts.push(`exists (select from procedure_revision r join moment m on m.id = r.moment_id
      where r.procedure_id = p.id and m.at > ${params.add(changedSince, 'timestamptz')} and m.at < 'infinity')`);
  return parts;
}

/** How procedure `p` stands on a day. */
function forceState(day: string): string {
  const period = (which: string) =>
    `exists (select from procedure_period f where f.procedure_id = p.id and f.superseded_by is null and ${which})`;
  return `case when ${period(`f.valid @> ${day}`)} then 'IN_FORCE' when ${period(`lower(f.valid) > ${day}`)} then 'NOT_YET' else 'NO_LONGER' end`;
}

function forcePart({ states, on }: ForceCondition, world: FilterWorld, params: Params): string {
  const day = params.add(on ?? world.on, 'date');
  const only: ForceState | undefined = states.length === 1 ? states[0] : undefined;
  if (only === 'IN_FORCE')
    return `exists (select from procedure_period f where f.procedure_id = p.id and f.superseded_by is null and f.valid @> ${day})`;
  return `${forceState(day)} = any (${params.add(states, 'text[]')})`;
}

function listPart({ list, levels, tiers, on }: ListCondition, world: FilterWorld, params: Params): string {
  const parts = [
    `e.procedure_id = p.id`,
    'e.superseded_by is null',
    `e.valid @> ${params.add(on ?? world.on, 'date')}`,
  ];
  if (list) {
    const province = params.add(world.provinceId, 'int');
    parts.push(
      `e.list_id = (select l.id from service_list l where l.province_id = ${province} and l.code = ${params.add(list, 'text')})`,
    );
  }
  if (levels?.length) parts.push(`e.level = any (${params.add(levels, 'service_level[]')})`);
  if (tiers?.length) parts.push(`e.tier = any (${params.add(tiersOf(tiers), 'tier[]')})`);
  return `exists (select from service_list_entry e where ${parts.join(' and ')})`;
}

function dossierPart({ from, to, unit, least }: DossierCondition, world: FilterWorld, params: Params): string {
  const parts = [
    `d.province_id = ${params.add(world.provinceId, 'int')}`,
    'd.procedure_id = p.id',
    'd.gone is null',
    `d.received_day between ${params.add(from, 'date')} and ${params.add(to, 'date')}`,
  ];
  if (unit) {
    const units = world.units.get(unitKey({ code: unit, on: to })) ?? [];
    parts.push(`d.unit_id = any (${params.add(units, 'int[]')})`);
  }
  return `exists (select from dossier d where ${parts.join(' and ')} offset ${params.add((least ?? 1) - 1, 'bigint')})`;
}

/** Departments carry out what the province does. */
function tiersOf(tiers: readonly UnitKind[]): UnitKind[] {
  return [...new Set(tiers.map((tier) => (tier === 'DEPARTMENT' ? 'PROVINCE' : tier)))];
}
