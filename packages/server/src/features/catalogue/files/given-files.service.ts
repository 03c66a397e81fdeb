import { keptFileName } from '../../../app/body/file-name.ts';
import type { Writer } from '../../../app/database.ts';
import { badInput } from '../../../app/errors.ts';
import { knownFiles } from './files.queries.ts';
import { NAMELESS } from './media-type.ts';

const MOST_FILES = 10;

/** A file that was sent before, by its hash. */
export interface FileGiven {
  sha256: string;
  name?: string | null | undefined;
}

/** Files as they are kept beside what brought them: each once, ten at most. */
export function filesIn(given: readonly FileGiven[]): { sha256: string; name: string }[] {
  if (given.length > MOST_FILES) throw badInput('files', 'input.tooMany', { most: MOST_FILES });
  const named = given.map(({ sha256, name }) => [sha256, keptFileName(name, NAMELESS) ?? NAMELESS] as const);
  return [...new Map(named)].map(([sha256, name]) => ({ sha256, name }));
}

/** BAD_USER_INPUT where one of them was never sent. */
export async function needFiles(tx: Writer, files: readonly { sha256: string }[]): Promise<void> {
  const hashes = files.map(({ sha256 }) => sha256);
  const known = new Set((await knownFiles(tx, hashes)).map(({ sha256 }) => sha256));
  const missing = hashes.findIndex((sha256) => !known.has(sha256));
  if (missing >= 0) throw badInput(`files.${missing}.sha256`, 'file.unknown');
}
