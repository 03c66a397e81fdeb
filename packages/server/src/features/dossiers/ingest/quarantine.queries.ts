import type { Within } from '@chi-tieu/shared/domain/access/reach';
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

/**
 * How many bad rows are kept. Of one body: more are a fault of the whole body, or of what is not known yet, and nobody mends them
 * one by one. So many wait at one place that they were sent for: whatever it sends, trying again stays work that ends.
 */
export const KEPT = { ofOneBody: 100_000, atOnePlace: 200_000 };

/** So many are counted for those who only ask how many there are. */
export const MOST_COUNTED = 100_000;

/** The first thousand bad rows of what is staged, in their order. */
export function stagedProblems(tx: Writer): Promise<BadRow[]> {
  return tx.rows<BadRow>(
    `select row_no as row, code, field, problem from staged where problem is not null order by row_no limit ${MOST_TOLD}`,
  );
}

/**
 * Keeps the bad rows of what is staged, and closes open rows that the body makes moot: of two rows with the same code the
 * later one stands, whether good or bad, as far as its source is believed; but nothing of units beyond the sender's closes or is filed with theirs. So a bad row that another one follows is kept closed. Returns how many bad rows there
 * are beyond the first hundred thousand, open ones before closed ones, or beyond what may wait at the place: they are not kept.
 * `rejected` says how many bad rows the body has.
 */
export async function quarantineStaged(
  tx: Writer,
  provinceId: number,
  { id: batchId, sourceId }: { id: string; sourceId: number | null },
  within: Within,
  rejected: number,
): Promise<number> {
  await closeReplaced(tx, provinceId, within, sourceId);
  if (rejected === 0) return 0;
  const bad = await tx.row<{ n: number }>(
    'select count(*)::int as n from staged where problem is not null and quarantine_id is null',
  );
  const room = Math.max(0, KEPT.atOnePlace - (await countWaiting(tx, provinceId, within?.place ?? null)));
  const kept = await tx.run(
    `insert into quarantine (province_id, batch_id, unit_id, row_number, code, code_key, field, problem, fields, recorded_by,
                             closed_by, closed_as, sent_for_unit_id)
     select $1, $2, case when $5::int[] is null or a.unit_id = any ($5) then a.unit_id end, s.row_no, s.code, s.code_key, s.field, s.problem, s.fields, $3,
            case when s.row_no < l.row_no then $3::bigint end, case when s.row_no < l.row_no then 'REPLACED' end, $4
       from staged s
       left join (select distinct key, unit_id from unit_alias where province_id = $1 and key not like 'name:%') a on a.key = s.organisation
       left join (select x.code_key, max(x.row_no) as row_no from staged x
                    join (select distinct code_key from staged where problem is not null) bad on bad.code_key = x.code_key
                   group by x.code_key) l on l.code_key = s.code_key
      where s.problem is not null and s.quarantine_id is null
      order by coalesce(s.row_no < l.row_no, false), s.row_no limit ${Math.min(KEPT.ofOneBody, room)}`,
    [provinceId, batchId, tx.moment, within?.place ?? null, within?.units ?? null],
  );
  return (bad?.n ?? 0) - kept;
}

/**
 * The later one of a source, or of persons, goes before what they sent themselves. Of another source it goes before the rows of those that are
 * believed no more, where it came to stand or is bad itself: a better source's correction waits on, and nothing is closed by what was said before.
 */
async function closeReplaced(tx: Writer, provinceId: number, within: Within, sourceId: number | null): Promise<void> {
  const open = 'select from quarantine where province_id = $1 and closed_by is null limit 1';
  if ((await tx.row(open, [provinceId])) === null) return;
  const isBelieved = `exists (select from dossier_statement w
    where w.province_id = $1 and w.code_key = s.code_key and w.source_id = $4::int and w.recorded_by = $2 and w.believed)`;
  await tx.run(
    `update quarantine q set closed_by = $2, closed_as = 'REPLACED'
       from (select distinct o.id from quarantine o join staged s on s.code_key = o.code_key
               join ingest_batch b on b.id = o.batch_id
               left join dossier_source theirs on theirs.id = b.source_id and theirs.removed_at is null
               left join dossier_source mine on mine.id = $4::int
              where o.province_id = $1 and o.closed_by is null and s.quarantine_id is null
                and s.problem is distinct from 'BEYOND_REACH'
                and (b.source_id is not distinct from $4::int or $4::int is null
                  or (theirs.rank >= mine.rank) is not false and (s.problem is not null or ${isBelieved}))) s
      where q.id = s.id
        and ($3::int[] is null or coalesce(q.unit_id, q.sent_for_unit_id) = any ($3))`,
    [provinceId, tx.moment, within?.units ?? null, sourceId],
  );
}

