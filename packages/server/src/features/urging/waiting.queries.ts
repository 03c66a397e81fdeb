import type { Day } from '@chi-tieu/shared/domain/days';
import type { ReminderState } from '@chi-tieu/shared/domain/urging/reminder-state';
import type { Sql } from '../../app/sql.ts';

/** A reminder that is not over, as far as it says for whom it waits. */
export interface OpenReminder {
  id: string;
  unitId: number;
  state: ReminderState;
  subject: string;
  since: Day;
  deadline: Day;
  snoozedUntil: Day | null;
  raisedToId: number | null;
}

/** All within sight that are not closed. */
export function remindersOpen(sql: Sql, provinceId: number): Promise<OpenReminder[]> {
  return sql.rows<OpenReminder>(
    `select r.id, r.unit_id as "unitId", r.state, r.subject, r.deadline::text, r.snoozed_until::text as "snoozedUntil",
            r.raised_to_id as "raisedToId",
            coalesce(r.told_on, (m.at at time zone 'Asia/Ho_Chi_Minh')::date)::text as since
       from reminder r join moment m on m.id = r.recorded_by
      where r.province_id = $1 and r.state <> 'CLOSED'`,
    [provinceId],
  );
}

/** How often a unit is urged, when it was told last of whatever, and when it answered last. */
export interface Urged {
  unitId: number;
  open: number;
  lastTold: Day | null;
  lastAnswered: Day | null;
}

/** Of each unit, within sight. */
export function urgedUnits(sql: Sql, provinceId: number): Promise<Urged[]> {
  return sql.rows(
    `select unit_id as "unitId", count(*) filter (where state in ('SENT', 'ACKNOWLEDGED', 'ANSWERED'))::int as open,
            max(told_on)::text as "lastTold",
            (select max((m.at at time zone 'Asia/Ho_Chi_Minh')::date)::text
               from reminder_step s join moment m on m.id = s.recorded_by
              where s.reminder_id = any (array_agg(r.id)) and s.kind = 'ANSWERED') as "lastAnswered"
       from reminder r where province_id = $1 and told_on is not null group by 1`,
    [provinceId],
  );
}
