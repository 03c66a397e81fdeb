import type { Writer } from '../../../app/database.ts';

/** What a receipt says of the body beside its rows. */
export interface Claims {
  /** SHA-256 of the body as it came; null where there was no body. */
  checksum: string | null;
  /** How many rows its sender says that there are; null where nothing was said. */
  expected: number | null;
  /** The first import of the same sender that was the same body. */
  sameAs: string | null;
}

interface Whose {
  provinceId: number;
  batch: string;
  /** The unit that it was sent for; null for the province. */
  place: number | null;
}

/** Keeps with a receipt what its sender claims and how its body is told from others. */
export async function keepClaims(
  tx: Writer,
  { provinceId, batch, place }: Whose,
  said: { checksum?: () => string; expected?: number | null },
): Promise<Claims> {
  const checksum = said.checksum?.() ?? null;
  const expected = said.expected ?? null;
  if (checksum === null && expected === null) return { checksum, expected, sameAs: null };
  const same = await tx.row<{ id: string }>(
    `select b.id from ingest_batch b
      where b.province_id = $1 and b.checksum = $2 and b.id <> $3 and (b.account_id = $4 or b.sent_for_unit_id = $5)
      order by b.recorded_by limit 1`,
    [provinceId, checksum, batch, tx.accountId, place],
  );
  await tx.run('update ingest_batch set checksum = $2, expected = $3 where id = $1', [batch, checksum, expected]);
  return { checksum, expected, sameAs: same?.id ?? null };
}
