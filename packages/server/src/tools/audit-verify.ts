import 'reflect-metadata';
import { readConfig } from '../app/config.ts';
import { connectDatabase, Snapshot } from '../app/database.ts';
import type { ChainHead } from '../app/audit/chain.ts';
import { sayVerified } from '../features/audit/say-verified.ts';
import { verifyChain, type Verified } from '../features/audit/verify-chain.service.ts';
import { openToBackUp } from '../features/backup/backup-database.ts';

/**
 * `npm run audit:verify [-- --head SEQ:HASH]`: recomputes the chain of the audit trail and says whether it holds; with a head
 * that was noted down earlier, also whether it still leads through that. Beside a running server or without one. Ends
 * with 0 when it holds, 1 when it is broken, 2 when nothing could be looked at.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const whisper = (line: string): void => void process.stderr.write(`${line}\n`);
const log = { info: whisper, warn: whisper };

function readNoted([flag, value, ...more]: string[]): ChainHead | null {
  if (flag === undefined) return null;
  const found = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(value ?? '');
  if (flag !== '--head' || !found?.[1] || !found[2] || more.length > 0)
    throw new Error('Cách dùng / usage: npm run audit:verify [-- --head SEQ:HASH]');
  return { seq: Number(found[1]), hash: found[2].toLowerCase() };
}

async function verify(url: string, noted: ChainHead | null): Promise<Verified> {
  const db = await connectDatabase(url, [], 1);
  const snapshot = new Snapshot(db);
  try {
    const known = await snapshot.row<{ found: boolean }>(`select to_regclass('audit_head') is not null as found`);
    if (!known?.found) throw new Error('Cơ sở dữ liệu chưa có nhật ký. The database has no audit trail yet.');
    return await verifyChain(snapshot, noted);
  } finally {
    await snapshot.close();
    await db.destroy();
  }
}

try {
  const noted = readNoted(process.argv.slice(2));
  const database = await openToBackUp(readConfig(process.env), log);
  try {
    const verified = await verify(database.url, noted);
    for (const line of sayVerified(verified, noted)) say(line);
    process.exitCode = verified.broken === null ? 0 : 1;
  } finally {
    await database.stop();
  }
} catch (error) {
  whisper(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
