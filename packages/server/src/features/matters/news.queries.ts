import type { NewsAsked } from '../../app/news.ts';
import type { Sql } from '../../app/sql.ts';

/** A question about guidance that was answered. */
export interface AnsweredQuestion {
  /** The guidance. */
  id: string;
  question: string;
  version: number;
  unitId: number;
  /** Who asked. */
  accountId: number | null;
  /** How the question begins. */
  start: string;
  at: Date;
}

/** Those within sight that were answered of late, otherwise too. */
export function answeredOfLate(
  sql: Sql,
  provinceId: number,
  { from }: Pick<NewsAsked, 'from'>,
): Promise<AnsweredQuestion[]> {
  return sql.rows<AnsweredQuestion>(
    `select q.guidance_id::text as id, q.id::text as question, q.version, q.unit_id as "unitId", q.account_id as "accountId",
            left(q.body, 120) as start, q.answered_on::timestamp at time zone 'Asia/Ho_Chi_Minh' as at
       from guidance_question q where q.province_id = $1 and q.answered_on >= $2 order by q.id`,
    [provinceId, from],
  );
}
