import type { Sql } from '../../../app/sql.ts';
import { answeredThen } from '../../rates/indicators.queries.ts';
import type { YearDelta } from '../../rates/foreseen.queries.ts';

/** When the last of some transactions was stored; null while it is not sealed. */
export async function lastOf(sql: Sql, moments: readonly string[]): Promise<Date | null> {
  const row = await sql.row<{ at: Date | null }>(
    `select nullif(max(at), 'infinity') as at from moment where id = any ($1::bigint[])`,
    [moments],
  );
  return row?.at ?? null;
}

/** What was booked in some transactions, by indicator (as it was defined then), unit and year: the ledger knows it, whatever came since. */
export function bookedIn(sql: Sql, provinceId: number, moments: readonly string[]): Promise<YearDelta[]> {
  return sql.rows<YearDelta>(
    `select n.code as indicator, extract(year from l.day)::int as year, l.unit_id as "unitId", sum(l.numerator)::int as numerator,
            sum(l.denominator)::int as denominator
       from ledger l
       join moment booked on booked.id = l.moment_id
       join indicator_definition i on i.id = l.definition_id and ${answeredThen('booked.at')}
       join indicator n on n.id = i.indicator_id
      where l.province_id = $1 and l.moment_id = any ($2::bigint[]) group by 1, 2, 3
     having sum(l.numerator) <> 0 or sum(l.denominator) <> 0 order by 1, 2, 3`,
    [provinceId, moments],
  );
}
