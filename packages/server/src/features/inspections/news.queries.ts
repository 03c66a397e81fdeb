import type { NewsAsked } from '../../app/news.ts';
import type { Sql } from '../../app/sql.ts';
import type { InspectionRow } from './inspections.queries.ts';

/** A step of an inspection that its units are told of, with what decides who speaks for them. */
export interface MoveTold extends Pick<
  InspectionRow,
  'id' | 'title' | 'leadUnitId' | 'memberIds' | 'unitIds' | 'announcedOn'
> {
  step: string;
  act: 'ANNOUNCED' | 'CONCLUDED';
  at: Date;
}

/** Those within sight that were announced or concluded of late, by somebody else. */
export function movesOfLate(sql: Sql, provinceId: number, { from, by }: NewsAsked): Promise<MoveTold[]> {
  return sql.rows<MoveTold>(
    `select i.id::text, i.title, i.lead_unit_id as "leadUnitId", i.member_ids as "memberIds", i.unit_ids as "unitIds",
            i.announced_on::text as "announcedOn", s.id::text as step, s.act, m.at
       from inspection_step s join inspection i on i.id = s.inspection_id join moment m on m.id = s.recorded_by
      where s.province_id = $1 and s.act in ('ANNOUNCED', 'CONCLUDED') and not s.team_only and s.account_id is distinct from $3
        and m.at >= $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh' order by s.id`,
    [provinceId, from, by],
  );
}
