import { randomUUID } from 'node:crypto';
import type { Within } from '@chi-tieu/shared/domain/access/reach';
import type { Jump } from '@chi-tieu/shared/domain/jumps/jumps';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../../app/audit/event.ts';
import { write, type Writer } from '../../../app/database.ts';
import { lockDossiers } from '../../../app/moments.ts';
import { EVERYTHING } from '../../../app/wall.ts';
import { keepHeld } from '../held/hold.queries.ts';
import { openWatch } from '../held/watch.ts';
import { keepClaims, type Claims } from '../receipts/claims.queries.ts';
import { insertBatch, type BatchHeader } from './batches.queries.ts';
import { mergeStaged, type Merged, type Outcome } from './merge.queries.ts';
import { passOlder, type ReadPlace } from '../pull/read-codes.queries.ts';
import { quarantineStaged, settleRetried, stagedProblems, type BadRow } from './quarantine.queries.ts';
import { mappingOf } from '../sources/mapping.ts';
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
  /** What its sender says of it, and whether the same body came before. */
  claims: Claims;
  /** How many rows came, also where it is held. */
  came: number;
  /** How many of them have no code, where its codes are noted. */
  unnamed: number;
  /** Why it is held until somebody looks at it; empty: it counts. */
  jumps: Jump[];
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
  /** The source that sent it; null or not told: none. */
  sourceId?: number | null;
  /** The reading of the source of which it is a page, by the one with which that began; null or not told: it was pushed. */
  reading?: string | null;
  /** Its codes are noted as what came in a reading; rows of codes that came in a newer file of it are passed over. */
  codes?: ReadPlace | null;
  /** How many bytes have been read, asked when the body is through. */
  bytes?: () => number;
  /** SHA-256 of the body, asked when it is through. */
  checksum?: () => string;
  /** How many rows whoever sends it says that there are. */
  expected?: number | null;
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
  /** What comes true together with it, or not at all. */
  alongside?: (tx: Writer, receipt: DossierReceipt) => Promise<void>;
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
    await stageRows(tx, rows, await mappingOf(tx, options.sourceId));
    await lockDossiers(tx);
    const within = options.askAgain ? await options.askAgain() : options.within;
    const receipt = await settleBatch(tx, { ...options, within });
    await options.alongside?.(tx, receipt);
    return receipt;
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
  const mapping = await mappingOf(tx, options.sourceId);
  // Each page on its own: nothing can be read on a connection while it copies.
  for await (const page of pages) received += await stageRows(tx, once(page), mapping);
  if (received > 0) return settleBatch(tx, options);
  await tx.run('drop table staged');
  return { received, created: 0, updated: 0, unchanged: 0, rejected: 0, loose: [] };
}

async function* once(rows: StagedRow[]): AsyncGenerator<StagedRow[]> {
  yield rows;
}

/** Merges what is staged as one batch with its receipt, under the dossier lock; or holds it where it jumps. */
export async function settleBatch(tx: Writer, options: BatchOptions): Promise<DossierReceipt> {
  const { provinceId, within, kind, name, mediaType, sourceId = null, reading = null } = options;
  const batch = randomUUID();
  const watch = kind === 'DOSSIERS' && !options.made ? await openWatch(tx, { provinceId, sourceId, reading }) : null;
  const { passed, unnamed } = options.codes ? await passOlder(tx, options.codes) : { passed: 0, unnamed: 0 };
  const merged = await mergeStaged(tx, provinceId, { id: batch, sourceId, isNews: kind === 'DOSSIERS' }, within, watch);
  const jumps = watch?.jumps ?? [];
  const outcome = withPassed(merged, passed);
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
      sourceId,
    },
    outcome,
  );
  const claims = await keepClaims(tx, { provinceId, batch, place: within?.place ?? null }, options);
  const came = jumps.length > 0 ? passed + (await countStaged(tx)) : outcome.received;
  if (watch && jumps.length > 0) await keepHeld(tx, { provinceId, batch, sentFor: within?.place ?? null }, watch);
  const notKept =
    jumps.length > 0 ? 0 : await quarantineStaged(tx, provinceId, { id: batch, sourceId }, within, outcome.rejected);
  // Only who tries again has rows that lie in the quarantine; a body without bad rows is not searched for them.
  if (kind !== 'DOSSIERS') await settleRetried(tx, provinceId, within);
  const problems = outcome.rejected === 0 && jumps.length === 0 ? [] : await stagedProblems(tx);
  await tx.run('drop table staged');
  return { batch, ...outcome, problems, notKept, claims, came, unnamed, jumps };
}

/** Rows that were passed over say nothing new, also where what came with them is held. */
function withPassed(merged: Merged, passed: number): Merged {
  return { ...merged, received: merged.received + passed, unchanged: merged.unchanged + passed };
}

async function countStaged(tx: Writer): Promise<number> {
  return (await tx.row<{ n: number }>('select count(*)::int as n from staged'))?.n ?? 0;
}