/** How many open rows were sent for a place (null: for the province), counted as far as they matter. */
async function countWaiting(tx: Writer, provinceId: number, place: number | null): Promise<number> {
  const row = await tx.row<{ n: number }>(
    `select count(*)::int as n from (
       select from quarantine where province_id = $1 and closed_by is null and sent_for_unit_id is not distinct from $2 limit $3) q`,
    [provinceId, place, KEPT.atOnePlace],
  );
  return row?.n ?? 0;
}

/** After another try: rows that were taken are closed, rows that are still bad say why now. */
export async function settleRetried(tx: Writer, provinceId: number, within: Within): Promise<void> {
  await tx.run(
    `update quarantine q set closed_by = $1, closed_as = 'MENDED' from staged s where q.id = s.quarantine_id and s.problem is null`,
    [tx.moment],
  );
  await tx.run(
    `update quarantine q set field = s.field, problem = s.problem, fields = s.fields, code = s.code, code_key = s.code_key,
            unit_id = case when $2::int[] is null or a.unit_id = any ($2) then a.unit_id else q.unit_id end
       from staged s
       left join (select distinct key, unit_id from unit_alias where province_id = $1 and key not like 'name:%') a on a.key = s.organisation
      where q.id = s.quarantine_id and s.problem is not null`,
    [provinceId, within?.units ?? null],
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
  /** The source that sent it. */
  sourceId: number | null;
}

const SELECT = `select q.id, q.batch_id as "batchId", q.row_number as "rowNumber", q.code, q.field, q.problem, q.fields, m.at,
         b.kind = 'PROCEDURES' as "isProcedure", b.is_made as made, b.source_id as "sourceId"
    from quarantine q join moment m on m.id = q.recorded_by join ingest_batch b on b.id = q.batch_id`;

/** Which rows somebody deals with: dossiers' rows of some units (null: all), and whether the catalogue's. */
export interface RowsWithin {
  units: readonly number[] | null;
  procedures: boolean;
}

/** `$1` is the province, `$2` and `$3` what is dealt with. A row whose unit nobody knows belongs to whom it was sent for. */
export const DEALT_WITH = `q.province_id = $1 and case when b.kind = 'PROCEDURES' then $3::boolean
  else $2::int[] is null or coalesce(q.unit_id, q.sent_for_unit_id) = any ($2) end`;

/** Open rows, oldest first, one more than asked for. */
export function openRows(
  sql: Sql,
  provinceId: number,
  { units, procedures }: RowsWithin,
  batchId: string | null,
  page: Page<string>,
): Promise<QuarantineRow[]> {
  return sql.rows<QuarantineRow>(
    `${SELECT}
      where ${DEALT_WITH} and q.closed_by is null and ($4::uuid is null or q.batch_id = $4) and ($5::bigint is null or q.id > $5)
      order by q.id limit $6`,
    [provinceId, units, procedures, batchId, page.after, page.first + 1],
  );
}

/** How many open rows there are: of more than a hundred thousand no more are counted. */
export async function countOpenRows(
  sql: Sql,
  provinceId: number,
  { units, procedures }: RowsWithin,
  batchId: string | null,
): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from (
       select from quarantine q join ingest_batch b on b.id = q.batch_id
        where ${DEALT_WITH} and q.closed_by is null and ($4::uuid is null or q.batch_id = $4) limit ${MOST_COUNTED}) q`,
    [provinceId, units, procedures, batchId],
  );
  return row?.n ?? 0;
}

/** One open row. Hold the dossier lock: whoever changes or closes rows does. */
export function openRow(
  tx: Writer,
  provinceId: number,
  { units, procedures }: RowsWithin,
  id: string,
): Promise<QuarantineRow | null> {
  return tx.row<QuarantineRow>(`${SELECT} where ${DEALT_WITH} and q.id = $4 and q.closed_by is null`, [
    provinceId,
    units,
    procedures,
    id,
  ]);
}

/** Rows that are tried again together: those of the catalogue or of dossiers, of batches made for demonstration or not, of one source or of none. */
export type RetryGroup = Pick<QuarantineRow, 'isProcedure' | 'made' | 'sourceId'>;

/**
 * Rows that may be tried again as they are kept. Not those of which only a part is kept, or not the value that was wrong: they
 * could look right, and wait to be mended.
 */
const RETRYABLE = `q.closed_by is null and q.problem not in ('UNREADABLE_LINE', 'ROW_TOO_LARGE', 'OTHER_COLUMNS', 'HAS_NUL', 'TOO_LONG')
  and (q.field = '' or q.problem = 'MISSING' or q.fields ? q.field)`;

/** Which groups there are to be tried again, in this order: dossiers may wait for procedures, and give way to real ones. */
export function retryGroups(
  sql: Sql,
  provinceId: number,
  { units, procedures }: RowsWithin,
  batchId: string | null,
): Promise<RetryGroup[]> {
  return sql.rows<RetryGroup>(
    `select distinct b.kind = 'PROCEDURES' as "isProcedure", b.is_made as made, b.source_id as "sourceId"
       from quarantine q join ingest_batch b on b.id = q.batch_id
      where ${DEALT_WITH} and ($4::uuid is null or q.batch_id = $4) and ${RETRYABLE}
      order by "isProcedure" desc, made desc, "sourceId" nulls first`,
    [provinceId, units, procedures, batchId],
  );
}

const ROWS_AT_ONCE = 500;

/** Which rows of a group are tried together: so many behind one (oldest first). */
export interface Portion {
  after: string;
  most: number;
}

/** The rows of a portion, some at a time. Hold the dossier lock from before the first. */
export async function* rowsToRetry(
  tx: Writer,
  provinceId: number,
  { units, procedures }: RowsWithin,
  batchId: string | null,
  { isProcedure, made, sourceId, after, most }: RetryGroup & Portion,
): AsyncGenerator<QuarantineRow[]> {
  let last = after;
  for (let left = most; left > 0; left -= ROWS_AT_ONCE) {
    const rows: QuarantineRow[] = await tx.rows<QuarantineRow>(
      `${SELECT} where ${DEALT_WITH} and ($4::uuid is null or q.batch_id = $4) and ${RETRYABLE} and q.id > $5
          and (b.kind = 'PROCEDURES') = $6 and b.is_made = $7 and b.source_id is not distinct from $9::int
        order by q.id limit $8`,
      [provinceId, units, procedures, batchId, last, isProcedure, made, Math.min(ROWS_AT_ONCE, left), sourceId],
    );
    const newest = rows.at(-1);
    if (!newest) return;
    yield rows;
    last = newest.id;
  }
}

/** What was put aside, and how many of all that were meant the caller deals with. */
export interface Discarded {
  discarded: number;
  reached: number;
  kept: number;
}

/** Puts the open rows of a batch aside that somebody deals with; `kept` counts all that were kept of it. */
export async function discardRows(
  tx: Writer,
  provinceId: number,
  { units, procedures }: RowsWithin,
  batchId: string,
): Promise<Discarded> {
  const params = [provinceId, units, procedures, batchId];
  const counts = await tx.row<{ reached: number; kept: number }>(
    `select count(*)::int as reached, kept_rows_of($4::uuid) as kept
       from quarantine q join ingest_batch b on b.id = q.batch_id where ${DEALT_WITH} and q.batch_id = $4::uuid`,
    params,
  );
  const discarded = await tx.run(
    `update quarantine q set closed_by = $5, closed_as = 'DISCARDED' from ingest_batch b
      where b.id = q.batch_id and ${DEALT_WITH} and q.batch_id = $4::uuid and q.closed_by is null`,
    [...params, tx.moment],
  );
  return { discarded, reached: counts?.reached ?? 0, kept: counts?.kept ?? 0 };
}

/** Puts single rows aside, those that are still open; `kept` counts the rows that were named. */
export async function discardNamedRows(
  tx: Writer,
  provinceId: number,
  { units, procedures }: RowsWithin,
  ids: readonly string[],
): Promise<Discarded> {
  const params = [provinceId, units, procedures, ids];
  const counts = await tx.row<{ reached: number }>(
    `select count(*)::int as reached from quarantine q join ingest_batch b on b.id = q.batch_id
      where ${DEALT_WITH} and q.id = any ($4::bigint[])`,
    params,
  );
  const discarded = await tx.run(
    `update quarantine q set closed_by = $5, closed_as = 'DISCARDED' from ingest_batch b
      where b.id = q.batch_id and ${DEALT_WITH} and q.id = any ($4::bigint[]) and q.closed_by is null`,
    [...params, tx.moment],
  );
  return { discarded, reached: counts?.reached ?? 0, kept: ids.length };
}
