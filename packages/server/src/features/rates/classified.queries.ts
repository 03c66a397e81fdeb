import { knownThen } from '../units/units.queries.ts';

/**
 * The rule of domain/eligibility.ts once more, as SQL over many dossiers at a time. A property test and the `verify`
 * tool, which use the pure rule, hold the two together.
 *
 * Both parts below are pieces of a statement. `known` is the placeholder of the instant (null: now).
 */

/**
 * Common table expressions that end with `eligible (indicator_id, basis, eligibility_date, numerator_channel, procedure_id, tier,
 * during)`: from when to when dossiers of a procedure may count at a tier. Periods of one indicator, procedure and tier
 * never overlap: a procedure has a row for each period in force where the indicator asks for it, else one for ever. `which` narrows
 * the indicators, e.g. `i.id = $2`.
 */
export function eligibleCte(which: string, known: string): string {
  return `force as materialized (
    select f.procedure_id, f.valid, true as required from procedure_period f where ${knownThen('f', known)}
    union all
    select p.id, daterange(null, null), false from procedure p),
  eligible as materialized (
    select i.id as indicator_id, i.basis, i.eligibility_date, i.numerator_channel, l.procedure_id, l.tier, l.valid * f.valid as during
      from indicator i
      join service_list_entry l on l.list_id = i.list_id and l.level = any (i.levels) and ${knownThen('l', known)}
      join force f on f.procedure_id = l.procedure_id and f.required = i.in_force_required
     where ${which}
    union all
    select i.id, i.basis, i.eligibility_date, i.numerator_channel, p.id, t.tier, f.valid
      from indicator i
      join procedure p on p.province_id = i.province_id
      join force f on f.procedure_id = p.id and f.required = i.in_force_required
     cross join unnest(enum_range(null::tier)) as t (tier)
     where i.list_id is null and ${which})`;
}

/** The day on which dossier `d` counts for the indicator of `e`, if it does. */
export const COUNTING_DAY = `(case e.basis when 'RESOLVED' then d.finished_day else d.received_day end)`;

/**
 * True for a dossier `d` of a unit `u` that counts by `eligible` row `e`; the period is not looked at.
 * `periodEnd` is the placeholder of the period's last day, needed by indicators with eligibility date PERIOD_END.
 */
export function countsBy(periodEnd: string): string {
  return `e.procedure_id = d.procedure_id and e.tier = u.tier
    and (e.basis = 'RECEIVED' or (d.status in (9, 10) and d.finished_day is not null))
    and e.during @> (case e.eligibility_date when 'RECEIVED' then d.received_day when 'RESOLVED' then d.finished_day
                     else ${periodEnd}::date end)`;
}

/** Where dossiers come from, as known at an instant: a from-clause item named `d` with the columns of `dossier`. */
export function dossiersKnown(known: string, condition: string): string {
  const columns = `d.province_id, d.unit_id, d.procedure_id, d.channel, d.status, d.received_at, d.due_at, d.finished_at,
    d.received_day, d.finished_day, d.version, d.batch_id, d.code`;
  return `(select d.id, ${columns} from dossier d
            where ${condition} and (${known}::timestamptz is null
              or exists (select 1 from moment m where m.id = d.recorded_by and m.at <= ${known}::timestamptz))
           union all
           select d.dossier_id, ${columns} from dossier_version d
            where ${condition} and ${known}::timestamptz is not null
              and exists (select 1 from moment m where m.id = d.recorded_by and m.at <= ${known}::timestamptz)
              and not exists (select 1 from moment m where m.id = d.superseded_by and m.at <= ${known}::timestamptz)) d`;
}
