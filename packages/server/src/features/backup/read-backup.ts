import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { END_OF_ROWS, SEAL_LENGTH, sealOf, type BackupHead, type BackupRecord } from './backup-format.ts';

/** The file is no whole backup: cut, changed in some byte, or something else altogether. */
export function damaged(file: string): Error {
  return new Error(
    `Tệp ${file} bị hỏng, không trọn vẹn hoặc không phải là bản sao lưu: không dùng được. ` +
      'The file is damaged, cut short or no backup at all: it cannot be used.',
  );
}

/** Reads every byte of the file and compares it with the seal; throws where they do not agree, or it is broken off. */
export async function checkWhole(file: string, signal?: AbortSignal): Promise<void> {
  const length = await packedLength(file);
  const hash = createHash('sha256');
  let end = '';
  let at = 0;
  const parts = createReadStream(file, { highWaterMark: 1024 * 1024, ...(signal && { signal }) });
  for await (const part of parts as AsyncIterable<Buffer>) {
    const packed = part.subarray(0, Math.max(0, Math.min(part.length, length - at)));
    hash.update(packed);
    end += part.subarray(packed.length).toString('latin1');
    at += part.length;
  }
  if (end !== sealOf(hash.digest('hex'))) throw damaged(file);
}

/** How many bytes stand before the seal. */
async function packedLength(file: string): Promise<number> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? missing(file) : error;
  });
  const { size } = await handle.stat().finally(() => handle.close());
  if (size <= SEAL_LENGTH) throw damaged(file);
  return size - SEAL_LENGTH;
}

function missing(file: string): Error {
  return new Error(`Không có tệp ${file}. There is no such file.`);
}

/** The head of a backup, without looking at the rest. Throws where the file does not begin as one. */
export async function readHead(file: string): Promise<BackupHead> {
  const parts = await unpack(file);
  try {
    const head = await new BackupLines(parts, file).record();
    if (head.record !== 'backup') throw damaged(file);
    return head;
  } catch {
    throw damaged(file);
  } finally {
    parts.destroy();
  }
}

/** The unpacked bytes; an error of the file or of the packing comes out where they are read. */
export async function unpack(file: string): Promise<Readable> {
  const end = (await packedLength(file)) - 1;
  const packed = createReadStream(file, { end, highWaterMark: 256 * 1024 });
  return pipeline(packed, createGunzip({ chunkSize: 256 * 1024 }), () => undefined);
}

const NEW_LINE = 10;
/** Some bytes a table and column: far more than any head has. */
const LONGEST_RECORD = 16 * 1024 * 1024;
const LINE_BEFORE_END = Buffer.from(`\n${END_OF_ROWS}`);
const END = Buffer.from(END_OF_ROWS);

/** Reads the unpacked stream: lines that are records, and rows up to the line that ends them. */
export class BackupLines {
  private readonly parts: AsyncIterator<Buffer>;
  private readonly file: string;
  private rest: Buffer = Buffer.alloc(0);

  constructor(parts: AsyncIterable<Buffer>, file: string) {
    this.parts = parts[Symbol.asyncIterator]();
    this.file = file;
  }

  /** The next line, which must be a record. */
  async record(): Promise<BackupRecord> {
    let end = this.rest.indexOf(NEW_LINE);
    while (end < 0) {
      if (this.rest.length > LONGEST_RECORD) throw damaged(this.file);
      await this.more();
      end = this.rest.indexOf(NEW_LINE);
    }
    const line = this.rest.subarray(0, end).toString('utf8');
    this.rest = this.rest.subarray(end + 1);
    return JSON.parse(line) as BackupRecord;
  }

  /** The bytes of a table's rows, whole lines at a time, without the line that ends them. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.endOfRows();
      if (end >= 0) {
        if (end > 0) yield this.rest.subarray(0, end);
        this.rest = this.rest.subarray(end + END.length);
        return;
      }
      const whole = this.rest.lastIndexOf(NEW_LINE) + 1;
      if (whole > 0) yield this.rest.subarray(0, whole);
      this.rest = this.rest.subarray(whole);
      await this.more();
    }
  }

  /** Where the ending line begins; -1 while it has not come. `rest` always begins with a line. */
  private endOfRows(): number {
    if (this.rest.subarray(0, END.length).equals(END)) return 0;
    const before = this.rest.indexOf(LINE_BEFORE_END);
    return before < 0 ? -1 : before + 1;
  }

  private async more(): Promise<void> {
    const next = await this.parts.next();
    if (next.done === true) throw damaged(this.file);
    this.rest = this.rest.length === 0 ? next.value : Buffer.concat([this.rest, next.value]);
  }
}
