import type { Counts } from '@chi-tieu/shared/domain/rate';
import type { Writer } from '../../app/database.ts';
import { countsBy, COUNTING_DAY, eligibleCte, IN_NUMERATOR } from './classified.queries.ts';

/** What a change adds to what a receiving unit counts for an indicator in a year; taken away where negative. */
export interface YearDelta extends Counts {
  /** The indicator's code. */
  indicator: string;
  year: number;
  unitId: number;
}

/** What this transaction has booked so far, year by year. */
export function bookedByYear(tx: Writer, provinceId: number): Promise<YearDelta[]> {
  return tx.rows<YearDelta>(
    `select n.code as indicator, extract(year from l.day)::int as year, l.unit_id as "unitId", sum(l.numerator)::int as numerator,
            sum(l.denominator)::int as denominator
       from ledger l
       join indicator_definition i on i.id = l.definition_id and i.state = 'ACTIVE'
       join indicator n on n.id = i.indicator_id
      where l.province_id = $1 and l.moment_id = $2 group by 1, 2, 3
     having sum(l.numerator) <> 0 or sum(l.denominator) <> 0 order by 1, 2, 3`,
    [provinceId, tx.moment],
  );
}

const YEAR_END = `(date_trunc('year', ${COUNTING_DAY}) + interval '1 year' - interval '1 day')`;

/** What dossiers of procedures count in each whole year by the indicators that book nothing: the period's end decides. */
export async function countsAtYearEnds(tx: Writer, provinceId: number, procedureIds: number[]): Promise<YearDelta[]> {
  const which = `i.province_id = $1 and i.state = 'ACTIVE' and i.counts = 'DOSSIERS' and i.eligibility_date = 'PERIOD_END'`;
  const some = await tx.row(`select from indicator_definition i where ${which} limit 1`, [provinceId]);
  if (some === null || procedureIds.length === 0) return [];
  return tx.rows<YearDelta>(
    `with ${eligibleCte(which, 'null')}
     select n.code as indicator, extract(year from ${COUNTING_DAY})::int as year, d.unit_id as "unitId",
            (count(*) filter (where ${IN_NUMERATOR}))::int as numerator, count(*)::int as denominator
       from dossier d
       join unit u on u.id = d.unit_id
       join eligible e on ${countsBy(YEAR_END)}
       join indicator_definition i on i.id = e.definition_id
       join indicator n on n.id = i.indicator_id
      where d.province_id = $1 and d.procedure_id = any ($2) group by 1, 2, 3 order by 1, 2, 3`,
    [provinceId, procedureIds],
  );
}
