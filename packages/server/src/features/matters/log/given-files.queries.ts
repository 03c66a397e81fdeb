import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import { dropUnheld } from '../../catalogue/files/files.queries.ts';

/** Those of some files that steps within sight brought. */
export async function hashesSeen(sql: Sql, provinceId: number, hashes: readonly string[]): Promise<string[]> {
  const rows = await sql.rows<{ sha256: string }>(
    `select distinct f.sha256 from matter_file f join matter_step s on s.id = f.step_id
      where s.province_id = $1 and f.sha256 = any ($2)`,
    [provinceId, hashes],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Those of some files that the account which writes sent, held until the transaction ends. */
export async function hashesSent(tx: Writer, provinceId: number, hashes: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ sha256: string }>(
    'select sha256 from matter_upload where province_id = $1 and account_id = $2 and sha256 = any ($3) for share',
    [provinceId, tx.accountId, hashes],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Notes that the account which writes sent a file. */
export async function insertUpload(tx: Writer, provinceId: number, sha256: string): Promise<void> {
  await tx.run(
    `insert into matter_upload (province_id, account_id, sha256, recorded_by) values ($1, $2, $3, $4)
     on conflict (province_id, account_id, sha256) do update set recorded_by = excluded.recorded_by`,
    [provinceId, tx.accountId, sha256, tx.moment],
  );
}

/** How many files the account which writes sent that no step brought. */
export async function countWaiting(tx: Writer, provinceId: number): Promise<number> {
  const row = await tx.row<{ count: number }>(
    `select count(*)::int as count from matter_upload u where u.province_id = $1 and u.account_id = $2
        and not exists (select from matter_file f where f.sha256 = u.sha256)`,
    [provinceId, tx.accountId],
  );
  return row?.count ?? 0;
}

/** Forgets who sent what before an instant, and drops what of it nothing holds; what somebody is just attaching waits for the next time. */
export async function dropUnattached(tx: Writer, provinceId: number, before: Date): Promise<void> {
  const gone = await tx.rows<{ sha256: string }>(
    `delete from matter_upload where (province_id, account_id, sha256) in (
       select u.province_id, u.account_id, u.sha256 from matter_upload u join moment m on m.id = u.recorded_by
        where u.province_id = $1 and m.at < $2 for update of u skip locked)
     returning sha256`,
    [provinceId, before],
  );
  await dropUnheld(
    tx,
    gone.map(({ sha256 }) => sha256),
  );
}
