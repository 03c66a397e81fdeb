import { randomUUID } from 'node:crypto';
import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../../app/audit/event.ts';
import { write, type Writer } from '../../../app/database.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { insertBatch, type BatchHeader } from './batches.queries.ts';
import { mergeStaged, type Merged, type Outcome } from './merge.queries.ts';
import { quarantineStaged, settleRetried, stagedProblems, type BadRow } from './quarantine.queries.ts';
import { openStage, stageRows, type StagedRow } from './stage.ts';

export type { StagedRow } from './stage.ts';

/** What came of a body: its receipt and the first of its bad rows. */
export interface Receipt extends Outcome {
  batch: string;
  problems: BadRow[];
}

/** A receipt of dossiers, with what whoever sent them should look at. */
export interface DossierReceipt extends Receipt, Merged {
  /** How many bad rows are not kept: a body may have more of them than anybody could mend. */
  notKept: number;
}

/** What the receipt of a batch says of where it came from. */
export interface BatchOptions {
  provinceId: number;
  kind: BatchHeader['kind'];
  name: string | null;
  mediaType: string | null;
  /** The units that the sender may send for. */
  within: Within;
  /** Made for demonstration, and marked so for ever. */
  made?: boolean;
  /** How many bytes have been read, asked when the body is through. */
  bytes?: () => number;
}

export interface IngestOptions extends BatchOptions {
  db: DataSource;
  accountId: number | null;
  /** Who the audit trail names; without it the account, or the server itself. */
  actor?: Actor;
  dryRun?: boolean;
  /** Asked once the body is through and nobody else merges: throws where the sender may no longer send; else the bounds of now. */
  askAgain?: () => Promise<Within>;
  /** Ends it: everything is rolled back. */
  signal?: AbortSignal | undefined;
}

/**
 * Takes rows in as one batch, all or nothing with respect to a crash: staged as they stream in, then merged under the
 * dossier lock, so that slow senders hold nobody up. Bad rows stop nothing; they are kept in quarantine.
 */
export async function ingestRows(options: IngestOptions, rows: AsyncIterable<StagedRow[]>): Promise<DossierReceipt> {
  const { db, accountId, actor, kind, dryRun = false, signal } = options;
  const about = { purpose: `ingest ${kind}`, accountId, dryRun, ...(actor && { actor }), ...(signal && { signal }) };
  return write(db, { ...about, sight: EVERYTHING }, async (tx) => {
    await openStage(tx);
    await stageRows(tx, rows);
    await lockDossiers(tx);
    const within = options.askAgain ? await options.askAgain() : options.within;
    return settleBatch(tx, { ...options, within });
  });
}

/**
 * Takes rows of the quarantine again as one batch, in a transaction that holds the dossier lock since before they were read.
 * They may be read from it page by page. No batch where there are none.
 */
export async function retakeDossiers(
  tx: Writer,
  options: BatchOptions,
  pages: AsyncIterable<StagedRow[]>,
): Promise<Merged> {
  await openStage(tx);
  let received = 0;
  // Each page on its own: nothing can be read on a connection while it copies.
  for await (const page of pages) received += await stageRows(tx, once(page));
  if (received > 0) return settleBatch(tx, options);
  await tx.run('drop table staged');
  return { received, created: 0, updated: 0, unchanged: 0, rejected: 0, loose: [] };
}

async function* once(rows: StagedRow[]): AsyncGenerator<StagedRow[]> {
  yield rows;
}

async function settleBatch(tx: Writer, options: BatchOptions): Promise<DossierReceipt> {
  const { provinceId, within, kind, name, mediaType } = options;
  const batch = randomUUID();
  const outcome = await mergeStaged(tx, provinceId, batch, within);
  await insertBatch(
    tx,
    provinceId,
    {
      id: batch,
      kind,
      name,
      mediaType,
      bytes: options.bytes?.() ?? 0,
      made: options.made ?? false,
      sentFor: within?.place ?? null,
    },
    outcome,
  );
  const notKept = await quarantineStaged(tx, provinceId, batch, within);
  await settleRetried(tx, provinceId, within);
  const problems = await stagedProblems(tx);
  await tx.run('drop table staged');
  return { batch, ...outcome, problems, notKept };
}
