import type { Origin } from './backup-format.ts';
import { FileMemory, fileState, type FileState } from './known-files.ts';
import { readHead } from './read-backup.ts';

/** What a backup says of itself. */
interface Told {
  origin: Origin;
  product: string;
}

/** Far more than are listed at once. */
const heads = new FileMemory<Told>(500);

/** A file with what its head says, null where it has none; null where it is gone. Opened once, and again where it has changed. */
export async function backupFacts(
  file: string,
): Promise<(FileState & (Told | { origin: null; product: null })) | null> {
  const state = fileState(file);
  if (state === null) return null;
  const told = heads.get(state.key) ?? (await readHead(file).catch(() => null));
  if (told === null) return { ...state, origin: null, product: null };
  const { origin, product } = told;
  heads.set(state.key, { origin, product });
  return { ...state, origin, product };
}
