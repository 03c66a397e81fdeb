import { keptFileName } from '../../../app/body/file-name.ts';
import type { Context } from '../../../app/context.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput } from '../../../app/errors.ts';
import { RefusedError } from '../../../app/http/refusals.ts';
import { NAMELESS } from '../../catalogue/files/files.service.ts';
import { countWaiting, hashesSeen, hashesSent, insertUpload } from './given-files.queries.ts';

const MOST_FILES = 10;
/** So many files of one account may wait to be attached within a day. */
const MOST_WAITING = 20;
const DAY_MS = 24 * 3_600_000;

/** A file that was sent before, by its hash. */
export interface FileGiven {
  sha256: string;
  name?: string | null | undefined;
}

/** A file as it is kept beside what brought it. */
export interface GivenFile {
  sha256: string;
  name: string;
}

/** Files as they are kept beside what brought them: each once, ten at most. */
export function filesIn(given: readonly FileGiven[]): GivenFile[] {
  if (given.length > MOST_FILES) throw badInput('files', 'input.tooMany', { most: MOST_FILES });
  const named = given.map(({ sha256, name }) => [sha256, keptFileName(name, NAMELESS) ?? NAMELESS] as const);
  return [...new Map(named)].map(([sha256, name]) => ({ sha256, name }));
}

/** Notes within the change that keeps a file who sent it; too many that are attached to nothing are refused. */
export async function noteUpload(
  tx: Writer,
  { provinceId, sha256, now }: { provinceId: number; sha256: string; now: Date },
): Promise<void> {
  await insertUpload(tx, provinceId, sha256);
  if ((await countWaiting(tx, provinceId, new Date(now.getTime() - DAY_MS))) > MOST_WAITING)
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
  const sent = new Set(await hashesSent(tx, provinceId, hashes));
  const missing = hashes.findIndex((sha256) => !sent.has(sha256) && !read.has(sha256));
  if (missing >= 0) throw badInput(`files.${missing}.sha256`, 'file.unknown');
}
