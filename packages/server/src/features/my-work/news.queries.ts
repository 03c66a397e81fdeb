import type { Writer } from '../../app/database.ts';
import type { Sql } from '../../app/sql.ts';

/** What an account read already. */
export async function wordsRead(sql: Sql, provinceId: number, accountId: number): Promise<Set<string>> {
  const rows = await sql.rows<{ word: string }>(
    'select word from news_read where province_id = $1 and account_id = $2',
    [provinceId, accountId],
  );
  return new Set(rows.map(({ word }) => word));
}

/** Keeps what an account read, and forgets what it read so long ago that it is told no more; gives how much was new. */
export async function insertRead(
  tx: Writer,
  provinceId: number,
  { accountId, words, now, before }: { accountId: number; words: readonly string[]; now: Date; before: Date },
): Promise<number> {
  await tx.run('delete from news_read where province_id = $1 and account_id = $2 and read_at < $3', [
    provinceId,
    accountId,
    before,
  ]);
  return tx.run(
    `insert into news_read (province_id, account_id, word, read_at)
     select $1, $2, word, $4 from unnest($3::text[]) word order by word on conflict do nothing`,
    [provinceId, accountId, words, now],
  );
}
