import type { Day } from '@chi-tieu/shared/domain/days';
import type { ServiceLevel } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';
import { countsBy, COUNTING_DAY, eligibleCte } from './classified.queries.ts';
import type { IndicatorRow } from './indicators.queries.ts';
import type { UnitCounts } from './totals.queries.ts';

/** An entry of a list as it is, or as it would be. */
export interface EntryOfSide {
  procedureId: number;
  tier: string;
  unitId: number | null;
  level: ServiceLevel;
  from: Day;
  to: Day | null;
}

/** The entries of some procedures on the indicator's list, as they are on two sides. */
export interface Sides {
  procedureIds: number[];
  before: EntryOfSide[];
  after: EntryOfSide[];
}

/** `$n` as a from-clause item with the columns of `storedEntries`: entries of the list `$2` names. */
function entriesIn(param: string, list: string): string {
  return `(select ${list}::int as list_id, x."procedureId" as procedure_id, x.tier::tier as tier, x."unitId" as unit_id,
                  x.level::service_level as level, daterange(x."from", x."to", '[]') as valid
             from jsonb_to_recordset(${param}::jsonb) as x
                  ("procedureId" int, tier text, "unitId" int, level text, "from" date, "to" date))`;
}

/**
 * What each receiving unit counts more (or less) in a period by the entries after than by those before; only units where it is
 * anything. One statement over the dossiers of these procedures: of them only days on which the sides differ are looked at, so
 * that most dossiers are passed by. Ask of `ctx.figures`: it counts dossiers of everybody.
 */
export function differenceOfSides(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { from, to }: { from: Day; to: Day },
  { procedureIds, before, after }: Sides,
): Promise<UnitCounts[]> {
  const side = (name: string, param: string) =>
    eligibleCte('i.id = $2', 'null', { entries: entriesIn(param, '$8'), name });
  const key = 'indicator_id, basis, eligibility_date, numerator_channel, procedure_id, tier, unit_id, but';
  const days = (name: string) =>
    `coalesce(range_agg(during) filter (where side = '${name}' and not isempty(during)), '{}')`;
  return sql.rows<UnitCounts>(
    `with ${side('was', '$5')}, ${side('now', '$6')},
     side as materialized (
       select k.*, s.sign, s.during
         from (select ${key}, ${days('now')} as now_days, ${days('was')} as was_days
                 from (select 'now' as side, * from now union all select 'was', * from was) x
                where x.procedure_id = any ($7) group by ${key}) k
        cross join lateral (
          select 1 as sign, d.during from unnest(k.now_days - k.was_days) as d (during)
          union all
          select -1, d.during from unnest(k.was_days - k.now_days) as d (during)) s)
     select d.unit_id as "unitId", coalesce(sum(e.sign) filter (where d.channel = e.numerator_channel), 0)::int as numerator,
            sum(e.sign)::int as denominator
       from dossier d
       join unit u on u.id = d.unit_id
       join side e on ${countsBy('$4')}
      where d.province_id = $1 and d.procedure_id = any ($7) and ${COUNTING_DAY} between $3 and $4
      group by d.unit_id`,
    [provinceId, indicator.id, from, to, JSON.stringify(before), JSON.stringify(after), procedureIds, indicator.listId],
  );
}
