import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { forbidden } from '../../accounts/reach.service.ts';
import { needOwn, type GivenFile } from '../../catalogue/files/given-files.service.ts';
import { countUnattached, dropUnattached, hashesSeen, hashesSent, insertUpload } from './evidence.queries.ts';
import { handsOfCaller, seenInspection } from '../sides.service.ts';

/** So many files of one account may wait to be attached, each for a day: enough for two findings at once. */
const MOST_WAITING = 20;
const WAITS_MS = 24 * 3_600_000;

/** FORBIDDEN unless the caller may bring evidence to an inspection: of the team, or of one of its units. */
export async function needToBringFiles(ctx: Context, id: string): Promise<void> {
  const row = await seenInspection(ctx, id);
  const hands = await handsOfCaller(ctx);
  const isTheirs = row.unitIds.some((unitId) => {
    const { inspects, answers } = hands.sidesOf(row, unitId);
    return inspects || answers;
  });
  if (!isTheirs || row.state === 'PLANNED' || row.state === 'CANCELLED') throw forbidden('inspection.work');
}

/** Notes within the change that keeps a file for which inspection it was sent; too many that are attached to nothing are refused. */
export async function noteUpload(
  tx: Writer,
  { provinceId, id, sha256, now }: { provinceId: number; id: string; sha256: string; now: Date },
): Promise<void> {
  await dropUnattached(tx, provinceId, new Date(now.getTime() - WAITS_MS));
  await insertUpload(tx, provinceId, id, sha256);
  if ((await countUnattached(tx, provinceId)) > MOST_WAITING)
    throw new RefusedError({
      ...{ status: 409, code: 'CONFLICT', text: 'inspection.manyFiles', params: { most: MOST_WAITING } },
    });
}

/** Those of some files that the caller reads in an inspection already: asked before the change, for it looks past the wall. */
export async function filesRead(ctx: Context, id: string, files: readonly GivenFile[]): Promise<ReadonlySet<string>> {
  if (files.length === 0) return new Set();
  const hashes = files.map(({ sha256 }) => sha256);
  return new Set(await hashesSeen(ctx.read, id, hashes));
}

/**
 * Refuses what the caller neither sent for this inspection nor reads there: who knows a hash would read by it what is not theirs.
 */
export async function needFiles(
  tx: Writer,
  id: string,
  files: readonly GivenFile[],
  read: ReadonlySet<string>,
): Promise<void> {
  if (files.length === 0) return;
  const hashes = files.map(({ sha256 }) => sha256);
  needOwn(files, { sent: await hashesSent(tx, id, hashes), read });
}
