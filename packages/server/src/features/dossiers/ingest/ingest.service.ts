import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { write, type Writer } from '../../../app/database.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { insertBatch, type BatchHeader } from './batches.queries.ts';
import { mergeStaged, type Outcome } from './merge.queries.ts';
import { dropSettled, quarantineStaged, settleRetried, stagedProblems, type BadRow } from './quarantine.queries.ts';
import { openStage, stageRows, type StagedRow } from './stage.ts';

export type { StagedRow } from './stage.ts';

/** What came of a body: its receipt and the first of its bad rows. */
export interface Receipt extends Outcome {
  batch: string;
  problems: BadRow[];
}

export interface IngestOptions {
  db: DataSource;
  provinceId: number;
  accountId: number | null;
  kind: BatchHeader['kind'];
  name: string | null;
  mediaType: string | null;
  /** Made for demonstration, and marked so for ever. */
  made?: boolean;
  dryRun?: boolean;
  /** How many bytes have been read, asked when the body is through. */
  bytes?: () => number;
}

/**
 * Takes rows in as one batch, all or nothing with respect to a crash: staged as they stream in, then merged under the
 * dossier lock, so that slow senders hold nobody up. Bad rows stop nothing; they are kept in quarantine.
 */
export async function ingestRows(options: IngestOptions, rows: AsyncIterable<StagedRow[]>): Promise<Receipt> {
  const { db, accountId, kind, dryRun = false } = options;
  return write(db, { purpose: `ingest ${kind}`, accountId, dryRun }, async (tx) => {
    await openStage(tx);
    await stageRows(tx, rows);
    return settleBatch(tx, options);
  });
}

async function settleBatch(tx: Writer, options: IngestOptions): Promise<Receipt> {
  const { provinceId, kind, name, mediaType } = options;
  const batch = randomUUID();
  await lockDossiers(tx);
  if (kind === 'RETRY' || kind === 'MEND') await dropSettled(tx);
  const outcome = await mergeStaged(tx, provinceId, batch);
  await insertBatch(
    tx,
    provinceId,
    { id: batch, kind, name, mediaType, bytes: options.bytes?.() ?? 0, made: options.made ?? false },
    outcome,
  );
  await quarantineStaged(tx, provinceId, batch);
  await settleRetried(tx);
  const problems = await stagedProblems(tx);
  await tx.run('drop table staged');
  return { batch, ...outcome, problems };
}
