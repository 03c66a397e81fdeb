import type { Page } from '../../../app/connection.ts';
import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';

/** A bad row as told to whoever sent it. */
export interface BadRow {
  row: number;
  code: string | null;
  field: string;
  problem: string;
}

const MOST_TOLD = 1_000;

/** Of one body; more are a fault of the whole body, or of what is not known yet, and nobody mends them one by one. */
const MOST_KEPT = 100_000;

/** The first thousand bad rows of what is staged, in their order. */
export function stagedProblems(tx: Writer): Promise<BadRow[]> {
  return tx.rows<BadRow>(
    `select row_no as row, code, field, problem from staged where problem is not null order by row_no limit ${MOST_TOLD}`,
  );
}

/**
 * Keeps the bad rows of what is staged, and closes open rows that the body makes moot: of two rows with the same code the
 * later one stands, whether good or bad. So a bad row that another one follows is kept closed. Returns how many bad rows there
 * are beyond the first hundred thousand, open ones before closed ones: they are not kept.
 */
export async function quarantineStaged(tx: Writer, provinceId: number, batchId: string): Promise<number> {
  await tx.run(
    `update quarantine q set closed_by = $2, closed_as = 'REPLACED'
       from (select distinct code_key from staged where code_key is not null and quarantine_id is null) s
      where q.province_id = $1 and q.closed_by is null and q.code_key = s.code_key`,
    [provinceId, tx.moment],
  );
  const bad = await tx.row<{ n: number }>(
    'select count(*)::int as n from staged where problem is not null and quarantine_id is null',
  );
  const kept = await tx.run(
    `insert into quarantine (province_id, batch_id, unit_id, row_number, code, code_key, field, problem, fields, recorded_by,
                             closed_by, closed_as)
     select $1, $2, a.unit_id, s.row_no, s.code, s.code_key, s.field, s.problem, s.fields, $3,
            case when s.row_no < l.row_no then $3::bigint end, case when s.row_no < l.row_no then 'REPLACED' end
       from staged s
       left join (select distinct key, unit_id from unit_alias where province_id = $1 and key not like 'name:%') a on a.key = s.organisation
       left join (select x.code_key, max(x.row_no) as row_no from staged x
                    join (select distinct code_key from staged where problem is not null) bad on bad.code_key = x.code_key
                   group by x.code_key) l on l.code_key = s.code_key
      where s.problem is not null and s.quarantine_id is null
      order by coalesce(s.row_no < l.row_no, false), s.row_no limit ${MOST_KEPT}`,
    [provinceId, batchId, tx.moment],
  );
  return (bad?.n ?? 0) - kept;
}

/** After another try: rows that were taken are closed, rows that are still bad say why now. */
export async function settleRetried(tx: Writer): Promise<void> {
  await tx.run(
    `update quarantine q set closed_by = $1, closed_as = 'MENDED' from staged s where q.id = s.quarantine_id and s.problem is null`,
    [tx.moment],
  );
  await tx.run(
    `update quarantine q set field = s.field, problem = s.problem, fields = s.fields, code = s.code, code_key = s.code_key
       from staged s where q.id = s.quarantine_id and s.problem is not null`,
  );
}

export interface QuarantineRow {
  id: string;
  batchId: string;
  rowNumber: number;
  code: string | null;
  field: string;
  problem: string;
  fields: Record<string, string>;
  at: Date;
  /** A row of the catalogue, not of dossiers. */
  isProcedure: boolean;
  /** Of a batch made for demonstration. */
  made: boolean;
}

const SELECT = `select q.id, q.batch_id as "batchId", q.row_number as "rowNumber", q.code, q.field, q.problem, q.fields, m.at,
         b.kind = 'PROCEDURES' as "isProcedure", b.is_made as made
    from quarantine q join moment m on m.id = q.recorded_by join ingest_batch b on b.id = q.batch_id`;

/** Open rows, oldest first, one more than asked for. */
export function openRows(
  sql: Sql,
  provinceId: number,
  batchId: string | null,
  page: Page<string>,
): Promise<QuarantineRow[]> {
  return sql.rows<QuarantineRow>(
    `${SELECT}
      where q.province_id = $1 and q.closed_by is null and ($2::uuid is null or q.batch_id = $2) and ($3::bigint is null or q.id > $3)
      order by q.id limit $4`,
    [provinceId, batchId, page.after, page.first + 1],
  );
}

export async function countOpenRows(sql: Sql, provinceId: number, batchId: string | null): Promise<number> {
  const row = await sql.row<{ n: number }>(
    'select count(*)::int as n from quarantine where province_id = $1 and closed_by is null and ($2::uuid is null or batch_id = $2)',
    [provinceId, batchId],
  );
  return row?.n ?? 0;
}

/** One open row. Hold the dossier lock: whoever changes or closes rows does. */
export function openRow(tx: Writer, provinceId: number, id: string): Promise<QuarantineRow | null> {
  return tx.row<QuarantineRow>(`${SELECT} where q.province_id = $1 and q.id = $2 and q.closed_by is null`, [
    provinceId,
    id,
  ]);
}

/** Rows that are tried again together: those of the catalogue or of dossiers, of batches made for demonstration or not. */
export type RetryGroup = Pick<QuarantineRow, 'isProcedure' | 'made'>;

/**
 * Rows that may be tried again as they are kept. Not those of which only a part is kept, or not the value that was wrong: they
 * could look right, and wait to be mended.
 */
const RETRYABLE = `q.closed_by is null and q.problem not in ('UNREADABLE_LINE', 'OTHER_COLUMNS', 'HAS_NUL', 'TOO_LONG')
  and (q.field = '' or q.problem = 'MISSING' or q.fields ? q.field)`;

/** Which groups there are to be tried again, in this order: dossiers may wait for procedures, and give way to real ones. */
export function retryGroups(sql: Sql, provinceId: number, batchId: string | null): Promise<RetryGroup[]> {
  return sql.rows<RetryGroup>(
    `select distinct b.kind = 'PROCEDURES' as "isProcedure", b.is_made as made
       from quarantine q join ingest_batch b on b.id = q.batch_id
      where q.province_id = $1 and ($2::uuid is null or q.batch_id = $2) and ${RETRYABLE}
      order by "isProcedure" desc, made desc`,
    [provinceId, batchId],
  );
}

const ROWS_AT_ONCE = 500;

/** The rows of a group, oldest first, some at a time. Hold the dossier lock from before the first. */
export async function* rowsToRetry(
  tx: Writer,
  provinceId: number,
  batchId: string | null,
  group: RetryGroup,
): AsyncGenerator<QuarantineRow[]> {
  let after = '0';
  for (;;) {
    const rows: QuarantineRow[] = await tx.rows<QuarantineRow>(
      `${SELECT} where q.province_id = $1 and ($2::uuid is null or q.batch_id = $2) and ${RETRYABLE} and q.id > $3
          and (b.kind = 'PROCEDURES') = $4 and b.is_made = $5
        order by q.id limit ${ROWS_AT_ONCE}`,
      [provinceId, batchId, after, group.isProcedure, group.made],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}
