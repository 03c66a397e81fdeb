import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { UnreadableBody } from './json-rows.ts';
import { mediaTypeOf, WORKBOOK_TYPE, type Chunks, type MediaType } from './read-rows.ts';

/** The one file of a form. */
export interface FormFile {
  /** What it holds as it streams in; ends only when the whole form was well-formed and held nothing but this file. */
  chunks: Chunks;
  /** What it is by what the form says, else by the ending of its name; null where that is nothing that can be read. */
  type: MediaType | null;
  name: string | undefined;
  /** SHA-256 of what came of it so far: the form around it is another one each time. */
  checksum: () => string;
  /** Nothing more is taken of the form, whether or not anybody read the file. */
  stop: () => void;
}

/** What may stand in a form beside its file: a few short fields, which nobody reads. */
const LIMITS = { files: 1, fields: 20, fieldSize: 1_000, parts: 21, headerPairs: 20, headerSize: 8_192 };
const MOST_BEFORE_FILE = 64 * 1024;

const BY_ENDING: Readonly<Record<string, MediaType>> = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  csv: 'text/csv',
  xlsx: WORKBOOK_TYPE,
};

/** Whether a `Content-Type` announces a form with files. */
export function isForm(contentType: string | undefined): contentType is string {
  return /^\s*multipart\/form-data\s*(?:;|$)/i.test(contentType ?? '');
}

const unreadable = (why: string) => new UnreadableBody(why, 'ingest.form');

/**
 * Reads a form up to its file, which streams from then on at the pace of whoever reads it. Throws UnreadableBody where there is no
 * file; whoever reads the file gets one where the form breaks off or holds another file.
 */
export async function fileOfForm(body: Chunks, contentType: string): Promise<FormFile> {
  const form = new Form(contentType);
  const pumped = form.take(body);
  // Told to whoever reads the file; before that, below.
  pumped.catch(() => undefined);
  const found = await Promise.race([form.found, pumped.then(() => null)]);
  if (!found) throw unreadable('no file');
  const hash = createHash('sha256');
  async function* chunks(file: Readable): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of file as AsyncIterable<Buffer>) {
        hash.update(chunk);
        yield chunk;
      }
      await pumped;
    } catch (error) {
      // The parser tells whoever reads the file that it ended early, in words of its own.
      const isTold = error instanceof UnreadableBody || (error instanceof Error && 'code' in error);
      throw isTold ? error : unreadable('broken form');
    } finally {
      form.stop();
    }
  }
  const { file, name, type } = found;
  return {
    chunks: chunks(file),
    name,
    type: typeOf(type, name),
    checksum: () => hash.copy().digest('hex'),
    stop: () => form.stop(),
  };
}

/** Spreadsheets and browsers announce a CSV as many things: the ending of its name says what it is. */
function typeOf(said: string, name = ''): MediaType | null {
  return mediaTypeOf(said) ?? BY_ENDING[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
}

interface Found {
  file: Readable;
  name: string | undefined;
  type: string;
}

/** The parser of one form, fed chunk by chunk as far as its file is read. */
class Form {
  readonly found: Promise<Found>;
  private readonly parser: BusboyInstance;
  private file: Readable | null = null;
  private readonly stopping = new AbortController();
  private fault: Error | null = null;

  constructor(contentType: string) {
    try {
      const headers = { 'content-type': contentType };
      const isPartAFile = (_field: string | undefined, type?: string, name?: string) =>
        name !== undefined || type !== 'text/plain';
      this.parser = new Busboy({ headers, limits: LIMITS, isPartAFile });
    } catch {
      throw unreadable('no boundary');
    }
    this.found = new Promise((found) => {
      this.parser.on('file', (_field, file, name, _encoding, type) => {
        // It may break before anybody reads from it.
        file.on('error', () => undefined);
        this.file = file;
        found({ file, name, type });
      });
    });
    this.parser.on('error', () => this.fail(unreadable('broken form')));
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      this.parser.on(limit, () => this.fail(unreadable(limit)));
  }

  /** Nobody reads any more: nothing more is taken. */
  stop(): void {
    this.stopping.abort();
  }

  /** Settles when all of it was taken, or nobody reads it any more; rejects with what is wrong with it. */
  async take(body: Chunks): Promise<void> {
    try {
      await this.feed(body);
    } catch (error) {
      const told = this.fault ?? (error as Error);
      this.file?.destroy(told);
      throw told;
    }
  }

  private async feed(body: Chunks): Promise<void> {
    const { signal } = this.stopping;
    const finished = once(this.parser, 'finish', { signal });
    finished.catch(() => undefined);
    let before = 0;
    for await (const chunk of body) {
      const goesOn = this.parser.write(chunk);
      before += chunk.length;
      if (!this.file && before > MOST_BEFORE_FILE) throw unreadable('no file');
      if (!goesOn && !signal.aborted) await once(this.parser, 'drain', { signal }).catch(() => undefined);
      if (this.fault) throw this.fault;
      if (signal.aborted) return;
    }
    this.parser.end();
    await finished;
    if (this.fault) throw this.fault;
  }

  private fail(fault: Error): void {
    this.fault ??= fault;
    this.file?.destroy(this.fault);
    this.stop();
  }
}
