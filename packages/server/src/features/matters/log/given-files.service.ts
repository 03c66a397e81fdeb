import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { needOwn, type GivenFile } from '../../catalogue/files/given-files.service.ts';
import { countWaiting, dropUnattached, hashesSeen, hashesSent, insertUpload } from './given-files.queries.ts';

/** So many files of one account may wait to be attached, each for a day. */
const MOST_WAITING = 20;
const WAITS_MS = 24 * 3_600_000;

/** Notes within the change that keeps a file who sent it; too many that are attached to nothing are refused. */
export async function noteUpload(
  tx: Writer,
  { provinceId, sha256, now }: { provinceId: number; sha256: string; now: Date },
): Promise<void> {
  await dropUnattached(tx, provinceId, new Date(now.getTime() - WAITS_MS));
  await insertUpload(tx, provinceId, sha256);
  if ((await countWaiting(tx, provinceId)) > MOST_WAITING)
    throw new RefusedError({
      ...{ status: 409, code: 'CONFLICT', text: 'inspection.manyFiles', params: { most: MOST_WAITING } },
    });
}

/** Those of some files that the caller reads with a step already: asked before the change, for it looks past the wall. */
export async function filesRead(ctx: Context, files: readonly GivenFile[]): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const hashes = files.map(({ sha256 }) => sha256);
  return new Set(await hashesSeen(ctx.read, ctx.provinceId, hashes));
}

/** Refuses what the caller neither sent nor reads: who knows a hash would read by it what is not theirs. */
export async function needFiles(
  tx: Writer,
  provinceId: number,
  files: readonly GivenFile[],
  read: ReadonlySet<string>,
): Promise<void> {
  if (files.length === 0) return;
  const hashes = files.map(({ sha256 }) => sha256);
  needOwn(files, { sent: await hashesSent(tx, provinceId, hashes), read });
}
