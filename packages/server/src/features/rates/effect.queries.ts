import type { Day } from '@chi-tieu/shared/domain/days';
import type { ServiceLevel } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';
import { countsDuring, COUNTING_DAY, eligibleCte, IN_NUMERATOR, isFor, TERMS } from './classified.queries.ts';
import { differingDays } from './differing-days.ts';
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
 * anything. One statement: first the days on which the sides differ (`side`), then the dossiers of these procedures that have to
 * do with such days, counted by unit before it is asked for which units an entry holds. However many entries share their days,
 * dossiers are looked up once for them, and those of other days are passed by in the index. Ask of `ctx.figures`: it counts
 * dossiers of everybody.
 */
export function differenceOfSides(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { from, to }: { from: Day; to: Day },
  { procedureIds, before, after }: Sides,
): Promise<UnitCounts[]> {
  const side = (name: string, param: string) =>
    eligibleCte('i.id = $2', 'null', { entries: entriesIn(param, '$8'), name, procedures: '$7::int[]' });
  const rule = `definition_id, ${TERMS}, procedure_id`;
  // Where the day received decides, only dossiers received on these days are looked at. Told apart from `during`: behind the second
  // wall an index is asked with plain days alone.
  const received = (end: string, open: string) =>
    `coalesce(case when eligibility_date = 'RECEIVED' then ${end}(during) end, '${open}')`;
  return sql.rows<UnitCounts>(
    `with ${side('was', '$5')}, ${side('now', '$6')},
     side as materialized (
       select * from (${differingDays('was', 'now')}) x where x.procedure_id = any ($7)),
     counted as materialized (
       select e.procedure_id, e.during, d.*
         from (select distinct ${rule}, during, ${received('lower', '-infinity')} as since, ${received('upper', 'infinity')} as until from side) e
        cross join lateral (
          select d.unit_id, count(*) filter (where ${IN_NUMERATOR}) as numerator, count(*) as denominator
            from dossier d
           where d.province_id = $1 and d.procedure_id = e.procedure_id and d.received_day >= e.since and d.received_day < e.until
             and ${countsDuring('$4')} and ${COUNTING_DAY} between $3 and $4
           group by d.unit_id) d)
     select d.unit_id as "unitId", sum(e.sign * d.numerator)::int as numerator, sum(e.sign * d.denominator)::int as denominator
       from counted d
       join unit u on u.id = d.unit_id
       join side e on e.procedure_id = d.procedure_id and e.during = d.during and e.tier = u.tier and ${isFor('d.unit_id')}
      group by d.unit_id`,
    [
      provinceId,
      indicator.definitionId,
      from,
      to,
      JSON.stringify(before),
      JSON.stringify(after),
      procedureIds,
      indicator.listId,
    ],
  );
}
