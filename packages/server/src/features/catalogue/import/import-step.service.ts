import type { ProcedureFields } from '@chi-tieu/shared/domain/procedure-row';
import type { Writer } from '../../../app/database.ts';
import { storeRows } from '../ingest-procedures.service.ts';
import { bookedBy, type BookedChange } from './booked.queries.ts';

/** What taking rows in came to: how many procedures, and what it did to the figures. */
export interface StepOutcome {
  created: number;
  updated: number;
  unchanged: number;
  effect: BookedChange[];
}

/**
 * The one place where an import writes to the catalogue: takes the rows in and books what follows for the figures. A dry run is the
 * same, rolled back.
 */
export async function takeRowsIn(tx: Writer, provinceId: number, rows: ProcedureFields[]): Promise<StepOutcome> {
  const counts = await storeRows(tx, provinceId, rows);
  return { ...counts, effect: await bookedBy(tx, provinceId) };
}
