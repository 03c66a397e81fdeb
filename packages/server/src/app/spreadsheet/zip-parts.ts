import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableBody } from '../body/json-rows.ts';

/** What a file may unpack to. */
export interface ZipLimits {
  /** Bytes of all parts together. */
  unpacked: number;
  /** Bytes of one part that has to be held whole. */
  held: number;
}

const MOST_PARTS = 5_000;
const MOST_RATIO = 200;
const FREE_BYTES = 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** The parts of a ZIP file by their names. What it says of their sizes is believed for the limits and held against what comes. */
export class ZipParts {
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly limits: ZipLimits;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ZipLimits) {
    this.zip = zip;
    this.entries = entries;
    this.limits = limits;
  }

  /** Opens it from its bytes; throws UnreadableBody for one that is broken, locked, or unpacks to more than it may. */
  static async open(bytes: Buffer, limits: ZipLimits): Promise<ZipParts> {
    try {
      const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
      const entries = new Map<string, Entry>();
      let unpacked = 0;
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw new UnreadableBody('locked', 'sheet.password');
        unpacked += entry.uncompressedSize;
        entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
        if (entries.size > MOST_PARTS) throw new UnreadableBody('too many parts', 'sheet.corrupt');
      }
      if (unpacked > limits.unpacked)
        throw new UnreadableBody('too large', 'ingest.tooLarge', { megabytes: Math.round(limits.unpacked / MEGABYTE) });
      if (unpacked > FREE_BYTES && unpacked > MOST_RATIO * bytes.length)
        throw new UnreadableBody('packed too tightly', 'ingest.packed', { ratio: MOST_RATIO });
      return new ZipParts(zip, entries, limits);
    } catch (error) {
      throw error instanceof UnreadableBody ? error : new UnreadableBody('no ZIP', 'sheet.corrupt');
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** A part as it is unpacked; null where there is none. `held` parts may be so large only as fits into memory. */
  async read(name: string, how: 'held' | 'streamed'): Promise<Readable | null> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    if (how === 'held' && entry.uncompressedSize > this.limits.held)
      throw new UnreadableBody('too large', 'ingest.tooLarge', { megabytes: Math.round(this.limits.held / MEGABYTE) });
    try {
      return await this.zip.openReadStreamPromise(entry);
    } catch {
      throw new UnreadableBody('a part cannot be unpacked', 'sheet.corrupt');
    }
  }
}
