import { randomUUID } from 'node:crypto';
import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { Writer } from '../../../app/database.ts';
import { Booking } from '../../rates/booking.queries.ts';
import { insertBatch } from '../ingest/batches.queries.ts';
import { said as columnsSaid } from '../ingest/content.ts';
import { updateDossiers } from '../ingest/merge.queries.ts';
import { isOutranked } from '../sources/believe.queries.ts';
import { isOfUnits } from '../sources/statements.queries.ts';

/**
 * A source has not got the codes of the temporary table `missed` any more, which it had sent: that is what it said of them last, as far as
 * it may speak for their units (`within`). The dossiers are deleted from the figures unless another living source still has them, or one
 * of a higher rank has spoken; they are there again when the source sends them again. What a person restored stays: a source says it once.
 * Returns of how many codes it was told, and how many dossiers are gone by it; the receipt is `batch`, where there are any. Hold the
 * dossier lock.
 */
export async function takeAsGone(
  tx: Writer,
  provinceId: number,
  told: { sourceId: number; within: Within; name?: string | null; sentFor?: number | null; batch?: string },
): Promise<{ received: number; gone: number }> {
  const { sourceId, within, name = null, sentFor = null, batch: id = randomUUID() } = told;
  await tx.run('create temporary table told_gone (key text not null) on commit drop');
  const received = await tx.run(
    `with told as (
       update dossier_statement s set gone = 'DELETED', recorded_by = $3, batch_id = $4 from missed x
        where s.province_id = $1 and s.source_id = $2 and s.code_key = x.code_key and s.gone is null and ${isOfUnits('$5')}
        returning coalesce(s.dossier_key, s.code_key) as key)
     insert into told_gone select key from told`,
    [provinceId, sourceId, tx.moment, id, within?.units ?? null],
  );
  if (received === 0) return { received: 0, gone: 0 };
  await tx.run(
    `create temporary table changed on commit drop as
     select d.id as dossier_id, ${columnsSaid('d')}, 'DELETED'::dossier_gone as gone, true as turns
       from dossier d
      where d.province_id = $1 and d.code_key in (select key from told_gone) and d.gone is null and not ${isOutranked('d.code_key')}
        and not exists (select from dossier_statement o join dossier_source t on t.id = o.source_id and t.removed_at is null
          where o.province_id = $1 and o.gone is null and (o.code_key = d.code_key and o.dossier_key is null or o.dossier_key = d.code_key))`,
    [provinceId, sourceId],
  );
  const booking = await Booking.open(tx, provinceId);
  const updated = await updateDossiers(tx, provinceId, id, booking);
  await booking.close();
  await tx.run('drop table changed');
  const header = {
    id,
    kind: 'DOSSIERS',
    name,
    mediaType: null,
    bytes: 0,
    made: false,
    sentFor,
    sourceId,
  } as const;
  const unchanged = received - updated;
  await insertBatch(tx, provinceId, header, { received, created: 0, updated, unchanged, rejected: 0 });
  return { received, gone: updated };
}
