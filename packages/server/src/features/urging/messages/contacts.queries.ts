import type { Day } from '@chi-tieu/shared/domain/days';
import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';

/** Where a unit is written to. */
export interface ContactRow {
  id: number;
  unitId: number;
  name: string;
  email: string;
  confirmedAt: Date | null;
  codeUntil: Date;
  codeTries: number;
  codeSentAt: Date | null;
}

const SELECT = `select id, unit_id as "unitId", name, email, confirmed_at as "confirmedAt", code_until as "codeUntil",
    code_tries as "codeTries", code_sent_at as "codeSentAt" from contact where province_id = $1 and removed_at is null`;

/** The addresses of units that are seen, in the order in which they were told; `unitIds` null: of all. */
export function contactsOf(sql: Sql, provinceId: number, unitIds: readonly number[] | null): Promise<ContactRow[]> {
  return sql.rows<ContactRow>(`${SELECT} and ($2::int[] is null or unit_id = any ($2)) order by id`, [
    provinceId,
    unitIds,
  ]);
}

export function contactById(sql: Sql, provinceId: number, id: number, lock = false): Promise<ContactRow | null> {
  return sql.row<ContactRow>(`${SELECT} and id = $2 ${lock ? 'for update' : ''}`, [provinceId, id]);
}

export async function insertContact(
  tx: Writer,
  provinceId: number,
  { unitId, name, email, codeUntil, codeSentAt }: Omit<ContactRow, 'id' | 'confirmedAt' | 'codeTries'>,
): Promise<number> {
  const row = await tx.row<{ id: number }>(
    `insert into contact (province_id, unit_id, name, email, code_until, code_sent_at, recorded_by, account_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [provinceId, unitId, name, email, codeUntil, codeSentAt, tx.moment, tx.accountId],
  );
  if (!row) throw new Error('The database gave no contact.');
  return row.id;
}

/** What of a contact changes. */
export async function changeContact(
  sql: Sql,
  id: number,
  change: { confirmedAt?: Date; removedAt?: Date; codeUntil?: Date; codeTries?: number; codeSentAt?: Date },
): Promise<void> {
  await sql.run(
    `update contact set confirmed_at = coalesce($2, confirmed_at), removed_at = coalesce($3, removed_at),
            code_until = coalesce($4, code_until), code_tries = coalesce($5, code_tries),
            code_sent_at = coalesce($6, code_sent_at) where id = $1`,
    [
      ...[id, change.confirmedAt ?? null, change.removedAt ?? null, change.codeUntil ?? null],
      ...[change.codeTries ?? null, change.codeSentAt ?? null],
    ],
  );
}

/** How many codes were asked for on a day: for an address in whatever unit, for a unit, by an account. */
export interface CodesSent {
  ofAddress: number;
  ofUnit: number;
  ofAccount: number;
}

/** Counts them while nobody else has one sent: until the transaction ends. */
export async function codesSentOn(
  tx: Writer,
  provinceId: number,
  day: Day,
  { email, unitId }: Pick<ContactRow, 'email' | 'unitId'>,
): Promise<CodesSent> {
  await tx.run(`select pg_advisory_xact_lock(hashtext('contact codes'), $1)`, [provinceId]);
  const row = await tx.row<CodesSent>(
    `select of_address as "ofAddress", of_unit as "ofUnit", of_account as "ofAccount" from codes_sent($1, $2, $3, $4, $5)`,
    [provinceId, day, email, unitId, tx.accountId],
  );
  if (!row) throw new Error('The database counted nothing.');
  return row;
}
