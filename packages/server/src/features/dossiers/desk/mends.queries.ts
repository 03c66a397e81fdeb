import type { Page } from '../../../app/connection.ts';
import type { Sql } from '../../../app/sql.ts';
import type { Writer } from '../../../app/database.ts';
import type { RowsWithin } from '../ingest/quarantine.queries.ts';
import type { CauseKey } from './cause-key.ts';
import { causeParams, OF_CAUSE } from './causes.queries.ts';
import type { CauseMendHow, CauseMendState, MendLeftReason } from './desk.enums.ts';

/** Rows that taking a decision back leaves as they are. */
export interface LeftRows {
  reason: MendLeftReason;
  count: number;
}

/** One decision about all rows of a cause, and how far it has come. */
export interface MendRow extends CauseKey {
  id: string;
  how: CauseMendHow;
  namedId: number | null;
  procedureId: number | null;
  value: string | null;
  remembers: boolean;
  reason: string | null;
  placeId: number;
  accountId: number | null;
  upto: string;
  lastRow: string;
  total: number;
  done: number;
  good: number;
  state: CauseMendState;
  /** What taking it back left as it is, and why. */
  left: LeftRows[];
  at: Date;
  by: string | null;
  recordedBy: string;
}

const SELECT = `select c.id, c.of_catalogue as "ofCatalogue", c.problem, c.field, c.cause as text, c.how, c.named_id as "namedId",
    c.procedure_id as "procedureId", c.value, c.remembers, c.reason, c.place_id as "placeId", c.account_id as "accountId", c.upto, c.last_row as "lastRow",
    c.total, c.done, c.good, c.state, c.left_rows as "left", m.at, account_name(c.account_id) as by, c.recorded_by as "recordedBy"
  from cause_mend c join moment m on m.id = c.recorded_by`;

/** `$2`: the units within reach; null: all. Whoever decided something sees it. */
const READABLE = '($2::int[] is null or c.place_id = any ($2) or c.account_id = $3)';

/** Who asks: whose decisions are shown. */
export interface MendReader {
  accountId: number | null;
  units: readonly number[] | null;
}

/** Decisions, newest first, one more than asked for. */
export function listMends(sql: Sql, provinceId: number, who: MendReader, page: Page<string>): Promise<MendRow[]> {
  return sql.rows<MendRow>(
    `${SELECT} where c.province_id = $1 and ${READABLE} and ($4::bigint is null or c.recorded_by < $4)
      order by c.recorded_by desc limit $5`,
    [provinceId, who.units, who.accountId, page.after, page.first + 1],
  );
}

export async function countMends(sql: Sql, provinceId: number, who: MendReader): Promise<number> {
  const row = await sql.row<{ n: number }>(
    `select count(*)::int as n from cause_mend c where c.province_id = $1 and ${READABLE}`,
    [provinceId, who.units, who.accountId],
  );
  return row?.n ?? 0;
}

/** One decision that somebody may see. */
export function mendById(sql: Sql, provinceId: number, who: MendReader, id: string): Promise<MendRow | null> {
  return sql.row<MendRow>(`${SELECT} where c.province_id = $1 and ${READABLE} and c.id = $4::uuid`, [
    provinceId,
    who.units,
    who.accountId,
    id,
  ]);
}

/** The same within a transaction that goes on with it: nobody else does meanwhile. */
export function lockMend(tx: Writer, provinceId: number, id: string): Promise<MendRow | null> {
  return tx.row<MendRow>(`${SELECT} where c.province_id = $1 and c.id = $2::uuid for update of c`, [provinceId, id]);
}

export type NewMend = Omit<MendRow, 'at' | 'by' | 'recordedBy' | 'lastRow' | 'done' | 'good' | 'left'>;

export async function insertMend(tx: Writer, provinceId: number, mend: NewMend): Promise<void> {
  await tx.run(
    `insert into cause_mend (id, province_id, of_catalogue, problem, field, cause, how, named_id, procedure_id, value, remembers,
                             reason, place_id, account_id, upto, total, state, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      mend.id,
      provinceId,
      mend.ofCatalogue,
      mend.problem,
      mend.field,
      mend.text,
      mend.how,
      mend.namedId,
      mend.procedureId,
      mend.value,
      mend.remembers,
      mend.reason,
      mend.placeId,
      mend.accountId,
      mend.upto,
      mend.total,
      mend.state,
      tx.moment,
    ],
  );
}

/** Writes down how far it has come, and that this transaction was part of it. */
export async function advanceMend(
  tx: Writer,
  provinceId: number,
  { id, lastRow, done, good, state }: Pick<MendRow, 'id' | 'lastRow' | 'done' | 'good' | 'state'>,
): Promise<void> {
  await tx.run('update cause_mend set last_row = $2, done = $3, good = $4, state = $5 where id = $1', [
    id,
    lastRow,
    done,
    good,
    state,
  ]);
  await tx.run(
    'insert into cause_mend_step (province_id, mend_id, moment_id) values ($1, $2, $3) on conflict do nothing',
    [provinceId, id, tx.moment],
  );
}

export async function setMendState(tx: Writer, id: string, state: CauseMendState): Promise<void> {
  await tx.run(
    `update cause_mend set state = $2, undone_by = case when $2 = 'UNDONE' then $3::bigint end where id = $1`,
    [id, state, tx.moment],
  );
}

/** Writes down what taking a decision back left as it is. */
export async function keepLeft(tx: Writer, id: string, left: readonly LeftRows[]): Promise<void> {
  await tx.run('update cause_mend set left_rows = $2::jsonb where id = $1', [id, JSON.stringify(left)]);
}

/** An open row of a cause, as it is tried again. */
export interface OpenRow {
  id: string;
  fields: Record<string, string>;
  made: boolean;
  sourceId: number | null;
}

/** The next open rows of a cause behind one, oldest first. */
export function nextRows(
  tx: Writer,
  provinceId: number,
  within: RowsWithin,
  mend: Pick<MendRow, keyof CauseKey | 'lastRow' | 'upto'>,
  most: number,
): Promise<OpenRow[]> {
  return tx.rows<OpenRow>(
    `select q.id, q.fields, b.is_made as made, b.source_id as "sourceId" from quarantine q join ingest_batch b on b.id = q.batch_id
      where ${OF_CAUSE} and q.closed_by is null and q.id > $8 and q.id <= $9 order by q.id limit $10`,
    [...causeParams(provinceId, within, mend), mend.lastRow, mend.upto, most],
  );
}

/** Puts the open rows of a cause aside; how many. */
export function discardCauseRows(tx: Writer, provinceId: number, within: RowsWithin, key: CauseKey): Promise<number> {
  return tx.run(
    `update quarantine q set closed_by = $8, closed_as = 'DISCARDED' from ingest_batch b
      where b.id = q.batch_id and ${OF_CAUSE} and q.closed_by is null`,
    [...causeParams(provinceId, within, key), tx.moment],
  );
}

/** The transactions in which a decision was carried out. */
export async function momentsOfMend(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>('select moment_id as id from cause_mend_step where mend_id = $1::uuid', [
    id,
  ]);
  return rows.map((row) => row.id);
}
