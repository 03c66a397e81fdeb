import type { Sql } from '../../../app/sql.ts';
import { DEALT_WITH, type QuarantineRow, type RowsWithin } from '../ingest/quarantine.queries.ts';

/** What a receipt says of its body. */
export interface ReceiptFacts {
  id: string;
  checksum: string | null;
  expected: number | null;
  sameAs: string | null;
  /** How many rows came; also of a batch that is held. */
  came: number;
}

/** What receipts say of their bodies, by their ids. */
export function receiptFacts(sql: Sql, provinceId: number, ids: string[]): Promise<ReceiptFacts[]> {
  return sql.rows<ReceiptFacts>(
    `select b.id, b.checksum, b.expected, coalesce(b.held_rows, 0) + b.received as came,
            (select s.id from ingest_batch s where s.province_id = $1 and s.checksum = b.checksum and s.recorded_by < b.recorded_by
                and (s.account_id = b.account_id or s.sent_for_unit_id = b.sent_for_unit_id) order by s.recorded_by limit 1) as "sameAs"
       from ingest_batch b where b.province_id = $1 and b.id = any ($2::uuid[])`,
    [provinceId, ids],
  );
}

/** A row that was not taken, and what became of it since: null while it waits. */
export interface RejectedRow extends Pick<QuarantineRow, 'id' | 'rowNumber' | 'code' | 'field' | 'problem' | 'fields'> {
  closedAs: 'MENDED' | 'REPLACED' | 'DISCARDED' | null;
}

/** The rows of an import that were not taken and are within reach, by their place, some behind one. */
export function rejectedRows(
  sql: Sql,
  provinceId: number,
  { units, procedures }: RowsWithin,
  batchId: string,
  after: { rowNumber: number; id: string },
  most: number,
): Promise<RejectedRow[]> {
  return sql.rows<RejectedRow>(
    `select q.id, q.row_number as "rowNumber", q.code, q.field, q.problem, q.fields, q.closed_as as "closedAs"
       from quarantine q join ingest_batch b on b.id = q.batch_id
      where ${DEALT_WITH} and q.batch_id = $4::uuid and (q.row_number, q.id) > ($5, $6::bigint)
      order by q.row_number, q.id limit $7`,
    [provinceId, units, procedures, batchId, after.rowNumber, after.id, most],
  );
}
