import { THE_PROCESS } from '../../app/audit/event.ts';
import type { ChainHead } from '../../app/audit/chain.ts';
import { connectDatabase, Snapshot } from '../../app/database.ts';
import { verifyChain, type Verified } from './verify-chain.service.ts';
import { recordVerified } from './verifying.ts';

/**
 * Recomputes the chain of a database, and tells its trail how that ended, as the server does that verifies itself. A trail that
 * cannot be written to (a copy that is only read, a chain whose head is gone) is verified all the same: `told` hears why.
 */
export async function verifyByCommand(
  url: string,
  noted: ChainHead | null,
  told: (sentence: string) => void,
): Promise<Verified> {
  const db = await connectDatabase(url, [], 1);
  try {
    const snapshot = new Snapshot(db);
    const verified = await verifyIn(snapshot, noted).finally(() => snapshot.close());
    await recordVerified(db, THE_PROCESS, verified).catch((error: unknown) => told(notRecorded(error)));
    return verified;
  } finally {
    await db.destroy();
  }
}

async function verifyIn(snapshot: Snapshot, noted: ChainHead | null): Promise<Verified> {
  const known = await snapshot.row<{ found: boolean }>(`select to_regclass('audit_head') is not null as found`);
  if (!known?.found) throw new Error('Cơ sở dữ liệu chưa có nhật ký. The database has no audit trail yet.');
  return verifyChain(snapshot, noted);
}

function notRecorded(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `Không ghi được kết quả vào nhật ký. The result could not be recorded in the trail: ${why}`;
}
