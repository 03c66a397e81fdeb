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

/** How every procedure `p` stands on a day: looked up for all of them at once, of periods that hold on one day there is one. */
function forceStates(day: string): { value: string; join: string } {
  const standing = (columns: string, which: string) =>
    `(select ${columns} from procedure_period where superseded_by is null and ${which})`;
  return {
    value: `case when holds.procedure_id is not null then 'IN_FORCE' when comes.procedure_id is not null then 'NOT_YET' else 'NO_LONGER' end`,
    join: `left join ${standing('procedure_id', `valid @> ${day}`)} holds on holds.procedure_id = p.id
      left join ${standing('distinct procedure_id', `lower(valid) > ${day}`)} comes on comes.procedure_id = p.id`,
  };
}

/**
 * The statements that count `found` by each facet: (facet, value, level, count). What has many rows is added up by what tells them
 * apart in the fewest bytes, and only the few sums are taken apart or given their names.
 */
function counting(day: string, fits: (facet: Facet) => string): Record<Facet, string> {
  const by = (facet: Facet, column: string) =>
    `select '${facet}' as facet, ${column} as value, null::service_level as level, count(*)::int as count
       from found where ${fits(facet)} group by ${column}`;
  return {
    FIELD: by('FIELD', 'field'),
    AUTHORITY: by('AUTHORITY', 'authority'),
    FORCE: by('FORCE', 'force'),
    TIER: `select 'TIER', t.tier::text, null, sum(g.count)::int
       from (select tiers, count(*) as count from found where ${fits('TIER')} group by tiers) g
       left join lateral unnest(g.tiers) t (tier) on true group by t.tier`,
    LIST: `select 'LIST', l.code, g.level, g.count
       from (select e.list_id, e.level, count(*)::int as count
               from found left join (
                 select distinct s.procedure_id, s.list_id, s.level from service_list_entry s
                  where s.superseded_by is null and s.valid @> ${day}) e on e.procedure_id = found.id
              where ${fits('LIST')} group by e.list_id, e.level) g
       left join service_list l on l.id = g.list_id`,
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
  const narrowing = FACETS.filter((facet) => Object.keys(own[facet]).length > 0);
  const name = (facet: Facet) => `fits_${facet.toLowerCase()}`;
  const flags = narrowing.map(
    (facet) => `, coalesce(${conditionOf(own[facet], world, params)}, false) as ${name(facet)}`,
  );
  const fits = (facet: Facet) => ['true', ...narrowing.filter((other) => other !== facet).map(name)].join(' and ');
  const force = facets.includes('FORCE') ? forceStates(day) : { value: 'null', join: '' };
  const counts = counting(day, fits);
  return sql.rows<FacetRow>(
    `with found as materialized (
       select p.id, v.field, v.tiers, v.authority, ${force.value} as force${flags.join('')}
         from procedure p join procedure_text v on v.procedure_id = p.id and v.superseded_by is null and v.valid @> ${day} ${force.join}
        where ${whereOf({ words, filter: rest }, world, params)})
     select facet, value, level, count from (${facets.map((facet) => counts[facet]).join(' union all ')}) x (facet, value, level, count)
      order by facet, value collate "vi-VN-x-icu" nulls last, level`,
    params.values,
  );
}
