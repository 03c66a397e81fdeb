import type { NewsAsked } from '../../app/news.ts';
import type { Sql } from '../../app/sql.ts';

/** A step of a difficulty that its unit is told of. */
export interface StepTold {
  id: string;
  step: string;
  unitId: number;
  act: 'ANSWERED' | 'CLOSED';
  /** How its text begins. */
  start: string;
  at: Date;
}

/** The last answer and the last end of each difficulty of some units, of late and by somebody else. */
export function stepsOfLate(
  sql: Sql,
  provinceId: number,
  { from, by, units }: NewsAsked & { units: readonly number[] },
): Promise<StepTold[]> {
  return sql.rows<StepTold>(
    `select distinct on (d.id, s.act) d.id::text, s.id::text as step, d.unit_id as "unitId", s.act, left(d.body, 120) as start, m.at
       from difficulty d join difficulty_step s on s.difficulty_id = d.id join moment m on m.id = s.recorded_by
      where d.province_id = $1 and d.unit_id = any ($4) and s.act in ('ANSWERED', 'CLOSED') and s.visibility = 'ALL'
        and s.account_id is distinct from $3 and m.at >= $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      order by d.id, s.act, s.id desc`,
    [provinceId, from, by, units],
  );
}
