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

/** The first thousand bad rows of what is staged, in their order. */
export function stagedProblems(tx: Writer): Promise<BadRow[]> {
  return tx.rows<BadRow>(
    `select row_no as row, code, field, problem from staged where problem is not null order by row_no limit ${MOST_TOLD}`,
  );
}

/**
 * Keeps the bad rows of what is staged, and closes open rows that the body makes moot: of two rows with the same code the
 * later one stands, whether good or bad.
 */
export async function quarantineStaged(tx: Writer, provinceId: number, batchId: string): Promise<void> {
  await tx.run(
    `update quarantine q set closed_by = $2, closed_as = 'REPLACED'
       from (select distinct code_key from staged where code_key is not null and quarantine_id is null) s
      where q.province_id = $1 and q.closed_by is null and q.code_key = s.code_key`,
    [provinceId, tx.moment],
  );
  await tx.run(
    `insert into quarantine (province_id, batch_id, unit_id, row_number, code, code_key, field, problem, fields, recorded_by)
     select $1, $2, a.unit_id, s.row_no, s.code, s.code_key, s.field, s.problem, s.fields, $3
       from staged s
       left join (select distinct key, unit_id from unit_alias where province_id = $1 and key not like 'name:%') a on a.key = s.organisation
      where s.problem is not null and s.quarantine_id is null
        and not exists (select 1 from staged later where later.code_key = s.code_key and later.row_no > s.row_no)
      order by s.row_no`,
    [provinceId, batchId, tx.moment],
  );
}

/** Drops staged rows that somebody else took, or a later row made moot, before this transaction had its turn. */
export async function dropSettled(tx: Writer): Promise<void> {
  await tx.run('delete from staged s using quarantine q where q.id = s.quarantine_id and q.closed_by is not null');
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
}

const COLUMNS = `q.id, q.batch_id as "batchId", q.row_number as "rowNumber", q.code, q.field, q.problem, q.fields, m.at,
  exists (select 1 from ingest_batch b where b.id = q.batch_id and b.kind = 'PROCEDURES') as "isProcedure"`;

/** Open rows, oldest first, one more than asked for. */
export function openRows(
  sql: Sql,
  provinceId: number,
  batchId: string | null,
  page: Page<string>,
): Promise<QuarantineRow[]> {
  return sql.rows<QuarantineRow>(
    `select ${COLUMNS} from quarantine q join moment m on m.id = q.recorded_by
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

/** One open row, locked for the transaction that mends it. */
export function lockOpenRow(tx: Writer, provinceId: number, id: string): Promise<QuarantineRow | null> {
  return tx.row<QuarantineRow>(
    `select ${COLUMNS} from quarantine q join moment m on m.id = q.recorded_by
      where q.province_id = $1 and q.id = $2 and q.closed_by is null for update of q`,
    [provinceId, id],
  );
}

/** Closes open rows that were taken after all. */
export async function closeMended(tx: Writer, provinceId: number, ids: string[]): Promise<void> {
  await tx.run(
    `update quarantine set closed_by = $1, closed_as = 'MENDED' where province_id = $2 and id = any ($3) and closed_by is null`,
    [tx.moment, provinceId, ids],
  );
}

/** Has an open row say what it is now, and why it is still bad. */
export async function replaceOpenRow(
  tx: Writer,
  provinceId: number,
  id: string,
  { code, field, problem, kept }: Omit<BadRow, 'row'> & { kept: Record<string, string> },
): Promise<void> {
  await tx.run(
    `update quarantine set code = $3, field = $4, problem = $5, fields = $6 where province_id = $1 and id = $2 and closed_by is null`,
    [provinceId, id, code, field, problem, JSON.stringify(kept)],
  );
}

/** Keeps bad rows that were not staged (procedures are few, and come in whole). */
export async function insertBadRows(
  tx: Writer,
  provinceId: number,
  batchId: string,
  rows: (BadRow & { kept: Record<string, string> })[],
): Promise<void> {
  await tx.run(
    `insert into quarantine (province_id, batch_id, row_number, code, field, problem, fields, recorded_by)
     select $1, $2, x.row, x.code, x.field, x.problem, x.kept, $3
       from jsonb_to_recordset($4::jsonb) as x (row int, code text, field text, problem text, kept jsonb)`,
    [provinceId, batchId, tx.moment, JSON.stringify(rows)],
  );
}
