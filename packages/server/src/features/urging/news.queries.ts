import type { ClosedWhy } from '@chi-tieu/shared/domain/urging/spells';
import type { NewsAsked } from '../../app/news.ts';
import type { Sql } from '../../app/sql.ts';

/** A step of a reminder that somebody is told of. */
export interface StepTold {
  id: string;
  step: string;
  unitId: number;
  kind: 'ANSWERED' | 'CLOSED';
  why: ClosedWhy | null;
  subject: string;
  at: Date;
}

/** The last answer and the last end of each reminder within sight, of late and by somebody else. */
export function stepsOfLate(sql: Sql, provinceId: number, { from, by }: NewsAsked): Promise<StepTold[]> {
  return sql.rows<StepTold>(
    `select distinct on (s.reminder_id, s.kind) s.reminder_id as id, s.id::text as step, s.unit_id as "unitId", s.kind, s.why, r.subject, m.at
       from reminder_step s join moment m on m.id = s.recorded_by join reminder r on r.id = s.reminder_id
      where s.province_id = $1 and s.kind in ('ANSWERED', 'CLOSED') and s.open_to_unit and s.account_id is distinct from $3
        and m.at >= $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      order by s.reminder_id, s.kind, s.id desc`,
    [provinceId, from, by],
  );
}
