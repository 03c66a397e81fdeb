import { keptFileName } from '../../../app/body/file-name.ts';
import { badInput } from '../../../app/errors.ts';
import { NAMELESS } from './media-type.ts';

const MOST_FILES = 10;

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

/** Files as they are kept: each once, with a name that every system takes, ten at most. */
export function filesIn(given: readonly FileGiven[]): GivenFile[] {
  if (given.length > MOST_FILES) throw badInput('files', 'input.tooMany', { most: MOST_FILES });
  const named = given.map(({ sha256, name }) => [sha256, keptFileName(name, NAMELESS) ?? NAMELESS] as const);
  return [...new Map(named)].map(([sha256, name]) => ({ sha256, name }));
}

/** Refuses what the caller neither sent nor reads already: who knows a hash would read by it what is not theirs. */
export function needOwn(
  files: readonly GivenFile[],
  own: { sent: readonly string[]; read: ReadonlySet<string> },
): void {
  const missing = files.findIndex(({ sha256 }) => !own.sent.includes(sha256) && !own.read.has(sha256));
  if (missing >= 0) throw badInput(`files.${missing}.sha256`, 'file.unknown');
}
