import type { Sql } from '../../app/sql.ts';

/** What a step adds to the figures of a unit and day by an indicator; taken away where it is negative. */
export interface IndicatorDelta {
  indicatorId: number;
  unitId: number;
  day: string;
  numerator: number;
  denominator: number;
}

/** What a moment booked: in the transaction that does it, before it is rolled back or sealed. */
export function deltasOf(sql: Sql, moment: string): Promise<IndicatorDelta[]> {
  return sql.rows<IndicatorDelta>(
    `select indicator_id as "indicatorId", unit_id as "unitId", day::text as day, numerator, denominator
       from ledger where moment_id = $1 order by indicator_id, unit_id, day`,
    [moment],
  );
}
