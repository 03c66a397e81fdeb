import type { ServiceLevel } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';
import { conditionOf, Params, type FilterWorld } from './conditions.ts';
import type { ProcedureFilter } from './filter.ts';
import { whereOf } from './table.queries.ts';

/** What procedures are counted by. */
export const FACETS = ['FIELD', 'TIER', 'AUTHORITY', 'FORCE', 'LIST'] as const;
export type Facet = (typeof FACETS)[number];

/** How many of the found procedures have a value; null: none of that kind. Of a list `level` too. */
export interface FacetRow {
  facet: Facet;
  value: string | null;
  level: ServiceLevel | null;
  count: number;
}

/** The members of a filter that each facet sets: its own counts leave them out, so that its other values can be chosen. */
const MEMBERS: Readonly<Record<Facet, readonly (keyof ProcedureFilter)[]>> = {
  FIELD: ['fields', 'hasField'],
  TIER: ['tiers', 'hasTier'],
  AUTHORITY: ['authorities', 'hasAuthority'],
  FORCE: ['force'],
  LIST: ['onList'],
};

/** The facet's own members of a filter, and the filter without those of any facet. */
function parted(filter: ProcedureFilter): { own: Record<Facet, ProcedureFilter>; rest: ProcedureFilter } {
  const pick = (names: readonly string[], isWanted: boolean): ProcedureFilter =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => names.includes(name) === isWanted));
  const own = Object.fromEntries(FACETS.map((facet) => [facet, pick(MEMBERS[facet], true)]));
  return { own: own as Record<Facet, ProcedureFilter>, rest: pick(Object.values(MEMBERS).flat(), false) };
}

/** Counts `found` by a value, of the procedures that all other facets' members let through. */
function counted(
  facet: Facet,
  { from = 'found', value, level = 'null::service_level' }: { from?: string; value: string; level?: string },
) {
  const others = FACETS.filter((other) => other !== facet).map((other) => `fits_${other.toLowerCase()}`);
  const which = others.join(' and ');
  return `select '${facet}' as facet, ${value} as value, ${level} as level, count(*)::int as count from ${from} where ${which} group by 2, 3`;
}

/** How every procedure `p` stands on a day, looked up for all of them at once. */
function forceStates(day: string): { value: string; join: string } {
  return {
    value: `case when k.holds then 'IN_FORCE' when k.comes then 'NOT_YET' else 'NO_LONGER' end`,
    join: `left join (
      select procedure_id, bool_or(valid @> ${day}) as holds, bool_or(lower(valid) > ${day}) as comes
        from procedure_period where superseded_by is null group by procedure_id) k on k.procedure_id = p.id`,
  };
}

/** How the procedures that a question finds are spread, by each facet that is asked for; one statement. */
export function facetCounts(
  sql: Sql,
  world: FilterWorld,
  { words, filter }: { words: string[]; filter: ProcedureFilter },
  facets: readonly Facet[],
): Promise<FacetRow[]> {
  const params = new Params();
  const day = params.add(world.on, 'date');
  const { own, rest } = parted(filter);
  const fits = FACETS.map(
    (facet) => `coalesce(${conditionOf(own[facet], world, params)}, false) as fits_${facet.toLowerCase()}`,
  );
  const force = facets.includes('FORCE') ? forceStates(day) : { value: 'null', join: '' };
  const parts: Record<Facet, string> = {
    FIELD: counted('FIELD', { value: 'field' }),
    TIER: counted('TIER', { from: 'found left join lateral unnest(tiers) t (tier) on true', value: 't.tier::text' }),
    AUTHORITY: counted('AUTHORITY', { value: 'authority' }),
    FORCE: counted('FORCE', { value: 'force' }),
    LIST: counted('LIST', {
      from: `found left join (
          select distinct s.procedure_id, s.list_id, s.level from service_list_entry s
           where s.superseded_by is null and s.valid @> ${day}) e on e.procedure_id = found.id
        left join service_list l on l.id = e.list_id`,
      value: 'l.code',
      level: 'e.level',
    }),
  };
  return sql.rows<FacetRow>(
    `with found as materialized (
       select p.id, v.field, v.tiers, v.authority, ${force.value} as force, ${fits.join(', ')}
         from procedure p join procedure_text v on v.procedure_id = p.id and v.superseded_by is null and v.valid @> ${day} ${force.join}
        where ${whereOf({ words, filter: rest }, world, params)})
     select facet, value, level, count from (${facets.map((facet) => parts[facet]).join(' union all ')}) x
      order by facet, value collate "vi-VN-x-icu" nulls last, level`,
    params.values,
  );
}
