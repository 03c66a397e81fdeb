import 'reflect-metadata';
import { readConfig } from '../app/config.ts';
import type { ChainHead } from '../app/audit/chain.ts';
import { sayVerified } from '../features/audit/say-verified.ts';
import { verifyByCommand } from '../features/audit/verify-by-command.ts';
import { openToBackUp } from '../features/backup/backup-database.ts';

/**
 * `npm run audit:verify [-- --head SEQ:HASH]`: recomputes the chain of the audit trail and says whether it holds; with a head
 * that was noted down earlier, also whether it still leads through that. The trail keeps how it ended, for the page of the
 * server's state. Beside a running server or without one. Ends
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

try {
  const noted = readNoted(process.argv.slice(2));
  const database = await openToBackUp(readConfig(process.env), log);
  try {
    const verified = await verifyByCommand(database.url, noted, whisper);
    for (const line of sayVerified(verified, noted)) say(line);
    process.exitCode = verified.broken === null ? 0 : 1;
  } finally {
    await database.stop();
  }
} catch (error) {
  whisper(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
