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
  accountId: number | null;
  sentFor: number | null;
  sourceId: number | null;
  /** What its source is called, where it has one. */
  source: string | null;
  /** Reports of progress that wait for their dossiers. */
  waiting: number;
}

export interface BatchHeader {
  id: string;
  kind: BatchKind;
  name: string | null;
  mediaType: string | null;
  bytes: number;
  made: boolean;
  /** The unit that it was sent for; null for the province. */
  sentFor: number | null;
  /** The source that sent it. */
  sourceId?: number | null;
  waiting?: number;
}

/** Keeps the receipt of an import, and says in the audit trail that there was one. */
export async function insertBatch(
  tx: Writer,
  provinceId: number,
  header: BatchHeader,
  outcome: Outcome,
): Promise<void> {
  await tx.run(
    `insert into ingest_batch (id, province_id, kind, name, media_type, bytes, received, created, updated, unchanged, rejected,
                               is_made, account_id, recorded_by, sent_for_unit_id, source_id, waiting)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
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
      header.sentFor,
      header.sourceId ?? null,
      header.waiting ?? 0,
    ],
  );
  const { received, created, updated, unchanged, rejected } = outcome;
  const { id, kind, made, sourceId } = header;
  // Not the name of the file: it may be anybody's.
  tx.audit({
    what: 'BATCH_TAKEN',
    about: { kind: 'BATCH', id },
    unitId: header.sentFor ?? provinceId,
    after: { kind, made, received, created, updated, unchanged, rejected, ...(sourceId && { source: sourceId }) },
  });
}

const SELECT = `select b.id, b.kind, b.name, b.media_type as "mediaType", b.bytes::float8 as bytes, b.received, b.created, b.updated,
    b.unchanged, b.rejected, b.is_made as made, m.at, account_name(b.account_id) as by, b.recorded_by as "recordedBy", b.account_id as "accountId", b.sent_for_unit_id as "sentFor",
    b.source_id as "sourceId", source_name(b.source_id) as source, b.waiting,
    open_rows_of(b.id) as "openRows"
  from ingest_batch b join moment m on m.id = b.recorded_by`;

/** Whose receipts are shown: one's own, and those sent for units within reach; null: all. */
export interface BatchReader {
  accountId: number;
  units: readonly number[] | null;
}

const READABLE = '($2::int[] is null or b.account_id = $3 or b.sent_for_unit_id = any ($2))';

/** Receipts that one may read, newest first, one more than asked for. */
export function listBatches(
  sql: Sql,
  provinceId: number,
  { units, accountId }: BatchReader,
  kind: BatchKind | null,
  page: Page<string>,
): Promise<BatchRow[]> {
  return sql.rows<BatchRow>(
    `${SELECT} where b.province_id = $1 and ${READABLE} and ($4::text is null or b.kind = $4)
        and ($5::bigint is null or b.recorded_by < $5)
      order by b.recorded_by desc limit $6`,
    [provinceId, units, accountId, kind, page.after, page.first + 1],
  );
}

/** The last receipts of a source that one may read, newest first. */
export function batchesOfSource(
  sql: Sql,
  provinceId: number,
  { units, accountId }: BatchReader,
  sourceId: number,
  most: number,
): Promise<BatchRow[]> {
  return sql.rows<BatchRow>(
    `${SELECT} where b.province_id = $1 and ${READABLE} and b.source_id = $4 order by b.recorded_by desc limit $5`,
    [provinceId, units, accountId, sourceId, most],
  );
}

export async function countBatches(
  sql: Sql,
  provinceId: number,
  { units, accountId }: BatchReader,
  kind: BatchKind | null,
): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from ingest_batch b where b.province_id = $1 and ${READABLE} and ($4::text is null or b.kind = $4)`,
    [provinceId, units, accountId, kind],
  );
  return row?.n ?? 0;
}

/** The ids among these whose receipts one may read. */
export async function readableBatches(
  sql: Sql,
  provinceId: number,
  { units, accountId }: BatchReader,
  ids: string[],
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `select b.id from ingest_batch b where b.province_id = $1 and ${READABLE} and b.id = any ($4::uuid[])`,
    [provinceId, units, accountId, ids],
  );
  return rows.map(({ id }) => id);
}

/** Receipts by their ids, whoever sent them. */
export async function batchesById(sql: Sql, provinceId: number, ids: string[]): Promise<BatchRow[]> {
  return sql.rows<BatchRow>(`${SELECT} where b.province_id = $1 and b.id = any ($2::uuid[])`, [provinceId, ids]);
}
