import type { Day } from '@chi-tieu/shared/domain/days';
import type { DifficultyState } from '@chi-tieu/shared/domain/difficulties/states';
import type { Sql } from '../../app/sql.ts';

/** A difficulty that is not closed and follows no other one. */
export interface OpenDifficulty {
  id: string;
  state: DifficultyState;
  unitId: number;
  ownerId: number | null;
  /** Others follow it. */
  isFollowed: boolean;
  /** How its text begins. */
  start: string;
  reportedOn: Day;
}

/** All within sight, oldest first. */
export function difficultiesOpen(sql: Sql, provinceId: number): Promise<OpenDifficulty[]> {
  return sql.rows<OpenDifficulty>(
    `select id::text, state, unit_id as "unitId", owner_unit_id as "ownerId", difficulty_is_followed(id) as "isFollowed",
            left(body, 120) as start, reported_on::text as "reportedOn"
       from difficulty where province_id = $1 and state <> 'CLOSED' and joined_to is null order by reported_on, id`,
    [provinceId],
  );
}

/** How many of each unit wait for an answer, joined ones too: what was answered is no longer in the way of whoever looks for what is open. */
export function openByUnit(sql: Sql, provinceId: number): Promise<{ unitId: number; open: number }[]> {
  return sql.rows(
    `select unit_id as "unitId", count(*)::int as open from difficulty where province_id = $1 and state in ('REPORTED', 'TAKEN') group by 1`,
    [provinceId],
  );
}
