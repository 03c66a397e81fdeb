import type { Day } from '@chi-tieu/shared/domain/days';
import type { Channel } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';
import { countsBy, COUNTING_DAY, eligibleCte } from '../rates/classified.queries.ts';
import type { IndicatorRow } from '../rates/indicators.queries.ts';

/** How many dossiers of a procedure came in a month by a channel. */
export interface DossierCountRow {
  /** First day of the month. */
  month: Day;
  channel: Channel;
  count: number;
}

/** The dossiers of a procedure received in a period, by month and channel. */
export function dossierCounts(
  sql: Sql,
  provinceId: number,
  procedureId: number,
  { from, to }: { from: Day; to: Day },
): Promise<DossierCountRow[]> {
  return sql.rows<DossierCountRow>(
    `select date_trunc('month', received_day)::date::text as month, channel, count(*)::int as count
       from dossier where province_id = $1 and procedure_id = $2 and received_day between $3 and $4
      group by 1, 2 order by 1, 2`,
    [provinceId, procedureId, from, to],
  );
}

/** What a procedure adds to an indicator. */
export interface ProcedureCounts {
  numerator: number;
  denominator: number;
  /** All its dossiers that the indicator looks at in the period, counted or not. */
  inPeriod: number;
}

/** A procedure's part of an indicator over a period, by the rule by which totals are booked. */
export async function procedureCounts(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { procedureId, from, to }: { procedureId: number; from: Day; to: Day },
): Promise<ProcedureCounts> {
  const found = await sql.row<ProcedureCounts>(
    `with ${eligibleCte('i.id = $2', 'null')}
     select count(*) filter (where e.procedure_id is not null and d.channel = i.numerator_channel)::int as numerator,
            count(e.procedure_id)::int as denominator, count(*)::int as "inPeriod"
       from dossier d
       join unit u on u.id = d.unit_id
       join indicator i on i.id = $2
       left join eligible e on ${countsBy('$5')}
      where d.province_id = $1 and d.procedure_id = $3
        and ${COUNTING_DAY.replace('e.basis', 'i.basis')} between $4 and $5
        and (i.basis = 'RECEIVED' or d.status in (9, 10))`,
    [provinceId, indicator.id, procedureId, from, to],
  );
  return found ?? { numerator: 0, denominator: 0, inPeriod: 0 };
}
