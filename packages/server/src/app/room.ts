import { statfs } from 'node:fs/promises';
import { unavailable } from './unavailable.ts';

/**
 * So much stays free on the disk of the embedded PostgreSQL. One that cannot write its log any more ends and cannot even come
 * back for those who only look something up: changes are refused before it comes to that.
 */
export const LEAST_FREE_BYTES = 128 * 1024 * 1024;

/** So much more a backup leaves free: for the changes that come after it. */
const LEFT_BY_BACKUPS_BYTES = 64 * 1024 * 1024;

/** What was looked up last holds so long (ms): an import asks with every part of its body. */
const HOLDS_MS = 200;

/** The room that is left on the disk where a folder lies. */
export class Room {
  private readonly folder: string;
  private readonly least: number;
  private looked = { at: -Infinity, free: Infinity };

  constructor(folder: string, least = LEAST_FREE_BYTES) {
    this.folder = folder;
    this.least = least;
  }

  /** Throws UNAVAILABLE where so little is left that nothing more may be stored. */
  async require(): Promise<void> {
    await this.leave(0);
  }

  /** The same for what can wait: it ends while changes are still taken, and is not what they are refused for. */
  async requireForBackup(): Promise<void> {
    await this.leave(LEFT_BY_BACKUPS_BYTES);
  }

  private async leave(more: number): Promise<void> {
    if ((await this.free()) < this.least + more) throw unavailable('server.full');
  }

  /** The same rows, as long as there is room for them. */
  async *whileThereIsRoom<T>(some: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const one of some) {
      await this.require();
      yield one;
    }
  }

  /** Where that cannot be told, there is room: PostgreSQL itself says when there is none. */
  private async free(): Promise<number> {
    if (performance.now() - this.looked.at > HOLDS_MS) {
      const free = await statfs(this.folder).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => Infinity,
      );
      this.looked = { at: performance.now(), free };
    }
    return this.looked.free;
  }
}
