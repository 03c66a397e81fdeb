import type { Day } from '@chi-tieu/shared/domain/days';
import type { Channel } from '../../app/enums.ts';
import type { Sql } from '../../app/sql.ts';
import {
  countsBy,
  COUNTING_DAY,
  dossiersKnown,
  eligibleCte,
  IN_NUMERATOR,
  storedEntries,
} from '../rates/classified.queries.ts';
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
       from dossier where province_id = $1 and procedure_id = $2 and received_day between $3 and $4 and gone is null
      group by 1, 2 order by 1, 2`,
    [provinceId, procedureId, from, to],
  );
}

/** From one day to another, both included. */
export interface Span {
  from: Day;
  to: Day;
}

/** What a procedure adds to an indicator. */
export interface ProcedureCounts {
  numerator: number;
  denominator: number;
  /** The other dossiers received or finished in the span, as behind any figure. */
  notCounted: number;
  /** All that the indicator looks at in the span, counted or not. */
  inPeriod: number;
}

/** What the dossiers of a procedure that one unit received add in one span (its index). */
export interface ReceivedPart extends ProcedureCounts {
  span: number;
  unitId: number;
}

/** A procedure's part of an indicator by receiving unit over several spans, by the rule by which totals are booked. */
export function procedureParts(
  sql: Sql,
  provinceId: number,
  indicator: IndicatorRow,
  { procedureId, spans, knownAt }: { procedureId: number; spans: readonly Span[]; knownAt: Date | null },
): Promise<ReceivedPart[]> {
  const entries = `(select s.* from ${storedEntries('$6')} s where s.procedure_id = $3)`;
  const day = COUNTING_DAY.replace('e.basis', 'i.basis');
  return sql.rows<ReceivedPart>(
    `with ${eligibleCte('i.id = $2', '$6', { entries })},
     mine as materialized (select * from eligible where procedure_id = $3)
     select s.n::int - 1 as span, d.unit_id as "unitId", count(*) filter (where c.online)::int as numerator,
            count(c.online)::int as denominator, count(*) filter (where c.online is null)::int as "notCounted",
            count(*) filter (where d.gone is null and ${day} between s.since and s.until
                               and (i.basis = 'RECEIVED' or i.statuses is not null or d.status in (9, 10))
                               and (i.statuses is null or d.status = any (i.statuses)))::int as "inPeriod"
       from unnest($4::date[], $5::date[]) with ordinality s (since, until, n)
       join ${dossiersKnown('$6', 'd.province_id = $1 and d.procedure_id = $3')}
         on d.finished_day between s.since and s.until or d.received_day between s.since and s.until
       join unit u on u.id = d.unit_id
       join indicator_definition i on i.id = $2
       left join lateral (
         select ${IN_NUMERATOR} as online from mine e
          where ${countsBy('s.until')} and ${COUNTING_DAY} between s.since and s.until limit 1) c on true
      group by 1, 2 order by 1, 2`,
    [
      provinceId,
      indicator.definitionId,
      procedureId,
      spans.map(({ from }) => from),
      spans.map(({ to }) => to),
      knownAt,
    ],
  );
}
