/**
 * How a backup is written (docs/runbook.md, "What is in a backup"): a gzip stream of lines, then one line of plain text with
 * the SHA-256 of all bytes before it. In the stream: the head, then for each table its own head, its rows in the text form of
 * COPY, a line with `\.` and the sum, at last the end.
 */
export const FORMAT = 1;

/** What ends the rows of a table: no row begins with it, COPY writes a backslash as two. */
export const END_OF_ROWS = '\\.\n';

/** Who asked for it: a person by command or in the console, or the schedule, which removes its own old ones. */
export type Origin = 'command' | 'console' | 'schedule';

export interface AppliedMigration {
  name: string;
  checksum: string;
  appliedAt: string;
}

/** Where a sequence stands, as `setval` takes it. */
export interface SequenceState {
  name: string;
  last: string;
  isCalled: boolean;
}

/** The first line. */
export interface BackupHead {
  record: 'backup';
  format: number;
  /** The version of the product that wrote it. */
  product: string;
  origin: Origin;
  /** The moment of the snapshot, RFC 3339 in UTC. */
  takenAt: string;
  /** The last moment that the snapshot shows; null where nothing was ever written. */
  knownAt: string | null;
  migrations: AppliedMigration[];
  /** In the order in which they follow: what a table refers to stands before it. */
  tables: string[];
  /** Tables whose rows are not here. */
  leftOut: string[];
  sequences: SequenceState[];
}

/** Before the rows of a table. */
export interface TableHead {
  record: 'table';
  name: string;
  columns: string[];
}

/** After the rows of a table; the sum is over their bytes, without the line that ends them. */
export interface TableSum {
  record: 'rows';
  name: string;
  rows: number;
  sha256: string;
}

/** The last line of the stream. */
export interface BackupEnd {
  record: 'end';
  tables: number;
  rows: number;
}

export type BackupRecord = BackupHead | TableHead | TableSum | BackupEnd;

/** A record as its line. */
export function lineOf(record: BackupRecord): string {
  return `${JSON.stringify(record)}\n`;
}

const SEAL = 'sha256:';

/** How long the sealing line is, in bytes. */
export const SEAL_LENGTH = SEAL.length + 64 + 1;

/** The line that ends the file, of the sum over everything before it in hexadecimal digits. */
export function sealOf(sha256: string): string {
  return `${SEAL}${sha256}\n`;
}
