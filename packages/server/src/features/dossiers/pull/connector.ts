import type { RawRow } from '../../../app/body/read-rows.ts';
import type { FileRow, PullSource } from './pull.queries.ts';

/** How patiently sources are asked, and how much of them is taken. */
export interface ReadTimes {
  /** One question, or the way to a server. */
  timeoutMs: number;
  /** One answer of a portal. */
  bytes: number;
  /** One file, as it lies there. */
  fileBytes: number;
  /** So many pages of one stretch of time at most. */
  pages: number;
  /** So often is tried what may pass, before the reading has failed. */
  tries: number;
  /** Before the second try; twice as long before each further one, more or less by chance. */
  firstWaitMs: number;
  /** So long must a file lie unchanged. */
  quietMs: number;
}

const MEGABYTE = 1024 * 1024;

export const READ_TIMES: ReadTimes = {
  timeoutMs: 60_000,
  bytes: 64 * MEGABYTE,
  fileBytes: 4096 * MEGABYTE,
  pages: 20_000,
  tries: 4,
  firstWaitMs: 1_000,
  quietMs: 5_000,
};

/** Where a reading of a source stands; what it says is the connector's own affair, and comes of the source's data. */
export type Cursor = Readonly<Record<string, string | number>>;

/** What a connector is given beside where the source stands. */
export interface Access {
  source: PullSource;
  /** What signs in there; empty where nothing does. */
  secret: string;
  times: ReadTimes;
  /** What is known of the source's files. */
  files: readonly FileRow[];
  /** Files are read again, from the newest to the oldest. */
  newestFirst: boolean;
  /** The folder below which folders are read. */
  root: string;
  /** Addresses of the own network that may be called. */
  privateHosts: readonly string[];
}

/** A file as it lies there. */
export interface FoundFile {
  path: string;
  size: number;
  modifiedAt: Date;
}

/** What is taken in at once, and where the reading stands afterwards. */
export interface Page {
  /** Null: there is nothing, the reading only moved on. */
  rows: AsyncIterable<RawRow[]> | null;
  cursor: Cursor | null;
  /** What its receipt is called. */
  name: string;
  mediaType: string;
  bytes: () => number;
  checksum: () => string;
  /** The file that it is of. */
  file?: FoundFile;
  /** Nobody can tell how many there are, or whether all of them came. */
  isUnsure?: boolean;
  /** The source claims to have so many more of this stretch than it gave. */
  missing?: number;
}

/** Reads a source on from a cursor, page by page; throws ReadingFailure. The next page is asked for once one is taken in. */
export type Connector = (access: Access, cursor: Cursor | null, signal: AbortSignal) => AsyncIterable<Page>;
