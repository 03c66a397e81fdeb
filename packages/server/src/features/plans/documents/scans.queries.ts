import type { Sql } from '../../../app/sql.ts';
import type { DecisionFileRow } from '../../catalogue/decisions.queries.ts';

/** The files that were attached at plans as scans of their decisions, each plan's in their order. */
export function scansOfPlans(sql: Sql, planIds: string[]): Promise<DecisionFileRow[]> {
  return sql.rows<DecisionFileRow>(
    `select f.decision_id as "decisionId", f.sha256, f.name, s.media_type as "mediaType", s.bytes, f.plan_id as "planId"
       from decision_file f join stored_file s on s.sha256 = f.sha256
      where f.plan_id = any ($1::uuid[]) and f.superseded_by is null order by f.plan_id, f.position`,
    [planIds],
  );
}
