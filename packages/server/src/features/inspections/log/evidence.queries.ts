import type { Writer } from '../../../app/database.ts';
import type { Sql } from '../../../app/sql.ts';
import { dropUnheld } from '../../catalogue/files/files.queries.ts';

/** A file of an inspection with its bytes; null where no step within sight brought it. */
export function fileOfInspection(
  sql: Sql,
  id: string,
  sha256: string,
): Promise<{ sha256: string; name: string; mediaType: string; content: Buffer } | null> {
  return sql.row(
    `select f.sha256, f.name, c.media_type as "mediaType", c.content from inspection_file f join stored_file c using (sha256)
      where f.inspection_id = $1 and f.sha256 = $2 order by f.step_id limit 1`,
    [id, sha256],
  );
}

/** Those of some files that steps within sight of an inspection brought. */
export async function hashesSeen(sql: Sql, id: string, hashes: readonly string[]): Promise<string[]> {
  const rows = await sql.rows<{ sha256: string }>(
    'select distinct sha256 from inspection_file where inspection_id = $1 and sha256 = any ($2)',
    [id, hashes],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Those of some files that the account which writes sent for an inspection, held until the transaction ends. */
export async function hashesSent(tx: Writer, id: string, hashes: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ sha256: string }>(
    'select sha256 from inspection_upload where inspection_id = $1 and account_id = $2 and sha256 = any ($3) for share',
    [id, tx.accountId, hashes],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Notes that the account which writes sent a file for an inspection. */
export async function insertUpload(tx: Writer, provinceId: number, id: string, sha256: string): Promise<void> {
  await tx.run(
    `insert into inspection_upload (province_id, inspection_id, account_id, sha256, recorded_by) values ($1, $2, $3, $4, $5)
     on conflict (province_id, inspection_id, account_id, sha256) do update set recorded_by = excluded.recorded_by`,
    [provinceId, id, tx.accountId, sha256, tx.moment],
  );
}

/** How many files the account which writes sent, for whichever inspections, that no step of these brought. */
export async function countUnattached(tx: Writer, provinceId: number): Promise<number> {
  const row = await tx.row<{ count: number }>(
    `select count(*)::int as count from inspection_upload u where u.province_id = $1 and u.account_id = $2
        and not exists (select from inspection_file f where f.inspection_id = u.inspection_id and f.sha256 = u.sha256)`,
    [provinceId, tx.accountId],
  );
  return row?.count ?? 0;
}

/** Forgets who sent what before an instant, and drops what of it nothing holds; what somebody is just attaching waits for the next time. */
export async function dropUnattached(tx: Writer, provinceId: number, before: Date): Promise<void> {
  const gone = await tx.rows<{ sha256: string }>(
    `delete from inspection_upload where (province_id, inspection_id, account_id, sha256) in (
       select u.province_id, u.inspection_id, u.account_id, u.sha256 from inspection_upload u join moment m on m.id = u.recorded_by
        where u.province_id = $1 and m.at < $2 for update of u skip locked)
     returning sha256`,
    [provinceId, before],
  );
  await dropUnheld(
    tx,
    gone.map(({ sha256 }) => sha256),
  );
}
