import { randomUUID } from 'node:crypto';
import { readProcedureRow, type ProcedureFields } from '@chi-tieu/shared/domain/procedure-row';
import type { Writer } from '../../app/database.ts';
import { lockDossiers } from '../../app/moments.ts';
import { insertBatch } from '../dossiers/ingest/batches.queries.ts';
import type { Outcome } from '../dossiers/ingest/merge.queries.ts';
import { closeMended, restateBadRows } from './bad-procedures.queries.ts';
import { storeRows } from './ingest-procedures.service.ts';

/** An open row of the catalogue with the fields by which it is to be tried again. */
export interface ProcedureAgain {
  id: string;
  fields: Record<string, unknown>;
}

/**
 * Takes rows of the catalogue from the quarantine again, as one batch: good ones are stored and closed, those still bad say why
 * now. `made` where they came with a batch made for demonstration. No batch where there are no rows.
 */
export async function retakeProcedures(
  tx: Writer,
  provinceId: number,
  made: boolean,
  pages: AsyncIterable<ProcedureAgain[]>,
): Promise<Outcome> {
  await lockDossiers(tx);
  const good: { id: string; procedure: ProcedureFields }[] = [];
  let received = 0;
  for await (const rows of pages) {
    const read = rows.map(({ id, fields }) => ({ id, ...readProcedureRow(fields) }));
    received += read.length;
    for (const row of read) if (row.ok) good.push({ id: row.id, procedure: row.procedure });
    await restateBadRows(
      tx,
      provinceId,
      read.filter((row) => !row.ok),
    );
  }
  const counts = await storeRows(
    tx,
    provinceId,
    good.map(({ procedure }) => procedure),
  );
  const outcome: Outcome = { received, ...counts, rejected: received - good.length };
  if (received === 0) return outcome;
  const nameless = { name: null, mediaType: null, bytes: 0, sentFor: null };
  const header = { id: randomUUID(), kind: 'PROCEDURES', made, ...nameless } as const;
  await insertBatch(tx, provinceId, header, outcome);
  await closeMended(
    tx,
    provinceId,
    good.map(({ id }) => id),
  );
  return outcome;
}
