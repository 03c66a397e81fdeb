import { knownThen } from '../units/units.queries.ts';

/**
 * The rule of domain/eligibility.ts once more, as SQL over many dossiers at a time. A property test and the `verify`
 * tool, which use the pure rule, hold the two together.
 *
 * Both parts below are pieces of a statement. `known` is the placeholder of the instant (null: now).
 */

/** The entries of lists that are stored: `service_list_entry` as known at an instant. */
export function storedEntries(known: string): string {
  return `(select l.list_id, l.procedure_id, l.tier, l.unit_id, l.level, l.valid from service_list_entry l where ${knownThen('l', known)})`;
}

/** What of a definition has to be known beside a dossier: columns of `eligible`. */
export const TERMS = 'basis, eligibility_date, statuses, numerator, numerator_channel';

/**
 * Common table expressions that end with `eligible (definition_id, TERMS, procedure_id, tier, unit_id, but, during)`: from when to
 * when dossiers of a procedure may count at a tier, but for the units `but`, or where `unit_id` is told for that one alone.
 * Periods of one definition, procedure and receiving unit never overlap: a procedure has a row for each period in force where the
 * definition asks for it, else one for ever. `which` narrows the definitions `i`, e.g. `i.id = $2`; those that count services have
 * no rows here, or with `ofServices` they alone.
 * `entries` is a from-clause item with the columns of `storedEntries`; `name` tells several of these expressions in one
 * statement apart. `procedures`, a placeholder of ids, narrows the procedures; `force` is the instant of periods in force where that
 * is another one.
 */
export function eligibleCte(
  which: string,
  known: string,
  {
    entries = storedEntries(known),
    name = 'eligible',
    procedures,
    ofServices = false,
    force = known,
  }: { entries?: string; name?: string; procedures?: string; ofServices?: boolean; force?: string } = {},
): string {
  const listed = `${name}_listed`;
  const terms = TERMS.replaceAll(/\w+/g, 'i.$&');
  const counted = ofServices ? `i.counts <> 'DOSSIERS'` : `i.counts = 'DOSSIERS'`;
  const isAsked = (id: string) => (procedures === undefined ? '' : ` and ${id} = any (${procedures})`);
  return `${listedCtes(listed, entries, known)},
  ${name}_force as materialized (
    select f.procedure_id, f.valid, true as required from procedure_period f where ${knownThen('f', force)}${isAsked('f.procedure_id')}
    union all
    select p.id, daterange(null, null), false from procedure p where true${isAsked('p.id')}),
  ${name} as materialized (
    select i.id as definition_id, ${terms}, l.procedure_id, l.tier, l.unit_id, l.but, l.valid * f.valid as during
      from indicator_definition i
      join ${listed} l on l.list_id = i.list_id and l.level = any (i.levels)
      join ${name}_force f on f.procedure_id = l.procedure_id and f.required = i.in_force_required
     where ${which} and ${counted} and ${isOfTier('l.tier')}
    union all
    select i.id, ${terms}, p.id, t.tier, null, null, f.valid
      from indicator_definition i
      join procedure p on p.province_id = i.province_id
      join ${name}_force f on f.procedure_id = p.id and f.required = i.in_force_required
     cross join unnest(enum_range(null::tier)) as t (tier)
     where i.list_id is null and ${which} and ${counted} and ${isOfTier('t.tier')})`;
}

/** True where a definition `i` looks at the dossiers of units of a tier. */
export function isOfTier(tier: string, definition = 'i'): string {
  return `(${definition}.tiers is null or ${tier} = any (${definition}.tiers))`;
}

/**
 * The rule `levelFor` of domain/service-list.ts as common table expressions that end with `listed (list_id, procedure_id, tier,
 * unit_id, but, level, valid)`: the entries for tiers, each with the units for which something else may hold (`but`, null for
 * none), and for each of those units on its own what holds for it: of the entries that name it or a unit above it on the day the
 * nearest one's, else the tier's. Where no entry names a unit, they are the entries as they are.
 */
