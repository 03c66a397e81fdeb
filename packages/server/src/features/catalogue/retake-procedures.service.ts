import { randomUUID } from 'node:crypto';
import { readProcedureRow } from '@chi-tieu/shared/domain/procedure-row';
import type { Context } from '../../app/context.ts';
import { insertBatch } from '../dossiers/ingest/batches.queries.ts';
import type { Outcome } from '../dossiers/ingest/merge.queries.ts';
import { closeMended, replaceOpenRow } from '../dossiers/ingest/quarantine.queries.ts';
import { storeRows } from './ingest-procedures.service.ts';

/** An open row of the catalogue with the fields by which it is to be tried again. */
export interface ProcedureAgain {
  quarantineId: string;
  fields: Record<string, unknown>;
}

/**
 * Takes rows of the catalogue from the quarantine again, as one batch: good ones are stored and closed, those still bad say why
 * now.
 */
export async function retakeProcedures(ctx: Context, rows: ProcedureAgain[]): Promise<Outcome> {
  const read = rows.map(({ quarantineId, fields }) => ({ quarantineId, result: readProcedureRow(fields) }));
  return ctx.write('ingest PROCEDURES again', async (tx) => {
    const good = read.flatMap(({ result }) => (result.ok ? [result.procedure] : []));
    const counts = await storeRows(tx, ctx.provinceId, good);
    const outcome: Outcome = { received: rows.length, ...counts, rejected: rows.length - good.length };
    const header = {
      id: randomUUID(),
      kind: 'PROCEDURES',
      name: null,
      mediaType: null,
      bytes: 0,
      made: false,
    } as const;
    await insertBatch(tx, ctx.provinceId, header, outcome);
    const taken = read.filter(({ result }) => result.ok).map(({ quarantineId }) => quarantineId);
    await closeMended(tx, ctx.provinceId, taken);
    for (const { quarantineId, result } of read)
      if (!result.ok) await replaceOpenRow(tx, ctx.provinceId, quarantineId, result);
    return outcome;
  });
}
