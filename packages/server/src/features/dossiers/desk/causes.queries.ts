import type { Page } from '../../../app/connection.ts';
import type { Sql } from '../../../app/sql.ts';
import { DEALT_WITH, type RowsWithin } from '../ingest/quarantine.queries.ts';
import type { CauseKey } from './cause-key.ts';

/** The open rows of one cause, as far as somebody deals with them. */
export interface CauseRow extends CauseKey {
  count: number;
  batches: number;
  /** Where the rows belong, or were sent for; none for the province. */
  unitIds: number[];
  firstAt: Date;
  lastAt: Date;
  /** What stands in one of the rows, where the text is but the form of it. */
  example: string | null;
}

/** Where a page of causes goes on: behind this many rows and this cause. */
export type CauseCursor = [count: number, ...key: [boolean, string, string, string]];

/** Each import and place once, so that what hangs on an import is looked up for few rows. */
const GROUPED = `(select q.province_id, q.problem, q.field, q.cause, q.batch_id, q.unit_id, q.sent_for_unit_id, count(*)::int as n,
         min(q.recorded_by) as first, max(q.recorded_by) as last
    from quarantine q where q.province_id = $1 and q.closed_by is null group by 1, 2, 3, 4, 5, 6, 7) q`;

const SELECT = `select b.kind = 'PROCEDURES' as "ofCatalogue", q.problem, q.field, q.cause as text, sum(q.n)::int as count,
       count(distinct q.batch_id)::int as batches,
       coalesce(array_agg(distinct coalesce(q.unit_id, q.sent_for_unit_id)) filter (where coalesce(q.unit_id, q.sent_for_unit_id) is not null), '{}') as "unitIds",
       min(q.first) as first, max(q.last) as last`;

const FROM = `from ${GROUPED} join ingest_batch b on b.id = q.batch_id where ${DEALT_WITH}`;

/** Causes that have open rows, those with most first, one more than asked for. */
export function openCauses(
  sql: Sql,
  provinceId: number,
  { units, procedures }: RowsWithin,
  page: Page<CauseCursor>,
): Promise<CauseRow[]> {
  const [count = null, ofCatalogue = null, problem = null, field = null, text = null] = page.after ?? [];
  return sql.rows<CauseRow>(
    `with cause as (${SELECT} ${FROM} group by 1, 2, 3, 4)
     select c."ofCatalogue", c.problem, c.field, c.text, c.count, c.batches, c."unitIds", f.at as "firstAt", l.at as "lastAt", e.example
       from cause c join moment f on f.id = c.first join moment l on l.id = c.last
       left join lateral (
         select q.fields ->> q.field as example from quarantine q join ingest_batch b on b.id = q.batch_id
          where ${DEALT_WITH} and q.closed_by is null and q.problem = c.problem and q.field = c.field and q.cause = c.text
          order by q.id limit 1) e on c.field in ('NgayTiepNhan', 'NgayKetThucXuLy') and c.text <> ''
      where $4::int is null or (-c.count, c."ofCatalogue", c.problem, c.field, c.text) > (-$4::int, $5::boolean, $6::text, $7::text, $8::text)
      order by -c.count, c."ofCatalogue", c.problem, c.field, c.text limit $9`,
    [provinceId, units, procedures, count, ofCatalogue, problem, field, text, page.first + 1],
  );
}

/** How many causes there are. */
export async function countCauses(sql: Sql, provinceId: number, { units, procedures }: RowsWithin): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from (select 1 ${FROM} group by b.kind = 'PROCEDURES', q.problem, q.field, q.cause) c`,
    [provinceId, units, procedures],
  );
  return row?.n ?? 0;
}

/** `$1` to `$3` as in DEALT_WITH, `$4` to `$7` the cause. */
export const OF_CAUSE = `${DEALT_WITH} and (b.kind = 'PROCEDURES') = $4::boolean and q.problem = $5 and q.field = $6 and q.cause = $7`;

export function causeParams(provinceId: number, { units, procedures }: RowsWithin, key: CauseKey): unknown[] {
  return [provinceId, units, procedures, key.ofCatalogue, key.problem, key.field, key.text];
}

/** How many open rows a cause has within reach, and the last of them: those that come later are not among them. */
export async function rowsOfCause(
  sql: Sql,
  provinceId: number,
  within: RowsWithin,
  key: CauseKey,
): Promise<{ count: number; last: string }> {
  const row = await sql.row<{ count: number; last: string }>(
    `select count(*)::int as count, coalesce(max(q.id), 0) as last from quarantine q join ingest_batch b on b.id = q.batch_id
      where ${OF_CAUSE} and q.closed_by is null`,
    causeParams(provinceId, within, key),
  );
  return row ?? { count: 0, last: '0' };
}

/** The last rows of causes whose unit nobody knows: enough to tell what is meant, however many wait. `$4`: the texts. */
const LAST_ROWS = `unnest($4::text[]) c (text) cross join lateral (
    select q.* from quarantine q join ingest_batch b on b.id = q.batch_id
     where ${DEALT_WITH} and q.closed_by is null and q.problem = 'UNKNOWN_UNIT' and q.field = 'MaHoSo' and q.cause = c.text
     order by q.id desc limit 500) q`;

/** What rows of causes call their unit, by cause and most frequent first: at most three names of each. */
export function namesOfCauses(
  sql: Sql,
  provinceId: number,
  within: RowsWithin,
  texts: readonly string[],
): Promise<{ text: string; name: string }[]> {
  return sql.rows(
    `select text, name from (
       select c.text, q.fields ->> 'DonViXuLy' as name, row_number() over (partition by c.text order by count(*) desc, q.fields ->> 'DonViXuLy') as place
         from ${LAST_ROWS}
        where coalesce(q.fields ->> 'DonViXuLy', '') not in ('', '***', U&'\\FFFD')
        group by 1, 2) n where place <= 3 order by text, place`,
    [provinceId, within.units, within.procedures, texts],
  );
}

/**
 * Where dossiers went that came with the same imports as rows of causes and count for something (how many: by the definition by which
 * most do), by what was booked then: the ledger knows it by its moments, whatever came since.
 */
export function othersOfCauses(
  sql: Sql,
  provinceId: number,
  within: RowsWithin,
  texts: readonly string[],
): Promise<{ text: string; unitId: number; count: number }[]> {
  return sql.rows(
    `with batch as (
       select distinct c.text, q.recorded_by from ${LAST_ROWS}),
     recent as (select text, recorded_by from (select *, row_number() over (partition by text order by recorded_by desc) as place from batch) x where place <= 20)
     select text, "unitId", max(count)::int as count from (
       select s.text, l.unit_id as "unitId", sum(l.denominator) as count
         from recent s cross join indicator_definition i
         join ledger l on l.province_id = $1 and l.definition_id = i.id and l.moment_id = s.recorded_by
        where i.province_id = $1 and l.denominator > 0 group by s.text, l.unit_id, i.id) x group by 1, 2`,
    [provinceId, within.units, within.procedures, texts],
  );
}

/** The last day that codes of rows of causes name, as yyMMdd: the units of that time may be meant. */
export function daysOfCauses(
  sql: Sql,
  provinceId: number,
  within: RowsWithin,
  texts: readonly string[],
): Promise<{ text: string; day: string }[]> {
  return sql.rows(
    `select c.text, max(substring(q.code_key from '-([0-9]{6})-[0-9]+$')) as day from ${LAST_ROWS}
      where q.code_key is not null group by 1`,
    [provinceId, within.units, within.procedures, texts],
  );
}