export function listedCtes(listed: string, entries: string, known: string): string {
  const isSame = (a: string, b: string) => `${a}.list_id = ${b}.list_id and ${a}.procedure_id = ${b}.procedure_id`;
  return `${listed}_named as materialized (select * from ${entries} n where n.unit_id is not null),
  ${listed}_below as materialized (
    with recursive walk as (
      select v.unit_id as named_id, v.unit_id, v.valid as days, array[v.unit_id] as way
        from unit_version v
       where v.unit_id in (select unit_id from ${listed}_named) and ${knownThen('v', known)}
      union all
      select w.named_id, v.unit_id, w.days * v.valid, w.way || v.unit_id
        from walk w
        join unit_version v on v.parent_id = w.unit_id and v.valid && w.days and v.unit_id <> all (w.way) and ${knownThen('v', known)})
    -- A named unit is its own, whether or not it was there on the day.
    select distinct named_id, unit_id, cardinality(way) as far,
           case when named_id = unit_id then daterange(null, null) else days end as days
      from walk),
  ${listed}_claim as materialized (
    select n.list_id, n.procedure_id, b.unit_id, b.far, n.level, n.valid * b.days as days
      from ${listed}_named n join ${listed}_below b on b.named_id = n.unit_id and b.days && n.valid),
  ${listed}_held as materialized (
    select list_id, procedure_id, unit_id, range_agg(days) as days from ${listed}_claim group by 1, 2, 3),
  ${listed} as not materialized (
    select l.list_id, l.procedure_id, l.tier, null::int as unit_id, o.but, l.level, l.valid
      from ${entries} l
      left join (select list_id, procedure_id, array_agg(unit_id) as but from ${listed}_held group by 1, 2) o on ${isSame('o', 'l')}
     where l.unit_id is null
    union all
    select c.list_id, c.procedure_id, u.tier, c.unit_id, null, c.level, s.days
      from ${listed}_claim c
      join unit u on u.id = c.unit_id
     cross join lateral unnest(datemultirange(c.days) - coalesce((
             select range_agg(x.days) from ${listed}_claim x
              where ${isSame('x', 'c')} and x.unit_id = c.unit_id and x.far < c.far), '{}')) as s (days)
    union all
    select h.list_id, h.procedure_id, l.tier, h.unit_id, null, l.level, s.days
      from ${listed}_held h
      join unit u on u.id = h.unit_id
      join ${entries} l on ${isSame('l', 'h')} and l.tier = u.tier and l.unit_id is null
     cross join lateral unnest(datemultirange(l.valid) - h.days) as s (days))`;
}

/** True where a row `e` of `eligible` or of what is listed is about unit `unit`, whose tier is the row's. */
export function isFor(unit: string): string {
  return `(case when e.unit_id is null then e.but is null or ${unit} <> all (e.but) else e.unit_id = ${unit} end)`;
}

/** The day on which dossier `d` counts for the definition of `e`, if it does. */
export const COUNTING_DAY = `(case e.basis when 'RESOLVED' then d.finished_day else d.received_day end)`;

/** True for a dossier `d` that is in the numerator of the definition of `e` where it counts. */
export const IN_NUMERATOR = `(case e.numerator when 'ON_TIME' then coalesce(d.finished_at <= d.due_at, false)
  else d.channel = e.numerator_channel end)`;

/** True for a dossier `d` that is not gone, and whose status, finish and due time let it count by the definition of `e` in some period. */
export const LOOKED_AT = `(d.gone is null and (case when e.statuses is null then e.basis = 'RECEIVED' or d.status in (9, 10) else d.status = any (e.statuses) end)
    and (e.basis = 'RECEIVED' or d.finished_day is not null) and (e.numerator = 'CHANNEL' or d.due_at is not null))`;

/**
 * True for a dossier `d` of a unit `u` that counts by `eligible` row `e`; the period is not looked at.
 * `periodEnd` is the placeholder of the period's last day, needed by definitions with eligibility date PERIOD_END.
 */
export function countsBy(periodEnd: string): string {
  return `e.procedure_id = d.procedure_id and e.tier = u.tier and ${isFor('d.unit_id')} and ${countsDuring(periodEnd)}`;
}

/** The part of `countsBy` that looks at the dossier's state and days alone, whichever unit it belongs to. */
export function countsDuring(periodEnd: string): string {
  return `${LOOKED_AT}
    and e.during @> (case e.eligibility_date when 'RECEIVED' then d.received_day when 'RESOLVED' then d.finished_day
                     else ${periodEnd}::date end)`;
}

/** Where dossiers come from, as known at an instant: a from-clause item named `d` with the columns of `dossier`. */
export function dossiersKnown(known: string, condition: string): string {
  const columns = `d.province_id, d.unit_id, d.procedure_id, d.channel, d.status, d.received_at, d.due_at, d.finished_at,
    d.received_day, d.finished_day, d.version, d.batch_id, d.code, d.gone`;
  return `(select d.id, ${columns} from dossier d
            where ${condition} and (${known}::timestamptz is null
              or exists (select 1 from moment m where m.id = d.recorded_by and m.at <= ${known}::timestamptz))
           union all
           select d.dossier_id, ${columns} from dossier_version d
            where ${condition} and ${known}::timestamptz is not null
              and d.superseded_by >= (select min(m.id) from (select id from moment where at > ${known}::timestamptz offset 0) m)
              and exists (select 1 from moment m where m.id = d.recorded_by and m.at <= ${known}::timestamptz)
              and not exists (select 1 from moment m where m.id = d.superseded_by and m.at <= ${known}::timestamptz)) d`;
}

/**
 * Dossiers that no definition tells apart as one row, with how many they are (`n`): a select of the columns that the rules above
 * look at, `from` a from-clause with them as `d`. Of the times only what is asked of them is kept: whether there is a due time, and
 * whether it was met.
 */
export function alike(from: string): string {
  return `select d.unit_id, d.procedure_id, d.channel, d.status, d.received_day, d.finished_day, d.gone,
       case when d.due_at is not null then timestamptz 'epoch' end as due_at,
       case when d.finished_at <= d.due_at then timestamptz '-infinity' when d.finished_at is not null then 'infinity' end as finished_at,
       count(*)::int as n
      from ${from}
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9`;
}
