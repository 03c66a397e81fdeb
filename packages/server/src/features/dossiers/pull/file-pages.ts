import { setTimeout as sleep } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { openBody } from '../../../app/body/limits.ts';
import { readRows, WORKBOOK_TYPE, type MediaType, type RawRow } from '../../../app/body/read-rows.ts';
import type { Access, Cursor, FoundFile, Page } from './connector.ts';
import type { FileRow } from './pull.queries.ts';
import { FileChanging, ReadingFailure } from './reading-failure.ts';

/** A folder of files, wherever it is. */
export interface FileStore {
  /** The files right in it. */
  list(): Promise<FoundFile[]>;
  /** One of them as it is now; null where it is gone. */
  look(path: string): Promise<FoundFile | null>;
  open(path: string): Promise<Readable>;
}

const TYPES: Readonly<Record<string, MediaType>> = {
  csv: 'text/csv',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  xlsx: WORKBOOK_TYPE,
};
const MOST_FILES = 20_000;
const MOST_NAME = 200;

/** What a file is by its name, or null for what is none of ours: hidden ones, and names that are given while something is being written. */
export function typeOfFile(name: string): { type: MediaType; isPacked: boolean } | null {
  if (/^[.~]/.test(name) || name.length > MOST_NAME) return null;
  const found = /\.(csv|json|ndjson|jsonl|xlsx)(\.gz)?$/i.exec(name);
  const type = TYPES[found?.[1]?.toLowerCase() ?? ''];
  return type ? { type, isPacked: found?.[2] !== undefined } : null;
}

const isSame = (one: FoundFile, other: FoundFile | null | undefined): boolean =>
  one.size === other?.size && one.modifiedAt.getTime() === other.modifiedAt.getTime();

/** A file's place among others: a later one has a later place. */
export const placeOfFile = ({ path, modifiedAt }: FoundFile): string => `${modifiedAt.toISOString()} ${path}`;

const byPlace = (one: FoundFile, other: FoundFile): number => (placeOfFile(one) < placeOfFile(other) ? -1 : 1);

/**
 * The files of a folder that were not taken yet as they are now, the oldest first: what a later one says counts. Where they are read again
 * they come from the newest on, and whoever takes them passes over what a newer one said. One that was only touched is noted. One that changed while
 * we waited a little is still being written and left for the next time, as is one that is another after it was read. Where any was left,
 * came or went meanwhile, a last page without rows says that nobody can tell what else there is.
 */
export async function* filePages(store: FileStore, access: Access, signal: AbortSignal): AsyncGenerator<Page> {
  const known = new Map(access.files.map((file) => [file.path, file]));
  const fresh = async () => {
    const files = await store.list();
    if (files.length > MOST_FILES) throw new ReadingFailure('TOO_MANY_FILES', { most: MOST_FILES });
    return files.filter((file) => typeOfFile(file.path) && !isSame(file, known.get(file.path)));
  };
  const seen = new Map((await fresh()).map((file) => [file.path, file]));
  if (seen.size === 0) return;
  await sleep(access.times.quietMs, undefined, { signal }).catch(() => {
    throw new ReadingFailure('BROKEN_OFF');
  });
  const there = await fresh();
  const quiet = there.filter((file) => isSame(file, seen.get(file.path)));
  const oldestFirst = [...quiet].sort(byPlace);
  const inOrder = access.newestFirst ? oldestFirst.reverse() : oldestFirst;
  for (const file of inOrder) {
    const isTouched = await isAsItWas(store, access, file, known.get(file.path));
    yield isTouched ? touched(file, access) : await pageOf(store, access, file, signal);
  }
  const taken = new Map(quiet.map((file) => [file.path, file]));
  const left = [...seen.values(), ...there, ...(await fresh())].find((file) => !isSame(file, taken.get(file.path)));
  if (left) yield withoutRows(left, access.source.cursor);
}

/** Whether a file that looks like another one has the very bytes that were taken of it: they say nothing new, and newer files may have. */
async function isAsItWas(
  store: FileStore,
  { times }: Access,
  file: FoundFile,
  before: FileRow | undefined,
): Promise<boolean> {
  if (!before?.checksum || before.problem !== null || before.size !== file.size) return false;
  const payload = await store.open(file.path);
  try {
    const { chunks, checksum } = openBody(payload, 'identity', { bytes: times.fileBytes, idleMs: times.timeoutMs });
    for await (const _chunk of chunks);
    return checksum() === before.checksum;
  } catch {
    // Whatever is wrong with it is told when it is read.
    return false;
  } finally {
    payload.destroy();
  }
}

/** Notes of a file that it is what it was. */
function touched(file: FoundFile, { source, files }: Access): Page {
  const checksum = files.find(({ path }) => path === file.path)?.checksum ?? '';
  return { ...withoutRows(file, source.cursor), checksum: () => checksum, file, isUnsure: false };
}

/** Says of a file that it was not taken, and moves nothing on. */
function withoutRows({ path }: FoundFile, cursor: Cursor | null): Page {
  const empty = { rows: null, mediaType: 'text/plain', bytes: () => 0, checksum: () => '' };
  return { ...empty, cursor, name: path, isUnsure: true };
}

async function pageOf(store: FileStore, { times }: Access, file: FoundFile, signal: AbortSignal): Promise<Page> {
  const { type = 'text/csv', isPacked = false } = typeOfFile(file.path) ?? {};
  const payload = await store.open(file.path);
  const limits = { bytes: times.fileBytes, idleMs: times.timeoutMs };
  const { chunks, bytes, checksum } = openBody(payload, isPacked ? 'gzip' : 'identity', limits);
  let broken: Error | null = null;
  payload.on('error', (error) => (broken = error));
  const breakOff = () => payload.destroy(new ReadingFailure('BROKEN_OFF'));
  async function* rows(): AsyncGenerator<RawRow[]> {
    signal.addEventListener('abort', breakOff);
    try {
      yield* readRows(chunks, type, 'MaHoSo');
      if (!isSame(file, await store.look(file.path))) throw new FileChanging(file.path);
    } catch (error) {
      if (signal.aborted) throw new ReadingFailure('BROKEN_OFF');
      // The line broke, not the file.
      if (broken !== null) throw broken instanceof ReadingFailure ? broken : new ReadingFailure('UNREACHABLE');
      throw error;
    } finally {
      signal.removeEventListener('abort', breakOff);
      payload.destroy();
    }
  }
  return { rows: rows(), cursor: { file: file.path }, name: file.path, mediaType: type, bytes, checksum, file };
}
