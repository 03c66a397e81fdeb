import { constants } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import type { Access, Cursor, FoundFile, Page } from './connector.ts';
import { filePages, type FileStore } from './file-pages.ts';
import { ReadingFailure } from './reading-failure.ts';

/** Reads files that were dropped into a folder below the one that is configured. */
export async function* readFolder(access: Access, _cursor: Cursor | null, signal: AbortSignal): AsyncGenerator<Page> {
  yield* filePages(new Folder(await folderOf(access)), access, signal);
}

/** The folder itself, which lies below the root however it is written, and whatever links lead there. */
async function folderOf({ source, root }: Access): Promise<string> {
  try {
    const below = await realpath(root);
    const folder = await realpath(join(below, source.address ?? ''));
    const way = relative(below, folder);
    if (way !== '' && !way.startsWith('..') && !isAbsolute(way)) return folder;
  } catch {
    // Said below.
  }
  throw new ReadingFailure('NO_FOLDER', { folder: source.address ?? '' });
}

/** Systems without such a flag have no such links either. */
const NOT_THROUGH_LINKS = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;

class Folder implements FileStore {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async list(): Promise<FoundFile[]> {
    const entries = await readdir(this.folder, { withFileTypes: true });
    const found = await Promise.all(entries.filter((entry) => entry.isFile()).map(({ name }) => this.look(name)));
    return found.filter((file) => file !== null);
  }

  async look(path: string): Promise<FoundFile | null> {
    const stat = await lstat(join(this.folder, path)).catch(() => null);
    return stat?.isFile() ? { path, size: stat.size, modifiedAt: stat.mtime } : null;
  }

  /** A link that took a file's place meanwhile is not followed. */
  async open(path: string): Promise<Readable> {
    const handle = await open(join(this.folder, path), constants.O_RDONLY | NOT_THROUGH_LINKS).catch(() => {
      throw new ReadingFailure('UNREACHABLE');
    });
    return handle.createReadStream();
  }
}
