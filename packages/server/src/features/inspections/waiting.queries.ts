import type { Day } from '@chi-tieu/shared/domain/days';
import type { Sql } from '../../app/sql.ts';
import type { InspectionRow } from './inspections.queries.ts';

/** A finding that is not settled, with what of its inspection decides who settles it. */
export interface UnsettledFinding extends Pick<InspectionRow, 'leadUnitId' | 'memberIds' | 'announcedOn'> {
  inspectionId: string;
  unitId: number;
  state: 'OPEN' | 'REMEDIED';
  dueOn: Day;
  /** Since when it waits for whoever is to settle it: found or refused, or remedied as the unit says. */
  since: Day | null;
  /** How its text begins. */
  start: string;
}

/** All within sight, the one that is due first first. */
export function unsettledFindings(sql: Sql, provinceId: number): Promise<UnsettledFinding[]> {
  return sql.rows<UnsettledFinding>(
    `select f.inspection_id::text as "inspectionId", f.unit_id as "unitId", f.state, f.due_on::text as "dueOn",
            case when f.state = 'REMEDIED' then f.remedied_on::text else
              (select max(m.at at time zone 'Asia/Ho_Chi_Minh')::date::text from inspection_step s join moment m on m.id = s.recorded_by
                where s.finding_id = f.id and s.act in ('FOUND', 'REFUSED')) end as since, left(f.body, 120) as start, i.lead_unit_id as "leadUnitId", i.member_ids as "memberIds",
            i.announced_on::text as "announcedOn"
       from inspection_finding f join inspection i on i.id = f.inspection_id
      where f.province_id = $1 and f.state in ('OPEN', 'REMEDIED') order by f.due_on, f.id`,
    [provinceId],
  );
}
