import type { Page } from '../../../app/connection.ts';
import type { BatchKind } from '../../../app/enums.ts';
import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';
import type { Outcome } from './merge.queries.ts';

/** An import's receipt. */
export interface BatchRow extends Outcome {
  id: string;
  kind: BatchKind;
  name: string | null;
  mediaType: string | null;
  bytes: number;
  made: boolean;
  at: Date;
  by: string | null;
  openRows: number;
  recordedBy: string;
}

export interface BatchHeader {
  id: string;
  kind: BatchKind;
  name: string | null;
  mediaType: string | null;
  bytes: number;
  made: boolean;
}

export async function insertBatch(
  tx: Writer,
  provinceId: number,
  header: BatchHeader,
  outcome: Outcome,
): Promise<void> {
  await tx.run(
    `insert into ingest_batch (id, province_id, kind, name, media_type, bytes, received, created, updated, unchanged, rejected,
                               is_made, account_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      header.id,
      provinceId,
      header.kind,
      header.name,
      header.mediaType,
      header.bytes,
      outcome.received,
      outcome.created,
      outcome.updated,
      outcome.unchanged,
      outcome.rejected,
      header.made,
      tx.accountId,
      tx.moment,
    ],
  );
}

const SELECT = `select b.id, b.kind, b.name, b.media_type as "mediaType", b.bytes::float8 as bytes, b.received, b.created, b.updated,
    b.unchanged, b.rejected, b.is_made as made, m.at, a.name as by, b.recorded_by as "recordedBy",
    (select count(*)::int from quarantine q where q.batch_id = b.id and q.closed_by is null) as "openRows"
  from ingest_batch b join moment m on m.id = b.recorded_by left join account a on a.id = b.account_id`;

/** Receipts, newest first, one more than asked for. */
export function listBatches(
  sql: Sql,
  provinceId: number,
  kind: BatchKind | null,
  page: Page<string>,
): Promise<BatchRow[]> {
  return sql.rows<BatchRow>(
    `${SELECT} where b.province_id = $1 and ($2::text is null or b.kind = $2) and ($3::bigint is null or b.recorded_by < $3)
      order by b.recorded_by desc limit $4`,
    [provinceId, kind, page.after, page.first + 1],
  );
}

export async function countBatches(sql: Sql, provinceId: number, kind: BatchKind | null): Promise<number> {
  const row = await sql.row<{ n: number }>(
    'select count(*)::int as n from ingest_batch where province_id = $1 and ($2::text is null or kind = $2)',
    [provinceId, kind],
  );
  return row?.n ?? 0;
}

export async function batchesById(sql: Sql, provinceId: number, ids: string[]): Promise<BatchRow[]> {
  return sql.rows<BatchRow>(`${SELECT} where b.province_id = $1 and b.id = any ($2::uuid[])`, [provinceId, ids]);
}
